import pytest

from pages import meant

HEADER = "Date | Lecture"


@pytest.mark.parametrize(
    "text",
    [
        "Exam review",
        "Exam prep",
        "Midterm Review",
        "Quiz answers",
        "Final project kickoff",
        "Recitation: Practice Exam",
        "Guest lecture: A. Person",
        "HW1 writing session",
        "TBD",
        "To be announced!",
        "Line breaks in text",
        "Due process and the law",
        "Unit tests",
        "Presenting",
        "Project meetings",
        "Recursion (no class on Friday 9/13)",
        "Final lecture",
        "Introduction to holiday pricing models",
    ],
)
def test_what_is_a_class(text: str) -> None:
    assert meant(HEADER, ["Intro", text]) == ["class", "class"]


@pytest.mark.parametrize(
    "text",
    [
        "No class",
        "NO CLASS (Passover)",
        "hanuka- no class",
        "No lecture",
        "class canceled",
        "Cancelled",
        "Holiday!!",
        "Thanksgiving holidays",
        "Fall Break",
        "Labor Day",
        "MLK Day",
        "Reading Day – No Class",
        "University Holiday",
        "Easter Monday",
    ],
)
def test_what_is_no_class(text: str) -> None:
    assert meant(HEADER, ["Intro", text]) == ["class", "no-class"]


@pytest.mark.parametrize(
    "text",
    [
        "Midterm",
        "Exam 1",
        "Final (see Exams)",
        "Final exam: 8:30-10:30am, room 210",
        "Quiz 2",
        "In-class midterm",
        "Midterm exam // Chapters 1-5",
    ],
)
def test_what_is_an_exam(text: str) -> None:
    assert meant(HEADER, ["Intro", text]) == ["class", "exam"]


@pytest.mark.parametrize(
    "text",
    ["Project Presentations", "Presentation", "Final Project Presentations II", "HW 10 Demos"],
)
def test_what_is_a_presentation(text: str) -> None:
    assert meant(HEADER, ["Intro", text]) == ["class", "presentation"]


@pytest.mark.parametrize("text", ["-", "—", "None", "n/a", "", "N/A"])
def test_what_is_nothing(text: str) -> None:
    assert meant(HEADER, ["Intro", text]) == ["class", ""]


@pytest.mark.parametrize("text", ["Project proposals due!", "Project report due", "HW3 due"])
def test_a_deadline_among_the_topics_is_no_class(text: str) -> None:
    assert meant(HEADER, ["Intro", text]) == ["class", "homework-due"]


@pytest.mark.parametrize("text", ["Exam 1 and Clustering", "Sorting; Quiz 1", "Sorting (Quiz 1)"])
def test_a_cell_with_a_topic_and_an_exam_is_both(text: str) -> None:
    assert meant(HEADER, ["Intro", text]) == ["class", "class + exam"]
