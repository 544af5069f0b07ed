import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syllabical.check.handwriting import Handwriting, is_padded, month_names, rewritten
from syllabical.model.syllabus import Week
from syllabical.source import Source

DATES = st.dates(dt.date(2001, 1, 1), dt.date(2031, 12, 31))


def week(text: str, date: dt.date) -> Week:
    at = Source("page.md", f"| {text} |").span(2, 2 + len(text))
    return Week(date=date, written=text, at=at, date_at=at)


def hand(order: str, *weeks: Week) -> Handwriting:
    return Handwriting(order=order, padded=is_padded(weeks), months=month_names(weeks))


@given(
    DATES,
    DATES,
    st.sampled_from(
        [
            ("%d/%m/%Y", "day-first"),
            ("%d.%m.%y", "day-first"),
            ("%m-%d-%Y", "month-first"),
            ("%Y-%m-%d", "year-first"),
            ("%Y-%m-%d", "none"),
            ("%Y年%m月%d日", "year-first"),
            ("(%d %m)", "day-first"),
        ]
    ),
)
def test_a_date_is_rewritten_in_its_own_form(
    old: dt.date, new: dt.date, form: tuple[str, str]
) -> None:
    pattern, order = form
    row = week(old.strftime(pattern), old)
    padded = week("01/01/2001", dt.date(2001, 1, 1))

    assert rewritten(row, new, hand(order, row, padded)) == new.strftime(pattern)


@pytest.mark.parametrize(
    ("text", "old", "new", "after"),
    [
        ("9/1", "2025-01-09", "2025-02-10", "10/2"),
        ("Jan 9th", "2025-01-09", "2025-01-16", "Jan 16th"),
        ("Jan 9th", "2025-01-09", "2025-01-22", "Jan 22nd"),
        ("Jan 12th", "2025-01-12", "2025-01-01", "Jan 1st"),
        ("Jan 3rd", "2025-01-03", "2025-01-13", "Jan 13th"),
        ("1er Jan", "2025-01-01", "2025-01-13", None),
        ("9 Jan", "2025-01-09", "2025-01-16", "16 Jan"),
        ("9 Jan", "2025-01-09", "2025-02-16", "16 Feb"),
        ("9 Jan 2025", "2025-01-09", "2026-02-16", "16 Feb 2026"),
        ("9 Jan", "2025-01-09", "2025-03-16", None),
        ("9/1–16/1", "2025-01-09", "2025-01-16", None),
        ("week 9", "2025-01-12", "2025-01-16", None),
        ("9&nbsp;Jan", "2025-01-09", "2025-01-16", "16&nbsp;Jan"),
    ],
)
def test_what_cannot_be_rewritten_for_certain_is_left_alone(
    text: str, old: str, new: str, after: str | None
) -> None:
    row = week(text, dt.date.fromisoformat(old))
    february = week("3 Feb", dt.date(2025, 2, 3))

    written = rewritten(row, dt.date.fromisoformat(new), hand("day-first", row, february))

    assert written == after
