"""The feed published before, fetched from its address: over TLS, from public hosts, in bounds."""

import hashlib
import http.client
import ipaddress
import os
import socket
import ssl
import threading
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import IO, Any

SECONDS = 20.0
"""How long a fetch may take in all."""

LARGEST = 32 * 1024 * 1024
"""Bytes; a feed of 15,000 events has about 12 MB."""

_CHUNK = 64 * 1024


class FetchError(Exception):
    """Why an address could not be fetched, in words for its author."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)


def fetched(url: str, *, allow_private: bool = False) -> bytes:
    """The bytes at an address, from the cache where the server says that they are still right.

    No proxy is used: behind one, fetch the feed with its own client and name the file.
    `allow_private` also lets through plain http and hosts that are not on the public internet.
    Raises FetchError.
    """
    try:
        return _in_time(partial(_fetched, url, allow_private=allow_private))
    except urllib.error.HTTPError as error:
        error.close()
        raise FetchError(f"the server answers {error.code} {error.reason}".lower()) from None
    except urllib.error.URLError as error:
        raise FetchError(_plainly(error.reason)) from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise FetchError(_plainly(error)) from None


def _in_time(fetch: Callable[[], bytes]) -> bytes:
    """What a fetch gives, if it ends in time: a server may also dribble letter by letter."""
    found: list[bytes | Exception] = []

    def run() -> None:
        try:
            found.append(fetch())
        except Exception as error:  # noqa: BLE001 (raised again below)
            found.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(SECONDS)
    if not found:
        raise FetchError(f"it takes longer than {SECONDS:.0f} seconds")
    if isinstance(found[0], Exception):
        raise found[0]
    return found[0]


def _fetched(url: str, *, allow_private: bool) -> bytes:
    _refuse(url, allow_private=allow_private)
    kept = _cached(url)
    opener = urllib.request.build_opener(
        urllib.request.ProxyHandler({}),
        _Plain(allow_private=allow_private),
        _Secure(allow_private=allow_private),
        _Redirects(allow_private=allow_private),
    )
    request = urllib.request.Request(url, headers={"User-Agent": "syllabical"})  # noqa: S310 (refused above unless https)
    if kept.with_suffix(".etag").exists() and kept.exists():
        request.add_header("If-None-Match", kept.with_suffix(".etag").read_text("utf-8"))
    try:
        with opener.open(request, timeout=SECONDS / 2) as answer:
            content = _read(answer)
            _keep(kept, content, answer.headers.get("ETag"))
            return content
    except urllib.error.HTTPError as error:
        if error.code == http.HTTPStatus.NOT_MODIFIED and kept.exists():
            error.close()
            return kept.read_bytes()
        raise


def _plainly(reason: object) -> str:
    match reason:
        case FetchError():
            return str(reason)
        case TimeoutError():
            return f"no answer within {SECONDS / 2:.0f} seconds"
        case ssl.SSLCertVerificationError():
            return f"its certificate does not hold: {reason.verify_message}"
        case socket.gaierror():
            return "there is no such host"
        case OSError() if reason.strerror:
            return reason.strerror.lower()
    return str(reason) or type(reason).__name__


def _refuse(url: str, *, allow_private: bool) -> None:
    """Let only https through; http too where private addresses are allowed."""
    scheme = urllib.parse.urlsplit(url).scheme
    if scheme == "https" or (scheme == "http" and allow_private):
        return
    if scheme == "http":
        message = "it is not https; `--allow-private` lets it through"
    else:
        message = f"`{scheme}:` is no address of a published feed; use https, or name a file"
    raise FetchError(message)


def _read(answer: http.client.HTTPResponse) -> bytes:
    """The whole answer, within the limit of size."""
    content = bytearray()
    while chunk := answer.read1(_CHUNK):
        content += chunk
        if len(content) > LARGEST:
            raise FetchError(f"it is larger than {LARGEST // 1024**2} MB")
    # What breaks off is a term cut short, and must not be kept under the tag of the whole.
    if answer.length:
        raise FetchError("its answer breaks off")
    return bytes(content)


def _cached(url: str) -> Path:
    """Where the answer of an address is kept."""
    home = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(home) / "syllabical" / f"{hashlib.sha256(url.encode()).hexdigest()[:32]}.ics"


def _keep(path: Path, content: bytes, tag: str | None) -> None:
    """Keep an answer that has an ETag; a cache that cannot be written is no harm."""
    try:
        if not tag:
            path.unlink(missing_ok=True)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        for end, kept in ((".ics", content), (".etag", tag.encode())):
            part = path.with_suffix(f"{end}.{os.getpid()}")
            part.write_bytes(kept)
            part.replace(path.with_suffix(end))
    except OSError:
        return


def _address(host: str, port: int, *, allow_private: bool) -> tuple[str, int]:
    """The one address that is then connected to, so that no second look-up can change it."""
    for _, _, _, _, place in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        if allow_private or ipaddress.ip_address(str(place[0]).split("%")[0]).is_global:
            return str(place[0]), int(place[1])
    raise FetchError(f"`{host}` is a private address; `--allow-private` lets it through")


class _Redirects(urllib.request.HTTPRedirectHandler):
    """A few redirects, each of them to an address that would be fetched by itself."""

    max_redirections = 5

    def __init__(self, *, allow_private: bool) -> None:
        self.allow_private = allow_private

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        """Follow a redirect, if its address may be fetched."""
        _refuse(newurl, allow_private=self.allow_private)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


class _PlainConnection(http.client.HTTPConnection):
    """A connection to the address that was looked at, and to no other."""

    allow_private = False

    def connect(self) -> None:
        """Look the host up once, refuse what is private, and connect."""
        host, port = _address(self.host, self.port, allow_private=self.allow_private)
        self.sock = socket.create_connection((host, port), self.timeout)


class _SecureConnection(http.client.HTTPSConnection):
    """The same over TLS, with the certificate held against the host's name."""

    allow_private = False

    def connect(self) -> None:
        """Look the host up once, refuse what is private, connect, and shake hands."""
        host, port = _address(self.host, self.port, allow_private=self.allow_private)
        raw = socket.create_connection((host, port), self.timeout)
        self.sock = ssl.create_default_context().wrap_socket(raw, server_hostname=self.host)


class _Plain(urllib.request.HTTPHandler):
    """Opens http addresses through our own connection."""

    def __init__(self, *, allow_private: bool) -> None:
        super().__init__()
        self.allow_private = allow_private

    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        """Open it."""
        return self.do_open(self._connection, req)

    def _connection(self, host: str, /, **settings: Any) -> http.client.HTTPConnection:  # noqa: ANN401 (http.client's own settings)
        connection = _PlainConnection(host, **settings)
        connection.allow_private = self.allow_private
        return connection


class _Secure(urllib.request.HTTPSHandler):
    """Opens https addresses through our own connection."""

    def __init__(self, *, allow_private: bool) -> None:
        super().__init__()
        self.allow_private = allow_private

    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        """Open it."""
        return self.do_open(self._connection, req)

    def _connection(self, host: str, /, **settings: Any) -> http.client.HTTPConnection:  # noqa: ANN401 (http.client's own settings)
        connection = _SecureConnection(host, **settings)
        connection.allow_private = self.allow_private
        return connection
