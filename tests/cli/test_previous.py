import os
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from commands import run
from lived import FEBRUARY, FEED, RULES, begin, edit, there, told
from syllabical.files import fetch

UNREADABLE = "error[previous-feed-unreadable]: the feed published before "
MISSING = "error[previous-feed-missing]: cannot read the feed published before, "
OURS, EVENT, END = b"syllabical//EN", b"BEGIN:VEVENT", b"END:VEVENT\r\n"


@pytest.fixture(autouse=True)
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(tmp_path, monkeypatch)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", FEBRUARY)


def double(feed: bytes) -> bytes:
    first = feed[feed.index(EVENT) : feed.index(END) + len(END)]
    return feed.replace(b"END:VCALENDAR", first + b"END:VCALENDAR")


def of_another_course(feed: bytes) -> bytes:
    theirs = {"Sets": "Oil", "Maps": "Ink", "Trees": "Clay", "Heaps": "Wood", "Graphs": "Stone"}
    for old, new in {**theirs, "Lecture": "Studio", "HW1": "Draw", ",Homework": ",Essay"}.items():
        feed = feed.replace(old.encode(), new.encode())
    return feed


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda feed: feed[: len(feed) // 2], UNREADABLE + "breaks off"),
        (lambda feed: feed[:-3], UNREADABLE + "breaks off"),
        (lambda _: b"", UNREADABLE + "is empty"),
        (lambda _: b"\0" * 4096, UNREADABLE + "is no calendar"),
        (lambda _: b"<h1>502 Bad Gateway</h1>", UNREADABLE + "is no calendar"),
        (
            lambda feed: feed[: feed.index(EVENT)] + b"END:VCALENDAR\r\n",
            UNREADABLE + "holds no event",
        ),
        (lambda feed: feed + b"\r\n" * 50_000_000, UNREADABLE + "is longer than 50 MB"),
        (of_another_course, "error[events-lost]: 6 coming events of the published feed"),
    ],
    ids=["half", "nearly whole", "empty", "zeros", "error page", "no event", "100 MB", "another"],
)
def test_a_feed_that_cannot_be_built_upon_is_kept(
    spoil: Callable[[bytes], bytes], said: str
) -> None:
    FEED.write_bytes(spoil(FEED.read_bytes()))
    before = there()

    result = run("build")

    assert result.exit_code == 1
    assert [line.startswith(said) for line in told(result)] == [True]
    assert "what was published before is as it was" in result.stderr
    assert there() == before
    assert run("build", "--first").exit_code == 0


def test_a_feed_of_another_course_is_guessed_to_be_one() -> None:
    FEED.write_bytes(of_another_course(FEED.read_bytes()))

    assert "is it the feed of another course?" in run("build").stderr


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda feed: feed.replace(b"\r\n", b"\n"), "note[previous-feed-damaged]: the feed pub"),
        (lambda feed: b"\xef\xbb\xbf" + feed, "note[previous-feed-damaged]: the feed published"),
        (lambda feed: feed.replace(OURS, b"else//EN").replace(b"syllabical", b"else"),
         "warning[previous-feed-foreign]: the feed published before was made by `-//else/"),
        (double, "warning[previous-uid-twice]: the UID `"),
        (lambda feed: feed.replace(b"SEQUENCE:0", b"SEQUENCE:x", 1),
         "warning[previous-feed-damaged]: the SEQUENCE `x` is no number"),
    ],
    ids=["line ends", "byte order mark", "another tool", "doubled", "by hand"],
)  # fmt: skip
def test_a_feed_that_can_be_understood_is_written_anew(
    spoil: Callable[[bytes], bytes], said: str
) -> None:
    good = there()
    FEED.write_bytes(spoil(FEED.read_bytes()))

    result = run("build")

    assert result.exit_code == 0
    assert [line.startswith(said) for line in told(result)] == [True]
    assert there() == good


def test_a_title_edited_by_hand_is_corrected_with_a_new_stamp() -> None:
    good = FEED.read_bytes()
    FEED.write_bytes(good.replace(b"Lecture: Sets", b"Lecture: Rings"))

    assert run("build").exit_code == 0
    assert uids(FEED.read_bytes()) == uids(good)
    assert FEED.read_bytes().count(b"DTSTAMP:20250201T000000Z") == 1


def uids(feed: bytes) -> list[bytes]:
    return [line for line in feed.splitlines() if line.startswith(b"UID:")]


def a_folder() -> None:
    FEED.mkdir()


def a_link_to_nothing() -> None:
    FEED.symlink_to("gone.ics")


def a_link_to_itself() -> None:
    FEED.symlink_to("m1.ics")


@pytest.mark.parametrize("put", [a_folder, a_link_to_nothing, a_link_to_itself])
def test_what_is_no_file_is_said(put: Callable[[], None]) -> None:
    FEED.unlink()
    put()

    result = run("build")

    assert result.exit_code == 1
    assert [line.startswith(MISSING + "`public/m1.ics`: ") for line in told(result)] == [True]
    assert FEED.is_dir() or FEED.is_symlink()


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser reads everything")
def test_a_feed_that_may_not_be_read_is_said() -> None:
    FEED.chmod(0)

    assert told(run("build")) == [MISSING + "`public/m1.ics`: permission denied"]


def test_the_feed_before_may_be_named() -> None:
    Path("old").mkdir()
    FEED.rename("old/feed.ics")
    edit("Trees", "Trees and forests")

    assert run("build", "--previous", "old/feed.ics").exit_code == 0
    assert uids(FEED.read_bytes()) == uids(Path("old/feed.ics").read_bytes())


@pytest.mark.parametrize("name", ["nowhere.ics", "public", "no\0where", "page.md/feed.ics"])
def test_a_named_feed_that_cannot_be_read_stops_the_build(name: str) -> None:
    before = there()
    edit("Trees", "Bushes")

    result = run("build", "--previous", name)

    assert result.exit_code == 1
    assert [line.startswith(MISSING) for line in told(result)] == [True]
    assert "`--first`" in result.stderr
    assert there() == before


def test_an_endless_file_is_no_feed() -> None:
    if Path("/dev/zero").exists():
        assert told(run("build", "--previous", "/dev/zero")) == [
            UNREADABLE + "is longer than 50 MB"
        ]


def test_a_course_that_was_never_published_starts_with_first() -> None:
    FEED.unlink()
    Path("schedule.yaml").write_text(RULES + "published: live/m1.ics\n", encoding="utf-8")

    result = run("build")

    assert told(result) == [MISSING + "`live/m1.ics`: no such file or directory"]
    assert "--> schedule.yaml:8:12" in result.stderr
    assert run("build", "--first").exit_code == 0


def test_losses_are_let_go_only_in_number() -> None:
    rows = Path("page.md").read_text("utf-8").splitlines(keepends=True)
    Path("page.md").write_text("".join(rows[:3]), encoding="utf-8")
    Path("schedule.yaml").write_text(RULES.partition("feeds")[0], encoding="utf-8")
    before = FEED.read_bytes()

    result = run("build")

    assert (result.exit_code, FEED.read_bytes()) == (1, before)
    assert "5 coming events of the published feed are no longer on the page: `M1 " in result.stderr
    assert "check that the whole table was read; `--allow-loss 5` lets them go" in result.stderr
    assert run("build", "--allow-loss", "4").exit_code == 1
    assert run("build", "--allow-loss", "5").exit_code == 0
    assert FEED.read_bytes().count(EVENT) == 1


class Site(BaseHTTPRequestHandler):
    feed = b""

    def do_GET(self) -> None:
        match self.path:
            case "/m1.ics":
                self.answer(200, self.feed, len(self.feed))
            case "/short.ics":
                self.answer(200, self.feed[:900], len(self.feed))
            case "/login.ics":
                self.answer(200, b"<html>Log in</html>", 19)
            case "/slow.ics":
                time.sleep(1)
            case "/drip.ics":
                self.drip()
            case _:
                self.answer(404, b"", 0)

    def answer(self, status: int, content: bytes, length: int) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(length))
        self.send_header("ETag", '"1"')
        self.end_headers()
        self.wfile.write(content)

    def drip(self) -> None:
        try:
            for byte in b"HTTP/1.1 200 OK\r\nX-Slow: " + b"z" * 40:
                self.wfile.write(bytes([byte]))
                time.sleep(0.1)
        except OSError:
            return

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[str]:
    Site.feed = FEED.read_bytes()
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_the_feed_before_is_fetched_where_it_is_published(site: str) -> None:
    FEED.unlink()
    Path("schedule.yaml").write_text(RULES + f"published: {site}/m1.ics\n", encoding="utf-8")
    edit("Trees", "Trees and forests")

    result = run("build", "--allow-private")

    assert (result.exit_code, told(result)) == (0, [])
    assert uids(FEED.read_bytes()) == uids(Site.feed)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("gone.ics", "the server answers 404 not found"),
        ("short.ics", "its answer breaks off"),
        ("slow.ics", "no answer within 0 seconds"),
        ("drip.ics", "it takes longer than 1 seconds"),
    ],
)
def test_a_site_that_does_not_give_the_feed_stops_the_build(
    path: str, said: str, site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetch, "SECONDS", 0.8)
    before = there()

    result = run("build", "--previous", f"{site}/{path}", "--allow-private")

    assert result.exit_code == 1
    assert told(result) == [f"{MISSING}`{site}/{path}`: {said}"]
    assert there() == before


def test_a_page_that_asks_to_log_in_is_no_feed(site: str) -> None:
    result = run("build", "--previous", f"{site}/login.ics", "--allow-private")

    assert told(result) == [UNREADABLE + "is no calendar"]


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/m1.ics",
        "https://127.0.0.1/m1.ics",
        "https://[::1]/m1.ics",
        "https://169.254.169.254/latest/meta-data",
        "https://localhost:1/m1.ics",
        "file:///etc/hostname",
        "https://[::1",
        "ftp://example.org/m1.ics",
        "https:///m1.ics",
    ],
)
def test_no_address_leads_into_the_house(url: str) -> None:
    before = there()

    result = run("build", "--previous", url)

    assert result.exit_code == 1
    assert [line.startswith(MISSING) for line in told(result)] == [True]
    assert there() == before


def rename(course: str) -> None:
    rules = Path("schedule.yaml")
    rules.write_text(rules.read_text("utf-8").replace("M1", course), encoding="utf-8")


LEFT_BEHIND = (
    "warning[feed-left-behind]: `public/m1.ics` tells of the same classes, and is not written"
    " any more"
)


def test_the_feed_of_a_renamed_course_is_not_left_behind_without_a_word() -> None:
    rename("M2")

    assert told(run("build")) == [LEFT_BEHIND]
    assert not {*uids(there()["m2.ics"])} & {*uids(there()["m1.ics"])}


def test_the_events_of_a_renamed_course_stay_themselves_where_its_feed_is_named() -> None:
    rename("M2")

    assert told(run("build", "--previous", "public/m1.ics")) == []
    assert uids(there()["m2.ics"])[1:] == uids(there()["m1.ics"])[1:]
    assert told(run("build")) == []


def test_the_feeds_of_other_courses_may_lie_beside() -> None:
    FEED.write_bytes(of_another_course(FEED.read_bytes()))
    Path("public/notes.ics").write_bytes(b"no feed")
    rename("M2")

    assert told(run("build")) == []


def test_a_first_edition_asks_after_no_other() -> None:
    rename("M2")

    assert told(run("build", "--first")) == []
