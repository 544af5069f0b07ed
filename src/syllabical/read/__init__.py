"""Reads outside text into nouns, keeping the place of every value."""

from syllabical.read.page import course_page
from syllabical.read.published_feed import published_editions
from syllabical.read.schedule import schedule_file
from syllabical.read.schedule.json_schema import schedule_schema

__all__ = ["course_page", "published_editions", "schedule_file", "schedule_schema"]
