import random
import re
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from syllabical.cli import main

ROOT = Path(__file__).parents[1]
SUFFIXES = {".md", ".html", ".csv", ".tsv", ".yml", ".yaml", ".json", ".qmd", ".adoc", ".tex"}
PAGES = sorted(
    path
    for folder in (ROOT / "examples", ROOT / "tests" / "golden", ROOT.parent / "shared" / "corpus")
    if folder.is_dir()
    for path in folder.rglob("*")
    if path.suffix
    in {".md", ".html", ".csv", ".tsv", ".yml", ".yaml", ".json", ".qmd", ".adoc", ".tex"}
    and path.stat().st_size < 40_000
)
HEAD = "| Date | Lecture |\n|---|---|\n"
CELL = HEAD + "| 03/02/2025 | {} |\n"
DATE = HEAD + "| {} | Graphs |\n"
SECONDS = 6

HEAVY = {
    "columns.md": "|" + "a|" * 4000 + "\n|" + "--|" * 4000 + "\n" + "|" + "1|" * 4000 + "\n",
    "word.md": CELL.format("x" * 200_000),
    "words.md": CELL.format("word " * 40_000),
    "backslashes.md": CELL.format("\\" * 50_000),
    "brackets.md": CELL.format("[" * 25_000 + "]" * 25_000),
    "links.md": CELL.format("[a](" * 12_000),
    "stars.md": CELL.format("**a *b " * 7_000),
    "underscores.md": CELL.format("_a_b" * 25_000),
    "code.md": CELL.format(" ".join("`" * count for count in range(1, 300))),
    "open-tags.md": CELL.format("<a " * 15_000),
    "comments.md": CELL.format("<!-- " * 10_000),
    "templates.md": "{{ " * 15_000 + "\n" + CELL.format("Graphs"),
    "hebrew.md": CELL.format("א" * 100_000),
    "accents.md": CELL.format("a" + "\u0301" * 50_000),
    "digits.md": DATE.format("1" * 50_000),
    "range.md": DATE.format("1-" * 25_000),
    "dates.md": DATE.format("01/02/2025 " * 4_000),
    "days.md": DATE.format("3. " * 15_000),
    "quotes.md": "> " * 25_000 + "a\n",
    "fences.md": "```\n" * 15_000,
    "text.md": "The lecture is on Monday, 3 March 2025\n" * 1_500,
    "undated.md": HEAD + "| soon | Graphs |\n" * 1_000,
    "same-date.md": HEAD + "| 03/02/2025 | Graphs |\n" * 1_000,
    "tables.md": (HEAD + "| 03/02/2025 | Graphs |\n\n") * 500,
    "cells.html": "<table><tr>" + "<td>" * 25_000,
    "nested.html": "<table><tr><td>" * 2_500 + "x",
    "deep.html": "<div>" * 15_000 + "<table><tr><td>3/2/2025<td>a</table>",
    "bold.html": "<table><tr><td>" + "<b><i>" * 10_000 + "x</table>",
    "spans.html": "<table>" + "<tr><td rowspan=65534 colspan=1000>a" * 100 + "</table>",
    "rows.html": "<table>" + "<tr><td rowspan=2>3/2/2025<td>a<tr><td>b" * 1_000,
    "flow.yml": "[" * 10_000,
    "lists.yml": "- " * 10_000 + "a",
    "bomb.yml": "a: &a [1,1,1,1,1,1,1,1,1]\n"
    + "".join(
        f"{name}: &{name} [{','.join(['*' + above] * 9)}]\n"
        for above, name in zip("abcdefgh", "bcdefghi", strict=True)
    ),
    "commas.csv": "," * 50_000,
    "marks.csv": '"' * 50_000,
    "brackets.json": "[" * 25_000,
    "pipes.adoc": "|===\n" + "|" * 50_000,
    "spans.adoc": "[cols=3*]\n|===\n" + ".999+|a 3*|b " * 4_000,
    "attributes.adoc": ":a: {a}{a}x\n" * 5_000 + "{a}" * 5_000,
    "marks.adoc": "|===\n|1/2 |" + "*a _b `c #d " * 5_000,
    "braces.tex": "{" * 50_000 + "}" * 50_000,
    "rows.tex": "\\begin{tabular}{ll}" + "&\\\\[" * 15_000,
    "nested.tex": "\\begin{tabular}{l}" * 5_000 + "1/2 & a",
    "macros.tex": "\\def\\a{\\a\\a}" + "\\a" * 25_000,
}


@pytest.fixture
def limited() -> Iterator[None]:
    def stop(*_: object) -> None:
        pytest.fail(f"takes more than {SECONDS} seconds of the processor")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    yield
    signal.setitimer(signal.ITIMER_PROF, 0)
    signal.signal(signal.SIGPROF, before)


def exit_code(path: Path) -> int:
    result = CliRunner(catch_exceptions=False).invoke(main, ["show", str(path)])
    return result.exit_code


@pytest.mark.usefixtures("limited")
@pytest.mark.parametrize("name", HEAVY)
def test_no_page_is_too_heavy(tmp_path: Path, name: str) -> None:
    page = tmp_path / name
    page.write_text(HEAVY[name], encoding="utf-8")

    assert exit_code(page) in {0, 1}


def damaged(content: bytes, chance: random.Random) -> bytes:

    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(content) + 1)
        to = min(len(content), at + chance.randint(1, 400))
        match chance.randrange(6):
            case 0:
                content = content[:at]
            case 1:
                content = content[:at] + content[to:]
            case 2:
                content = content[:to] + content[at:]
            case 3:
                scratch = bytes(chance.choice(b"|<>{}[]`*-:\"'\\\n\t0\xff\x00") for _ in range(5))
                content = content[:at] + scratch + content[at:]
            case 4:
                lines = content.splitlines(keepends=True)
                chance.shuffle(lines)
                content = b"".join(lines)
            case _:
                content = re.sub(rb"\d+", lambda _: b"%d" % chance.randint(0, 9999), content)
    return content


@given(st.randoms(use_true_random=False), st.integers(0))
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_no_page_is_too_damaged_to_be_shown(
    tmp_path: Path, chance: random.Random, which: int
) -> None:
    page = PAGES[which % len(PAGES)]
    broken = tmp_path / page.name
    broken.write_bytes(damaged(page.read_bytes(), chance))

    assert exit_code(broken) in {0, 1, 2}
