"""Posts from elsewhere that the author set into the story: who posted them, when and where, and that they stay."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bs4.element import Tag

from reader.extraction.hints import class_names
from reader.extraction.metadata import dates
from reader.extraction.segments.segment import Container, InlineRun, Kind, Segment
from reader.model.text import line

LONGEST = 3000
"""Characters of a post."""

_ADDRESS = re.compile(
    r"^https?://(?:www\.|mobile\.|m\.)?(?:(?:twitter|x)\.com/[^/]+/status(?:es)?/\d|instagram\.com/(?:[^/]+/)?(?:p|reel|tv)/"
    r"|facebook\.com/.*(?:posts|videos|photos|permalink|story)|bsky\.app/profile/[^/]+/post/|threads\.(?:net|com)/@[^/]+/post/"
    r"|tiktok\.com/@[^/]+/video/|t\.me/[^/]+/\d|reddit\.com/r/[^/]+/comments/|linkedin\.com/(?:posts|feed/update)"
    r"|[^/]+/@[^/]+/\d{6,})"
)
_SIGNED = re.compile(r"^[—–-]{1,4}(?P<name>[^()]{2,120})\(@?(?P<account>[^()\s]{1,80})\)(?P<when>[^\n]{0,200})$")
_SIGNATURE = re.compile(r"[—–-] [^()—–]{2,60} \(@[\w.]+\)[^()]{0,40}$")
_ACCOUNT = re.compile(r"@[\w.]+(?:@[\w.-]+)?")
_COUNTS = re.compile(
    r"^[\d.,\s]{0,20}[KkMm]?\s{0,8}(?:retweets?|likes?|repl(?:y|ies)|reposts?|views?|shares?|comments?|quotes?|impressions?)\b.{0,60}$",
    re.I,
)
_SHORTENED = re.compile(r"^\s*(?:https?://t\.co/\S+|pic\.(?:twitter|x)\.com/\S+)\s*$")


@dataclass(slots=True)
class Origin:
    """Where a post comes from, as far as it says."""

    author: str = ""
    posted: datetime | None = None
    url: str = ""


def is_post(container: Container | None) -> bool:
    """Tell whether a quotation is somebody's post: it is called so, or leads to where it was posted."""
    if container is None or container.letters > LONGEST:
        return False
    return any(one.hints & class_names.SOCIAL for one in (container, container.parent) if one is not None) or bool(
        _url(container)
    )


def decide(segments: Sequence[Segment]) -> None:
    """Keep the posts that stand behind something kept; what they count and where they stand is not of their words."""
    last: Segment | None = None
    for segment in segments:
        quotation = segment.container.quotation
        if segment.kind is Kind.PARAGRAPH and quotation is not None and is_post(quotation):
            if last is not None and _is_near(quotation, last) and (segment.kept or segment.rule in ("weighed", "share")):
                segment.keep("post", segment.score)
            if segment.kept and _is_about_post(segment.text):
                segment.drop("post-data", segment.score)
        elif segment.kept and segment.kind is not Kind.FIGURE:
            last = segment


def _is_near(quotation: Container, last: Segment) -> bool:
    around = set(map(id, last.container.chain()))
    return any(id(one) in around for one in list(quotation.chain())[1:4])


def _is_about_post(text: str) -> bool:
    return bool(_COUNTS.match(text)) or (
        len(text) < 40 and dates.parse_words(text) is not None and dates.cut_off(text) == text
    )


def origin(container: Container, author: str) -> Origin:
    """Return where a post comes from.

    Args:
        container: the quotation.
        author: what is printed below it: a name, mostly with an account and a day.
    """
    found = Origin(url=_url(container))
    signed = _SIGNED.match(f"— {author}") if author else None
    found.author = line(signed["name"]) if signed else _ACCOUNT.sub("", dates.cut_off(author)).strip(" ()") or author
    texts = [signed["when"] if signed else author, *(line(tag.get_text()) for tag in container.tag.find_all("time"))]
    texts += [line(link.get_text()) for link in _links(container)]
    found.posted = next((when for text in texts if text and (when := dates.parse_words(text))), None)
    return found


def named(segment: Segment) -> str:
    """Return the name of the author, where a line of a post is nothing but that and an account."""
    account = _ACCOUNT.search(segment.text)
    if account is None or len(segment.text) > 100 or account.end() < len(segment.text.rstrip(" ·•)")):
        return ""
    return segment.text[: account.start()].strip(" ·•(—–-")


def without_addresses(words: tuple[InlineRun, ...]) -> tuple[InlineRun, ...]:
    """Return the words of a post without the shortened addresses of its pictures at their end."""
    kept = list(words)
    while kept and (_SHORTENED.match(kept[-1].text) or not kept[-1].text.strip()):
        kept.pop()
    return tuple(kept)


def _links(container: Container) -> list[Tag]:
    return [link for link in container.tag.find_all("a") if _ADDRESS.match(str(link.attrs.get("href", "")))]


def _url(container: Container) -> str:
    found = _links(container)
    return str(found[-1].attrs["href"]) if found else ""
