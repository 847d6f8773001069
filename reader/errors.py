"""All that Broadsheet raises on purpose.

    ReaderError                 anything below; caught once, at the edge that can tell the user
    ├── UsageError              the call itself is wrong                              exit status 2
    │   └── QueryError          a query that cannot be read; it says at which word
    ├── SourceError             a source gave no page
    │   ├── FetchError          network, name, TLS, timeout                           exit status 3
    │   ├── StatusError         the server answered 4xx or 5xx                        exit status 4
    │   └── UnreadableError     no such file, empty, too big, binary, refused         exit status 6
    ├── FeedError               what came is no feed                                      exit status 5
    ├── NoArticleError          a page came, but there is no article in it            exit status 5
    ├── NotFoundError           the article is there, but not what was asked of it    exit status 1
    ├── OutputError             the result cannot be written                              exit status 7
    ├── LibraryError            the library's file cannot be used                         exit status 7
    └── SettingsError           the settings file cannot be used                      exit status 7

Every error says itself in one line: ``SOURCE: what is wrong (what to do)``.  Which exit status belongs to which class
is `cli`'s business; the statuses stand here so that the tree and the table are read together.
"""

from __future__ import annotations


class ReaderError(Exception):
    """What went wrong, to what, and what the user can do about it."""

    def __init__(self, problem: str, *, source: str = "", advice: str = "") -> None:
        """Keep the three parts of the line.

        Args:
            problem: what is wrong, in a few words without a full stop.
            source: the URL, file or other thing it happened to, as the user wrote it; empty if there is none.
            advice: what the user can do; empty if there is nothing to say.
        """
        super().__init__(problem, source, advice)
        self.problem = problem
        self.source = source
        self.advice = advice

    def __reduce__(self) -> tuple[object, ...]:
        """Errors cross from the worker process, keyword arguments and all."""
        return _remake, (type(self), self.problem, self.source, self.advice, self.__dict__)

    def __str__(self) -> str:
        """Return the line that is shown to the user: ``SOURCE: problem (advice)``."""
        start = f"{self.source}: " if self.source else ""
        end = f" ({self.advice})" if self.advice else ""
        return f"{start}{self.problem}{end}"


def _remake(kind: type[ReaderError], problem: str, source: str, advice: str, state: dict[str, object]) -> ReaderError:
    error = kind.__new__(kind)
    ReaderError.__init__(error, problem, source=source, advice=advice)
    error.__dict__.update(state)
    return error


class UsageError(ReaderError):
    """The call itself is wrong: an unknown seed, a format that a command does not have, no terminal for the app."""


class QueryError(UsageError):
    """A query cannot be read."""

    def __init__(self, problem: str, *, start: int, end: int, source: str = "", advice: str = "") -> None:
        """Keep where in the query it is: half-open, in characters."""
        super().__init__(problem, source=source, advice=advice)
        self.start = start
        self.end = end


class SourceError(ReaderError):
    """A source gave no page."""


class FetchError(SourceError):
    """The network gave no answer: no such host, refused, broken TLS, too slow, too many redirects."""


class StatusError(SourceError):
    """The server answered, and said no."""

    def __init__(
        self, problem: str, *, status: int, retry_after: float | None = None, source: str = "", advice: str = ""
    ) -> None:
        """Keep the HTTP status (400 to 599) beside the line, and the seconds that the server asks to be left alone.

        None: the server does not say (`Retry-After`, RFC 9110, 10.2.3).
        """
        super().__init__(problem, source=source, advice=advice)
        self.status = status
        self.retry_after = retry_after


class UnreadableError(SourceError):
    """The input cannot be read as a page: missing, empty, too big, binary, or an address that is refused."""


class NoArticleError(ReaderError):
    """A page came, but no article stands in it."""


class FeedError(ReaderError):
    """What came is no feed, or one that cannot be read in time."""


class SettingsError(ReaderError):
    """The settings file cannot be used; the problem names the key or the line."""


class NotFoundError(ReaderError):
    """The article is there, but not what was asked of it: no such section."""


class OutputError(ReaderError):
    """The result cannot be written: no room, no permission, no such folder.  A closed pipe is no error."""


class LibraryError(ReaderError):
    """The library's file cannot be used: locked, full, read-only, damaged, or newer than the program."""
