import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from syllabical import compile_course, interpret, plan, publish, reconcile
from syllabical.diagnostics import Report
from syllabical.model.schedule import Schedule
from syllabical.project import compiled, opened

NOW = dt.datetime(2026, 9, 1, tzinfo=dt.UTC)
PAGE = "# Biology\n\n| Date | Lecture |\n|---|---|\n| 14 Sep | Cells |\n| 21 Sep | Organs |\n"


def test_a_page_alone_is_published_under_its_own_title(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text(PAGE, "utf-8")

    result = compile_course(tmp_path / "page.md", now=NOW)

    assert list(result.files) == ["biology.ics"]
    assert b"X-WR-CALNAME:Biology\r\n" in result.files["biology.ics"]


def test_every_stage_holds_the_same_schedule(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held: list[Schedule] = []

    def spied(stage: Callable[..., Any]) -> Callable[..., Any]:
        def called(*given: Any, **named: Any) -> Any:
            held.extend(each for each in given if isinstance(each, Schedule))
            return stage(*given, **named)

        return called

    for room, name in (
        (interpret, "syllabus"),
        (plan, "events"),
        (reconcile.Policy, "from_schedule"),
        (publish, "files"),
    ):
        monkeypatch.setattr(room, name, spied(getattr(room, name)))
    (tmp_path / "page.md").write_text(PAGE, "utf-8")
    report = Report()
    course = opened(tmp_path / "page.md", report)
    assert course is not None

    result = compiled(course, report, now=NOW, year=2027)

    assert result.course is not None
    assert [each is result.course.schedule for each in held] == [True] * 4
    assert (held[0].course.name, held[0].dates.year) == ("Biology", 2027)
