"""Whether the parts of schedule.yaml agree with one another."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from syllabical.diagnostics import Report
from syllabical.model.schedule import Change, Placed, Schedule
from syllabical.read.schedule import suggestions, timezone
from syllabical.read.schedule.refusals import quoted
from syllabical.source import Span

_HOURS_FIRST = ("tracks", "presentations", "exams", "homework", "exceptions", "added", "weekly")
_OTHERS = ("homework", "homeworks", "presentation", "presentations", "exam", "exams")


def agreed(schedule: Schedule, report: Report) -> Schedule:
    """The schedule without what can mean nothing, which is told."""
    timezone.tell(schedule, report)
    _tell_missing_zone(schedule, report)
    _tell_days(schedule, report)
    _tell_feeds(schedule, report)
    return _with_known_tracks(schedule, report)


def _tell_missing_zone(schedule: Schedule, report: Report) -> None:
    """Tell of the first hours, where no zone is given."""
    if schedule.timezone or "timezone" in schedule.places:
        return
    first = next((at for name in _HOURS_FIRST for at in _hours(getattr(schedule, name))), None)
    if first is not None:
        help_ = "add `timezone:`, as in `timezone: Europe/Berlin`"
        report.error("timezone-missing", "hours are given, but no timezone", first, help=help_)


def _hours(value: object) -> Iterator[Span]:
    """The places of all hours in a value, however deep."""
    if isinstance(value, Placed):
        for name in value.__struct_fields__:
            inner = getattr(value, name)
            if name in {"at", "release"} and re.match(r"[0-9]", inner or ""):
                yield from filter(None, [value.where(name)])
            elif name != "places":
                yield from _hours(inner)
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _hours(each)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for each in value:
            yield from _hours(each)


def _tell_days(schedule: Schedule, report: Report) -> None:
    """Tell of days that end before they start."""
    for added in schedule.added:
        _tell_order(added.date, added.until, added.where("until"), report)
    for weekly in schedule.weekly.values():
        _tell_order(weekly.first, weekly.until, weekly.where("until"), report)


def _tell_order(
    first: dt.date | None, last: dt.date | None, at: Span | None, report: Report
) -> None:
    if first and last and last < first:
        message = f"`{last}` comes before `{first}`, on which it starts"
        report.error("ends-before-it-starts", message, at, help="check both dates")


def _tell_feeds(schedule: Schedule, report: Report) -> None:
    """Tell of feeds of a track or a group that there is not."""
    tracks = _tracks(schedule)
    groups = [name for track in schedule.tracks.values() for name in track.groups]
    for feed in schedule.feeds.values():
        for index, name in enumerate(feed.tracks):
            _is_slip(name, tracks, feed.where(f"tracks.{index}"), report)
        if feed.group and feed.group not in groups:
            near = suggestions.word(feed.group, groups)
            listed = ", ".join(f"`{name}`" for name in dict.fromkeys(groups))
            help_ = f"did you mean `{near}`?" if near else f"the groups are {listed}"
            report.error(
                "unknown-group",
                f"{quoted(feed.group)} is no group of any track",
                feed.where("group"),
                help=help_ if groups else "name the groups under their track, as `groups:`",
            )


def _with_known_tracks(schedule: Schedule, report: Report) -> Schedule:
    """The exceptions of tracks that there may be; a slip of the pen is told, and left out."""
    tracks = _tracks(schedule)
    kept: dict[dt.date, dict[str, Change]] = {}
    for date, changes in schedule.exceptions.items():
        kept[date] = {
            name: change
            for name, change in changes.items()
            if not _is_slip(name, tracks, schedule.where(f"exceptions.{date}.{name}"), report)
        }
    return replace(schedule, exceptions=kept) if kept != schedule.exceptions else schedule


def _tracks(schedule: Schedule) -> list[str]:
    columns = [track.column for track in schedule.tracks.values() if track.column]
    return [*schedule.tracks, *columns] if schedule.tracks else []


def _is_slip(name: str, tracks: Sequence[str], at: Span | None, report: Report) -> bool:
    """Whether a name is a track's, misspelled; only the page knows the tracks not named here."""
    folded = name.casefold()
    known = {each.casefold() for each in (*tracks, *_OTHERS)}
    # `Lab 2` is no slip for `Lab 1`, nor `Tutorial 11` (a group) for `Tutorial`.
    if not name or folded in known or any(character.isdigit() for character in name):
        return False
    near = suggestions.word(name, tracks)
    if near is None or " " in name.replace(near, ""):
        return False
    message = f"{quoted(name)} is no track"
    report.error("unknown-track", message, at, help=f"did you mean `{near}`?")
    return True
