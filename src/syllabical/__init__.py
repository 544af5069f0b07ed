"""Publish a course page's schedule as calendar feeds that every client reads alike."""

from syllabical.project import Compiled, compile_course

__all__ = ["Compiled", "compile_course"]
