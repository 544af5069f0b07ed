"""Publish a course page's schedule as calendar feeds that every client reads alike."""

from typing import TYPE_CHECKING, Any

# The compiler is loaded when it is asked for, so that the command line can start without it.
if TYPE_CHECKING:
    from syllabical.project import Compiled, compile_course

__all__ = ["Compiled", "compile_course"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 (the type checker knows each by its import)
    if name not in __all__:
        message = f"syllabical has no {name}"
        raise AttributeError(message)
    from syllabical import project  # noqa: PLC0415 (see above)

    return getattr(project, name)
