"""What the house's rules say of a tree of modules, as sentences."""

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cache
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from pathlib import Path

GROUND = (
    ("source", "text"),
    ("diagnostics",),
    ("timezones",),
    ("vtimezone",),
    ("languages",),
)
NOUNS = ("model", "ical")
ROOMS = (
    "read",
    "interpret",
    "plan",
    "check",
    "reconcile",
    "publish",
    "lint",
    "render",
    "draft",
)
TOP = ("__init__", "__main__", "cli", "files", "project")
FLOORS = (*GROUND, NOUNS, ROOMS, ("compile",), TOP)
HEIGHT = {part: height for height, floor in enumerate(FLOORS) for part in floor}

DOORS = {
    "babel": ("languages/names",),
    "click": ("cli/*",),
    "csv": ("read/spreadsheet", "publish/*"),
    "docutils": ("read/rst", "read/rst_document", "read/rst_fragments"),
    "holidays": ("check/events_in_doubt", "interpret/rows/no_class"),
    "icalendar": ("ical/*", "publish/ics", "read/published_*"),
    "markdown_it": ("read/markdown/inline",),
    "msgspec": ("model/schedule", "read/schedule/*"),
    "pytz": ("timezones",),
    "turbohtml": ("read/html/dom",),
    "wcwidth": ("render/width",),
    "yaml": ("read/trees/yaml",),
}
TOP_ONLY = (
    "os",
    "pathlib",
    "shutil",
    "socket",
    "subprocess",
    "sys",
    "tempfile",
    "urllib.request",
)
DISKLESS = ("pathlib.PurePosixPath",)
CLOCKS = ("now", "today", "utcnow")
LONGEST = 300
"""More lines than this need a reason, which the first lines of the file give."""

EXTRAS = ("docutils",)
"""Packages that may be missing; their door alone imports, and is imported, inside a function."""
CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class Import:
    """One module that another imports."""

    name: str
    inside: bool


@dataclass(frozen=True)
class Module:
    """A file of the tree, by its path without the suffix: `read/nodes`."""

    name: str
    text: str
    tree: ast.Module

    @property
    def part(self) -> str:
        return self.name.split("/")[0]

    def imports(self) -> Iterator[Import]:
        functions = (n for n in ast.walk(self.tree) if isinstance(n, ast.FunctionDef))
        within = {id(inner) for function in functions for inner in ast.walk(function)}
        for node in ast.walk(self.tree):
            inside = id(node) in within
            if isinstance(node, ast.Import):
                yield from (Import(alias.name, inside) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield from (Import(f"{node.module}.{a.name}", inside) for a in node.names)


@cache
def modules(root: Path) -> tuple[Module, ...]:
    files = sorted(root.rglob("*.py"))
    texts = [
        (file.relative_to(root).with_suffix("").as_posix(), file.read_text("utf-8"))
        for file in files
    ]
    return tuple(Module(name, text, ast.parse(text)) for name, text in texts)


def breaches(root: Path) -> list[str]:
    tree = modules(root)
    names = {module.name for module in tree}
    found: list[str] = []
    for module in tree:
        found.extend(_of_size(module))
        found.extend(_of_floors(module, names))
        found.extend(_of_doors(module))
        found.extend(_of_hidden_imports(module))
        if module.part not in TOP:
            found.extend(_of_the_top(module))
            found.extend(_of_clocks(module))
    found.extend(_of_cycles(tree, names))
    return found


def _of_size(module: Module) -> Iterator[str]:
    lines, said = module.text.count("\n"), ast.get_docstring(module.tree) or ""
    if lines > LONGEST and "long because" not in said:
        yield f"{module.name} is {lines} lines long, and its first lines do not say why"


def _own(name: str, names: set[str]) -> str | None:
    """The module of the tree that an imported name comes from; ``None`` for the outside."""
    head, *rest = name.split(".")
    if head != "syllabical":
        return None
    for length in range(len(rest), -1, -1):
        path = "/".join(rest[:length])
        for candidate in (path, f"{path}/__init__".lstrip("/")):
            if candidate in names:
                return candidate
    return "/".join(rest)


def _of_floors(module: Module, names: set[str]) -> Iterator[str]:
    if module.part not in HEIGHT:
        yield f"{module.name} stands on no floor"
        return
    targets = {_own(one.name, names) for one in module.imports()} - {None}
    for part in sorted({str(target).split("/")[0] for target in targets} - {module.part}):
        on_top = module.part in TOP and part in TOP
        if not on_top and HEIGHT.get(part, len(FLOORS)) >= HEIGHT[module.part]:
            yield f"{module.name} reaches up or across to {part}"


def _of_doors(module: Module) -> Iterator[str]:
    for name in dict.fromkeys(one.name for one in module.imports()):
        package = name.split(".")[0]
        door = next((door for door in DOORS if _is_from(name, door)), None)
        if door and not any(fnmatch(module.name, file) for file in DOORS[door]):
            yield f"{module.name} lets in {door}, whose door is {' or '.join(DOORS[door])}"
        elif not door and package not in {*sys.stdlib_module_names, "syllabical"}:
            yield f"{module.name} lets in {package}, which has no door"


def _is_from(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")


def _of_hidden_imports(module: Module) -> Iterator[str]:
    """Imports inside functions, where they are not of an extra at its own door."""
    doors = [door for extra in EXTRAS for door in DOORS[extra]]
    if any(fnmatch(module.name, door) for door in doors):
        return
    for one in module.imports():
        if one.inside:
            yield f"{module.name} imports {one.name} inside a function"


def _of_the_top(module: Module) -> Iterator[str]:
    for one in module.imports():
        if one.name not in DISKLESS and any(_is_from(one.name, name) for name in TOP_ONLY):
            yield f"{module.name} reaches for {one.name}, which is for the top floor alone"


def _of_clocks(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        call = node.func if isinstance(node, ast.Call) else None
        if isinstance(call, ast.Attribute) and call.attr in CLOCKS:
            yield f"{module.name} asks the clock: {ast.unparse(call)}"
        if isinstance(call, ast.Name) and call.id in {"open", "print", "input"}:
            yield f"{module.name} calls {call.id}, which is for the top floor alone"


def _of_cycles(tree: tuple[Module, ...], names: set[str]) -> Iterator[str]:
    graph = {
        module.name: {_own(one.name, names) for one in module.imports()} - {None, module.name}
        for module in tree
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as cycle:
        yield "imports go round: " + " → ".join(map(str, cycle.args[1]))


def codes(root: Path) -> set[str]:
    """Every code that is reported: `report.error("…")`, `code="…"`, `CODE = "…"`."""
    found: set[str] = set()
    for module in modules(root):
        for node in ast.walk(module.tree):
            found.update(_codes(node))
    return {code for code in found if CODE.fullmatch(code)}


def _codes(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Assign) and any(
        isinstance(name, ast.Name) and re.fullmatch(r"_?CODE|_?[A-Z_]+_CODE", name.id)
        for name in node.targets
    ):
        yield from _texts(node.value)
    if isinstance(node, ast.Call):
        said = ast.unparse(node.func) in {"report.error", "report.warning", "report.note"}
        yield from _texts(node.args[0]) if said and node.args else ()
        yield from (
            text for word in node.keywords if word.arg == "code" for text in _texts(word.value)
        )


def _texts(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.IfExp):
        yield from _texts(node.body)
        yield from _texts(node.orelse)
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def texts(root: Path) -> set[str]:
    """Every string in the tree; a code may be handed around before it is reported."""
    return {
        node.value
        for module in modules(root)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def misdocumented(root: Path, manual: str) -> list[str]:
    headings = re.findall(r"^## (.+)$", manual, re.MULTILINE)
    found = [f"{code} has no heading" for code in sorted(codes(root) - set(headings))]
    known = texts(root)
    found += [f"the heading {heading} is no code" for heading in headings if heading not in known]
    found += [
        f"the heading {later} comes after {earlier}"
        for earlier, later in pairwise(headings)
        if later <= earlier
    ]
    return found
