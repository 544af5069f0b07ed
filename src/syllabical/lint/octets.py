"""What is wrong with the bytes of a feed themselves (RFC 5545 §3.1), whatever they say.

Shares nothing with what writes our feeds: a fault in common would not be seen.
"""

import re

from syllabical.diagnostics import Report
from syllabical.ical.lines import BYTE_ORDER_MARK, LONGEST, FeedText, is_utf_8
from syllabical.source import Source, Span

_END = re.compile(r"\r\n|\n|\r")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def look(text: FeedText, report: Report) -> None:
    """Say what the bytes break, each kind of fault once, at its first place."""
    source = text.source
    if text.feed.startswith(BYTE_ORDER_MARK):
        report.error(
            "byte-order-mark",
            "the feed starts with a byte order mark",
            source.span(0, 1),
            help="Google shows nothing of such a feed; write UTF-8 without it",
        )
    _look_at_line_ends(text, report)
    if control := _CONTROL.search(source.text):
        report.error(
            "control-character",
            f"the character U+{ord(control[0]):04X} may not stand in a feed",
            source.span(control.start(), control.end()),
            help="leave it out (RFC 5545 §3.1)",
        )
    _look_at_lines(text, report)


def _look_at_line_ends(text: FeedText, report: Report) -> None:
    for end in _END.finditer(text.source.text):
        if end[0] != "\r\n":
            is_feed = end[0] == "\n" and b"\n" in text.feed
            report.error(
                "line-end-not-crlf",
                f"a line ends in a bare {'LF' if is_feed else 'CR'}",
                text.source.span(end.start(), end.end()),
                help="Outlook and Google want CRLF; `*.ics -text` in .gitattributes keeps"
                " git from changing it",
            )
            return


def _look_at_lines(text: FeedText, report: Report) -> None:
    """Lines that are too long, or that are folded or cut inside a character."""
    source = text.source
    split = too_long = False
    for number, line in enumerate(text.octets, start=1):
        if not too_long and len(line) > LONGEST:
            too_long = True
            at = source.offset(number)
            report.warning(
                "line-too-long",
                f"a line has {len(line)} octets; {LONGEST} are allowed",
                source.span(at, at + 20),
                help="fold it (RFC 5545 §3.1)",
            )
        if not split and not is_utf_8(line):
            split = True
            _say_not_utf_8(text, _line(source, number), report)


def _line(source: Source, number: int) -> Span:
    at = source.offset(number)
    return source.span(at, at + len(source.line(number)))


def _say_not_utf_8(text: FeedText, at: Span, report: Report) -> None:
    """Say whether a fold or the encoding is to blame for bytes that are no UTF-8."""
    if text.is_utf_8:
        report.error(
            "fold-splits-character",
            "a line is folded inside a character",
            at,
            help="fold between characters; some calendars show �� here",
        )
        return
    report.error(
        "not-utf-8",
        "this line is not UTF-8",
        at,
        help="calendars read feeds as UTF-8, and show other bytes as �",
    )
