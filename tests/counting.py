"""Counted work instead of measured time: what grows with the square shows on any machine."""

import sys


def steps_of(work):
    """Return how many instructions of Python are carried out while something is done; loops count each time round."""
    steps = 0

    def trace(frame, event, _argument):
        nonlocal steps
        frame.f_trace_lines, frame.f_trace_opcodes = False, True
        steps += event == "opcode"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return steps
