"""What the words of a cell mean: vocabulary looked up in one pass over its words."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from syllabical.interpret import words
from syllabical.interpret.language import folding


class Mark(NamedTuple):
    """A stretch of a text that means something."""

    sense: str
    """A key of `CELLS` in the vocabulary: `no class`."""

    start: int
    end: int


class Lexicon:
    """Phrases and what they mean, in all the languages of one page."""

    def __init__(self, entries: Iterable[tuple[str, str]]) -> None:
        """Take pairs of a sense and its phrases between commas."""
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._endings: dict[str, list[str]] = {}
        self._beginnings: dict[str, list[str]] = {}
        self._unspaced: dict[str, list[str]] = {}
        self._known: dict[str, tuple[Mark, ...]] = {}
        self._senses: dict[str, frozenset[str]] = {}
        for sense, phrases in entries:
            for phrase in phrases.split(","):
                self._learn(sense, phrase)
        for listed in self._by_first.values():
            listed.sort(key=lambda entry: -len(entry[0]))
        self._has_affixes = bool(self._endings or self._beginnings)
        self._longest_first = sorted(self._unspaced, key=len, reverse=True)

    def _learn(self, sense: str, phrase: str) -> None:
        if folding.is_unspaced(phrase):
            packed = "".join(_one(letter) for letter in phrase if not letter.isspace())
            self._unspaced.setdefault(packed, []).append(sense)
            return
        phrase = phrase.strip()
        parts = tuple(folding.said(phrase))
        if phrase.startswith("*"):
            self._endings.setdefault("".join(parts), []).append(sense)
        if phrase.endswith("*"):
            self._beginnings.setdefault("".join(parts), []).append(sense)
        if parts and "*" not in phrase:
            self._by_first.setdefault(parts[0], []).append((parts, sense))

    def marks(self, text: str) -> tuple[Mark, ...]:
        """What is meant where, from left to right; the longest phrase wins, in all its senses."""
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = tuple(self._found(text))
        return known

    def senses(self, text: str) -> frozenset[str]:
        """All that a text means."""
        known = self._senses.get(text)
        if known is None:
            known = self._senses[text] = frozenset([mark.sense for mark in self.marks(text)])
        return known

    def _found(self, text: str) -> list[Mark]:
        spaced = self._in_words(text)
        if not (self._unspaced and folding.is_unspaced(text)):
            return spaced
        return sorted({*spaced, *self._in_letters(text)}, key=lambda mark: (mark.start, mark.end))

    def _in_words(self, text: str) -> list[Mark]:
        said = folding.said(text)
        if not self._has_affixes and self._by_first.keys().isdisjoint(said):
            return []
        found: list[Mark] = []
        spans = folding.spans(text)
        at = 0
        while at < len(said):
            length, senses = self._longest(said, at)
            if senses:
                start, end = spans[at][0], spans[at + length - 1][1]
                found += [Mark(sense, start, end) for sense in senses]
            at += length
        return found

    def _longest(self, said: list[str], at: int) -> tuple[int, list[str]]:
        listed = self._by_first.get(said[at])
        if listed is None:
            return 1, self._by_affix(said[at]) if self._has_affixes else []
        length, senses = 0, []
        for phrase, sense in listed:
            if len(phrase) < length:
                break
            if len(phrase) == 1 or phrase == tuple(said[at : at + len(phrase)]):
                length = len(phrase)
                senses.append(sense)
        return (length, senses) if senses else (1, self._by_affix(said[at]))

    def _by_affix(self, word: str) -> list[str]:
        for cut in range(len(word) - 1):
            if word[cut:] in self._endings:
                return self._endings[word[cut:]]
            begun = word[: len(word) - cut]
            if begun in self._beginnings:
                return self._beginnings[begun]
        return []

    def _in_letters(self, text: str) -> Iterable[Mark]:
        places = [at for at, letter in enumerate(text) if not letter.isspace()]
        packed = "".join(_one(text[at]) for at in places)
        taken = [False] * len(packed)
        for phrase in self._longest_first:
            at = packed.find(phrase)
            while at >= 0:
                end = at + len(phrase)
                if not any(taken[at:end]):
                    for sense in self._unspaced[phrase]:
                        yield Mark(sense, places[at], places[end - 1] + 1)
                    taken[at:end] = [True] * len(phrase)
                at = packed.find(phrase, end)


def _one(letter: str) -> str:
    folded = folding.folded(letter)
    return folded if len(folded) == 1 else letter


def of_cells(languages: Iterable[str], more: Mapping[str, Iterable[str]]) -> Lexicon:
    """What cells mean in these languages, with further words from schedule.yaml."""
    entries = [entry for code in languages for entry in words.of(code).cells.items()]
    entries += [(sense, phrase) for sense, phrases in more.items() for phrase in phrases]
    return Lexicon(entries)


def of_headers(languages: Iterable[str]) -> Lexicon:
    """What headers mean in these languages."""
    entries = (entry for code in languages for entry in words.of(code).headers.items())
    return Lexicon(entry for entry in entries if entry[0] != "decoy heading")
