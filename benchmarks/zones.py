"""How often a feed must be in UTC, because no yearly rule that Outlook reads is right for it.

Every zone there is, a spring and an autumn term of each year from 2015 to 2037, one class on each
weekday and hour of a fortnight's choice. What is written is read by an evaluator that knows
nothing but the rules, and must give the instants of zoneinfo.

    python benchmarks/zones.py [ZONE …]
"""

import datetime as dt
import sys
import time
from collections import Counter
from zoneinfo import ZoneInfo, reset_tzpath

from syllabical import timezones
from syllabical.vtimezone import Observance, observances

YEARS = range(2015, 2038)
TERMS = {"spring": (3, 1), "autumn": (10, 1)}
WEEKS = 17


def main() -> None:
    """Print the share of feeds in UTC, and the zones they are in."""
    reset_tzpath(to=())  # the tzdata package is as new as pytz; the machine's own may be years old
    zones = sys.argv[1:] or timezones.zone_names()
    feeds, in_utc, wrong = 0, Counter[str](), 0
    began = time.perf_counter()
    for zone in zones:
        for year in YEARS:
            for month, day in TERMS.values():
                times = term(zone, dt.datetime(year, month, day, 8, 30))  # noqa: DTZ001 (local)
                rules = observances(zone, times)
                feeds += 1
                in_utc[zone] += rules is None
                wrong += rules is not None and not is_right(rules, times, zone)
    spent = (time.perf_counter() - began) / feeds * 1000
    count = in_utc.total()
    print(
        f"{feeds} feeds, {wrong} wrong, {count} in UTC ({count / feeds:.2%}), {spent:.2f} ms each"
    )
    for zone, number in in_utc.most_common():
        if number:
            print(f"  {zone:32} {number:3} of {len(YEARS) * len(TERMS)}")


def term(zone: str, first: dt.datetime) -> list[dt.datetime]:
    """Two classes a week from that day on, with their ends."""
    starts = [
        first + dt.timedelta(weeks=week, hours=51 * half)
        for week in range(WEEKS)
        for half in (0, 1)
    ]
    ends = [local + dt.timedelta(hours=2) for local in starts]
    found = [timezones.localize(local, zone) for local in (*starts, *ends)]
    return [moment for moment in found if isinstance(moment, dt.datetime)]


def is_right(rules: tuple[Observance, ...], times: list[dt.datetime], zone: str) -> bool:
    """Whether the rules give each local time the instant that zoneinfo gives it."""
    real = ZoneInfo(zone)
    onsets = sorted(
        (onset, rule.after)
        for rule in rules
        for onset in rule.onsets(range(times[0].year - 1, times[-1].year + 2))
        if onset >= rule.onset
    )
    for moment in times:
        local = moment.replace(tzinfo=None)
        offset = [after for onset, after in onsets if onset <= local][-1]
        if local.replace(tzinfo=real).utcoffset() != offset:
            return False
    return True


if __name__ == "__main__":
    main()
