"""What a report is: its text, paragraphs, fields and numbering, and edits as pure functions.

The text is the truth: roles, outline and numbers are derived from it.
Everything here is a value or a function from values to values; it imports no other room.
"""
