"""What the tests of several rooms need.

A small web on the loopback interface that does whatever a test tells it, the switch that rewrites golden files, and how long
properties are searched.
"""

from __future__ import annotations

import contextlib
import signal
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, settings

# No deadline: how long one example takes says more about the machine than about the law.
settings.register_profile("quick", max_examples=50, deadline=None)
settings.register_profile("thorough", max_examples=2000, deadline=None, suppress_health_check=list(HealthCheck))
settings.load_profile("quick")

# A run in the background may have been told to ignore these; the programs that tests start would inherit it.
for _told in (signal.SIGINT, signal.SIGHUP):
    if signal.getsignal(_told) is signal.SIG_IGN:
        signal.signal(_told, signal.default_int_handler if _told is signal.SIGINT else signal.SIG_DFL)

Answer = bytes | Callable[[socket.socket], None]

TLS = b"\x16"  # the first byte of a client that speaks TLS: no head will come
_PATIENCE = 10.0  # seconds after which a connection of a test is given up, whatever became of it


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write what is found as what is expected; then read the diff"
    )


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@dataclass
class Web:
    """A server whose every answer is written out by the test, byte for byte if need be."""

    host: str = "127.0.0.1"
    port: int = 0
    answers: dict[str, Answer] = field(default_factory=dict)
    requests: list[bytes] = field(default_factory=list)
    """The head of each request, as it came."""

    def url(self, path: str = "/") -> str:
        return f"http://{self.host}:{self.port}{path}"

    def page(self, path: str, body: bytes, *, status: int = 200, headers: Mapping[str, str] | None = None) -> str:
        """Serve a body, and give its URL."""
        fields = {"Content-Type": "text/html", "Content-Length": str(len(body)), "Connection": "close", **(headers or {})}
        head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
        return self.raw(path, f"HTTP/1.1 {status} Whatever\r\n{head}\r\n".encode("latin-1") + body)

    def redirect(self, path: str, location: str, *, status: int = 302) -> str:
        """Serve a redirect, and give the URL that it starts from."""
        return self.page(path, b"", status=status, headers={"Location": location})

    def raw(self, path: str, answer: Answer) -> str:
        """Serve bytes as they are, or let a function write to the connection; give the URL."""
        self.answers[path] = answer
        return self.url(path)


@pytest.fixture
def webs() -> Iterator[Callable[[str], Web]]:
    """Start servers, each on an address of its own; they run as long as the test."""
    with contextlib.ExitStack() as stack:
        yield lambda host: stack.enter_context(_serving(host))


@pytest.fixture
def web(webs: Callable[[str], Web]) -> Web:
    """Give a server that runs as long as the test."""
    return webs("127.0.0.1")


@contextlib.contextmanager
def _serving(host: str) -> Iterator[Web]:
    listener = socket.create_server((host, 0))
    site = Web(host=host, port=listener.getsockname()[1])
    thread = threading.Thread(target=_accept, args=(listener, site), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        with contextlib.suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join(_PATIENCE)


def _accept(listener: socket.socket, site: Web) -> None:
    while True:
        try:
            connection, _ = listener.accept()
        except OSError:
            return
        threading.Thread(target=_serve, args=(connection, site), daemon=True).start()


def _serve(connection: socket.socket, site: Web) -> None:
    connection.settimeout(_PATIENCE)
    with connection, contextlib.suppress(OSError):
        head = b""
        while b"\r\n\r\n" not in head and head[:1] != TLS and (chunk := connection.recv(65536)):
            head += chunk
        site.requests.append(head)
        path = head.split(b" ")[1].decode("latin-1") if head.count(b" ") > 1 else ""
        answer = site.answers.get(path, b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        if callable(answer):
            answer(connection)
        else:
            connection.sendall(answer)
