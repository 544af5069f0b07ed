"""Why a word of schedule.yaml is not the value that belongs there, in words for its author."""

from dataclasses import dataclass

_MOST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a word is not the value that stands there, and what could be written."""

    code: str
    message: str
    help: str
    near: bool = False
    """Whether it is almost a value of this kind, so that this kind was meant."""


def quoted(text: str) -> str:
    """An author's characters, for a message: on one line, and not too many."""
    line = " ".join(text.split())
    return f"`{line if len(line) <= _MOST_SHOWN else line[: _MOST_SHOWN - 1] + '…'}`"
