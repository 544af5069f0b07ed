"""Where a page's rows begin anew: a table of deadlines after the one of classes."""

from collections.abc import Sequence

from syllabical.model.syllabus import Week

_FEWEST = 4
"""Rows in order that make a section, and rows above them that they go back behind."""

_YEAR = 365
_MONTHS = 60


def sections(weeks: Sequence[Week]) -> tuple[tuple[Week, ...], ...]:
    """The rows, divided where several in order go back behind several in order."""
    starts = [0]
    for position in range(_FEWEST, len(weeks)):
        if position - starts[-1] >= _FEWEST and _begins_anew(weeks, position):
            starts.append(position)
    ends = [*starts[1:], len(weeks)]
    return tuple(
        tuple(weeks[start:end]) for start, end in zip(starts, ends, strict=True) if start < end
    )


def _begins_anew(weeks: Sequence[Week], position: int) -> bool:
    """Whether a row and the next ones rise, all of them below the last ones above."""
    above = [week.date for week in weeks[position - _FEWEST : position]]
    here = [week.date for week in weeks[position : position + _FEWEST]]
    if len(here) < _FEWEST or here != sorted(here):
        return False
    # A January that kept the old year's number goes on with the rows above it.
    goes_on = 0 <= (here[0] - above[-1]).days + _YEAR <= _MONTHS
    below = sum(here[0] < date for date in above) >= _FEWEST - 1
    return below and here[-1] < above[-1] and not goes_on
