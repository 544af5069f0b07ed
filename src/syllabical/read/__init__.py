"""Reads outside text into nouns, keeping the place of every value."""

from syllabical.diagnostics import Report
from syllabical.model.edition import Edition
from syllabical.read.formats import page
from syllabical.read.published import feed as published
from syllabical.read.schedule_yaml import json_schema
from syllabical.read.schedule_yaml.settings import schedule

__all__ = ["editions", "page", "schedule", "schema"]


def editions(feed: bytes | None, path: str, report: Report) -> tuple[Edition, ...]:
    """The editions of a feed as it was published; none where there is no feed yet."""
    return published.editions(feed, path, report)


def schema() -> bytes:
    """The JSON Schema of schedule.yaml, as a file."""
    return json_schema.schema()
