"""Drafts the schedule.yaml of a page: what was understood, why, and blanks for the rest."""

from syllabical.draft.document import SCHEMA, Around, schedule

__all__ = ["SCHEMA", "Around", "schedule"]
