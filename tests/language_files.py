"""Checks the files of languages: `python tests/language_files.py de`, or all of them without `de`.

What is wrong is said in sentences, each with its file and its key. Only the standard library is
needed to see that a file is made as it should be; its examples are read by syllabical itself.
"""

import re
import sys
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from importlib import import_module
from itertools import combinations
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[1] / "src" / "syllabical" / "languages"
SCRIPTS = (
    "Latin", "Greek", "Cyrillic", "Armenian", "Hebrew", "Arabic", "Devanagari", "Thai", "Hangul",
    "Han", "Kana",
)  # fmt: skip
ABOUT = {"name": str, "english": str, "script": str, "tag": str, "also": list, "small": list}
NEEDED = ("name", "english", "script", "feed", "examples")
SAID = ("released", "due", "cancelled", "no class")
KINDS = (
    "class", "no-class", "exam", "presentation", "homework-release", "homework-due", "other",
)  # fmt: skip
FEWEST, MOST = 3, 5
CLOSED = ("no class", "cancelled", "pause", "holiday")
HAPPENS = ("exam", "presentation", "homework", "task", "due", "out", "session")
CONTRADICTIONS = {
    "headers": [
        ("date", "last"), ("date", "due"), ("date", "out"), ("due", "out"), ("starts", "ends"),
        *[("decoy", role) for role in ("date", "session", "topic", "homework", "due", "out")],
    ],
    "cells": [
        ("due", "out"), ("exam", "not exam"), ("exam", "weak exam"), ("open", "nothing"),
        ("presentation", "weak presentation"), *[(off, on) for off in CLOSED for on in HAPPENS],
    ],
    "dates": [*combinations(("to", "and", "of"), 2)],
    "hours": [("am", "pm"), ("noon", "midnight"), ("hour", "minute")],
    "habits": [("month first", "day first")],
}  # fmt: skip
"""What no word can mean at once."""

UNSPACED = re.compile("[\u0e00-\u0e7f\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Scripts without blanks, where every sign counts."""

VOWELS = "".join(map(chr, range(0x0900, 0x0964)))
"""The letters of Devanagari and their signs, which are no accents."""

Data = Mapping[str, Any]


def texts() -> dict[str, str]:
    """All files by the code of their language."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.toml"))}


def faults(code: str, text: str) -> list[str]:
    """What is wrong with how a file is made; English says which keys there are."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return [f"{code}.toml cannot be read: {error}"]
    english = tomllib.loads((FOLDER / "en.toml").read_text(encoding="utf-8"))
    found = [*_about(data), *_sections(data, english), *_doubled(data), *_contradictory(data)]
    found += [*_feed(data), *_examples(data)]
    return [f"{code}.toml: {fault}" for fault in found]


def _about(data: Data) -> Iterator[str]:
    yield from (f"`{key}` is missing" for key in NEEDED if key not in data)
    for key, kind in ABOUT.items():
        if key in data and not isinstance(data[key], kind):
            yield f"`{key}` is no {'list of words' if kind is list else 'text in quotes'}"
    if data.get("script", SCRIPTS[0]) not in SCRIPTS:
        yield f"`script` is `{data['script']}`, which is none of {', '.join(SCRIPTS)}"


def _sections(data: Data, english: Data) -> Iterator[str]:
    for name, section in data.items():
        if name in ABOUT:
            continue
        if name not in english:
            yield f"`[{name}]` is no section{_meant(name, english)}"
        elif not isinstance(section, dict):
            yield f"`{name}` is a section: write `[{name}]` on a line of its own"
        elif name != "examples":
            for key, words in section.items():
                if key not in english[name]:
                    yield f"`{key}` under `[{name}]` is no key{_meant(key, english[name])}"
                yield from _words(f"`{key}` under `[{name}]`", words)


def _meant(written: str, known: Data) -> str:
    near = get_close_matches(written, known, n=1)
    return f"; did you mean `{near[0]}`?" if near else ""


def _words(where: str, words: object) -> Iterator[str]:
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        yield f'{where} is no list of words, as in `["one", "another one"]`'
        return
    for word in words:
        if not word.strip():
            yield f"{where} has an empty word"
        elif "," in word:
            yield f"{where} has `{word}`: write each word in quotes of its own"
        elif "*" in word.strip("*"):
            yield f"{where} has `{word}`: `*` stands at the beginning or the end of a word"


def folded(word: str) -> str:
    """A phrase as it is compared: without case, accents and punctuation."""
    if UNSPACED.search(word):
        return "".join(word.casefold().split())
    letters = unicodedata.normalize("NFKD", word.casefold())
    kept = (each for each in letters if each in VOWELS or unicodedata.category(each) != "Mn")
    return " ".join(re.findall(rf"\*|[\w{VOWELS}]+", unicodedata.normalize("NFC", "".join(kept))))


def _lists(data: Data) -> Iterator[tuple[str, str, list[str]]]:
    for name, section in data.items():
        for key, words in section.items() if isinstance(section, dict) else ():
            if name != "examples" and not [*_words("", words)]:
                yield name, key, words


def _doubled(data: Data) -> Iterator[str]:
    for name, key, words in _lists(data):
        seen: dict[str, str] = {}
        for word in words:
            # Small words are compared as they are written: `à` and `a` are two.
            same = folded(word) if name in ("headers", "cells") else word
            if same in seen:
                twice = f"`{seen[same]}` and `{word}`"
                yield f"`{key}` under `[{name}]` has {twice}, which are the same"
            seen[same] = word


def _contradictory(data: Data) -> Iterator[str]:
    senses: dict[str, dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    for name, key, words in _lists(data):
        for word in words:
            senses[name][folded(word)][key] = word
    pairs = {**CONTRADICTIONS, **{name: _any_two(data, name) for name in ("months", "weekdays")}}
    for name, contrary in pairs.items():
        for keys in senses[name].values():
            for one, other in contrary:
                if one in keys and other in keys:
                    yield f"`{keys[one]}` is under `{one}` and `{other}` of `[{name}]`"


def _any_two(data: Data, name: str) -> list[tuple[str, str]]:
    return [*combinations(data[name], 2)] if isinstance(data.get(name), dict) else []


def _feed(data: Data) -> Iterator[str]:
    section = data.get("feed")
    if isinstance(section, dict):
        for key in SAID:
            if not section.get(key):
                yield f"`{key}` under `[feed]` is missing"


def _examples(data: Data) -> Iterator[str]:
    examples = data.get("examples")
    if not isinstance(examples, dict):
        return
    rows = examples.get("rows", [])
    if not isinstance(examples.get("header"), str):
        yield '`header` under `[examples]` is missing, as in `header = "Date | Lecture"`'
    if not FEWEST <= len(rows) <= MOST:
        yield f"there are {len(rows)} examples; write {FEWEST} to {MOST}"
    for number, row in enumerate(rows, 1):
        if set(row) != {"row", "date", "means"}:
            yield f"example {number} has not `row`, `date` and `means`, and nothing else"
        else:
            for kind in row["means"]:
                if kind not in KINDS:
                    yield f"example {number} means `{kind}`, which is none of {', '.join(KINDS)}"


def main(asked: list[str]) -> int:
    """Say what is wrong; 1 where something is."""
    found = texts()
    for code in asked or found:
        if code not in found:
            print(f"there is no {FOLDER / code}.toml")  # noqa: T201 (a script)
            return 1
    wrong = [fault for code in asked or found for fault in faults(code, found[code])]
    if not wrong:
        # Reading needs every file whole.
        misread = import_module("language_examples").misread
        wrong = [fault for code in asked or found for fault in misread(code, found[code])]
    for line in wrong or [f"{code}.toml is right" for code in asked or found]:
        print(line)  # noqa: T201 (a script)
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
