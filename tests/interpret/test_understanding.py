import datetime as dt
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from pages import lines, page, read, table, told
from syllabical.diagnostics import Severity
from syllabical.model.syllabus import Detail, Entry, Kind
from syllabical.model.table import Cell, Page, Row, Table
from syllabical.source import Source

COURSE = table(
    "Date | # | Pre requisite | Lecture | Tutorial | Homework",
    "17/03/2019 | 1 | | Introduction | Python |",
    "24/03/2019 | 2 | Lecture 1b | Supervised: // trees | Regression | HW1",
    "21/04/2019 | 6 | | No class | |",
    "23/06/2019 | 15 | | Project Presentations | |",
    "----- | -- | -- | -- | -- | --",
)


def test_a_page_becomes_classes_homework_days_off_and_presentations() -> None:
    assert told(COURSE) == [
        "03-17 class: Introduction",
        "03-17 class: Python",
        "03-24 class: Supervised: trees",
        "03-24 class: Regression",
        "03-24 homework-release: HW1",
        "04-21 no-class: No class",
        "06-23 presentation: Project Presentations",
    ]


def test_an_entry_has_its_track_number_lines_and_the_other_columns() -> None:
    syllabus, _ = read(page(COURSE))
    assert syllabus
    cell = COURSE.rows[1].cells[3]

    assert syllabus.weeks[1].entries[0] == Entry(
        kind=Kind.CLASS,
        track="Lecture",
        number="2",
        title="Supervised: trees",
        date=dt.date(2019, 3, 24),
        lines=("Supervised:", "trees"),
        details=(
            Detail("Pre requisite", ("Lecture 1b",)),
            Detail("Tutorial", ("Regression",)),
            Detail("Homework", ("HW1",)),
        ),
        at=cell.at,
    )


def test_homework_has_its_own_number() -> None:
    syllabus, _ = read(page(COURSE))
    assert syllabus

    assert [(e.track, e.number) for w in syllabus.weeks for e in w.entries if e.title == "HW1"] == [
        ("Homework", "1")
    ]


def test_every_table_column_and_row_has_its_reason() -> None:
    syllabus, _ = read(page(COURSE))
    assert syllabus

    assert [(reason.what, reason.taken_for) for reason in syllabus.reasons] == [
        ("table 1", "the schedule"),
        ("column Date", "the date"),
        ("column #", "the number"),
        ("column Pre requisite", "a detail"),
        ("column Lecture", "a session"),
        ("column Tutorial", "a session"),
        ("column Homework", "homework"),
        ("row 1", "a class"),
        ("row 2", "a class, homework handed out"),
        ("row 3", "no class"),
        ("row 4", "a presentation"),
    ]


def test_a_row_without_a_date_continues_the_row_above() -> None:
    assert told(
        table(
            "Date | Topic", "1/10/2022 | Shells", " | Files", "1/17/2022 | Git", " | Spring break"
        )
    ) == ["01-10 class: Shells; Files", "01-17 class: Git"]


def test_a_row_whose_date_is_open_says_nothing() -> None:
    assert told(table("Date | Topic", "2022-01-10 | Shells", "TBA | Final exam")) == [
        "01-10 class: Shells"
    ]


def test_a_row_whose_day_is_open_continues_nothing() -> None:
    assert told(
        table("Day | Date | Topic", "Tue | 2024-12-03 | Trees", "TBA | | Final exam", " | | Heaps")
    ) == ["12-03 class: Trees; Heaps"]


def test_a_table_without_header_is_known_by_its_cells() -> None:
    assert told(
        table(
            None,
            "Lecture | Feb. 4, 2020 | perceptrons",
            "Pset 1 due | Feb. 6, 2020 | backprop",
            "Lecture | Feb. 11, 2020 | class canceled",
            "Lecture | Feb. 13, 2020 | the delta rule",
            "Midterm | Feb. 18, 2020 | midterm quiz",
        )
    ) == [
        "02-04 class: perceptrons",
        "02-06 homework-due: Pset 1 due: backprop",
        "02-11 no-class: class canceled",
        "02-13 class: the delta rule",
        "02-18 exam: midterm quiz",
    ]


def test_a_kind_column_names_the_tracks() -> None:
    syllabus, _ = read(
        page(
            table(
                "Date | Event | Description",
                "2024-09-03 | Lecture 1 | Intro",
                "2024-09-05 | Lab 1 | Setup",
                "2024-09-10 | Lecture 2 | Sets",
                "2024-09-12 | Exam 1 | covers lectures 1-2",
            )
        )
    )
    assert syllabus

    assert [(e.track, e.number, e.kind) for w in syllabus.weeks for e in w.entries] == [
        ("Lecture", "1", Kind.CLASS),
        ("Lab", "1", Kind.CLASS),
        ("Lecture", "2", Kind.CLASS),
        ("Description", None, Kind.EXAM),
    ]


def test_a_lecture_column_of_numbers_is_no_session() -> None:
    assert told(
        table("Lecture | Date | Topic", "1 | 2019-09-03 | Basics", "2 | 2019-09-10 | Objects")
    ) == ["09-03 class: Basics", "09-10 class: Objects"]


def test_sections_of_a_book_are_no_sections_of_the_class() -> None:
    assert told(
        table("Date | Section | Topic", "2019-09-03 | 1.1 | Sets", "2019-09-10 | 1.2–1.4 | Maps")
    ) == ["09-03 class: Sets", "09-10 class: Maps"]


def test_a_label_says_what_a_worksheet_is() -> None:
    assert told(
        table(
            "Date | Type | Topic",
            "2019-09-03 | Lecture | Sets",
            "2019-09-05 | Discussion | Worksheet 1",
            "2019-09-10 | Due | HW 1",
            "2019-09-12 | Lecture | Maps",
        )
    ) == [
        "09-03 class: Sets",
        "09-05 class: Worksheet 1",
        "09-10 homework-due: HW 1",
        "09-12 class: Maps",
    ]


def test_homework_that_spans_several_rows_is_told_once() -> None:
    page_cell = Cell(lines=("HW1 due Sep 20",), at=Source("page.md", "x" * 99).span(50, 60))
    made = table("Date | Topic | Homework", "2019-09-03 | Sets | ", "2019-09-10 | Maps | ")
    rows = tuple(replace(row, cells=(*row.cells[:2], page_cell)) for row in made.rows)

    assert told(replace(made, rows=rows)) == [
        "09-03 class: Sets",
        "09-10 class: Maps",
        "09-20 homework-due: HW1 due Sep 20",
    ]


def test_a_topic_of_several_rows_is_told_with_its_subtopic() -> None:
    assert told(
        table(
            "Date | Topic | Content",
            "2018-01-08 | Genomes | Lecture",
            "2018-01-10 | Genomes | Paper discussion",
            "2018-01-15 | No class | ",
        )
    ) == [
        "01-08 class: Genomes: Lecture",
        "01-10 class: Genomes: Paper discussion",
        "01-15 no-class: No class",
    ]


def test_a_day_off_is_told_once_with_its_reason() -> None:
    assert told(
        table(
            "Date | Lecture | Seminar | Homework | Remarks",
            "2021-04-01 | NO CLASS | (Passover) | | ",
            "2021-04-08 | NO CLASS | | HW1 | a conference",
            "2021-04-15 | Trees | No seminar | | ",
            "2021-04-22 | | | | No class, holiday",
            "2021-04-29 | No class | Heaps | | ",
        )
    ) == [
        "04-01 no-class: NO CLASS (Passover)",
        "04-08 no-class: NO CLASS (a conference)",
        "04-08 homework-release: HW1",
        "04-15 class: Trees",
        "04-22 no-class: No class, holiday",
        "04-29 no-class: No class",
        "04-29 class: Heaps",
    ]


def test_a_festival_is_a_day_off_only_where_the_page_does_not_number_it() -> None:
    rows = ("1 | 2024-06-20 | CNNs", "{} | 2024-06-27 | student festival", "2 | 2024-07-01 | RNNs")

    assert told(table("# | Date | Lecture", *(row.format("-") for row in rows)))[1].startswith(
        "06-27 no-class"
    )
    assert told(table("# | Date | Lecture", *(row.format("9") for row in rows)))[1].startswith(
        "06-27 class"
    )


def test_hours_in_columns_of_their_own_belong_to_the_class() -> None:
    syllabus, _ = read(
        page(table("Date | Start | End | Topic", "2022-01-10 | 15:40 | 17:20 | Shells"))
    )
    assert syllabus
    [entry] = syllabus.weeks[0].entries

    assert (entry.starts, entry.ends) == (dt.time(15, 40), dt.time(17, 20))


def test_a_week_of_break_lasts_until_its_end() -> None:
    syllabus, _ = read(page(table("Date | Topic", "March 11-15, 2024 | Spring Break")))
    assert syllabus
    [entry] = syllabus.weeks[0].entries

    assert (entry.date, entry.until) == (dt.date(2024, 3, 11), dt.date(2024, 3, 15))


TEXTS = st.one_of(
    st.sampled_from(
        [
            "9/3/2024",
            "HW1 due",
            "No class",
            "TBD",
            "-",
            "Lecture",
            "Midterm",
            "Due",
            "Mon",
            "(x",
            "",
        ]
    ),
    st.text(max_size=12),
)


@given(st.lists(st.lists(TEXTS, max_size=5), max_size=6), st.booleans())
@settings(max_examples=150, deadline=None)
def test_any_table_gives_a_syllabus_or_an_error(texts: list[list[str]], headed: bool) -> None:  # noqa: FBT001
    source = Source("page.md", "x")
    rows = [
        Row(
            cells=tuple(Cell(lines=(text,) if text else (), at=source.span()) for text in row),
            at=source.span(),
        )
        for row in texts
    ]
    header = rows[0] if headed and rows else None
    made = Table(header=header, rows=tuple(rows[1:] if header else rows), at=source.span())

    syllabus, report = read(Page(source=source, tables=(made,)))

    assert syllabus is not None or Severity.ERROR in {said.severity for said in report}
    assert lines(syllabus) == lines(read(Page(source=source, tables=(made,)))[0])
