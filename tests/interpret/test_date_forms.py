import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syllabical.interpret.dates import mentions
from syllabical.interpret.dates.mentions import Point
from syllabical.languages.names import ENGLISH, names

MONTH_DAY = Point(None, 9, 16)


def parts(*numbers: int, year: int | None = None) -> Point:
    return Point(year, parts=numbers)


@pytest.mark.parametrize(
    ("text", "written", "point"),
    [
        ("24/03/2019", "24/03/2019", parts(24, 3, year=2019)),
        ("9/2", "9/2", parts(9, 2)),
        ("(9/2)", "9/2", parts(9, 2)),
        ("6.11.2023", "6.11.2023", parts(6, 11, year=2023)),
        ("1. 9. 2025", "1. 9. 2025", parts(1, 9, year=2025)),
        ("3.9.", "3.9", parts(3, 9)),
        ("14/03/17", "14/03/17", parts(14, 3, 17)),
        ("14-03-17", "14-03-17", parts(14, 3, 17)),
        ("01 09 2025", "01 09 2025", parts(1, 9, year=2025)),
        ("2026-03-09", "2026-03-09", Point(2026, 3, 9)),
        ("2026-3-9", "2026-3-9", Point(2026, 3, 9)),
        ("2019/9/3", "2019/9/3", Point(2019, 9, 3)),
        ("2025. 9. 1.", "2025. 9. 1", Point(2025, 9, 1)),
        ("20250901", "20250901", Point(2025, 9, 1)),
        ("９／１", "９／１", parts(9, 1)),
        ("٣/٤/٢٠٢٥", "٣/٤/٢٠٢٥", parts(3, 4, year=2025)),
        ("۳/۴/۲۰۲۵", "۳/۴/۲۰۲۵", parts(3, 4, year=2025)),
        ("२/९/२०२५", "२/९/२०२५", parts(2, 9, year=2025)),
        ("\u200f3/4\u200e", "3/4", parts(3, 4)),
        ("Sep 16", "Sep 16", MONTH_DAY),
        ("Sept. 16th", "Sept. 16th", MONTH_DAY),
        ("SEPTEMBER 16", "SEPTEMBER 16", MONTH_DAY),
        ("16 Sep", "16 Sep", MONTH_DAY),
        ("16-Sep", "16-Sep", MONTH_DAY),
        ("16Sep", "16Sep", MONTH_DAY),
        ("16. September", "16. September", MONTH_DAY),
        ("the 16th of September", "16th of September", MONTH_DAY),
        ("16-Sep-25", "16-Sep-25", Point(2025, 9, 16)),
        ("16 Sep 25", "16 Sep 25", Point(2025, 9, 16)),
        ("Sep 16, '25", "Sep 16, '25", Point(2025, 9, 16)),
        ("September 16, 2025", "September 16, 2025", Point(2025, 9, 16)),
        ("16 September 2025", "16 September 2025", Point(2025, 9, 16)),
        ("2025-Sep-16", "2025-Sep-16", Point(2025, 9, 16)),
        ("Week 3 Sep 16", "Sep 16", MONTH_DAY),
        ("Week 3: 9/16", "9/16", parts(9, 16)),
        ("Week of 9/16", "9/16", parts(9, 16)),
        ("Lecture 3 (Sep 16)", "Sep 16", MONTH_DAY),
        ("2025年9月1日", "2025年9月1日", Point(2025, 9, 1)),
        ("2025年 9月 1日", "2025年 9月 1日", Point(2025, 9, 1)),
        ("25年9月1日", "25年9月1日", Point(2025, 9, 1)),
        ("9月1号", "9月1号", Point(None, 9, 1)),
        ("9월 1일", "9월 1일", Point(None, 9, 1)),
    ],
)
def test_a_date_is_read_with_its_own_characters(text: str, written: str, point: Point) -> None:
    [mention] = mentions.read(text)

    assert (text[mention.start : mention.end], mention.point) == (written, point)


@pytest.mark.parametrize(
    ("text", "language", "point", "weekday"),
    [
        ("Mo, 3. März 2025", "de", Point(2025, 3, 3), 0),
        ("3. Mrz", "de", Point(None, 3, 3), None),
        ("1er septembre", "fr", Point(None, 9, 1), None),
        ("mar. 16 sept.", "fr", Point(None, 9, 16), 1),
        ("16 décembre 2025", "fr", Point(2025, 12, 16), None),
        ("3 de septiembre de 2025", "es", Point(2025, 9, 3), None),
        ("mié 3 sep", "es", Point(None, 9, 3), 2),
        ("segunda-feira, 3 de março", "pt", Point(None, 3, 3), 0),
        ("1º de março", "pt", Point(None, 3, 1), None),
        ("lunedì 3 marzo", "it", Point(None, 3, 3), 0),
        ("ma 3 maart", "nl", Point(None, 3, 3), 0),
        ("ke 3.9.", "fi", parts(3, 9), 2),
        ("pn 3 marca", "pl", Point(None, 3, 3), None),
        ("pon. 3 marca", "pl", Point(None, 3, 3), 0),
        ("понедельник, 3 марта", "ru", Point(None, 3, 3), 0),
        ("2025. szeptember 1.", "hu", Point(2025, 9, 1), None),
        ("3 Eylül Çarşamba", "tr", Point(None, 9, 3), 2),
        ("3 tháng 9 2025", "vi", Point(2025, 9, 3), None),
        ("Thứ Hai, 3/9", "vi", parts(3, 9), 0),
        ("ב-3 במרץ", "he", Point(None, 3, 3), None),
        ("יום ראשון, 3 במרץ 2025", "he", Point(2025, 3, 3), 6),
        ("الأحد 3 سبتمبر 2025", "ar", Point(2025, 9, 3), 6),
        ("9月1日(月)", "ja", Point(None, 9, 1), 0),
        ("9月1日 月曜日", "ja", Point(None, 9, 1), 0),
        ("9月1日（周一）", "zh", Point(None, 9, 1), 0),
        ("9월 1일 (월)", "ko", Point(None, 9, 1), 0),
        ("३ सितंबर 2025", "hi", Point(2025, 9, 3), None),
        ("3 กันยายน 2568", "th", Point(2025, 9, 3), None),
        ("3 Σεπτεμβρίου", "el", Point(None, 9, 3), None),
    ],
)
def test_months_and_weekdays_are_read_in_their_language(
    text: str, language: str, point: Point, weekday: int | None
) -> None:
    [mention] = mentions.read(text, names(language))

    assert (mention.point, mention.weekday) == (point, weekday)


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        ("Tue Sep 16", 1),
        ("Tuesday, Sep 16", 1),
        ("Sep 16 (Tue)", 1),
        ("Sep 16, Tue", 1),
        ("Sep 16 Tuesday", 1),
        ("T 9/16", 1),
        ("Th 9/16", 3),
        ("R 9/16", 3),
        ("9/16 (Tues.)", 1),
        ("Sep 16", None),
        ("Jan. 10th", None),
        ("January 5th, 2025", None),
    ],
)
def test_a_weekday_beside_the_date_is_read(text: str, weekday: int | None) -> None:
    [mention] = mentions.read(text)

    assert mention.weekday == weekday


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Sep 16–20", MONTH_DAY, Point(None, 9, 20)),
        ("Sep 16 to 20", MONTH_DAY, Point(None, 9, 20)),
        ("Sep 16-20, 2025", Point(2025, 9, 16), Point(2025, 9, 20)),
        ("Week 3 (Sep 16–20)", MONTH_DAY, Point(None, 9, 20)),
        ("16-20 Sep", MONTH_DAY, Point(None, 9, 20)),
        ("16.-20. September", MONTH_DAY, Point(None, 9, 20)),
        ("16.–20.9.", parts(16, 9), parts(20, 9)),
        ("16.-20.9.2025", parts(16, 9, year=2025), parts(20, 9, year=2025)),
        ("16.9.-20.9.", parts(16, 9), parts(20, 9)),
        ("Mar 30 - Apr 3", Point(None, 3, 30), Point(None, 4, 3)),
        ("12/23-1/3", parts(12, 23), parts(1, 3)),
        ("12/23 – 1/3", parts(12, 23), parts(1, 3)),
        ("9/2-4", parts(9, 2), parts(9, 4)),
        ("9月16日〜20日", MONTH_DAY, Point(None, 9, 20)),
        ("2025-09-16 - 2025-09-20", Point(2025, 9, 16), Point(2025, 9, 20)),
        ("Dec 30, 2024 – Jan 3, 2025", Point(2024, 12, 30), Point(2025, 1, 3)),
        ("Mon Sep 16 - Fri Sep 20", MONTH_DAY, Point(None, 9, 20)),
    ],
)
def test_a_stretch_of_days_has_a_first_and_a_last(text: str, first: Point, last: Point) -> None:
    [mention] = mentions.read(text)

    assert (mention.point, mention.until) == (first, last)


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("Sep 2 & 4", [Point(None, 9, 2), Point(None, 9, 4)]),
        ("Sep 2/4", [Point(None, 9, 2), Point(None, 9, 4)]),
        ("Sep 2, 4", [Point(None, 9, 2), Point(None, 9, 4)]),
        ("Sep 2, 4, and 9", [Point(None, 9, 2), Point(None, 9, 4), Point(None, 9, 9)]),
        ("2 and 4 September", [Point(None, 9, 2), Point(None, 9, 4)]),
        ("2./4. September", [Point(None, 9, 2), Point(None, 9, 4)]),
        ("9/2, 9/4", [parts(9, 2), parts(9, 4)]),
        ("9/2 & 9/4", [parts(9, 2), parts(9, 4)]),
        ("Tue 9/2, Thu 9/4", [parts(9, 2), parts(9, 4)]),
        ("Sep 2, Sep 4", [Point(None, 9, 2), Point(None, 9, 4)]),
        ("1 Sep 8 Sep", [Point(None, 9, 1), Point(None, 9, 8)]),
        ("1.9. 8.9.", [parts(1, 9), parts(8, 9)]),
    ],
)
def test_several_dates_in_one_text_are_several(text: str, points: list[Point]) -> None:
    assert [mention.point for mention in mentions.read(text)] == points


@pytest.mark.parametrize(
    ("text", "starts", "ends"),
    [
        ("9/24 @ 3 pm", dt.time(15), None),
        ("Sep 16, 4pm", dt.time(16), None),
        ("9/15 6–8:30 PM", dt.time(18), dt.time(20, 30)),
        ("9/15 11-1 pm", dt.time(11), dt.time(13)),
        ("9/15 11am-1", dt.time(11), dt.time(13)),
        ("9/15 1:00-2:30", dt.time(13), dt.time(14, 30)),
        ("9/15 10:00-12:00", dt.time(10), dt.time(12)),
        ("9/15 10:30am - noon", dt.time(10, 30), dt.time(12)),
        ("2026-03-09 18:00", dt.time(18), None),
        ("2025-09-01T10:00:00+02:00", dt.time(10), None),
        ("3 Sep 14h30", dt.time(14, 30), None),
        ("3. Sep., 14 Uhr", dt.time(14), None),
        ("3 Sep 23:59", dt.time(23, 59), None),
        ("14h30-16h00 3 Sep", dt.time(14, 30), dt.time(16)),
        ("3.9. klo 10.15", dt.time(10, 15), None),
        ("9月1日 午後2時", dt.time(14), None),
        ("9月1日 14:00〜15:30", dt.time(14), dt.time(15, 30)),
        ("Sep 16 at 11:59 p.m.", dt.time(23, 59), None),
    ],
)
def test_hours_beside_a_date_are_its_own(text: str, starts: dt.time, ends: dt.time | None) -> None:
    [mention] = mentions.read(text)

    assert (mention.starts, mention.ends) == (starts, ends)


def test_hours_after_two_dates_are_those_of_both() -> None:
    found = mentions.read("Mon Sep 15 & Wed Sep 17, 10:00-12:00")

    assert [(each.starts, each.ends) for each in found] == 2 * [(dt.time(10), dt.time(12))]


@pytest.mark.parametrize(
    "text",
    [
        "TBA", "10-605", "Room 2041", "v1.2.3.4", "555-1234", "ISBN 978-0321349606", "HW2", "L3/L4",
        "Python 3.11.4.2", "", "Week of the presentations", "1,000,000", "50%", "CS 236605",
    ],
)  # fmt: skip
def test_other_numbers_are_no_dates(text: str) -> None:
    assert mentions.read(text) == ()


@given(st.text(max_size=60))
def test_no_text_is_too_strange(text: str) -> None:
    for mention in mentions.read(text):
        assert 0 <= mention.outer[0] <= mention.start < mention.end <= mention.outer[1] <= len(text)


PIECES = st.sampled_from(
    [
        "1", "31", "2025", "'25", "9", "/", ".", "-", " – ", ", ", " ", "Sep", "Mon", "mar", "(",
        ")", "10:30", "3 pm", "年", "月", "日", "th", "to", "&", "of", "Week", "\u200f", "٣", "T",
        "午後",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map("".join), st.sampled_from([ENGLISH, names("es")]))
def test_no_mixture_of_pieces_is_too_strange(text: str, known: object) -> None:
    assert isinstance(known, type(ENGLISH))
    for mention in mentions.read(text, known):
        assert 0 <= mention.outer[0] <= mention.start < mention.end <= mention.outer[1] <= len(text)
