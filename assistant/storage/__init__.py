"""What must not be lost: the report file, recovery copies, settings, and the folders they lie in.

Every file is written whole or not at all (`atomic`), and read back before it counts as saved (`report_file`).
This room knows the values of `assistant.report` and nothing of windows, exports or the network.
"""
