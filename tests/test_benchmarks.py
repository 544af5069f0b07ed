import importlib
from pathlib import Path
from types import ModuleType

import pytest

from syllabical import compile_course

ROOT = Path(__file__).parents[1]


@pytest.fixture
def benchmark(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    return importlib.import_module("stages")


def test_every_stage_of_a_course_is_timed(benchmark: ModuleType) -> None:
    spent = benchmark.measured(ROOT / "schedule.yaml", 1, again=True)

    assert spent.events == 30
    assert [stage for stage in benchmark.STAGES if not spent.seconds[stage]] == []


def test_a_made_page_keeps_its_hours_in_the_zone(benchmark: ModuleType, tmp_path: Path) -> None:
    pages = benchmark.made_pages
    made = compile_course(pages.write(tmp_path, pages.of_events(200)), now=benchmark.NOW)
    [feed] = made.files.values()

    assert len(made.editions) == 200
    assert b"BEGIN:DAYLIGHT" in feed
    assert feed.count(b"DTSTART;TZID=Europe/Berlin:") == 200
