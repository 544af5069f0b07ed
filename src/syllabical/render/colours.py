"""What is painted how, where the terminal has colour."""

from syllabical.diagnostics import Severity

BOLD, DIM = "1", "2"
PLACE = "34"
SEVERITIES = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTE: "1;36"}


def painted(text: str, style: str, *, colour: bool) -> str:
    """The text in a style; as it is where there is no colour, or no style."""
    return f"\x1b[{style}m{text}\x1b[0m" if colour and style and text else text
