"""Measuring, cutting and aligning text as a terminal shows it, in every script."""

import re

from wcwidth import wcswidth

TAB = "    "

# Control characters could command the terminal, and bidi controls could reorder the line.
_CONTROLS = {code: chr(0x2400 + code) for code in range(0x20)} | {
    0x7F: "\u2421",
    **dict.fromkeys(range(0x80, 0xA0), "\ufffd"),
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd"),
    **dict.fromkeys((0x061C, 0x200E, 0x200F, 0x2028, 0x2029), "\ufffd"),
    ord("\t"): TAB,
}
_SURROGATES = re.compile(r"[\ud800-\udfff]")
_RIGHT = r"\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff"
_RIGHT_TO_LEFT = re.compile(rf"[{_RIGHT}](?:[^A-Za-z|`]*[{_RIGHT}])?")
FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"


def visible(text: str) -> str:
    """The text with every character that would act on the terminal made visible; tabs as blanks."""
    if text.isascii() and text.isprintable():
        return text
    return _SURROGATES.sub("\ufffd", text.translate(_CONTROLS))


def isolated(text: str) -> str:
    """The text with its right-to-left stretches kept from reordering what stands around them."""
    if text.isascii():
        return text
    return _RIGHT_TO_LEFT.sub(rf"{FIRST_STRONG_ISOLATE}\g<0>{POP_ISOLATE}", text)


def measure(text: str) -> int:
    """How many columns a text takes; it must be visible."""
    if text.isascii():
        return len(text)

    return max(wcswidth(text), 0)


def cut(text: str, width: int) -> str:
    """The start of a text in at most so many columns, `…` where something was left out."""
    if measure(text) <= width:
        return text
    kept = text[:width]
    while kept and measure(kept) > width - 1:
        kept = kept[:-1]
    return f"{kept.rstrip()}…" if width > 0 else ""


def cut_left(text: str, width: int) -> str:
    """The end of a text in at most so many columns, `…` where something was left out."""
    if measure(text) <= width:
        return text
    kept = text[-width:] if width > 0 else ""
    while kept and measure(kept) > width - 1:
        kept = kept[1:]
    return f"…{kept}" if width > 0 else ""


def padded(text: str, width: int) -> str:
    """A text cut to so many columns, and filled up to them."""
    kept = cut(text, width)
    return isolated(kept) + " " * (width - measure(kept))


def wrapped(text: str, width: int) -> tuple[str, ...]:
    """A text in lines of at most so many columns, divided at blanks."""
    lines: list[str] = []
    for word in text.split():
        if lines and measure(lines[-1]) + 1 + measure(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(cut(word, width))
    return tuple(lines)


def encodable(text: str) -> str:
    """The text with `?` for half characters, which a JSON or YAML escape can bring in."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
