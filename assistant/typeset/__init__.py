"""How a report stands on paper: page layouts, line breaking, pages.

Preview, print, PDF and DOCX all take their measures from here; nothing here writes a file.
"""
