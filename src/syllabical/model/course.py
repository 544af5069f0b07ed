"""Syllabus, schedule and events side by side, for `check`."""

from dataclasses import dataclass

from syllabical.model.event import Event
from syllabical.model.schedule import Schedule
from syllabical.model.syllabus import Syllabus


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """All that is known of a course."""

    syllabus: Syllabus
    schedule: Schedule
    events: tuple[Event, ...] = ()
