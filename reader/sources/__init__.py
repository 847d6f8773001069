"""A source to a Page.

What comes in is what a person writes (or a page links to): an `http` or `https` URL, a file, `-` for standard input, or
`seed:NAME` for a page of the bundled edition.  What goes out is a `Page`: bytes that are worth reading as a page, or one error
that says in a line why there are none.  Nothing is cut, decoded or understood here; only what can never be a page is refused
(nothing at all, more than 20 MiB, a picture, a program).

The only sockets of the program are opened here, and on these terms:

- One deadline bounds the whole of it: looking the name up, connecting, TLS, every redirect, and a server that drips bytes (a
  read timeout alone bounds none of these).
- The size is counted after unpacking, chunk by chunk, so that a bomb costs what the cap says and no more.
- The address is judged where the connection is made, after the name has been looked up: a page cannot lead into the user's own
  network, neither by a redirect nor by a name that resolves to another address the second time.  What the user typed goes.
- No cookies, no referrer, no credentials but those in the URL that the user typed, and those to that host only.

Rejected: one client kept between fetches (it would keep cookies and connections between strangers), and httpx2's own redirects
and proxies (the first would connect before the address is judged, the second would hide where it is judged).
"""

from typing import TYPE_CHECKING

from reader.lazy_import import lazy_names

if TYPE_CHECKING:
    from reader.sources.bundled_pages import seed_names
    from reader.sources.fetching import SEED, check, fetch, is_url
    from reader.sources.files import STDIN, file_url, page_from_bytes, read_stdin
    from reader.sources.sniff import media_type_of
else:
    __getattr__ = lazy_names(
        __name__,
        {
            "SEED": "reader.sources.fetching",
            "STDIN": "reader.sources.files",
            "check": "reader.sources.fetching",
            "fetch": "reader.sources.fetching",
            "file_url": "reader.sources.files",
            "is_url": "reader.sources.fetching",
            "media_type_of": "reader.sources.sniff",
            "page_from_bytes": "reader.sources.files",
            "read_stdin": "reader.sources.files",
            "seed_names": "reader.sources.bundled_pages",
        },
    )

__all__ = [
    "SEED",
    "STDIN",
    "check",
    "fetch",
    "file_url",
    "is_url",
    "media_type_of",
    "page_from_bytes",
    "read_stdin",
    "seed_names",
]
