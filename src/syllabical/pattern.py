"""Regular expressions that are compiled when they are first asked.

A page needs few of the many that are known here, and compiling them all would take longer than
reading the page.
"""

import re
from typing import Any, AnyStr, cast


class _Unasked:
    """Text that becomes a regular expression, one method at a time."""

    def __init__(self, text: str | bytes, flags: int) -> None:
        self.pattern = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 (whatever re.Pattern has)
        # What is found is kept as the object's own, so that this is called once for each method.
        found = self.__dict__[name] = getattr(re.compile(self.pattern, self._flags), name)
        return found


def pattern(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """A regular expression, not compiled yet."""
    return cast("re.Pattern[AnyStr]", _Unasked(text, flags))
