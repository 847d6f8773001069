"""Calls of a server's programming interface: one request to the host that the user named, one answer, nothing followed."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

import httpx2

from reader.errors import UnreadableError
from reader.resources import __version__
from reader.sources.addresses import Space
from reader.sources.error_messages import status_error
from reader.sources.guarded_transport import Deadline, GuardedBackend, Network
from reader.sources.http import Transport, errors_told, read_body

_LOG = logging.getLogger(__name__)
_AGENT = f"Broadsheet/{__version__} (+terminal news reader)"


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiRequest:
    """One request; no field of it but the address is ever shown or logged."""

    url: str
    """Without credentials and query."""
    query: Sequence[tuple[str, str]] = ()
    form: Sequence[tuple[str, str]] | None = field(default=None, repr=False)
    """Posted; None: a GET."""
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    timeout: float = 30.0
    """Seconds, everything included."""


def call(request: ApiRequest, network: Network | None = None) -> bytes:
    """Make a call, and return the body of the answer.

    A redirect is refused: what is sent may be a password, and it goes to the host that the user named, or nowhere.

    Raises:
        FetchError: the network gave no answer.
        StatusError: the server said no.
        UnreadableError: the answer is too large, or leads elsewhere.
    """
    deadline = Deadline(request.timeout)
    _LOG.info("%s %s", "GET" if request.form is None else "POST", request.url)
    with errors_told(request.url, request.timeout):
        url = httpx2.URL(request.url).copy_merge_params(list(request.query))
        backend = GuardedBackend(network or Network(), deadline, most_private=Space.LOCAL)
        headers = {"User-Agent": _AGENT, **request.headers}
        body = None
        if request.form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            body = urlencode(list(request.form)).encode()
        with (
            httpx2.Client(transport=Transport(url, backend), trust_env=False, headers=headers) as client,
            client.stream("GET" if body is None else "POST", url, content=body, timeout=None) as response,
        ):
            status = response.status_code
            if 300 <= status < 400:
                raise UnreadableError("the server leads elsewhere", advice="give the address that it leads to")
            if not 200 <= status < 300:
                raise status_error(status, response.headers.get("Retry-After", ""))
            return read_body(response, deadline)
