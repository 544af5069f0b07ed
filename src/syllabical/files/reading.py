"""Reading the page and its neighbours as text, from inside the project only."""

import difflib
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from syllabical.diagnostics import Report
from syllabical.source import Source, Span

LARGEST = 8 * 1024 * 1024
"""Bytes of the largest page that is read: 15,000 rows are about 2 MB."""


@dataclass(frozen=True, slots=True)
class Project:
    """A folder, with all that lies in it; nothing outside of it is read."""

    root: Path
    """Absolute, its links followed."""

    @classmethod
    def around(cls, path: Path) -> "Project":
        """The repository that a file lies in; its own folder where there is none."""
        folder = path.resolve() if path.is_dir() else path.resolve().parent
        for above in (folder, *folder.parents):
            if (above / ".git").exists():
                return cls(above)
        # `_modules` and `_data` are parts of a site, which begins above them.
        return cls(folder.parent if folder.name.startswith("_") else folder)

    def holds(self, path: Path) -> bool:
        """Whether a path, its links followed, stays inside."""
        return path.resolve().is_relative_to(self.root)

    def beside(self, page: Path) -> Callable[[str], Source | None]:
        """A function that reads a page's neighbours.

        It takes a path from the page's folder, and gives ``None`` where no text is there, or
        where the path leads out of the project.
        """
        folder = page if page.is_dir() else page.parent

        def neighbour(name: str) -> Source | None:
            path = folder / name
            # Most of what is asked for is not there, which is quicker to see than where it lies.
            if "\0" in name or not _is_file(path) or not self.holds(path):
                return None
            return source(path, Report(), None)

        return neighbour


def _is_file(path: Path) -> bool:
    """Whether a file is there; none is where a page asks for a name that no file can have."""
    try:
        return path.is_file()
    except OSError:
        return False


def sources(path: Path, report: Report, at: Span | None) -> Sequence[Source]:
    """A page, or the Markdown files of a folder that is one, in the order of their names.

    Where nothing can be read, an error at `at` says why, and none come back.
    """
    if not path.is_dir():
        only = source(path, report, at)
        return (only,) if only else ()
    files = sorted(f for f in path.iterdir() if f.suffix in {".md", ".markdown"} and f.is_file())
    if not files:
        report.error(
            "page-missing",
            f"the folder `{shown_path(path)}` holds no Markdown file",
            at,
            help="name the page itself, or a folder of modules such as `_modules`",
        )
    read = (source(file, report, at) for file in files)
    return tuple(one for one in read if one)


def source(
    path: Path, report: Report, at: Span | None, *, may_be_empty: bool = False
) -> Source | None:
    """A UTF-8 text file; ``None`` where it cannot be read.

    Then an error says why: `page-missing` or `page-too-large` at `at`, the place that names the
    file; `page-empty`, `page-binary` or `not-utf-8` in the file itself.
    """
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= LARGEST else b""
    except OSError as error:
        _say_missing(path, error, report, at)
        return None
    name = shown_path(path)
    if size > LARGEST:
        report.error(
            "page-too-large",
            f"`{name}` has {size / 1e6:.1f} MB; the limit is {LARGEST / 1e6:.1f} MB",
            at,
            help="is it the right file? a schedule has a few thousand rows at the most",
        )
        return None
    text = _decoded(content, name, report)
    if text is not None and not text.strip() and not may_be_empty:
        report.error("page-empty", f"`{name}` is empty", Source(name, "").span())
        return None
    return None if text is None else Source(name, text)


def _say_missing(path: Path, error: OSError, report: Report, at: Span | None) -> None:
    """Say that a file could not be opened, and which one may have been meant."""
    reason = error.strerror or str(error)
    if isinstance(error, FileNotFoundError):
        reason = "there is no such file"
    names = sorted(f.name for f in path.parent.iterdir()) if path.parent.is_dir() else []
    similar = difflib.get_close_matches(path.name, names, n=1, cutoff=0.6)
    guess = f"did you mean `{shown_path(path.parent / similar[0])}`?" if similar else ""
    message = f"cannot read `{shown_path(path)}`: {reason.lower()}"
    report.error("page-missing", message, at, help=guess)


def _decoded(content: bytes, name: str, report: Report) -> str | None:
    """The text of UTF-8 bytes; a byte order mark is dropped, line ends stay as they are."""
    content = content.removeprefix(b"\xef\xbb\xbf")
    utf_16 = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    if b"\0" in content and not utf_16:
        report.error(
            "page-binary",
            f"`{name}` is a binary file",
            Source(name, "").span(),
            help="name the page's text: Markdown, HTML, CSV, YAML or reStructuredText",
        )
        return None
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        whole = Source(name, content.decode("utf-8", "replace"))
        written = "UTF-16" if utf_16 else f"byte 0x{content[error.start]:02X}"
        likely = "UTF-16" if utf_16 else "WINDOWS-1252"
        report.error(
            "not-utf-8",
            f"`{name}` is not UTF-8: {written}",
            whole.span(len(before), len(before) + 1),
            help=f"save it as UTF-8: `iconv -f {likely} -t UTF-8 {name}`",
        )
        return None


def shown_path(path: Path) -> str:
    """A path as people should see it: from the current folder where it lies below it."""
    if path.is_absolute():
        with suppress(ValueError):
            return path.resolve().relative_to(Path.cwd()).as_posix()
    return os.path.normpath(path.as_posix())
