"""schedule.yaml as a Schedule, with every problem it has told at once."""

from msgspec import inspect

from syllabical.diagnostics import Report
from syllabical.model.schedule import Places, Schedule
from syllabical.read.schedule_yaml import consistency, fields
from syllabical.read.trees import nodes
from syllabical.source import Source


def schedule(source: Source, report: Report) -> Schedule | None:
    """The schedule that the file holds; ``None`` where it is no YAML, or empty, or a list."""
    found = Report()
    tree = nodes.tree(source.span(), found)
    read = None if found.failed else _schedule(source, tree, found)
    for said in found:
        report.add(said)
    return read


def _schedule(source: Source, tree: nodes.Node | None, report: Report) -> Schedule | None:
    if tree is None or (isinstance(tree, nodes.Scalar) and tree.empty):
        report.error(
            "empty-schedule",
            "this file says nothing",
            source.span(0, 0),
            help="name the page that holds the schedule, as in `page: syllabus.md`",
        )
        return None
    read = fields.value(tree, inspect.type_info(Schedule), fields.Spot(Places(), ""), report)
    if not isinstance(read, Schedule):
        return None
    return consistency.agreed(read, report)
