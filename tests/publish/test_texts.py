import icalendar
import pytest
import vobject

import strictly
from syllabical import publish, read
from syllabical.diagnostics import Report
from syllabical.model.edition import Edition
from syllabical.model.schedule import CourseInfo, Schedule
from term import NOW, ZONE, at, day, event

SCHEDULE = Schedule(course=CourseInfo(short="AL1", name=r"\Nets; a, b \n"), timezone=ZONE)
TEXTS = {
    "backslashes before an N": r"\N, \Nabla, \nabla, \\N, \\\N and C:\New\notes\\",
    "a backslash at the end": "left\\",
    "commas and semicolons": r"a,b;c\,d\;e,;,;",
    "signs of other lines": 'UID:1;X="a:b"=c^n END:VEVENT',
    "both directions": "שָׁלוֹם \u200fabc\u200e, \u200f(1); \u061cمرحبا",
    "beyond the first plane": "𠮷野家の𠮷 👩🏽‍💻🏳️‍🌈 e\u0301",
    "ten thousand characters": "Größe, 漢字; \\N 😀 ".strip() + " x" * 5_000 + "😀" * 1_000,
}
FOLDED = {
    f"an emoji {length} octets in": "x" * length + "😀,\\;👩🏽‍💻é漢\\N" * 9
    for length in range(46, 76)
}


@pytest.mark.parametrize("text", [*TEXTS.values(), *FOLDED.values()], ids=[*TEXTS, *FOLDED])
def test_the_same_text_comes_out_of_every_reader(text: str) -> None:
    one = Edition(
        event=event(text, at(day(0)), summary=text, description=f"{text}\n\n{text}", place=text),
        uid="0b0a1f6e-0000-5000-8000-000000000001",
        stamp=NOW,
    )
    feed = publish.main_feed([one], SCHEDULE, Report())
    names = ("SUMMARY", "LOCATION", "DESCRIPTION")
    [by_icalendar] = icalendar.Calendar.from_ical(feed).events
    [by_vobject] = vobject.readOne(feed.decode()).vevent_list
    [by_hand] = strictly.calendar(feed).all("VEVENT")
    [heard] = read.published_editions(feed, "al1.ics", Report())

    said = [text, text, f"{text}\n\n{text}"]
    assert [str(by_icalendar[name]) for name in names] == said
    assert [by_vobject.getChildValue(name.lower()) for name in names] == said
    assert [by_hand.text(name) for name in names] == said
    assert [heard.event.summary, heard.event.place, heard.event.description] == said


def test_the_names_of_a_feed_come_out_of_every_reader() -> None:
    one = Edition(event=event("Nets", at(day(0))), uid="0b0a1f6e", stamp=NOW)
    feed = publish.main_feed([one], SCHEDULE, Report())
    by_vobject = vobject.readOne(feed.decode())
    by_hand = strictly.calendar(feed)

    name = r"AL1: \Nets; a, b \n"
    assert [by_hand.text("NAME"), by_hand.text("X-WR-CALNAME")] == [name] * 2
    assert by_hand.text("X-WR-CALDESC") == r"\Nets; a, b \n"
    assert icalendar.Calendar.from_ical(feed).description == r"\Nets; a, b \n"
    assert by_vobject.getChildValue("description") == r"\Nets; a, b \n"
