"""The one place where a connection is opened: the deadline holds here, and the address is judged here.

httpcore2 takes a network backend of one's own; ours looks names up itself, so that the very address that was judged is the one
connected to (a name that resolves to another address a moment later gains nothing), and puts every wait under one deadline.
"""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import httpcore2

from reader.errors import UnreadableError
from reader.sources.addresses import Space, space_of, space_of_name


class Deadline:
    """A moment after which nothing is waited for any more."""

    def __init__(self, seconds: float) -> None:
        """Set it so many seconds from now."""
        self.seconds = seconds
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Return the seconds that are left, more than 0.

        Raises:
            TimeoutError: none are.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left


def look_up(host: str, port: int, seconds: float) -> tuple[str, ...]:
    """Return the addresses of a host, numeric, in the order in which to try them.

    The system's resolver cannot be interrupted and may take minutes: it runs in a thread that is left behind when time is up.

    Raises:
        OSError: there is no such host, or it cannot be looked up.
        TimeoutError: it took longer.
    """
    answers: list[tuple[str, ...]] = []
    failures: list[OSError] = []

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answers.append(tuple(dict.fromkeys(str(entry[4][0]) for entry in found)))
        except (OSError, UnicodeError) as error:  # UnicodeError: a label that is empty or too long for IDNA
            failures.append(error if isinstance(error, OSError) else socket.gaierror(socket.EAI_NONAME, "no such host"))

    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    thread.join(seconds)
    if failures:
        raise failures[0]
    if not answers:
        raise TimeoutError
    return answers[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """How names are looked up and addresses judged; tests bring their own."""

    look_up: Callable[[str, int, float], tuple[str, ...]] = look_up
    space_of: Callable[[str], Space] = space_of


class GuardedBackend(httpcore2.NetworkBackend):
    """Opens the connections of one hop; remembers how private the other side was."""

    def __init__(self, network: Network, deadline: Deadline, *, most_private: Space) -> None:
        """Open nothing yet.

        Args:
            network: how names are looked up and addresses judged.
            deadline: bounds all that is done here.
            most_private: the most private space that may be connected to.
        """
        self._network = network
        self._deadline = deadline
        self._most_private = most_private
        self._is_proxied = False
        self.reached = Space.PUBLIC

    def pass_through_proxy(self, host: str) -> None:
        """Allow the next connection to be the one to the user's proxy, wherever it is, if the host behind it may be reached.

        The proxy looks the name up, so only what the name itself says can be judged here; the rest is the proxy's to refuse.

        Raises:
            UnreadableError: the host may not be reached.
        """
        self.reached = space_of_name(host)
        if self.reached > self._most_private:
            raise _refused(host)
        self._is_proxied = True

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """Connect to the first address of the host that may be reached and answers.

        Raises:
            UnreadableError: none of its addresses may be reached.
            OSError: the host cannot be looked up.
            TimeoutError: time is up.
            httpcore2.ConnectError: none of them answers.
        """
        addresses = self._network.look_up(host, port, self._deadline.left())
        good = [address for address in addresses if self._is_proxied or self._network.space_of(address) <= self._most_private]
        if not good:
            raise _refused(host)
        failure: Exception = httpcore2.ConnectError("no address")
        for at, address in enumerate(good):
            share = self._deadline.left() / (len(good) - at)
            try:
                inner = httpcore2.SyncBackend().connect_tcp(address, port, share, local_address, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failure = error
                continue
            if not self._is_proxied:
                self.reached = self._network.space_of(address)
            return _Bounded(inner, self._deadline)
        raise failure


def _refused(host: str) -> UnreadableError:
    advice = "if you trust the address, give it yourself"
    return UnreadableError(f"a page may not lead to {host}, which is in a private network", advice=advice)


class _Bounded(httpcore2.NetworkStream):
    """A connection whose every wait ends with the deadline."""

    def __init__(self, inner: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        return _Bounded(self._inner.start_tls(ssl_context, server_hostname, self._deadline.left()), self._deadline)

    def get_extra_info(self, info: str) -> object:
        return self._inner.get_extra_info(info)
