"""A report and a layout become a file: DOCX (final or draft) and plain text.

DOCX is written as XML strings, part by part, because a long report must be on disk within half a second.
What a paragraph looks like is decided in typeset; here it is only said in OOXML.
"""
