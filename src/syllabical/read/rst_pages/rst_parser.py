"""Parses reStructuredText with docutils: no file is opened, nothing unknown is complained of."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, ClassVar

from docutils import nodes
from docutils.core import publish_doctree
from docutils.parsers.rst import Directive, directives, roles

from syllabical.diagnostics import Report
from syllabical.source import Source

_DIRECTIVE = re.compile(
    r"^[ \t]*(?:[-*#|+]|\w\.)*[ \t|]*\.\.[ \t]+(?:\|[^|\n]+\|[ \t]+)?([\w:+.-]+?)::", re.MULTILINE
)
_ROLE = re.compile(r":([a-zA-Z][\w:+.-]*?):`|`:([a-zA-Z][\w:+.-]*?):(?!`)")
_TARGET = re.compile(r"(?s)(.+?)\s*<[^<>]*>$")
_SILENT = frozenset(
    ("toctree", "literalinclude", "index", "highlight", "graphviz", "mermaid", "plot", "raw")
)
_STRUCK = frozenset(("del", "strike", "strikethrough", "s", "struck", "line-through"))
_SETTINGS = {
    "_disable_config": True,
    "embed_stylesheet": False,
    "file_insertion_enabled": False,
    "halt_level": 6,
    "input_encoding": "unicode",
    "raw_enabled": False,
    "report_level": 6,
    "smart_quotes": False,
    "warning_stream": "",
}


def document(source: Source, report: Report) -> nodes.document:
    """The page as docutils understands it; an empty one where it gives up, which is reported."""
    text = source.text.removeprefix("\ufeff")
    with _tolerating(text):
        try:
            return publish_doctree(text, source.path, settings_overrides=_SETTINGS)
        except Exception as error:  # noqa: BLE001 (docutils raises anything on damaged input)
            report.error(
                "rst-unreadable",
                f"docutils cannot read this page: {type(error).__name__}",
                source.span(0, 0),
                help="build the site, and give the rendered page instead",
            )
    return publish_doctree("", source.path, settings_overrides=_SETTINGS)


class _Any(dict[str, Callable[[str], str]]):
    """Every option there could be."""

    def __missing__(self, name: str) -> Callable[[str], str]:
        return str


class _Unknown(Directive):
    """A directive of Sphinx or an extension: its content is read, its name is not."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[Any] = _Any(name=str)

    def run(self) -> list[nodes.Node]:
        """What stands in it."""
        inside = nodes.container()
        if self.name not in _SILENT:
            self.state.nested_parse(self.content, self.content_offset, inside)
        return [inside]


def _role(name: str, _raw: str, text: str, *_rest: object, **_more: object) -> Any:  # noqa: ANN401
    """A role of Sphinx or an extension: the words that it shows."""
    target = _TARGET.match(nodes.unescape(text))
    words = target[1] if target else nodes.unescape(text)
    return [nodes.inline("", words, classes=["struck"] if name.lower() in _STRUCK else [])], []


@contextmanager
def _tolerating(text: str) -> Iterator[None]:
    """Know, for a while, every directive and role that the text mentions."""
    # docutils keeps them in two dictionaries of its own, for the whole process.
    known_directives: Any = vars(directives)["_directives"]
    known_roles: Any = vars(roles)["_roles"]
    before = dict(known_directives), dict(known_roles)
    builtin = vars(directives)["_directive_registry"]
    builtin_roles = vars(roles)["_role_registry"]
    for name in {found.lower() for found in _DIRECTIVE.findall(text)} - set(builtin):
        known_directives[name] = _Unknown
    for name in {(one or other).lower() for one, other in _ROLE.findall(text)} - set(builtin_roles):
        known_roles[name] = _role
    try:
        yield
    finally:
        for registry, saved in zip((known_directives, known_roles), before, strict=True):
            registry.clear()
            registry.update(saved)
