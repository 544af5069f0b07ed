import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from syllabical.files import fetch

FEED = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"


class Site(BaseHTTPRequestHandler):
    asked: list[tuple[str, str | None]] = []  # noqa: RUF012 (one site a test, emptied by it)

    def do_GET(self) -> None:
        tag = self.headers["If-None-Match"]
        self.asked.append((self.path, tag))
        match self.path:
            case "/feed.ics" if tag == '"1"':
                self.answer(304)
            case "/feed.ics":
                self.answer(200, FEED, ("ETag", '"1"'))
            case "/moved.ics":
                self.answer(301, b"", ("Location", "/feed.ics"))
            case "/out.ics":
                self.answer(302, b"", ("Location", "file:///etc/passwd"))
            case "/endless.ics":
                self.answer(302, b"", ("Location", "/endless.ics"))
            case "/large.ics":
                self.answer(200, b"x" * 4096)
            case _:
                self.answer(404)

    def answer(self, status: int, content: bytes = b"", *headers: tuple[str, str]) -> None:
        self.send_response(status)
        for name, value in (*headers, ("Content-Length", str(len(content)))):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    Site.asked.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def why(url: str, *, allow_private: bool = True) -> str:
    with pytest.raises(fetch.FetchError) as caught:
        fetch.fetched(url, allow_private=allow_private)
    return str(caught.value)


def test_a_feed_is_fetched(site: str) -> None:
    assert fetch.fetched(f"{site}/feed.ics", allow_private=True) == FEED


def test_a_feed_that_did_not_change_is_not_sent_again(site: str) -> None:
    for _ in range(2):
        assert fetch.fetched(f"{site}/feed.ics", allow_private=True) == FEED

    assert Site.asked == [("/feed.ics", None), ("/feed.ics", '"1"')]


def test_a_redirect_is_followed(site: str) -> None:
    assert fetch.fetched(f"{site}/moved.ics", allow_private=True) == FEED


def test_a_redirect_out_of_the_web_is_not(site: str) -> None:
    assert why(f"{site}/out.ics").endswith("to url 'file:///etc/passwd' is not allowed")


def test_redirects_come_to_an_end(site: str) -> None:
    assert "redirect" in why(f"{site}/endless.ics")
    assert len(Site.asked) < 10


def test_what_is_not_there_is_said(site: str) -> None:
    assert why(f"{site}/gone.ics") == "the server answers 404 not found"


def test_a_feed_may_not_be_endless(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "LARGEST", 1000)

    assert why(f"{site}/large.ics") == "it is larger than 0 MB"


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://host/feed.ics", "feed.ics"])
def test_only_the_web_is_asked(url: str) -> None:
    assert why(url).endswith("is no address of a published feed; use https, or name a file")


def test_plain_http_is_refused_unless_allowed() -> None:
    reason = why("http://example.org/feed.ics", allow_private=False)

    assert reason == "it is not https; `--allow-private` lets it through"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "10.0.0.1", "[::1]", "169.254.1.1"])
def test_a_private_address_is_refused_unless_allowed(host: str) -> None:
    reason = why(f"https://{host}/feed.ics", allow_private=False)

    assert reason.endswith("is a private address; `--allow-private` lets it through")


def test_a_host_that_does_not_answer_is_said(site: str) -> None:
    assert why(f"{site.rsplit(':', 1)[0]}:1/feed.ics") == "connection refused"
