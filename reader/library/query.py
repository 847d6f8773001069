"""The query language that lists, filters, saved queries and bulk actions share.

    unread  read  starred  kept            what the user has done with an entry, and whether its page is kept
    feed:NAME  tag:NAME                    in a feed or folder of that title; with the tag (the entry's or its feed's)
    person:NAME  quoted:NAME               the article names the person; quotes him or her
    before:DATE  after:DATE                published before, or on or after: 2026, 2026-11, 2026-11-23
    newer:2d  older:3w                     age: h, d, w, m (30 days), y
    id:NUMBER                              this entry; several side by side: any of them
    word  word*  "a phrase"  title:word    in the text; by its beginning; as it stands; in the title
    -TERM   A or B   ( ... )               not; either; grouping.  Terms side by side must all hold.

A query is parsed into a small tree of frozen nodes; `search` turns the tree into SQL.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, UTC, datetime
from difflib import get_close_matches

from reader.errors import QueryError

FLAGS = ("unread", "read", "starred", "kept")
FIELDS = ("feed", "tag", "person", "quoted", "id", "title", "before", "after", "newer", "older")

_TOKEN = re.compile(
    r"""(?P<sign>[()]|-(?=\S))|(?P<field>[A-Za-z]+):(?P<value>"[^"]*"?|[^\s()]*)|"(?P<phrase>[^"]*)"?|(?P<word>[^\s()]+)"""
)
_AGE = re.compile(r"(\d{1,5})([hdwmy])")
_DATE = re.compile(r"(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?")
_UNITS = {"h": 1, "d": 24, "w": 7 * 24, "m": 30 * 24, "y": 365 * 24}
_DEEPEST = 50


@dataclass(frozen=True, slots=True)
class Flag:
    """One of `FLAGS`."""

    name: str


@dataclass(frozen=True, slots=True)
class Named:
    """A field with a name: `feed`, `tag`, `person` or `quoted`; or an entry's `id`."""

    field: str
    name: str


@dataclass(frozen=True, slots=True)
class InFeeds:
    """In one of some feeds, by their ids: what is chosen from a list needs no name."""

    feeds: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """Words in the text: one word, its beginning, or a phrase."""

    text: str
    prefix: bool = False
    title: bool = False
    """Only in the title."""


@dataclass(frozen=True, slots=True)
class Published:
    """Published in a half-open span of time, in seconds since 1970; None: open on that side."""

    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Not:
    """What must not hold."""

    term: Node


@dataclass(frozen=True, slots=True)
class All:
    """What must all hold; nothing holds always."""

    terms: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """Of which at least one must hold."""

    terms: tuple[Node, ...]


Node = Flag | Named | InFeeds | Words | Published | Not | All | Any


def parse(text: str, now: datetime) -> All:
    """Read a query.

    Args:
        text: what the user typed; an empty query matches everything.
        now: what ages are counted from.

    Raises:
        QueryError: it cannot be read; the error says at which word.
    """
    tokens = list(_TOKEN.finditer(text))
    reader = _Reader(text, tokens, now)
    node = reader.either(0)
    if reader.at < len(tokens):
        raise reader.error("there is nothing for it to close", "take the parenthesis away")
    return node if isinstance(node, All) else All((node,))


class _Reader:
    """Recursive descent over the tokens: either := all ("or" all)*, all := term*, term := "-" term | "(" either ")" | leaf."""

    def __init__(self, text: str, tokens: list[re.Match[str]], now: datetime) -> None:
        self.text = text
        self.tokens = tokens
        self.now = now
        self.at = 0

    def error(self, problem: str, advice: str = "", *, at: int | None = None) -> QueryError:
        where = self.at if at is None else at
        if where < len(self.tokens):
            token = self.tokens[where]
            start, word = token.start(), token.group()
        else:
            start, word = len(self.text), "the end"
        return QueryError(
            f"at {word!r} (character {start + 1}): {problem}",
            source=self.text,
            advice=advice,
            start=start,
            end=start + len(word),
        )

    def either(self, depth: int) -> Node:
        if depth > _DEEPEST:
            raise self.error("parentheses are nested too deep")
        branches = [self.all(depth)]
        while self._is_word("or"):
            self.at += 1
            branches.append(self.all(depth))
        if len(branches) == 1:
            return branches[0]
        if any(not branch.terms for branch in branches):
            raise self.error("'or' wants a term on both sides", at=self.at - 1)
        return Any(tuple(branches))

    def all(self, depth: int) -> All:
        terms = []
        while self.at < len(self.tokens) and self.tokens[self.at]["sign"] != ")" and not self._is_word("or"):
            terms.append(self.term(depth))
        numbers = [term for term in terms if isinstance(term, Named) and term.field == "id"]
        if len(numbers) > 1:  # no entry has two: either is meant
            terms = [Any(tuple(numbers)), *(term for term in terms if term not in numbers)]
        return All(tuple(terms))

    def term(self, depth: int) -> Node:
        token = self.tokens[self.at]
        self.at += 1
        match token["sign"]:
            case "-":
                if self.at >= len(self.tokens) or self.tokens[self.at]["sign"] == ")":
                    raise self.error("there is nothing to leave out", at=self.at - 1)
                if depth > _DEEPEST:
                    raise self.error("signs are nested too deep")
                return Not(self.term(depth + 1))
            case "(":
                opened = self.at - 1
                inner = self.either(depth + 1)
                if self.at >= len(self.tokens):
                    raise self.error("this parenthesis is not closed", at=opened)
                self.at += 1
                return inner
        return self._leaf(token)

    def _leaf(self, token: re.Match[str]) -> Node:
        if token["phrase"] is not None:
            return Words(token["phrase"])
        if token["word"] is not None:
            return Flag(token["word"].lower()) if token["word"].lower() in FLAGS else _words(token["word"])
        field, value = token["field"].lower(), token["value"].strip('"')
        if field not in FIELDS:
            return self._unknown(token, field)
        if not value:
            raise self.error(f"{field}: wants a value right behind it", at=self.at - 1)
        if field == "id" and not re.fullmatch(r"[0-9]{1,18}", value):
            raise self.error(f"{value!r} is no entry's number", "reader list prints them in a pipe", at=self.at - 1)
        if field == "title":
            return _words(value, title=True)
        return self._time(field, value) if field in ("before", "after", "newer", "older") else Named(field, value)

    def _unknown(self, token: re.Match[str], field: str) -> Words:
        near = get_close_matches(field, FIELDS, n=1)
        if near:
            raise self.error(f"there is no field {field!r}", f"did you mean {near[0]}:?", at=self.at - 1)
        return Words(token.group().strip())  # a word with a colon in it, such as a time or a URL

    def _time(self, field: str, value: str) -> Published:
        if field in ("newer", "older"):
            age = _AGE.fullmatch(value.lower())
            if not age:
                raise self.error(f"{value!r} is no age", "such as 12h, 2d, 3w, 6m or 1y", at=self.at - 1)
            limit = int(self.now.timestamp()) - int(age[1]) * _UNITS[age[2]] * 3600
            return Published(limit, None) if field == "newer" else Published(None, limit)
        start = self._date(value)
        return Published(start, None) if field == "after" else Published(None, start)

    def _date(self, value: str) -> int:
        date = _DATE.fullmatch(value)
        year, month, day = (int(part or 1) for part in date.groups()) if date else (0, 0, 0)
        if not (1 <= year <= MAXYEAR and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
            raise self.error(f"{value!r} is no date", "such as 2026, 2026-11 or 2026-11-23", at=self.at - 1)
        return int(datetime(year, month, day, tzinfo=self.now.tzinfo or UTC).timestamp())

    def _is_word(self, word: str) -> bool:
        return self.at < len(self.tokens) and (self.tokens[self.at]["word"] or "").lower() == word


def _words(text: str, *, title: bool = False) -> Words:
    return Words(text.rstrip("*"), prefix=text.endswith("*"), title=title)
