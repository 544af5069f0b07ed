"""Which lines of a Markdown page are headings, and how deep: in every dress that pages use."""

import re

LEAST = 7
"""The level of what only looks like a heading: a bold paragraph, a tab, a caption."""

BLOCK = re.compile(r"(?:!!!|\?\?\?\+?|===)\s*[\w ]*\"([^\"]*)\"\s*$|(?:!!!|\?\?\?)\s*\w+()")
"""A block or tab of MkDocs, its contents indented."""

_NUMBERED = re.compile(r"(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#*)?[ \t]*$")
_TIGHT = re.compile(r"(#{2,6})([^\s#].*?)#*$")
_UNDERLINE = re.compile(r"(=+|-+)[ \t]*$")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]")
_HTML = re.compile(r"<h([1-6])\b[^>]*>(.*?)</h\1\s*>", re.IGNORECASE)
_SUMMARY = re.compile(r"<(summary|caption)\b[^>]*>(.*?)</\1\s*>", re.IGNORECASE)
_BOLD = re.compile(r"(?:\*\*|__)([^*_]+)(?:\*\*|__):?|\*{3}([^*]+)\*{3}:?")
_COLONS = re.compile(r":{3,}\s*\{[\w-]+\}\s*(.*)")


def title(text: str, above: str) -> tuple[int, str] | None:
    """The level and words of a heading; `above` is the line above, if none stands between."""
    match text[0]:
        case "#":
            found = _NUMBERED.match(text) or _TIGHT.match(text)
            return (len(found[1]), found[2] or "") if found else None
        case "=" | "-" if above and _UNDERLINE.match(text) and not _ITEM.match(above):
            return (1 if text[0] == "=" else 2), above
        case "<":
            return _tagged(text)
        case "*" | "_" if not above or above[0] == "<":
            found = _BOLD.fullmatch(text.strip())
            return (LEAST, (found[1] or found[2]).rstrip(":")) if found else None
        case "!" | "?" | "=" | ":":
            found = BLOCK.match(text) or _COLONS.match(text)
            return (LEAST, found[1] or "") if found else None
        case _:
            return None


def ends(text: str) -> bool:
    """Whether a line ends the block that the least heading stands above."""
    return text.rstrip() == ":::" or text.lower().startswith("</details")


def _tagged(text: str) -> tuple[int, str] | None:
    if found := _HTML.search(text):
        return int(found[1]), found[2]
    found = _SUMMARY.search(text)
    return (LEAST, found[2]) if found else None
