"""Checks: one small rule an idea, in a visible order, over a report; each gives findings.

A finding says where, which rule, how severe, and what would mend it. Rules never change the report.
"""
