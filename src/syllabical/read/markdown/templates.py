"""Takes Liquid, Hugo and Quarto tags out of the text, so that Markdown is read without them.

Each tag is hidden behind a mark that Markdown leaves alone; in words it is then shown as what
it prints, as far as that stands in the tag itself, and in an address it is put back whole.
"""

import re

TAG = re.compile(
    r"\{\{[<%].{0,400}?[>%]\}\}|\{\{(?:\"[^\"\n]{0,400}\"|'[^'\n]{0,400}'|[^{}]){0,400}?\}\}"
    r"|\{%.{0,400}?%\}",
    re.DOTALL,
)
"""A Liquid, Hugo, Quarto or Jinja tag. Bounded, so that a stray `{{` costs nothing."""

_DEAD = (
    ("<!--", re.compile(r"<!--"), re.compile(r"-->")),
    ("comment", re.compile(r"\{%-?\s*comment\b"), re.compile(r"\{%-?\s*endcomment\s*-?%\}")),
    (
        "/comment",
        re.compile(r"\{\{[<%]\s*comment\b"),
        re.compile(r"\{\{[<%]\s*/comment\s*[>%]\}\}"),
    ),
    ("{/*", re.compile(r"\{/\*"), re.compile(r"\*/\}")),
    ("{#", re.compile(r"\{#-?\s"), re.compile(r"#\}")),
)
_MARK = re.compile("\ue000(\\d+)\ue001")
_PRINTED = re.compile(r"""\{\{-?\s*(?:"([^"]*)"|'([^']*)')""")


def dead(text: str) -> list[tuple[int, int]]:
    """The stretches that are commented out, in any of the ways that a page may do it."""
    found: list[tuple[int, int]] = []
    for clue, opening, closing in _DEAD:
        opened = opening.search(text) if clue in text else None
        while opened:
            closed = closing.search(text, opened.end())
            if not closed:
                break
            found.append((opened.start(), closed.end()))
            opened = opening.search(text, closed.end())
    return found


def uncommented(text: str) -> str:
    """The text without what is commented out."""
    if "<!--" not in text and "{" not in text:
        return text
    for start, end in sorted(dead(text), reverse=True):
        text = text[:start] + text[end:]
    return text


def hidden(text: str) -> tuple[str, list[str]]:
    """The text with a mark for each tag, and the tags."""
    tags: list[str] = []

    def mark(found: re.Match[str]) -> str:
        tags.append(found[0])
        return f"\ue000{len(tags) - 1}\ue001"

    return TAG.sub(mark, text), tags


def printed(text: str, tags: list[str]) -> str:
    """Words with each mark replaced by what its tag prints."""
    return _MARK.sub(lambda found: _words(tags[int(found[1])]), text) if "\ue000" in text else text


def restored(address: str, tags: list[str]) -> str:
    """An address with each mark replaced by its tag."""
    return _MARK.sub(lambda found: tags[int(found[1])], address) if "\ue000" in address else address


def _words(tag: str) -> str:
    found = _PRINTED.match(tag)
    return (found[1] or found[2] or "") if found else ""
