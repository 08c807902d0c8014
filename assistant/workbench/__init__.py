"""One open report as it is worked on: every action that window and command line offer, without Qt.

The window shows what is here and tells it what the clerk did; the command line does the same in one go.
"""
