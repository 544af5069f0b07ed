import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from date_columns import TODAY
from syllabical.interpret.dates import year
from syllabical.interpret.dates.mentions import read
from syllabical.interpret.dates.types import Context
from syllabical.interpret.dates.year import YearFound
from syllabical.model.syllabus import Certainty
from syllabical.model.table import Passage, Where
from syllabical.source import Source

AUTUMN = [*read("Sep 2"), *read("Sep 9"), *read("Sep 16")]


def said(where: Where, text: str) -> Passage:
    return Passage(where, text, Source("page.md", text).span())


def found(
    *passages: Passage, given: int | None = None, headings: tuple[str, ...] = ()
) -> YearFound:
    context = Context(today=TODAY, passages=passages, year=given, headings=headings)
    return year.found(AUTUMN, "none", context)


def test_the_title_outranks_headings_text_and_path() -> None:
    assert found(
        said(Where.HEADING, "Exams of Fall 2020"),
        said(Where.PROSE, "First given in Fall 2019"),
        said(Where.PATH, "courses/fa18/index.md"),
        said(Where.TITLE, "Deep Learning, Fall 2021"),
    ) == YearFound(2021, "the page's title, `Fall 2021`", Certainty.GIVEN)


def test_the_heading_above_the_table_outranks_other_headings() -> None:
    assert found(said(Where.HEADING, "Fall 2019"), headings=("Fall 2022",)).year == 2022


def test_the_schedule_outranks_path_and_configuration() -> None:
    assert found(
        said(Where.PATH, "fa18/index.md"), said(Where.CONFIG, "Fall 2017"), given=2019
    ) == YearFound(2019, "`--year` or `dates: year`", Certainty.GIVEN)


def test_the_path_outranks_the_configuration() -> None:
    assert found(said(Where.CONFIG, "Fall 2017"), said(Where.PATH, "fa18/index.md")) == YearFound(
        2018, "the path, `fa18`", Certainty.GIVEN
    )


def test_years_of_publications_and_copyright_are_not_the_term() -> None:
    assert found(
        said(Where.PROSE, "Goodfellow et al. (2016), Deep Learning"),
        said(Where.PROSE, "© 2018 The Authors"),
    ) == YearFound(2025, "today's date", Certainty.GUESSED)


def test_dates_written_in_full_in_the_text_are_better_than_nothing() -> None:
    assert found(said(Where.PROSE, "The exam is on 12 December 2023.")) == YearFound(
        2023, "the dates in the text", Certainty.GUESSED
    )


def test_of_several_years_the_weekdays_choose() -> None:
    mentions = [*read("Mon, Sep 4"), *read("Wed, Sep 6")]
    passages = (said(Where.TITLE, "Fall 2024, formerly Fall 2023"),)

    chosen = year.found(mentions, "none", Context(today=TODAY, passages=passages))

    assert chosen.year == 2023


@given(st.dates(dt.date(2000, 1, 1), dt.date(2098, 12, 31)))
def test_an_academic_year_holds_each_of_its_days(day: dt.date) -> None:
    first = day.year if day.month >= 7 else day.year - 1
    mentions = read(day.strftime("%d %B"))
    context = Context(today=TODAY, headings=(f"{first}/{(first + 1) % 100:02}",))

    assert year.found(mentions, "none", context).year == day.year


def test_the_date_of_a_page_is_better_than_a_guess_and_worse_than_any_year() -> None:
    dated = said(Where.FRONT_MATTER, "2023-08-20")

    assert found(dated).source == "the date in the front matter, `2023-08-20`"
    assert found(dated, said(Where.PATH, "fa18/index.md")).year == 2018
