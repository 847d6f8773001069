r"""newsboat's `urls` file: a feed a line, with tags behind it.

    https://example.org/feed.xml news "front page" "~My own title"
    "query:Unread:unread = \"yes\""
    exec:~/bin/script.sh  filter:~/bin/filter.sh:https://example.org/feed

Queries and commands are listed as not imported; nothing of them is ever run.
"""

from __future__ import annotations

import re

from reader.feeds.subscription_lists import Imported, Listed
from reader.model.text import line, plain

_WORD = re.compile(r'"((?:[^"\\]|\\.)*)"?|(\S+)')


def read(text: str) -> Imported:
    """Read a `urls` file; a word that begins with `~` is the feed's title, `!` (hidden) is left out."""
    feeds: dict[str, Listed] = {}
    refused: list[tuple[str, str]] = []
    for row in plain(text).split("\n"):
        words = [re.sub(r"\\(.)", r"\1", quoted) if quoted or not bare else bare for quoted, bare in _WORD.findall(row)]
        if not words or words[0].startswith("#"):
            continue
        url, *rest = words
        if url.lower().startswith(("http://", "https://")):
            titles = [word[1:] for word in rest if word.startswith("~")]
            tags = dict.fromkeys(line(word) for word in rest if not word.startswith(("~", "!")) and line(word))
            feeds.setdefault(url, Listed(url=url, title=line(titles[0]) if titles else "", tags=tuple(tags)))
        else:
            refused.append((url, _reason(url)))
    return Imported(feeds=tuple(feeds.values()), refused=tuple(refused))


def _reason(url: str) -> str:
    match url.partition(":")[0].lower():
        case "query":
            return "queries are not imported; save one with the query language of `reader list --help`"
        case "exec" | "filter":
            return "commands are never run"
    return "only http and https addresses are followed"
