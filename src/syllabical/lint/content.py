"""A feed's bytes as content lines (RFC 5545 §3.1), and what is wrong with the bytes themselves.

Shares no code with the writer or its library: a fault they have in common would not be seen.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from syllabical.diagnostics import Report
from syllabical.source import Source, Span

LONGEST = 75
"""Octets of a line without its end (RFC 5545 §3.1)."""

_END = re.compile(r"\r\n|\n|\r")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_PARAMETER = re.compile(r';([A-Za-z0-9-]+)=((?:"[^"]*"|[^";:,])*(?:,(?:"[^"]*"|[^";:,])*)*)')


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One content line, its folds undone."""

    name: str
    """In capitals."""

    parameters: dict[str, str] = field(default_factory=dict)
    """By name in capitals, their quotes taken off."""

    value: str
    at: Span

    def parameter(self, name: str) -> str:
        """A parameter's value in capitals; empty where it is not given."""
        return self.parameters.get(name, "").upper()


def lines(content: bytes, path: str, report: Report) -> tuple[Source, list[Line]]:
    """The content lines of a feed; what is wrong with its bytes is in the report."""
    source = Source(path, content.decode("utf-8", "replace"))
    _look_at_bytes(content, source, report)
    unfolded = _unfolded(source)
    found = (_line(text, at, report) for text, at in unfolded)
    return source, [line for line in found if line]


def _look_at_bytes(content: bytes, source: Source, report: Report) -> None:
    """Say what the bytes break, each kind of fault once, at its first place."""
    if content.startswith(b"\xef\xbb\xbf"):
        report.error(
            "byte-order-mark",
            "the feed starts with a byte order mark",
            source.span(0, 1),
            help="Google shows nothing of such a feed; write UTF-8 without it",
        )
    _look_at_line_ends(source, report)
    control = _CONTROL.search(source.text)
    if control:
        report.error(
            "control-character",
            f"the character U+{ord(control[0]):04X} may not stand in a feed",
            source.span(control.start(), control.end()),
            help="leave it out (RFC 5545 §3.1)",
        )
    _look_at_octets(content, source, report)


def _look_at_line_ends(source: Source, report: Report) -> None:
    for end in _END.finditer(source.text):
        if end[0] != "\r\n":
            name = {"\n": "LF", "\r": "CR"}[end[0]]
            report.error(
                "line-end-not-crlf",
                f"a line ends in a bare {name}",
                source.span(end.start(), end.end()),
                help="Outlook and Google want CRLF; `*.ics -text` in .gitattributes keeps"
                " git from changing it",
            )
            return


def _look_at_octets(content: bytes, source: Source, report: Report) -> None:
    """Lines that are too long, or that are folded or cut inside a character."""
    split = too_long = False
    for number, raw in enumerate(re.split(rb"\r\n|\n|\r", content), start=1):
        at = source.offset(number)
        if not too_long and len(raw) > LONGEST:
            too_long = True
            report.warning(
                "line-too-long",
                f"a line has {len(raw)} octets; {LONGEST} are allowed",
                source.span(at, at + 20),
                help="fold it (RFC 5545 §3.1)",
            )
        try:
            raw.decode("utf-8")
        except UnicodeDecodeError:
            if not split:
                split = True
                _not_utf_8(content, source.span(at, at + len(source.line(number))), report)


def _not_utf_8(content: bytes, at: Span, report: Report) -> None:
    """Say whether a fold or the encoding is to blame for bytes that are no UTF-8."""
    try:
        re.sub(rb"(\r\n|\n|\r)[ \t]", b"", content).decode("utf-8")
    except UnicodeDecodeError:
        report.error(
            "not-utf-8",
            "this line is not UTF-8",
            at,
            help="calendars read feeds as UTF-8, and show other bytes as �",
        )
    else:
        report.error(
            "fold-splits-character",
            "a line is folded inside a character",
            at,
            help="fold between characters; some calendars show �� here",
        )


def _unfolded(source: Source) -> Iterator[tuple[str, Span]]:
    """Each logical line with the stretch it covers."""
    parts: list[str] = []
    start = end = 0
    at = 0
    for physical in _END.split(source.text):
        folded = bool(parts) and physical[:1] in {" ", "\t"}
        if not folded and parts:
            yield "".join(parts), source.span(start, end)
            parts = []
        if not parts:
            start = at
        parts.append(physical[1:] if folded else physical)
        end = at + len(physical)
        at = end + (2 if source.text.startswith("\r\n", end) else 1)
    if parts:
        yield "".join(parts), source.span(start, end)


def _line(text: str, at: Span, report: Report) -> Line | None:
    """A logical line taken apart: `NAME;PARAMETER=value:value`."""
    text = text.lstrip("\ufeff")
    if not text.strip():
        return None
    name = re.match(r"[A-Za-z0-9-]+", text)
    if not name:
        _not_a_line(text, at, report)
        return None
    parameters: dict[str, str] = {}
    position = name.end()
    while found := _PARAMETER.match(text, position):
        parameters[found[1].upper()] = found[2].replace('"', "")
        position = found.end()
    if text[position : position + 1] != ":":
        _not_a_line(text, at, report)
        return None
    value = text[position + 1 :]
    return Line(name=name[0].upper(), parameters=parameters, value=value, at=at)


def _not_a_line(text: str, at: Span, report: Report) -> None:
    shown = text[:40] + "…" * (len(text) > 40)  # noqa: PLR2004 (enough to know it by)
    if text.count('"') % 2:
        why, what = "a quote is opened and not closed", "close it, or leave it out"
    elif text.lstrip().startswith("<"):
        why, what = "this is HTML, not a calendar", "does the address lead to an error page?"
    else:
        why = "this is no `NAME:value` line"
        what = "write a line end inside a text as `\\n`, and start a folded line with a blank"
    report.error("content-line-broken", f"{why}: `{shown}`", at, help=what)
