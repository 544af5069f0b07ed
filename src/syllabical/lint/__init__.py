"""A feed by anyone, read as its clients read it: what each of them would make of it."""

from syllabical.diagnostics import Report
from syllabical.lint import calendar_rules, event_rules, repeat_rules, time_rules, zone_rules
from syllabical.lint.component import calendar
from syllabical.lint.content import lines
from syllabical.lint.rule import Feed, Rule

RULES: tuple[Rule, ...] = (
    calendar_rules.head,
    calendar_rules.method,
    calendar_rules.refresh,
    calendar_rules.texts,
    calendar_rules.colour,
    calendar_rules.todos,
    zone_rules.defined,
    zone_rules.named,
    zone_rules.shape,
    zone_rules.right,
    event_rules.required,
    event_rules.identity,
    event_rules.stamps,
    event_rules.texts,
    event_rules.cancelled,
    event_rules.alarms,
    time_rules.readable,
    time_rules.lengths,
    repeat_rules.rules,
    repeat_rules.repeats,
)


def feed(content: bytes, path: str, report: Report) -> None:
    """Say what is wrong with a feed, and which calendars will show it wrongly."""
    source, found = lines(content, path, report)
    top = calendar(source, found, report)
    if top is None:
        return
    faults = [fault for rule in RULES for fault in rule(Feed(top))]
    for fault in sorted(faults, key=lambda fault: fault.at.start if fault.at else 0):
        report.add(fault)
