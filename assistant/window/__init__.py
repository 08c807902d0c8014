"""The window: Qt and nothing but Qt. What happens to a report is decided in the workbench.

Signals named `…_changed` tell facts, `…_requested` wishes; the main window connects them, panels do
not know each other.
"""
