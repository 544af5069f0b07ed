"""What the words of a cell mean: vocabulary looked up in one pass over its words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from syllabical import languages
from syllabical.languages import folding

Words = tuple[tuple[str, tuple[str, ...]], ...]
"""Phrases by what they mean, as in schedule.yaml: `(("no class", ("strike",)),)`."""

_DECOY = "decoy heading"


class Mark(NamedTuple):
    """A stretch of a text that means something."""

    sense: str
    """A key of `[cells]` or `[headers]` in the languages' files: `no class`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Lexicon:
    """Phrases and what they mean, in all the languages of one page."""

    by_first: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]] = field(default_factory=dict)
    """Phrases word by word with their senses, by their first word, the longest first."""

    endings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The senses of words by what they end with: `*ferien`."""

    beginnings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    longest_affix: int = 0
    """The letters of the longest of these."""

    unspaced: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The senses of phrases in scripts without blanks, the longest first."""

    def marks(self, text: str) -> tuple[Mark, ...]:
        """What is meant where, from left to right; the longest phrase wins, in all its senses."""
        return _marks(self, text)

    def senses(self, text: str) -> frozenset[str]:
        """All that a text means."""
        return _senses(self, text)

    def found(self, text: str) -> list[Mark]:
        """The same as `marks`, looked up anew."""
        spaced = self._in_words(text)
        if not (self.unspaced and folding.is_unspaced(text)):
            return spaced
        return sorted({*spaced, *self._in_letters(text)}, key=lambda mark: (mark.start, mark.end))

    def _in_words(self, text: str) -> list[Mark]:
        written = folding.said(text)
        if not self.longest_affix and self.by_first.keys().isdisjoint(written):
            return []
        found: list[Mark] = []
        spans = folding.spans(text)
        at = 0
        while at < len(written):
            length, senses = self._longest(written, at)
            if senses:
                start, end = spans[at][0], spans[at + length - 1][1]
                found += [Mark(sense, start, end) for sense in senses]
            at += length
        return found

    def _longest(self, written: Sequence[str], at: int) -> tuple[int, Sequence[str]]:
        """How many words the longest phrase at a place has, and its senses."""
        length = 0
        senses: list[str] = []
        for phrase, sense in self.by_first.get(written[at], ()):
            if len(phrase) < length:
                break
            if len(phrase) == 1 or phrase == tuple(written[at : at + len(phrase)]):
                length = len(phrase)
                senses.append(sense)
        return (length, senses) if senses else (1, self._by_affix(written[at]))

    def _by_affix(self, word: str) -> Sequence[str]:
        for length in range(min(self.longest_affix, len(word)), 1, -1):
            senses = self.endings.get(word[-length:]) or self.beginnings.get(word[:length])
            if senses:
                return senses
        return ()

    def _in_letters(self, text: str) -> Iterable[Mark]:
        places = [at for at, letter in enumerate(text) if not letter.isspace()]
        packed = "".join(_one(text[at]) for at in places)
        taken = [False] * len(packed)
        for phrase, senses in self.unspaced.items():
            at = packed.find(phrase)
            while at >= 0:
                end = at + len(phrase)
                if not any(taken[at:end]):
                    for sense in senses:
                        yield Mark(sense, places[at], places[end - 1] + 1)
                    taken[at:end] = [True] * len(phrase)
                at = packed.find(phrase, end)


@lru_cache(maxsize=16384)
def _marks(lexicon: Lexicon, text: str) -> tuple[Mark, ...]:
    return tuple(lexicon.found(text))


@lru_cache(maxsize=16384)
def _senses(lexicon: Lexicon, text: str) -> frozenset[str]:
    return frozenset([mark.sense for mark in _marks(lexicon, text)])


def _one(letter: str) -> str:
    small = folding.folded(letter)
    return small if len(small) == 1 else letter


def lexicon(entries: Iterable[tuple[str, Iterable[str]]], base: Lexicon | None = None) -> Lexicon:
    """The phrases of some senses, beside those of another lexicon."""
    base = base or Lexicon()
    by_first, unspaced = dict(base.by_first), dict(base.unspaced)
    endings, beginnings = dict(base.endings), dict(base.beginnings)
    for sense, phrase in ((sense, phrase.strip()) for sense, each in entries for phrase in each):
        if folding.is_unspaced(phrase):
            packed = "".join(_one(letter) for letter in phrase if not letter.isspace())
            unspaced[packed] = (*unspaced.get(packed, ()), sense)
            continue
        parts = tuple(folding.said(phrase))
        joined = "".join(parts)
        if phrase.startswith("*"):
            endings[joined] = (*endings.get(joined, ()), sense)
        if phrase.endswith("*"):
            beginnings[joined] = (*beginnings.get(joined, ()), sense)
        if parts and "*" not in phrase:
            listed = (*by_first.get(parts[0], ()), (parts, sense))
            by_first[parts[0]] = tuple(sorted(listed, key=lambda entry: -len(entry[0])))
    longest = sorted(unspaced, key=len, reverse=True)
    return Lexicon(
        by_first=by_first,
        endings=endings,
        beginnings=beginnings,
        longest_affix=max(map(len, (*endings, *beginnings)), default=0),
        unspaced={phrase: unspaced[phrase] for phrase in longest},
    )


@lru_cache(maxsize=64)
def of_cells(codes: tuple[str, ...], more: Words = ()) -> Lexicon:
    """What cells mean in these languages, with further words from schedule.yaml."""
    if more:
        return lexicon(more, of_cells(codes))
    sections = (languages.language(code).section("cells").items() for code in codes)
    return lexicon(entry for each in sections for entry in each)


@lru_cache(maxsize=64)
def of_headers(codes: tuple[str, ...]) -> Lexicon:
    """What headers mean in these languages."""
    sections = (languages.language(code).section("headers").items() for code in codes)
    return lexicon(entry for each in sections for entry in each if entry[0] != _DECOY)


@lru_cache(maxsize=64)
def of_decoys(codes: tuple[str, ...]) -> Lexicon:
    """The headings over tables that are no schedule, in these languages."""
    sections = (languages.language(code).section("headers") for code in codes)
    return lexicon((_DECOY, each.get(_DECOY, ())) for each in sections)
