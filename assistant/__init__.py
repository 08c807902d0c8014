"""Report assistant (报告助手): turn a masked sample report into one's own, ready to print."""

import os

__version__ = "0.1.0"

# pypinyin is asked for single characters only: its table of phrases would take forty megabytes and 0.3 seconds
os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
