"""Days and hours as people write them: `Sun 17 Mar`, `17–23 Mar 2019`, `10:30–12:30`."""

import datetime as dt

from syllabical.model.event import Hours

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_and_month(date: dt.date) -> str:
    """`7 Mar`."""
    return f"{date.day} {_MONTHS[date.month - 1]}"


def day_month_year(date: dt.date) -> str:
    """`7 Mar 2019`."""
    return f"{day_and_month(date)} {date.year}"


def weekday(date: dt.date) -> str:
    """`Sun`."""
    return _WEEKDAYS[date.weekday()]


def span_of_days(first: dt.date, last: dt.date) -> str:
    """`17–23 Mar 2019`, `31 Mar – 6 Apr 2019`: month and year are said again where they differ."""
    start = f"{first.day}"
    if (first.year, first.month) != (last.year, last.month):
        start = day_and_month(first)
    if first.year != last.year:
        start = day_month_year(first)
    blank = " " if " " in start else ""
    return f"{start}{blank}–{blank}{day_month_year(last)}"


def clock_hours(hours: Hours) -> str:
    """`10:30–12:30`, on the course's own clock."""
    return f"{hours.starts:%H:%M}–{hours.ends:%H:%M}"
