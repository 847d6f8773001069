"""What the network's failures are called."""

from __future__ import annotations

import errno
import re
import socket
import ssl
import time
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from http import HTTPStatus

import httpcore2
import httpx2

from reader.errors import FetchError, StatusError

_OFFLINE = "are you online?"
_ADVICE = {
    HTTPStatus.UNAUTHORIZED: "the page is for those who log in",
    HTTPStatus.PAYMENT_REQUIRED: "the page is for subscribers",
    HTTPStatus.FORBIDDEN: "the server lets nobody in, or no programs; save the page in a browser and read the file",
    HTTPStatus.NOT_FOUND: "check the address",
    HTTPStatus.GONE: "the page was taken down; an archive may have it",
    HTTPStatus.TOO_MANY_REQUESTS: "wait a while",
    HTTPStatus.UNAVAILABLE_FOR_LEGAL_REASONS: "it is withheld for legal reasons",
}

_NO_NAME = ("the name cannot be looked up", _OFFLINE)
_NO_HOST = ("no such host", "check the address")
_NOT_HTTP = ("the answer is not HTTP", "check the address and the port")
_BROKEN_OFF = ("the answer broke off", "try again later")
_SILENT = ("the server does not answer", "try again later")
_UNREACHABLE = ("the network is not reachable", _OFFLINE)
_HALF = re.compile("complete message body|chunked")  # what h11 says of a body that ends too soon
_KINDS: tuple[tuple[type[BaseException], tuple[str, str]], ...] = (
    (ssl.SSLError, ("no secure connection came about", "check the address; http:// would be without any security")),
    (httpx2.DecodingError, ("the answer is packed wrongly", "try again later")),
    (httpcore2.ProxyError, ("the proxy does not connect", "check HTTP_PROXY and HTTPS_PROXY")),
)
_ERRNOS = {
    errno.ECONNREFUSED: ("connection refused", "is the server running, and on this port?"),
    errno.ECONNRESET: _BROKEN_OFF,
    errno.ECONNABORTED: _BROKEN_OFF,
    errno.EPIPE: _BROKEN_OFF,
    errno.ENETUNREACH: _UNREACHABLE,
    errno.EHOSTUNREACH: _UNREACHABLE,
    errno.ENETDOWN: _UNREACHABLE,
    errno.ETIMEDOUT: _SILENT,
}


def status_error(status: int, retry_after: str = "") -> StatusError | FetchError:
    """Return the error for an answer that is not a page; `retry_after` is the header of that name."""
    try:
        phrase = f" {HTTPStatus(status).phrase}"
    except ValueError:
        phrase = ""
    if 400 <= status < 600:
        advice = _ADVICE.get(HTTPStatus(status)) if phrase else None
        fallback = "try again later" if status >= 500 else "check the address"
        return StatusError(
            f"the server says {status}{phrase}",
            status=status,
            retry_after=_seconds(retry_after),
            advice=advice or fallback,
        )
    return FetchError(f"the server answers {status}{phrase}, which is no page")


def _seconds(retry_after: str) -> float | None:
    """Return the seconds that a `Retry-After` header asks for: it holds a number of them, or a date."""
    digits = retry_after.strip()
    if digits.isascii() and digits.isdigit():
        return float(digits[:9])
    try:
        return max(0.0, parsedate_to_datetime(retry_after).timestamp() - time.time())
    except (ValueError, TypeError, IndexError, OverflowError, OSError):  # a zone of twenty digits, the year 0
        return None


def network_error(error: Exception, *, source: str) -> FetchError:
    """Return the line for a failure of the network, from the innermost error that says what happened."""
    for cause in _causes(error):
        problem = _problem(cause)
        if problem:
            return FetchError(problem[0], source=source, advice=problem[1])
    return FetchError("the connection failed", source=source, advice="try again later")


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen = []
    while error is not None:
        seen.append(error)
        error = error.__cause__ or error.__context__
    yield from reversed(seen)


def _problem(error: BaseException) -> tuple[str, str] | None:
    if isinstance(error, socket.gaierror):
        return _NO_NAME if error.errno == socket.EAI_AGAIN else _NO_HOST
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not good: {error.verify_message.lower()}", "the connection would not be safe"
    if isinstance(error, httpcore2.RemoteProtocolError):
        return _BROKEN_OFF if _HALF.search(str(error)) else _NOT_HTTP
    for kind, problem in _KINDS:
        if isinstance(error, kind):
            return problem
    return _ERRNOS.get(error.errno or 0) if isinstance(error, OSError) else None
