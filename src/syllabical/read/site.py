"""The site around a page: its configuration, and where the page's links lead."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urljoin, urlsplit

from syllabical.diagnostics import Report
from syllabical.model.table import Cell, Link, Page, Passage, Row, Table, Where
from syllabical.read import front_matter, templates
from syllabical.source import Source

Beside = Callable[[str], Source | None]
"""Another file of the project, by its path from the page's folder."""

_CONFIGURATIONS = ("_config.yml", "_config.yaml", "_quarto.yml", "hugo.toml", "hugo.yaml",
                   "config.toml", "config.yaml", "mkdocs.yml")  # fmt: skip
_FOLDERS = ("", "../", "../../", "../../../")
_NESTED = re.compile(r"^[ \t]+(?=(?:site-url|title|description|baseurl)[ \t]*[:=])", re.MULTILINE)
_TELLING = ("title", "name", "site_name", "description", "tagline", "course", "course_name",
            "term", "semester", "quarter", "season", "year", "subtitle")  # fmt: skip
_FILTERED = re.compile(r"""(?:"([^"]*)"|'([^']*)')\s*\|\s*([\w ]+)""")
_PRINTED = re.compile(r"(site|page)\.([\w-]+)")
_LINKED = re.compile(r"""\{%-?\s*(?:link|post_url)\s+(\S+?)\s*-?%\}""")
_REFERRED = re.compile(r"""\{\{[<%]\s*(?:rel)?ref\s+(?:path=)?["']?([^"'\s>%]+)""")


_DATA = re.compile(r"\b(?:hugo\.Data|(?:\.?[sS]ite)\.[dD]ata)\.([\w-]+(?:\.[\w-]+)*)")
_BRACKETED = re.compile(r"\bsite\.data\[[\"']([\w-]+)[\"']\]")
_INCLUDE = re.compile(
    r"\{%-?\s*include(?:_relative|_cached)?\s+([\w./-]+)|\{\{<\s*include\s+([\w./-]+)"
    r"|\{include\}\s*([\w./-]+)|\{%\s*include-markdown\s+[\"']([^\"']+)|--8<--\s*[\"']([^\"']+)"
)
_FOLDERS_INCLUDED = ("", "../", "../../")
_SUFFIXES = (".yml", ".yaml", ".json", ".csv", ".tsv")
Read = Callable[[Sequence[Source], Beside, Report], Page]


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Where a page stands in the web."""

    root: str = ""
    """The site's address without a slash at its end; empty where nothing says it."""

    page: str = ""
    """The page's own address."""

    variables: dict[str, str] = field(default_factory=dict)
    """What Liquid can print: `site.title`, `page.year`."""

    passages: tuple[Passage, ...] = ()
    """What the configuration tells about the course."""


def site(matter: front_matter.FrontMatter, address: str, beside: Beside) -> Site:
    """The site of a page; `address` is the page's, where schedule.yaml gives it."""
    known = _configuration(beside)
    variables = {f"site.{key}": fact.text for key, fact in known.items()}
    variables |= {f"page.{key}": fact.text for key, fact in matter.facts.items()}
    permalink = matter.text("permalink") or matter.text("url")
    root = _first(variables, "site.url", "site.site-url", "site.site_url", "site.base_url")
    if _is_absolute(root):
        root = _joined(root, variables.get("site.baseurl", ""))
    elif _is_absolute(variables.get("site.baseurl", "")):
        root = variables["site.baseurl"].rstrip("/")
    else:
        root = _root(address, permalink)
    return Site(
        root=root,
        page=address or (urljoin(root + "/", permalink.lstrip("/")) if root else ""),
        variables=variables,
        passages=tuple(
            Passage(Where.CONFIG, known[key].text, known[key].at)
            for key in _TELLING
            if key in known
        ),
    )


def resolved(page: Page, around: Site) -> Page:
    """The page with every link led to where a browser would go."""
    return replace(page, tables=tuple(_table(table, around) for table in page.tables))


def address(written: str, around: Site) -> str:
    """Where a link leads, as far as that is known."""
    plain = templates.TAG.sub(lambda tag: _value(tag[0], around), written).strip()
    if _is_absolute(plain) or plain.startswith(("mailto:", "tel:", "data:")):
        return plain.replace(" ", "%20")
    if around.root and plain.startswith("/") and not plain.startswith("//"):
        path = urlsplit(around.root).path
        under = plain if path and (plain + "/").startswith(path + "/") else path + plain
        plain = urljoin(around.root, under)
    elif around.page:
        plain = urljoin(around.page, plain)
    return plain.replace(" ", "%20")


def _value(tag: str, around: Site) -> str:
    """What a template tag prints inside an address."""
    path = urlsplit(around.root).path
    if tag.startswith("{%") and (linked := _LINKED.match(tag)):
        return _joined("", re.sub(r"^_\w+/|\.(?:md|markdown|html)$", "", linked[1]))
    if tag[:3] in ("{{<", "{{%") and (referred := _REFERRED.match(tag)):
        return _joined(path, re.sub(r"(?:_?index)?\.(?:md|qmd)$", "/", referred[1]))
    if "|" in tag and (filtered := _FILTERED.search(tag)):
        base = {"relative_url": path, "absolute_url": around.root}.get(filtered[3].strip(), "")
        return _joined(base, filtered[1] or filtered[2] or "")
    printed = _PRINTED.search(tag)
    return _variable(printed[0], around, path) if printed else ""


def _variable(name: str, around: Site, path: str) -> str:
    if name == "site.baseurl":
        return path
    if name == "site.url":
        return around.root.removesuffix(path) if path else around.root
    return around.variables.get(name, "")


def _configuration(beside: Beside) -> dict[str, front_matter.Fact]:
    for folder in _FOLDERS:
        for name in _CONFIGURATIONS:
            found = beside(folder + name)
            if found:
                flat = Source(found.path, _NESTED.sub("", found.text))
                same = found.text == flat.text
                facts = front_matter.facts(flat, 0, len(flat.text))
                return (
                    facts
                    if same
                    else {
                        key: front_matter.Fact(fact.text, found.span(0, 0))
                        for key, fact in facts.items()
                    }
                )
    return {}


def _root(address: str, permalink: str) -> str:
    """The site's root, from the address of one of its pages."""
    if not _is_absolute(address):
        return ""
    bare, tail = address.rstrip("/"), permalink.strip("/")
    if tail and bare.endswith("/" + tail):
        return bare.removesuffix("/" + tail)
    last = bare.rpartition("/")[2]
    return urljoin(address, ".").rstrip("/") if "." in last and "//" not in last else bare


def _table(table: Table, around: Site) -> Table:
    rows = tuple(_row(row, around) for row in table.rows)
    header = _row(table.header, around) if table.header else None
    return replace(table, header=header, rows=rows)


def _row(row: Row, around: Site) -> Row:
    if not any(cell.links for cell in row.cells):
        return row
    return replace(row, cells=tuple(_cell(cell, around) for cell in row.cells))


def _cell(cell: Cell, around: Site) -> Cell:
    if not cell.links:
        return cell
    return replace(cell, links=tuple(_links(cell.links, around)))


def _links(links: tuple[Link, ...], around: Site) -> Iterator[Link]:
    for link in links:
        yield Link(link.text, address(link.url, around))


def _first(variables: dict[str, str], *keys: str) -> str:
    return next((variables[key] for key in keys if variables.get(key)), "")


def _joined(base: str, path: str) -> str:
    path = path.strip("/") + ("/" if path.endswith("/") and path.strip("/") else "")
    return f"{base.rstrip('/')}/{path}" if path else base.rstrip("/")


def _is_absolute(address: str) -> bool:
    return re.match(r"[A-Za-z][\w+.-]*://", address) is not None


def including(outer: Page, beside: Beside, read: Read, report: Report) -> Page:
    """The page with the tables of the first file it draws from that has any."""
    for source in _sources(outer.source.text, beside):
        inner = read([source], beside, report)
        if not has_figures(inner):
            further = next(iter(_sources(source.text, beside)), None)
            inner = read([further], beside, report) if further else inner
        if has_figures(inner):
            return replace(
                outer,
                title=outer.title or inner.title,
                tables=inner.tables,
                passages=(*outer.passages, *inner.passages),
            )
    return outer


def has_figures(page: Page) -> bool:
    """Whether a table of the page says anything with a figure in it, as every date has."""
    return any(
        any(character.isdigit() for line in cell.lines for character in line) or cell.stamps
        for table in page.tables
        for row in table.rows
        for cell in row.cells
    )


def _sources(text: str, beside: Beside) -> Iterator[Source]:
    seen: set[str] = set()
    for name in _names(templates.uncommented(text)):
        for folder in _FOLDERS_INCLUDED:
            found = None if folder + name in seen else beside(folder + name)
            seen.add(folder + name)
            if found and found.text.strip():
                yield found
                break


def _names(text: str) -> Iterator[str]:
    """The files that a page may draw from, as they may be called."""
    for found in (*_DATA.finditer(text), *_BRACKETED.finditer(text)):
        parts = found[1].split(".")
        for length in range(len(parts), 0, -1):
            for suffix in _SUFFIXES:
                yield f"_data/{'/'.join(parts[:length])}{suffix}"
                yield f"data/{'/'.join(parts[:length])}{suffix}"
    for found in _INCLUDE.finditer(text):
        name = next(group for group in found.groups() if group)
        yield from (name, f"_includes/{name}")
