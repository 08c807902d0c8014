"""The phrase library: set expressions mined from reports, kept, searched, and offered while the clerk types.

`mine` finds phrases in a report, `library` keeps them in a file of their own, `search` finds them again,
`continuations` says what probably comes next.
"""
