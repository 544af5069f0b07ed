from rows import course
from syllabical import check
from syllabical.diagnostics import Report

THURSDAYS = ("06/03/2025", "13/03/2025", "20/03/2025", "27/03/2025", "03/04/2025", "10/04/2025")


def said(*rows: str) -> str:
    report = Report()
    check.course(course(*rows), report)
    sentences = (f"{one.severity} {one.code}: {one.message} ({one.help})" for one in report)
    return "\n".join(sentences)


def topics(*dates: str) -> list[str]:
    return [f"{date} | Topic" for date in dates]


def test_a_weekday_that_contradicts_its_date_is_told_with_the_date_that_fits() -> None:
    dates = ("Thu 06/03/2025", "Thu 13/03/2025", "Thu 21/03/2025", "Thu 27/03/2025")

    assert said(*topics(*dates, "Thu 03/04/2025")) == (
        "warning weekday-differs: `Thu 21/03/2025` is a Friday; the page says Thursday "
        "(did you mean `Thu 20/03/2025`?)"
    )


def test_a_weekday_that_contradicts_a_date_in_rhythm_is_told() -> None:
    dates = ("Thu 06/03/2025", "Thu 13/03/2025", "Tue 20/03/2025", "Thu 27/03/2025")

    assert said(*topics(*dates, "Thu 03/04/2025")) == (
        "warning weekday-differs: `Tue 20/03/2025` is a Thursday; the page says Tuesday "
        "(write Thursday, or the date of the Tuesday that is meant)"
    )


def test_weekdays_of_another_year_are_told_once() -> None:
    dates = [f"Wed {date}" for date in THURSDAYS]

    assert said(*topics(*dates)) == (
        "warning weekday-differs: 6 of 6 dates contradict the weekday beside them, the first is "
        "`Wed 06/03/2025`, a Thursday in 2025 "
        "(check the year; `dates: {year: …}` in schedule.yaml says it outright)"
    )
