"""The errors of the whole program: a code and parameters, never a sentence for the user."""

from __future__ import annotations


class AssistantError(Exception):
    """Something that the clerk must be told; `code` picks the sentence, `parameters` fill it.

    Codes are dotted words such as `file.missing`. The sentences stand in
    `resources/wording/sentences.toml`; only window and command line make them.
    """

    def __init__(self, code: str, /, **parameters: object) -> None:
        """Keep the code and the parameters of the sentence."""
        super().__init__(code, parameters)
        self.code = code
        self.parameters = parameters

    def __str__(self) -> str:
        """Return a form for logs: the code alone, since parameters may hold report text."""
        return self.code
