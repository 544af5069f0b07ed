r"""Expands the macros that a LaTeX page defines itself, within bounds, and decides its conditions.

`\newcommand{\week}[2]{#1 & #2 \\}` is how many authors write a row. What comes from a macro stands
where the macro is called, what comes from an argument where the argument is written.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from syllabical.read.latex_tokens import Kind, Token

_COMMANDS = frozenset(
    ("newcommand", "renewcommand", "providecommand", "newrobustcmd", "DeclareRobustCommand")
)
_DOCUMENT_COMMANDS = frozenset(
    ("NewDocumentCommand", "RenewDocumentCommand", "ProvideDocumentCommand",
     "DeclareDocumentCommand")
)  # fmt: skip
_DEFINITIONS = frozenset(("def", "gdef", "edef", "xdef"))
_ENVIRONMENTS = frozenset(("newenvironment", "renewenvironment"))
_SETTING = re.compile("(.+?)(true|false)")
_MOST_TOKENS = 200_000
"""How many tokens expansions may add: a macro can call itself, or another twice."""

_LONGEST_ARGUMENT = 2000
_MOST_ARGUMENTS = 9
_MOST_FAILURES = 50
"""How many arguments may turn out unclosed before macros are let alone."""


@dataclass(frozen=True, slots=True)
class Macro:
    """What a page defines."""

    body: tuple[Token, ...]
    arguments: int = 0
    default: tuple[Token, ...] | None = None
    """The first argument where it is left out; ``None`` where it may not be."""


_NONE: Mapping[str, Macro] = MappingProxyType({})


def expanded(
    found: Iterable[Token], known: Mapping[str, Macro] = _NONE
) -> tuple[list[Token], dict[str, Macro]]:
    """The tokens of a page with its own macros expanded, and all macros known at its end."""
    gullet = _Gullet(found, known)
    return list(gullet.run()), gullet.macros


class _Gullet:
    """Reads tokens and puts what macros stand for back in front of them."""

    def __init__(self, found: Iterable[Token], known: Mapping[str, Macro]) -> None:
        self.macros = dict(known)
        self._environments: dict[str, tuple[Macro, tuple[Token, ...]]] = {}
        self._flags: dict[str, bool] = {"true": True, "false": False}
        self._waiting = list(found)[::-1]
        self._true_branches = 0
        self._end = 0
        """Where the last argument that was read ends, its brace included."""

        self._left = _MOST_TOKENS
        self._failures = 0

    def run(self) -> Iterator[Token]:
        """Read on to the end."""
        while self._waiting:
            token = self._waiting.pop()
            if token.kind is Kind.WORD:
                if not self._word(token):
                    yield token
            elif token.kind is Kind.BEGIN and token.text in self._environments:
                macro, _ = self._environments[token.text]
                self._expand(token, macro)
            elif token.kind is Kind.END and token.text in self._environments:
                _, body = self._environments[token.text]
                self._push([replace(one, start=token.start, end=token.end) for one in body])
            else:
                yield token

    def _word(self, token: Token) -> bool:
        """Do what a control word says; false where it is none of ours."""
        name = token.text
        if name in self.macros:
            self._expand(token, self.macros[name])
        elif name in _COMMANDS or name in _DOCUMENT_COMMANDS:
            self._define(name)
        elif name in _DEFINITIONS:
            self._define_plainly()
        elif name in _ENVIRONMENTS:
            self._define_environment()
        else:
            return self._decide(name)
        return True

    def _decide(self, name: str) -> bool:
        r"""Take a branch: `\iffalse`, or a condition that the page names with `\newif`."""
        if name == "newif":
            self._flags[self._name().removeprefix("if")] = False
        elif name.startswith("if") and name[2:] in self._flags:
            if self._flags[name[2:]] or self._skip(until=("else", "fi")) == "else":
                self._true_branches += 1
        elif (found := _SETTING.fullmatch(name)) and found[1] in self._flags:
            self._flags[found[1]] = found[2] == "true"
        elif name in ("else", "fi") and self._true_branches:
            self._true_branches -= 1
            if name == "else":
                self._skip(until=("fi",))
        else:
            return False
        return True

    def _define(self, kind: str) -> None:
        name = self._name()
        count = self._option() if kind in _COMMANDS else None
        default = self._option() if count is not None else None
        arguments = _number(count)
        if kind in _DOCUMENT_COMMANDS:
            specified = "".join(token.text for token in self._argument() or ()).split()
            arguments = len(specified) if set(specified) <= {"m"} else -1
        body = self._argument()
        is_new = not kind.lower().startswith("renew") or name in self.macros
        if name and body is not None and is_new and 0 <= arguments <= _MOST_ARGUMENTS:
            self.macros[name] = Macro(
                tuple(body), arguments, None if default is None else tuple(default)
            )

    def _define_plainly(self) -> None:
        r"""`\def\name#1#2{body}`."""
        name, arguments = self._name(), 0
        while self._waiting and self._waiting[-1].kind is Kind.PARAMETER:
            self._waiting.pop()
            arguments += 1
        if self._waiting and self._waiting[-1].kind is Kind.OPEN:
            body = self._argument()
            if name and body is not None:
                self.macros[name] = Macro(tuple(body), arguments)

    def _define_environment(self) -> None:
        name = "".join(token.text for token in self._argument() or ())
        count = self._option()
        default = self._option() if count is not None else None
        begin, end = self._argument(), self._argument()
        if name and begin is not None and end is not None:
            macro = Macro(tuple(begin), _number(count), None if default is None else tuple(default))
            self._environments[name] = macro, tuple(end)

    def _expand(self, call: Token, macro: Macro) -> None:
        arguments: list[Sequence[Token]] = []
        self._end = call.end
        if macro.default is not None:
            option = self._option()
            arguments.append(macro.default if option is None else option)
        while len(arguments) < macro.arguments:
            arguments.append(self._argument() or ())
        made: list[Token] = []
        for token in macro.body:
            if token.kind is not Kind.PARAMETER:
                made.append(replace(token, start=call.start, end=self._end))
            elif int(token.text) <= len(arguments):
                made += arguments[int(token.text) - 1]
        self._push(made)

    def _push(self, made: Sequence[Token]) -> None:
        self._left -= len(made) + 1
        if self._left > 0:
            self._waiting.extend(reversed(made))

    def _skip_blanks(self) -> None:
        while self._waiting and self._waiting[-1].kind is Kind.BLANK:
            self._waiting.pop()

    def _name(self) -> str:
        r"""The name that is defined: `{\name}` or `\name`."""
        self._skip_blanks()
        is_group = bool(self._waiting) and self._waiting[-1].kind is Kind.OPEN
        written = self._argument() if is_group else [self._waiting.pop()] if self._waiting else []
        words = [token.text for token in written or () if token.kind is Kind.WORD]
        return words[0] if words else ""

    def _argument(self) -> list[Token] | None:
        """The next group without its braces, or the next token; ``None`` where none is."""
        self._skip_blanks()
        if not self._waiting or self._waiting[-1].kind in (Kind.CLOSE, Kind.PARAGRAPH):
            return None
        if self._waiting[-1].kind is not Kind.OPEN:
            token = self._waiting.pop()
            self._end = max(self._end, token.end)
            return [token]
        return self._group(Kind.OPEN, Kind.CLOSE)

    def _option(self) -> list[Token] | None:
        """The next `[…]` without its brackets; ``None`` where none is."""
        self._skip_blanks()
        if not self._waiting or self._waiting[-1].text != "[":
            return None
        return self._group(None, None)

    def _group(self, opening: Kind | None, closing: Kind | None) -> list[Token] | None:
        """The tokens up to where a group ends; nothing is taken where it does not."""
        if self._failures >= _MOST_FAILURES:
            return None
        depth = 0
        for length in range(1, min(len(self._waiting), _LONGEST_ARGUMENT)):
            token = self._waiting[-1 - length]
            if depth == 0 and (token.kind is closing if closing else token.text == "]"):
                taken = self._waiting[-length:-1][::-1] if length > 1 else []
                del self._waiting[-1 - length :]
                self._end = max(self._end, token.end)
                return taken
            depth += (token.kind is Kind.OPEN) - (token.kind is Kind.CLOSE)
            if depth < 0 or (not opening and token.kind is Kind.PARAGRAPH):
                break
        self._failures += 1
        return None

    def _skip(self, until: tuple[str, ...]) -> str:
        """Pass over tokens up to one of these words; conditions inside are passed over whole."""
        depth = 0
        while self._waiting:
            token = self._waiting.pop()
            if token.kind is not Kind.WORD:
                continue
            if depth == 0 and token.text in until:
                return token.text
            depth += token.text.startswith("if") - (token.text == "fi")
        return ""


def _number(tokens: Sequence[Token] | None) -> int:
    """How many arguments `[2]` says."""
    text = "".join(token.text for token in tokens or ()).strip()
    return int(text) if text.isdecimal() and len(text) == 1 else 0
