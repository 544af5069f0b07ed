import datetime as dt
import io
import random
from collections.abc import Sequence
from zoneinfo import ZoneInfo, reset_tzpath

import pytest
from dateutil.tz import tzical

from syllabical import timezones, vtimezone
from syllabical.vtimezone import LocalTime, Observance, is_right, observances

reset_tzpath(to=())
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def term(zone: str, first: str, weeks: int = 16, hour: int = 13) -> list[dt.datetime]:
    starts = dt.datetime.combine(dt.date.fromisoformat(first), dt.time(hour, 30))
    locals_ = [
        starts + dt.timedelta(weeks=week, hours=2 * end) for week in range(weeks) for end in (0, 1)
    ]
    found = [timezones.localize(local, zone) for local in locals_]
    return [moment for moment in found if isinstance(moment, dt.datetime)]


def written(zone: str, rules: tuple[Observance, ...]) -> str:
    lines = ["BEGIN:VCALENDAR", "BEGIN:VTIMEZONE", f"TZID:{zone}"]
    for rule in rules:
        lines += [
            f"BEGIN:{rule.kind}",
            f"DTSTART:{rule.onset:%Y%m%dT%H%M%S}",
            f"TZOFFSETFROM:{offset(rule.before)}",
            f"TZOFFSETTO:{offset(rule.after)}",
            *([f"RRULE:{rule.rule}"] if rule.rule else []),
            f"END:{rule.kind}",
        ]
    return "\r\n".join([*lines, "END:VTIMEZONE", "END:VCALENDAR", ""])


def offset(delta: dt.timedelta) -> str:
    minutes = int(delta.total_seconds()) // 60
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}{abs(minutes) % 60:02}"


def told(rules: tuple[Observance, ...] | None) -> list[str]:
    return [f"{rule.kind} {rule.onset:%Y%m%dT%H%M} {rule.rule}" for rule in rules or ()]


def by_hand(rules: tuple[Observance, ...], years: range) -> list[tuple[dt.datetime, dt.timedelta]]:
    found = [(rule.onset, rule.after) for rule in rules if rule.rule is None]
    for rule in rules:
        fields = dict(part.split("=") for part in str(rule.rule).split(";") if "=" in part)
        for year in years if fields else ():
            week, name = int(fields["BYDAY"][:-2]), fields["BYDAY"][-2:]
            first = dt.date(year, int(fields["BYMONTH"]), 1)
            days = [first + dt.timedelta(days=number) for number in range(31)]
            named = [
                day
                for day in days
                if day.month == first.month and day.weekday() == DAYS.index(name)
            ]
            onset = dt.datetime.combine(named[week - (week > 0)], rule.onset.time())
            found += [(onset, rule.after)] if onset >= rule.onset else []
    return found


def offset_at(onsets: list[tuple[dt.datetime, dt.timedelta]], local: dt.datetime) -> dt.timedelta:
    return max(found for found in onsets if found[0] <= local)[1]


@pytest.mark.parametrize("zone", timezones.zone_names())
def test_two_readers_that_know_only_the_rules_find_the_instants_of_zoneinfo(zone: str) -> None:
    draw = random.Random(zone)  # noqa: S311
    first = dt.date(2015, 1, 1) + dt.timedelta(days=draw.randrange(22 * 365))
    times = term(
        zone, first.isoformat(), weeks=draw.randrange(4, 30), hour=draw.choice((0, 2, 8, 18))
    )
    rules = observances(zone, times)
    if rules is None:
        return
    onsets = by_hand(rules, range(times[0].year - 2, times[-1].year + 1))
    dateutil_reads = tzical(io.StringIO(written(zone, rules))).get(zone)

    for moment in times:
        local = moment.replace(tzinfo=None)
        real = local.replace(tzinfo=ZoneInfo(zone)).utcoffset()
        assert offset_at(onsets, local) == real, (moment, told(rules))
        assert local.replace(tzinfo=dateutil_reads).utcoffset() == real, (moment, told(rules))


def test_jerusalem_is_written_with_the_last_sunday_and_a_friday_that_fits() -> None:
    assert told(observances("Asia/Jerusalem", term("Asia/Jerusalem", "2019-03-17"))) == [
        "STANDARD 20181028T0200 FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "DAYLIGHT 20190329T0200 FREQ=YEARLY;BYMONTH=3;BYDAY=-1FR",
    ]
    assert told(observances("Asia/Jerusalem", term("Asia/Jerusalem", "2028-03-05"))) == [
        "STANDARD 20271031T0200 FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "DAYLIGHT 20270326T0200 FREQ=YEARLY;BYMONTH=3;BYDAY=4FR",
    ]


def test_the_half_of_the_year_that_the_term_does_not_see_is_written_too() -> None:
    assert told(observances("Europe/Berlin", term("Europe/Berlin", "2026-05-04", weeks=4))) == [
        "STANDARD 20251026T0300 FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "DAYLIGHT 20260329T0200 FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    ]


def test_a_term_that_ends_before_an_odd_change_is_written_with_the_coming_one() -> None:
    assert told(observances("Asia/Jerusalem", term("Asia/Jerusalem", "2019-03-03", weeks=4))) == [
        "STANDARD 20181028T0200 FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "DAYLIGHT 20190329T0200 FREQ=YEARLY;BYMONTH=3;BYDAY=-1FR",
    ]


def test_dublin_stands_on_its_head_only_in_law() -> None:
    assert told(observances("Europe/Dublin", term("Europe/Dublin", "2026-09-21"))) == [
        "STANDARD 20251026T0200 FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "DAYLIGHT 20260329T0100 FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    ]


def test_the_south_has_its_summer_over_new_year() -> None:
    assert told(observances("Australia/Lord_Howe", term("Australia/Lord_Howe", "2026-09-07"))) == [
        "STANDARD 20260405T0200 FREQ=YEARLY;BYMONTH=4;BYDAY=1SU",
        "DAYLIGHT 20251005T0200 FREQ=YEARLY;BYMONTH=10;BYDAY=1SU",
    ]


def test_a_zone_without_summer_time_is_one_standard() -> None:
    assert told(observances("Asia/Kolkata", term("Asia/Kolkata", "2026-03-01"))) == [
        "STANDARD 19700101T0000 None"
    ]


@pytest.mark.parametrize(
    ("zone", "first"),
    [
        ("Africa/Casablanca", "2019-03-04"),
        ("Asia/Pyongyang", "2018-03-05"),
        ("Africa/Sao_Tome", "2018-11-05"),
    ],
)
def test_no_rule_fits_a_month_of_ramadan_or_a_law_that_changes_in_the_term(
    zone: str, first: str
) -> None:
    assert observances(zone, term(zone, first)) is None


def test_the_second_of_two_equal_hours_cannot_be_said_with_a_zone() -> None:
    second = timezones.in_zone(dt.datetime(2026, 10, 25, 1, 30, tzinfo=dt.UTC), "Europe/Berlin")

    assert f"{second:%H:%M %z}" == "02:30 +0100"
    assert observances("Europe/Berlin", [second]) is None


def test_a_rule_that_is_wrong_for_one_time_is_not_right() -> None:
    zone = "Asia/Jerusalem"
    rules = observances(zone, term(zone, "2026-10-18")) or ()

    def fits(first: str) -> bool:
        times = [
            (moment.replace(tzinfo=None), moment.utcoffset()) for moment in term(zone, first, 1)
        ]
        return is_right(rules, [(local, offset or dt.timedelta()) for local, offset in times])

    assert told(rules)[1].endswith("BYDAY=-1FR")
    assert [fits("2027-03-25"), fits("2027-03-26"), fits("2028-03-23"), fits("2028-03-24")] == [
        True,
        True,
        True,
        False,
    ]


def test_a_feed_over_thirty_years_keeps_to_a_rule_that_holds_in_all_of_them() -> None:
    assert told(observances("America/New_York", term("America/New_York", "2007-12-03", 1500))) == [
        "STANDARD 20071104T0200 FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
        "DAYLIGHT 20070311T0200 FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
    ]


@pytest.mark.parametrize("zone", ["America/New_York", "Europe/Berlin", "Asia/Jerusalem"])
@pytest.mark.parametrize("years", [40, 80])
def test_no_more_rules_are_tried_where_more_years_are_spanned(
    zone: str, years: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = []

    def is_right_and_counted(rules: Sequence[Observance], times: Sequence[LocalTime]) -> bool:
        tried.append(rules)
        return is_right(rules, times)

    monkeypatch.setattr(vtimezone, "is_right", is_right_and_counted)

    assert observances(zone, term(zone, f"{2036 - years}-01-07", years * 52)) is None
    assert len(tried) <= 10
