"""Fetching a published feed from its address: over TLS, from public hosts, in bounds."""

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
        raise FetchError(_reason(error.reason)) from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise FetchError(_reason(error)) from None


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
    _check_scheme(url, allow_private=allow_private)
    cached = _cache_file(url)
    opener = urllib.request.build_opener(
        urllib.request.ProxyHandler({}),
        _PlainHandler(allow_private=allow_private),
        _SecureHandler(allow_private=allow_private),
        _RedirectHandler(allow_private=allow_private),
    )
    request = urllib.request.Request(url, headers={"User-Agent": "syllabical"})  # noqa: S310 (refused above unless https)
    if cached.with_suffix(".etag").exists() and cached.exists():
        request.add_header("If-None-Match", cached.with_suffix(".etag").read_text("utf-8"))
    try:
        with opener.open(request, timeout=SECONDS / 2) as answer:
            content = _whole(answer)
            _keep(cached, content, answer.headers.get("ETag"))
            return content
    except urllib.error.HTTPError as error:
        if error.code == http.HTTPStatus.NOT_MODIFIED and cached.exists():
            error.close()
            return cached.read_bytes()
        raise


def _check_scheme(url: str, *, allow_private: bool) -> None:
    """Let only https through; http too where private addresses are allowed."""
    scheme = urllib.parse.urlsplit(url).scheme
    if scheme == "https" or (scheme == "http" and allow_private):
        return
    if scheme == "http":
        message = "it is not https; `--allow-private` lets it through"
    else:
        message = f"`{scheme}:` is no address of a published feed; use https, or name a file"
    raise FetchError(message)


def _cache_file(url: str) -> Path:
    """Where the answer of an address is kept; its ETag lies beside it, under `.etag`."""
    home = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(home) / "syllabical" / f"{hashlib.sha256(url.encode()).hexdigest()[:32]}.ics"


def _whole(answer: http.client.HTTPResponse) -> bytes:
    """The whole body of an answer, within the limit of size."""
    content = bytearray()
    while chunk := answer.read1(_CHUNK):
        content += chunk
        if len(content) > LARGEST:
            raise FetchError(f"it is larger than {LARGEST // 1024**2} MB")
    # What breaks off is a term cut short, and must not be kept under the tag of the whole.
    if answer.length:
        raise FetchError("its answer breaks off")
    return bytes(content)


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


class _RedirectHandler(urllib.request.HTTPRedirectHandler):
    """Follows a few redirects, each of them to an address that would be fetched by itself."""

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
        _check_scheme(newurl, allow_private=self.allow_private)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


class _PlainHandler(urllib.request.HTTPHandler):
    """Opens http addresses over a checked connection."""

    def __init__(self, *, allow_private: bool) -> None:
        super().__init__()
        self.allow_private = allow_private

    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        """Open it."""
        return self.do_open(partial(_PlainConnection, allow_private=self.allow_private), req)


class _SecureHandler(urllib.request.HTTPSHandler):
    """Opens https addresses over a checked connection."""

    def __init__(self, *, allow_private: bool) -> None:
        super().__init__()
        self.allow_private = allow_private

    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        """Open it."""
        return self.do_open(partial(_SecureConnection, allow_private=self.allow_private), req)


class _PlainConnection(http.client.HTTPConnection):
    """A connection to the very address that was checked."""

    def __init__(self, host: str, *, allow_private: bool, **settings: Any) -> None:  # noqa: ANN401 (http.client's own)
        super().__init__(host, **settings)
        self.allow_private = allow_private

    def connect(self) -> None:
        """Look the host up once, refuse what is private, and connect."""
        address = _checked_address(self.host, self.port, allow_private=self.allow_private)
        self.sock = socket.create_connection(address, self.timeout)


class _SecureConnection(http.client.HTTPSConnection):
    """The same over TLS, with the certificate held against the host's name."""

    def __init__(self, host: str, *, allow_private: bool, **settings: Any) -> None:  # noqa: ANN401 (http.client's own)
        super().__init__(host, **settings)
        self.allow_private = allow_private

    def connect(self) -> None:
        """Look the host up once, refuse what is private, connect, and shake hands."""
        address = _checked_address(self.host, self.port, allow_private=self.allow_private)
        raw = socket.create_connection(address, self.timeout)
        self.sock = ssl.create_default_context().wrap_socket(raw, server_hostname=self.host)


def _checked_address(host: str, port: int, *, allow_private: bool) -> tuple[str, int]:
    """The one address that is then connected to, so that no second look-up can change it."""
    for _, _, _, _, place in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        if allow_private or ipaddress.ip_address(str(place[0]).split("%")[0]).is_global:
            return str(place[0]), int(place[1])
    raise FetchError(f"`{host}` is a private address; `--allow-private` lets it through")


def _reason(error: object) -> str:
    """Why a fetch failed, as people say it."""
    match error:
        case FetchError():
            return str(error)
        case TimeoutError():
            return f"no answer within {SECONDS / 2:.0f} seconds"
        case ssl.SSLCertVerificationError():
            return f"its certificate does not hold: {error.verify_message}"
        case socket.gaierror():
            return "there is no such host"
        case OSError() if error.strerror:
            return error.strerror.lower()
    return str(error) or type(error).__name__
