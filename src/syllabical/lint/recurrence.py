"""Rules about what repeats: what a series loses, and what makes a calendar refuse it."""

import datetime as dt
from collections.abc import Iterator

from syllabical.diagnostics import Diagnostic
from syllabical.lint import values
from syllabical.lint.component import Component, LintedFeed, error, name, warning
from syllabical.lint.values import Moment
from syllabical.lint.zones import known

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_PERIODS = frozenset(("SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"))


def rules(feed: LintedFeed) -> Iterator[Diagnostic]:
    """An RRULE says how often, ends in one way, and repeats at all."""
    for event in feed.events:
        for line in event.all("RRULE"):
            rule = values.rule(line.value)
            if rule.get("FREQ") not in _PERIODS or {"COUNT", "UNTIL"} <= rule.keys():
                yield error(
                    "rule-unreadable",
                    f"`{line.value}` is no rule of repetition",
                    line.at,
                    help="write `FREQ=WEEKLY` and the like, and COUNT or UNTIL, but not both",
                )
            elif rule.get("COUNT") == "1":
                yield warning(
                    "repeats-once",
                    f"`{name(event)}` is a series of one",
                    line.at,
                    help="Outlook on the web refuses such a feed; leave the RRULE out",
                )


def repeats(feed: LintedFeed) -> Iterator[Diagnostic]:
    """UNTIL is in UTC where the start has a zone, and EXDATE is a time it would happen."""
    for event in feed.events:
        line, start = event.first("RRULE"), event.first("DTSTART")
        begins = values.moment(start) if start else None
        if not line or not begins:
            continue
        rule = values.rule(line.value)
        until = values.moment_of(rule.get("UNTIL", ""), "")
        if "UNTIL" in rule and (
            until is None or until.is_date != begins.is_date or not (until.is_date or until.is_utc)
        ):
            yield error(
                "until-not-utc",
                f"UNTIL is `{rule['UNTIL']}`",
                line.at,
                help="write it in UTC (RFC 5545 §3.3.10), or as a date for whole days",
            )
        if until and _is_a_start(until, begins):
            yield warning(
                "until-at-start",
                "UNTIL is the very start of the last time",
                line.at,
                help="one web calendar loses the last time; use the end of that day",
            )
        yield from _exceptions(event, rule, begins)


def _is_a_start(until: Moment, begins: Moment) -> bool:
    """Whether UNTIL has the hour at which the event starts."""
    if until.is_date or begins.is_date:
        return False
    zone = None if begins.is_utc else known(begins.zone)
    local = until.local.replace(tzinfo=dt.UTC).astimezone(zone) if zone else until.local
    return local.time() == begins.local.time()


def _exceptions(event: Component, rule: dict[str, str], begins: Moment) -> Iterator[Diagnostic]:
    """EXDATEs that hit nothing exclude nothing."""
    for line in event.all("EXDATE"):
        for text in line.value.split(","):
            moment = values.moment_of(text.strip(), line.parameters.get("TZID", ""))
            if moment and not _happens(moment, rule, begins):
                yield error(
                    "exception-hits-nothing",
                    f"`{text}` is no time of `{name(event)}`",
                    line.at,
                    help="an EXDATE is a start, to the second and in its form",
                )


def _happens(moment: Moment, rule: dict[str, str], begins: Moment) -> bool:
    """Whether a weekly or daily rule has that start; taken for granted of other rules."""
    if moment.is_date != begins.is_date or moment.local < begins.local:
        return False
    same_form = (moment.zone, moment.is_utc) == (begins.zone, begins.is_utc)
    if same_form and moment.local.time() != begins.local.time():
        return False
    if rule.get("FREQ") != "WEEKLY" or not same_form:
        return True
    days = [part for part in rule.get("BYDAY", "").split(",") if part]
    weekday = _DAYS[moment.local.weekday()]
    return weekday in (days or [_DAYS[begins.local.weekday()]])
