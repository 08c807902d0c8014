"""Report assistant (报告助手): turn a masked sample report into one's own, ready to print."""

__version__ = "0.1.0"
