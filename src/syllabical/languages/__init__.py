"""The words of course pages: one TOML file a language, whose comments `en.toml` has.

Words stand there as people write them. What is compared is made of them here, in `lexicon` and in
`names`: case, accents and the like are the program's business.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

ENGLISH = "en"

Section = Mapping[str, tuple[str, ...]]
"""Words by what they are: `{"no class": ("no class", "no lecture", …)}`."""

UNSPACED = re.compile("[\u0e00-\u0e7f\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Letters of scripts that are written without, or with few, blanks."""

_NOTHING: Section = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """What one file says."""

    code: str
    """The file's name, as ISO 639 has it: `de`."""

    name: str
    """What the language calls itself."""

    english: str
    """What English calls it."""

    script: str
    """The letters it is written in, as `detect` calls them: `Latin`, `Cyrillic`."""

    tag: str
    """The code that people write in schedule.yaml: `nb`, as `no` is no text in YAML."""

    also: tuple[str, ...]
    """Further codes that it goes by: `nn`."""

    small: tuple[str, ...]
    """Small words that give the language away."""

    sections: Mapping[str, Section]
    """All other words, as in `[cells]`."""

    def section(self, name: str) -> Section:
        """The words of one section; none where the file has no such section."""
        return self.sections.get(name, _NOTHING)


@cache
def codes() -> tuple[str, ...]:
    """The codes of all languages, English first."""
    files = (file.name for file in resources.files(__name__).iterdir())
    found = sorted(name.removesuffix(".toml") for name in files if name.endswith(".toml"))
    return ENGLISH, *(code for code in found if code != ENGLISH)


@cache
def language(code: str) -> Language:
    """The language of a code, which is one of `codes`."""
    file = resources.files(__name__) / f"{code}.toml"
    said = tomllib.loads(file.read_text(encoding="utf-8"))
    return Language(
        code=code,
        name=said.pop("name"),
        english=said.pop("english"),
        script=said.pop("script"),
        tag=said.pop("tag", code),
        also=tuple(said.pop("also", ())),
        small=tuple(said.pop("small", ())),
        sections={
            name: {key: tuple(words) for key, words in section.items()}
            for name, section in said.items()
            if name != "examples"
        },
    )


@cache
def code_of(tag: str) -> str:
    """The code of the language that a tag names: `no` for `nb-NO`; empty where there is none."""
    code = tag.replace("_", "-").partition("-")[0].lower()
    known = map(language, codes())
    return next((each.code for each in known if code in {each.code, each.tag, *each.also}), "")


@cache
def listed(section: str, key: str) -> tuple[str, ...]:
    """The words that all languages together have under a key, each once."""
    sections = (language(code).section(section) for code in codes())
    return tuple(dict.fromkeys(word for each in sections for word in each.get(key, ())))


def one_of(section: str, *keys: str) -> str:
    """An expression for any word under these keys, in any language; it has no groups.

    Case is left to whoever compiles it. `*` is any beginning or ending of a word, and a blank may
    be left out where the script has none.
    """
    return either(word for key in keys for word in listed(section, key))


def either(words: Iterable[str]) -> str:
    """An expression for any of some words, the longest first."""
    found = sorted(dict.fromkeys(words), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(_expression, found)) or '(?!)'})"


def _expression(word: str) -> str:
    blank = r"\s?" if UNSPACED.search(word) else r"\s+"
    parts = re.escape(word).replace(r"\*", r"\w*")
    return parts.replace(r"\ ", blank)
