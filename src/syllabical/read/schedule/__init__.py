"""schedule.yaml as a Schedule: its keys, its values, and what does not agree."""

from msgspec import inspect

from syllabical.diagnostics import Report
from syllabical.model.schedule import Places, Schedule
from syllabical.read.schedule import consistency, convert
from syllabical.read.trees import yaml
from syllabical.source import Source

_TYPE = inspect.type_info(Schedule)


def schedule_file(source: Source, report: Report) -> Schedule | None:
    """The schedule that the file holds; ``None`` where it is no YAML, or empty, or a list."""
    found = Report()
    tree = yaml.tree(source.span(), found)
    read = None if found.failed else _schedule(source, tree, found)
    for said in found:
        report.add(said)
    return read


def _schedule(source: Source, tree: yaml.Node | None, report: Report) -> Schedule | None:
    if tree is None or (isinstance(tree, yaml.Scalar) and tree.empty):
        report.error(
            "empty-schedule",
            "this file says nothing",
            source.span(0, 0),
            help="name the page that holds the schedule, as in `page: syllabus.md`",
        )
        return None
    read = convert.value(tree, _TYPE, convert.Spot(Places(), ""), report)
    if not isinstance(read, Schedule):
        return None
    return consistency.agreed(read, report)
