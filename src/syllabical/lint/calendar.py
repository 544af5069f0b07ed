"""Rules about the calendar as a whole: what makes a client refuse, rename or forget it."""

from collections.abc import Iterator

from syllabical.diagnostics import Diagnostic, Note
from syllabical.lint import values
from syllabical.lint.component import LintedFeed, error, warning

_ONCE = (
    "VERSION",
    "PRODID",
    "CALSCALE",
    "METHOD",
    "UID",
    "LAST-MODIFIED",
    "REFRESH-INTERVAL",
    "SOURCE",
    "COLOR",
    "X-WR-CALNAME",
    "X-WR-TIMEZONE",
)


def head(feed: LintedFeed) -> Iterator[Diagnostic]:
    """VERSION and PRODID (RFC 5545 §3.6), and what may stand there once."""
    calendar = feed.calendar
    version = calendar.first("VERSION")
    if version is None:
        yield error(
            "version-missing", "the calendar has no VERSION", calendar.at, help="add `VERSION:2.0`"
        )
    elif version.value.strip() != "2.0":
        yield error(
            "version-missing",
            f"the version is `{version.value}`",
            version.at,
            help="write `VERSION:2.0`; other versions are another format",
        )
    if calendar.first("PRODID") is None:
        yield error(
            "prodid-missing",
            "the calendar has no PRODID",
            calendar.at,
            help="add `PRODID:-//organisation//program//EN`",
        )
    yield from _twice(feed)
    if not calendar.parts:
        yield error(
            "calendar-empty",
            "the calendar holds nothing",
            calendar.at,
            help="subscribers lose every event; keep the last good feed instead",
        )


def _twice(feed: LintedFeed) -> Iterator[Diagnostic]:
    for once in _ONCE:
        found = feed.calendar.all(once)
        if len(found) > 1:
            yield error(
                "property-twice",
                f"`{once}` stands twice",
                found[1].at,
                Note("the first one", found[0].at),
                help="keep one",
            )


def method(feed: LintedFeed) -> Iterator[Diagnostic]:
    """A feed has no METHOD: with one it is a message between people (RFC 5546)."""
    line = feed.calendar.first("METHOD")
    if line is None:
        return
    if line.value.strip().upper() != "PUBLISH":
        yield error(
            "method-is-a-message",
            f"`METHOD:{line.value}` makes this an invitation",
            line.at,
            help="leave METHOD out: Outlook opens it as a message, others refuse it",
        )
    else:
        yield warning(
            "method-is-a-message",
            "`METHOD:PUBLISH` asks for an ORGANIZER",
            line.at,
            help="leave it out of a feed (RFC 5546 §3.2.1)",
        )


def refresh(feed: LintedFeed) -> Iterator[Diagnostic]:
    """REFRESH-INTERVAL carries VALUE=DURATION (RFC 7986 §5.7)."""
    line = feed.calendar.first("REFRESH-INTERVAL")
    if line and line.parameter("VALUE") != "DURATION":
        yield error(
            "value-type-missing",
            "REFRESH-INTERVAL does not say `VALUE=DURATION`",
            line.at,
            help=f"write `REFRESH-INTERVAL;VALUE=DURATION:{line.value}`",
        )
    for line in (*feed.calendar.all("REFRESH-INTERVAL"), *feed.calendar.all("X-PUBLISHED-TTL")):
        length = values.duration(line.value)
        if length is None or length.total_seconds() <= 0:
            yield error(
                "duration-unreadable",
                f"`{line.value}` is no length of time",
                line.at,
                help="write `PT6H`",
            )


def texts(feed: LintedFeed) -> Iterator[Diagnostic]:
    """Names and descriptions of the calendar are escaped."""
    for name in ("NAME", "X-WR-CALNAME", "DESCRIPTION", "X-WR-CALDESC"):
        for line in feed.calendar.all(name):
            if bare := values.unescaped(line.value):
                yield error(
                    "text-not-escaped",
                    f"`{bare}` in {name} is not escaped",
                    line.at,
                    help=f"write `\\{bare}`; some calendars cut the text there",
                )


def colour(feed: LintedFeed) -> Iterator[Diagnostic]:
    """COLOR is a name of CSS3 (RFC 7986 §5.9)."""
    line = feed.calendar.first("COLOR")
    if line and not line.value.isalpha():
        yield warning(
            "colour-not-a-name",
            f"`{line.value}` is no colour name",
            line.at,
            help="write a name such as `steelblue`, and X-APPLE-CALENDAR-COLOR beside it",
        )


def todos(feed: LintedFeed) -> Iterator[Diagnostic]:
    """Google, Outlook and phones show events, and no tasks."""
    for todo in feed.calendar.inside("VTODO"):
        yield warning(
            "task-not-shown",
            "a VTODO is not shown by Google, iOS or Android",
            todo.at,
            help="write the deadline as a VEVENT",
        )
        return
