"""A feed by anyone, read as its clients read it: what each of them would make of it."""

from collections.abc import Callable, Iterator, Sequence

from syllabical.diagnostics import Diagnostic, Note, Report
from syllabical.ical.lines import FeedText
from syllabical.lint import calendar, events, octets, recurrence, times, zones
from syllabical.lint.component import Component, LintedFeed, calendars, error

RULES: tuple[Callable[[LintedFeed], Iterator[Diagnostic]], ...] = (
    calendar.head,
    calendar.method,
    calendar.refresh,
    calendar.texts,
    calendar.colour,
    calendar.todos,
    zones.defined,
    zones.named,
    zones.shape,
    zones.right,
    events.required,
    events.identity,
    events.stamps,
    events.texts,
    events.cancelled,
    events.alarms,
    times.readable,
    times.lengths,
    recurrence.rules,
    recurrence.repeats,
)


def feed(content: bytes, path: str, report: Report) -> None:
    """Say what is wrong with a feed, and which calendars will show it wrongly."""
    text = FeedText(content, path)
    octets.look(text, report)
    found: list[Diagnostic] = []
    tops = list(calendars(text.lines(), found.append))
    if tops:
        found.extend(fault for rule in RULES for fault in rule(LintedFeed(tops[0])))
    if len(tops) > 1:
        found.append(_several(tops))
    for fault in sorted(found, key=lambda fault: fault.at.start if fault.at else 0):
        report.add(fault)
    if not tops:
        report.error(
            "no-calendar",
            "there is no `BEGIN:VCALENDAR`",
            text.source.span(0, 1),
            help="does the address lead to a page instead of a feed?",
        )


def _several(tops: Sequence[Component]) -> Diagnostic:
    return error(
        "several-calendars",
        "a second calendar begins here",
        tops[1].at,
        Note("the first one", tops[0].at),
        help="most calendars read the first one alone",
    )
