from planned import SUNDAY, entry, hours, planned, syllabus, told
from syllabical import plan
from syllabical.diagnostics import Report
from syllabical.model.event import Event
from syllabical.model.schedule import (
    Schedule,
    Slot,
    Track,
)
from syllabical.model.syllabus import Detail, Kind
from syllabical.model.table import Link


def test_a_class_is_planned_whole() -> None:
    lecture = entry(
        "Nets; training",
        number="3",
        lines=("Nets;", "training"),
        links=(
            Link("slides", "https://course.example/3 nets.pdf"),
            Link("🔗", "https://x.example"),
        ),
        details=(
            Detail("Pre requisite", ("Lecture 2",), (Link("Lecture 2", "https://x.example/2"),)),
            Detail("Reading", ("Ch. 1", "Ch. 2")),
        ),
    )

    assert planned(lecture) == (
        Event(
            key="nets-training",
            kind=Kind.CLASS,
            track="Lecture",
            number="3",
            title="Nets; training",
            summary="CS1 Lecture 3: Nets; training",
            description="Nets;\ntraining\n\n"
            "slides: https://course.example/3%20nets.pdf\nhttps://x.example\n\n"
            "Pre requisite: Lecture 2\nLecture 2: https://x.example/2\n"
            "Reading:\n- Ch. 1\n- Ch. 2",
            when=hours(SUNDAY, "13:30", "15:30"),
            place="Taub 7",
            url="https://course.example/3%20nets.pdf",
        ),
    )


def test_on_a_day_without_class_there_is_nowhere_to_go() -> None:
    usual = Track(at="13:30-15:30", place="Taub 7", online="https://x.example/join")
    [event] = planned(entry("No class", kind=Kind.NO_CLASS), tracks={"lecture": usual})

    assert (event.place, event.description, event.busy) == ("", "No class", False)


def test_without_a_schedule_all_is_all_day_and_has_no_prefix() -> None:
    report = Report()
    page = syllabus(entry("Nets", number="1"), entry("HW1", kind=Kind.HOMEWORK_RELEASE))

    assert told(plan.events(page, Schedule(), report)) == [
        "Sun 17/03 Lecture 1: Nets",
        "Sun 17/03 HW1 released",
    ]
    assert list(report) == []


def test_each_group_has_its_own_event() -> None:
    groups = {
        "11": Slot(weekday="Monday", at="10:30-11:30", place="T 3"),
        "12": Slot(weekday="Wednesday", online="https://zoom.example/j/1"),
    }
    tracks = {"tutorial": Track(at="15:30-16:30", groups=groups)}
    events = planned(entry("Python", track="Tutorial", number="1"), tracks=tracks)

    assert [(*told((event,)), event.group, event.place, event.key) for event in events] == [
        ("Mon 18/03 10:30–11:30 CS1 Tutorial 1 (group 11): Python", "11", "T 3", "python-group-11"),
        (
            "Wed 20/03 15:30–16:30 CS1 Tutorial 1 (group 12): Python",
            "12",
            "https://zoom.example/j/1",
            "python-group-12",
        ),
    ]


def test_the_same_title_twice_has_two_keys_and_a_day_off_in_two_columns_is_one() -> None:
    events = planned(
        entry("Nets"),
        entry("nets!", 1),
        entry("No class", 2, kind=Kind.NO_CLASS),
        entry("No class", 2, kind=Kind.NO_CLASS, track="Tutorial"),
    )

    assert [event.key for event in events] == ["nets", "nets-2", "no-class"]
