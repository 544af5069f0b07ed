import csv
import datetime as dt
import html
import io
import re
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
import vobject
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

import strictly
from syllabical import compile_course, lint
from syllabical.diagnostics import Report
from syllabical.text import one_line

NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
FIRST = dt.date(2026, 3, 2)
NASTY = (
    "\r\nBEGIN:VEVENT\r\nUID:x\r\nEND:VEVENT",
    "\nEND:VCALENDAR\n",
    "\r\n ATTENDEE:mailto:x@example.org",
    "\\nBEGIN:VALARM",
    "\\",
    "\\N\\n\\,",
    ";,:\"'",
    "\x00\x07\x1b[31m\x7f\x85\x9f",
    "\u2028\u2029\x0b\x0c\x1c",
    "\u202e\u2066\u200f\ufeff\ufff9",
    "\U0001f469\u200d\U0001f4bb\ufe0f" * 9,
    "e\u0301" * 60,
    "ß" * 80,
    "漢" * 70,
    "גרפים ועצים",
    "🏳️‍🌈",
    "\ufffe\uffff\U0010ffff",
    "]]><br>&amp;&#10;</td></tr></table>",
    "| --- |",
    "`**_~~[x](javascript:alert)",
    "{{ site.url }}{% raw %}",
    "=cmd|'/c calc'!A1",
    "\ud83d",
)
odd = st.characters(exclude_categories=("L", "N", "Cs"), codec="utf-8")
cells = st.lists(st.sampled_from(NASTY) | st.text(odd, max_size=5), max_size=4).map("".join)
anything = st.lists(
    st.sampled_from(NASTY[:-1]) | st.text(st.characters(codec="utf-8"), max_size=5), max_size=4
).map("".join)
pages = st.lists(cells, min_size=1, max_size=4)


def as_csv(cells: list[str]) -> tuple[str, str]:
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerows([["Date", "Lecture"], *dated(cells)])
    return "page.csv", text.getvalue().replace("\0", "")


def as_html(cells: list[str]) -> tuple[str, str]:
    rows = [f"<tr><td>{date}<td>{escaped(cell)}" for date, cell in dated(cells)]
    return "page.html", "<table><tr><th>Date<th>Lecture" + "\n".join(rows) + "</table>"


def escaped(cell: str) -> str:
    printed = (one if one.isprintable() or one == "\n" else f"&#x{ord(one):x};" for one in cell)
    return "".join(html.escape(one) if len(one) == 1 else one for one in printed)


def as_markdown(cells: list[str]) -> tuple[str, str]:
    rows = [f"| {date} | {slashed(cell)} |" for date, cell in dated(cells)]
    return "page.md", "\n".join(["| Date | Lecture |", "|---|---|", *rows, ""])


def slashed(cell: str) -> str:
    flat = re.sub(r"[\r\n\x00]+", "<br>", re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", cell))
    return flat.replace("\\<br\\>", "<br>")


def dated(cells: list[str]) -> list[list[str]]:
    days = [FIRST + dt.timedelta(weeks=week) for week in range(len(cells))]
    return [
        [f"{day}", f"aq{n}q {cell} zq{n}q"]
        for n, (day, cell) in enumerate(zip(days, cells, strict=True))
    ]


def built(page: tuple[str, str], **more: object) -> tuple[bytes, Report]:
    rules = {
        "course": {"short": "CS", "name": "Sets"},
        "timezone": "Europe/Berlin",
        "page": page[0],
        "tracks": {"Lecture": {"at": "10:00-12:00"}},
        **more,
    }
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, page[0]).write_bytes(page[1].encode(errors="ignore"))
        Path(folder, "schedule.yaml").write_text(yaml.safe_dump(rules), encoding="utf-8")
        result = compile_course(Path(folder, "schedule.yaml"), now=NOW)
    return result.files.get("cs.ics", b""), result.report


def texts(feed: bytes) -> list[tuple[str, str, str]]:
    read = [
        (event.text("SUMMARY"), event.text("DESCRIPTION"), event.text("LOCATION"))
        for event in strictly.calendar(feed).all("VEVENT")
    ]
    other = [
        tuple(event.getChildValue(name, "") for name in ("summary", "description", "location"))
        for event in vobject.readOne(feed.decode()).vevent_list
    ]
    assert read == other
    return read


def faults(feed: bytes) -> list[str]:
    report = Report()
    lint.feed(feed, "cs.ics", report)
    return [f"{said.code}: {said.message}" for said in report if said.code != "html-in-text"]


@pytest.mark.parametrize("form", [as_csv, as_html, as_markdown])
@settings(max_examples=60)
@example(cells=list(NASTY))
@given(cells=pages)
def test_no_cell_breaks_out_of_its_event(
    form: Callable[[list[str]], tuple[str, str]], cells: list[str]
) -> None:
    feed, report = built(form(cells))

    assert not report.failed, list(report)
    said = texts(feed)
    assert len(said) == len(cells)
    for number, (summary, description, _) in enumerate(said):
        assert f"aq{number}q" in summary
        assert re.findall(r"[az]q\d+q", description) == [f"aq{number}q", f"zq{number}q"]
    assert faults(feed) == []


@settings(max_examples=60)
@example(text=" ".join(NASTY[:-1]))
@given(text=anything)
def test_no_word_of_schedule_yaml_breaks_out_of_its_property(text: str) -> None:
    feed, report = built(
        ("page.csv", "Date,Lecture\n2026-03-02,Sets\n2026-03-09,Maps\n"),
        course={"short": "CS", "name": f"aq{text}zq"},
        tracks={"Lecture": {"at": "10:00-12:00", "place": f"aq{text}zq"}},
    )

    assert not report.failed, list(report)
    assert [place for *_, place in texts(feed)] == [one_line(f"aq{text}zq")] * 2
    assert strictly.calendar(feed).text("NAME") == one_line(f"CS: aq{text}zq")
    assert faults(feed) == []
