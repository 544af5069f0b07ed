"""Takes the label off an entry, as just-the-class pages have them: `**Lecture**{: .label }`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LABEL = re.compile(
    r"(?:\*\*(?P<bold>[^*\n]+)\*\*|__(?P<under>[^_\n]+)__|\[(?P<link>[^\]\n]+)\]\([^)\n]*\)"
    r"|<(?P<tag>span|strong|b)\b[^>\n]*>(?P<tagged>[^<\n]+)</(?P=tag)>|`(?P<code>[^`\n]+)`)"
    r"[ \t]*\{:[^}\n]*\.label[^}\n]*\}"
    r"|<(?P<own>span|strong|b)\b[^>\n]*\bclass=[\"']?[^\"'>\n]*label[^>\n]*>(?P<ownly>[^<\n]+)"
    r"</(?P=own)>"
)
_ONLY_LINKS = re.compile(
    r"[\s,;|/·•()-]*(?:!?\[[^\]\n]*\]\([^)\n]*\)(?:\{:[^}\n]*\})?[\s,;|/·•()-]*)*"
)
_WORDS = ("bold", "under", "link", "tagged", "code", "ownly")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A stretch of an entry: its label, and the words that belong to it."""

    label: str
    start: int
    end: int
    """Where the words start and end."""

    label_start: int = 0


def labelled(text: str) -> tuple[tuple[Labelled, ...], tuple[Labelled, ...]]:
    """The entries that a definition holds, and the links among them that have a label."""
    found = list(_LABEL.finditer(text))
    if not found:
        return (Labelled("", 0, len(text)),), ()
    parts = list(_parts(text, found))
    before = text[: found[0].start()]
    if before.strip(" \t,;|/:-–—"):
        # The label stands behind what it names: `[Trees](trees.pdf) **Lecture**{: .label }`.
        first = parts[0]
        if first.start == first.end or not text[first.start : first.end].strip():
            parts[0] = Labelled(first.label, 0, found[0].start())
        else:
            parts.insert(0, Labelled("", 0, found[0].start()))
    entries = [parts[0]]
    links: list[Labelled] = []
    for part in parts[1:]:
        words = text[part.start : part.end]
        only_links = bool(words.strip()) and bool(_ONLY_LINKS.fullmatch(words))
        (links if only_links else entries).append(part)
    return tuple(entries), tuple(links)


def _parts(text: str, found: list[re.Match[str]]) -> Iterator[Labelled]:
    """Each label with the words behind it; labels side by side are one."""
    names: list[str] = []
    start = 0
    for at, match in enumerate(found):
        start = start if names else match.start()
        end = found[at + 1].start() if at + 1 < len(found) else len(text)
        names.append(next(match[name] for name in _WORDS if match[name]).strip())
        if at + 1 < len(found) and not text[match.end() : end].strip():
            continue
        yield Labelled(" ".join(names), match.end(), end, start)
        names = []
