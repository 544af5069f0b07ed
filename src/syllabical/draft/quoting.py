"""Words as YAML that any program reads back as the same words."""

import re

_PLAIN = re.compile(r"(?:\.\./)*[^\W\d](?:[\w ./()+&'’–—!?;-]*[\w/()+!?’-])?")
_WORDS_WITH_A_MEANING = frozenset(
    {"y", "n", "yes", "no", "true", "false", "on", "off", "null", "nan", "inf"}
)
_ESCAPED = {'"': '\\"', "\\": "\\\\"}


def word(text: str) -> str:
    """The text, between quotes unless no reader of YAML could take it for something else."""
    if (
        _PLAIN.fullmatch(text)
        and text.isprintable()
        and text.casefold() not in _WORDS_WITH_A_MEANING
    ):
        return text
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(character: str) -> str:
    if character in _ESCAPED:
        return _ESCAPED[character]
    if character.isprintable():
        return character
    return f"\\U{ord(character):08X}"
