import datetime as dt

from wcwidth import wcswidth

from published_term import TERM, edition
from syllabical import render
from syllabical.model.event import Repeats
from syllabical.model.syllabus import Kind


def test_the_agenda_names_each_week_and_each_day_once() -> None:
    assert render.week_by_week(TERM, colour=False, width=66) == (
        "17–23 Mar 2019\n"
        "  Sun 17 Mar  13:30–15:30  • Lecture 1  Introduction        Taub 7\n"
        "              15:30–16:30  • Lab 1      Python              Taub 7\n"
        "\n"
        "24–30 Mar 2019\n"
        "  Sun 24 Mar               + out        HW1\n"
        "              13:30–15:30  • Lecture 2  "
        "\u2068מבוא ללמידה\u2069         \u2068טאוב\u2069 7\n"
        "  Mon 25 Mar  13:30–15:30  • Lecture    监督学习 and a very lon…\n"
        "\n"
        "7–13 Apr 2019\n"
        "  Sun  7 Apr  by 23:59     ! due        HW1\n"
        "\n"
        "14–20 Apr 2019\n"
        "  Thu 18 Apr  to 27 Apr    × no class   Passover\n"
        "\n"
        "28 Apr – 4 May 2019\n"
        "  Sun 28 Apr  13:30–15:30  × Lecture 3  cancelled: Strike\n"
        "\n"
        "29 Dec 2019 – 4 Jan 2020\n"
        "  Mon 30 Dec  09:00–12:00  ! exam       Final exam 🎓       Ullma…\n"
    )


def test_colour_marks_weeks_kinds_and_places() -> None:
    exam = edition(Kind.EXAM, "Final", "2019-07-18", place="U")

    assert render.week_by_week((exam,), colour=True, width=40) == (
        "\x1b[1m15–21 Jul 2019\x1b[0m\n"
        "  Thu 18 Jul  \x1b[1;31m! exam  Final          \x1b[0m  \x1b[2mU\x1b[0m\n"
    )


def test_a_course_without_sundays_has_weeks_from_monday() -> None:
    lecture = edition(Kind.CLASS, "Introduction", "2019-03-21")

    assert render.week_by_week((lecture,), colour=False, width=60) == (
        "18–24 Mar 2019\n  Thu 21 Mar  • Lecture  Introduction\n"
    )


def test_what_recurs_says_until_when() -> None:
    repeats = Repeats(until=dt.date(2019, 6, 23))
    office = edition(Kind.OTHER, "Office hours", "2019-03-21", track="", repeats=repeats)

    assert render.week_by_week((office,), colour=False, width=80) == (
        "18–24 Mar 2019\n  Thu 21 Mar  · weekly  Office hours (until 23 Jun)\n"
    )


def test_no_events_are_nothing() -> None:
    assert render.week_by_week((), colour=True, width=80) == ""


def test_no_line_is_wider_than_the_terminal() -> None:
    lines = render.week_by_week(TERM, colour=False, width=62).split("\n")

    assert max(wcswidth(line) for line in lines) <= 62


def test_the_first_and_the_last_day_of_the_calendar_have_weeks() -> None:
    ends = (edition(Kind.OTHER, "a", "0001-01-01"), edition(Kind.OTHER, "z", "9999-12-31"))

    assert render.week_by_week(ends, colour=False, width=40) == (
        "1–7 Jan 1\n  Mon  1 Jan  ·   a\n\n27–31 Dec 9999\n  Fri 31 Dec  ·   z\n"
    )
