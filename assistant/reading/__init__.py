"""From bytes to a report: decode the file's text, take out what is no part of it, find its structure.

Each step says what it did: the encoding, every removed span with its reason, where lines were joined.
"""
