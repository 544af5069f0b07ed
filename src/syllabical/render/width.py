"""Text as a terminal shows it: how many columns it takes, cut and filled to fit, made harmless."""

import re

from wcwidth import wcswidth

# Control characters could command the terminal, and bidi controls could reorder the line.
_CONTROLS = {code: chr(0x2400 + code) for code in range(0x20)} | {
    0x7F: "\u2421",
    **dict.fromkeys(range(0x80, 0xA0), "\ufffd"),
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd"),
    **dict.fromkeys((0x061C, 0x200E, 0x200F, 0x2028, 0x2029), "\ufffd"),
    ord("\t"): "    ",
}
_SURROGATES = re.compile(r"[\ud800-\udfff]")
_RIGHT = r"\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff"
_RIGHT_TO_LEFT = re.compile(rf"[{_RIGHT}](?:[^A-Za-z|`]*[{_RIGHT}])?")
_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"


def printable(text: str) -> str:
    """The text with every character that would act on the terminal made visible.

    A control becomes its picture (`␛`), a tab four blanks, a bidi control U+FFFD.
    """
    if text.isascii() and text.isprintable():
        return text
    return _SURROGATES.sub("\ufffd", text.translate(_CONTROLS))


def isolated(text: str) -> str:
    """The text with its right-to-left stretches kept from reordering what stands around them.

    Each stands between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE (Unicode UAX #9).
    """
    if text.isascii():
        return text
    return _RIGHT_TO_LEFT.sub(rf"{_FIRST_STRONG_ISOLATE}\g<0>{_POP_ISOLATE}", text)


def measure(text: str) -> int:
    """How many terminal columns a text takes, by Unicode's widths; it must be `printable`."""
    if text.isascii():
        return len(text)
    return max(wcswidth(text), 0)


def cut_right(text: str, width: int) -> str:
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
    """A text cut to so many columns, and filled up to them with blanks."""
    kept = cut_right(text, width)
    return isolated(kept) + " " * (width - measure(kept))


def wrapped(text: str, width: int) -> tuple[str, ...]:
    """A text in lines of at most so many columns, divided at blanks."""
    lines: list[str] = []
    for word in text.split():
        if lines and measure(lines[-1]) + 1 + measure(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(cut_right(word, width))
    return tuple(lines)


def encodable(text: str) -> str:
    """The text with `?` for lone surrogates, which a JSON or YAML escape can bring in."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
