from rows import THURSDAYS, sentences, topics


def test_a_weekday_that_contradicts_its_date_is_told_with_the_date_that_fits() -> None:
    dates = ("Thu 06/03/2025", "Thu 13/03/2025", "Thu 21/03/2025", "Thu 27/03/2025")

    assert sentences(*topics(*dates, "Thu 03/04/2025")) == (
        "warning weekday-differs: `Thu 21/03/2025` is a Friday; the page says Thursday "
        "(did you mean `Thu 20/03/2025`?)"
    )


def test_a_weekday_that_contradicts_a_date_in_rhythm_is_told() -> None:
    dates = ("Thu 06/03/2025", "Thu 13/03/2025", "Tue 20/03/2025", "Thu 27/03/2025")

    assert sentences(*topics(*dates, "Thu 03/04/2025")) == (
        "warning weekday-differs: `Tue 20/03/2025` is a Thursday; the page says Tuesday "
        "(write Thursday, or the date of the Tuesday that is meant)"
    )


def test_weekdays_of_another_year_are_told_once() -> None:
    dates = [f"Wed {date}" for date in THURSDAYS]

    assert sentences(*topics(*dates)) == (
        "warning weekday-differs: 6 of 6 dates contradict the weekday beside them, the first is "
        "`Wed 06/03/2025`, a Thursday in 2025 "
        "(check the year; `dates: {year: …}` in schedule.yaml says it outright)"
    )
