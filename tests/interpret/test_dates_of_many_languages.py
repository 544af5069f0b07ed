import datetime as dt

from babel.dates import format_date, format_skeleton
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from date_columns import TODAY, column
from syllabical.interpret.dates.types import Context

LANGUAGES = (
    "en", "en_GB", "de", "fr", "es", "pt", "pt_BR", "it", "nl", "sv", "da", "nb", "fi", "pl", "cs",
    "sk", "hu", "ro", "tr", "el", "ru", "uk", "bg", "he", "ar", "zh", "ja", "ko", "vi", "id", "ca",
    "et", "hr", "sl", "lv", "hi",
)  # fmt: skip
WITH_YEAR = ("short", "medium", "long", "full", "yMMMd", "yMMMEd", "yMd", "yMEd")
WITHOUT_YEAR = ("MMMd", "MMMMd", "MMMEd", "MMMMEd", "Md", "MEd")


def written(day: dt.date, form: str, language: str) -> str:
    if form in {"short", "medium", "long", "full"}:
        return format_date(day, form, locale=language)
    return format_skeleton(form, dt.datetime(day.year, day.month, day.day), locale=language)  # noqa: DTZ001


@st.composite
def terms(draw: st.DrawFn) -> list[dt.date]:
    first = draw(st.dates(dt.date(2015, 1, 1), dt.date(2035, 12, 31)))
    weekdays = draw(st.sets(st.integers(0, 6), min_size=1, max_size=3))
    weeks = draw(st.integers(8, 16))
    days = [first + dt.timedelta(days=at) for at in range(7 * weeks)]
    meetings = [day for day in days if day.weekday() in weekdays]
    skipped = draw(st.sets(st.integers(1, len(meetings) - 1), max_size=2))
    return [day for at, day in enumerate(meetings) if at not in skipped]


@settings(deadline=None, max_examples=300)
@given(terms(), st.sampled_from(LANGUAGES), st.sampled_from(WITH_YEAR))
def test_a_term_with_its_years_reads_back_as_itself(
    term: list[dt.date], language: str, form: str
) -> None:
    texts = [" ".join(written(day, form, language).split()) for day in term]
    assume("M0" not in texts[0] and "M1" not in texts[0])

    read, report = column(texts, Context(today=TODAY))

    assert [[dated.date for dated in row] for row in read.rows] == [[day] for day in term]
    assert [said for said in report if said.severity == "error"] == []


@settings(deadline=None, max_examples=300)
@given(terms(), st.sampled_from(LANGUAGES), st.sampled_from(WITHOUT_YEAR))
def test_a_term_without_years_reads_back_as_itself(
    term: list[dt.date], language: str, form: str
) -> None:
    texts = [" ".join(written(day, form, language).split()) for day in term]
    assume("M0" not in texts[0] and "M1" not in texts[0])
    context = Context(today=TODAY, year=term[0].year, language=language.replace("_", "-"))

    read, report = column(texts, context)

    assert [[dated.date for dated in row] for row in read.rows] == [[day] for day in term]
    assert [said for said in report if said.severity == "error"] == []
