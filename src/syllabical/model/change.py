"""What became of each event from one edition of the feed to the next. Made by `reconcile`."""

from dataclasses import dataclass

from syllabical.model.edition import Edition


@dataclass(frozen=True, slots=True)
class Kept:
    """Nothing about it changed."""

    edition: Edition


@dataclass(frozen=True, slots=True)
class Added:
    """It was not in the feed before."""

    after: Edition


@dataclass(frozen=True, slots=True)
class Removed:
    """It is no longer in the feed."""

    before: Edition


@dataclass(frozen=True, slots=True)
class Cancelled:
    """It left the page and stays in the feed, marked as cancelled."""

    before: Edition
    after: Edition


@dataclass(frozen=True, slots=True)
class Restored:
    """It was marked as cancelled and is on the page again."""

    before: Edition
    after: Edition


@dataclass(frozen=True, slots=True)
class Moved:
    """It starts or ends at another time, or recurs otherwise."""

    before: Edition
    after: Edition


@dataclass(frozen=True, slots=True)
class Retitled:
    """Its topic reads otherwise."""

    before: Edition
    after: Edition


@dataclass(frozen=True, slots=True)
class Relocated:
    """It takes place elsewhere."""

    before: Edition
    after: Edition


@dataclass(frozen=True, slots=True)
class Reworded:
    """Only its notes, its number, its link or its colour of time changed."""

    before: Edition
    after: Edition


Change = Kept | Added | Removed | Cancelled | Restored | Moved | Retitled | Relocated | Reworded
"""One thing that became of one event; an event that moved and was renamed has two."""
