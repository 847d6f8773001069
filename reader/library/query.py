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
from datetime import MAXYEAR, UTC, datetime
from difflib import get_close_matches

from reader.errors import QueryError
from reader.library.terms.nodes import (
    FLAGS,
    HAS,
    ORDERS,
    All,
    Any,
    Arrived,
    Flag,
    InFeeds,
    Length,
    Named,
    Node,
    Not,
    Pattern,
    Published,
    Sort,
    Words,
)
from reader.library.terms.patterns import compiled

# fmt: off
__all__ = [
    "All", "Any", "Arrived", "Flag", "InFeeds", "Length", "Named", "Node", "Not", "Pattern", "Published", "Sort", "Words",
    "parse",
]
# fmt: on

NAMED = ("feed", "tag", "person", "quoted", "author", "site", "link", "lang", "has", "id")
FIELDS = (*NAMED, "title", "before", "after", "newer", "older", "arrived", "words", "sort")

_TOKEN = re.compile(
    r"(?P<sign>[()]|-(?=\S))"
    r"|/(?P<pattern>(?:[^/\\\n]|\\.)+)/(?=[\s)]|$)"
    r"|(?P<field>[A-Za-z]+):(?P<value>\"[^\"]*\"?|[^\s()]*)"
    r"|\"(?P<phrase>[^\"]*)\"?"
    r"|(?P<word>[^\s()]+)"
)
_AGE = re.compile(r"(\d{1,5})([hdwmy])")
_LENGTH = re.compile(r"([<>]=?)?(\d{1,7})")
_DATE = re.compile(r"(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?")
_UNITS = {"h": 1, "d": 24, "w": 7 * 24, "m": 30 * 24, "y": 365 * 24}
_DEEPEST = 50


def parse(text: str, now: datetime, *, live: bool = False) -> All:
    """Read a query.

    Args:
        text: what the user typed; an empty query matches everything.
        now: what ages are counted from.
        live: it is still being typed: its words are beginnings.

    Raises:
        QueryError: it cannot be read; the error says at which word.
    """
    tokens = list(_TOKEN.finditer(text))
    reader = _Reader(text, tokens, now, live=live)
    node = reader.either(0)
    if reader.at < len(tokens):
        raise reader.error("there is nothing for it to close", "take the parenthesis away")
    return node if isinstance(node, All) else All((node,))


class _Reader:
    """Recursive descent over the tokens: either := all ("or" all)*, all := term*, term := "-" term | "(" either ")" | leaf."""

    def __init__(self, text: str, tokens: list[re.Match[str]], now: datetime, *, live: bool) -> None:
        self.text = text
        self.tokens = tokens
        self.now = now
        self.live = live
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
        if token["pattern"] is not None:
            return self._pattern(token["pattern"])
        if token["phrase"] is not None:
            return self._words(token["phrase"], phrase=True)
        if token["word"] is not None:
            return Flag(token["word"].lower()) if token["word"].lower() in FLAGS else self._words(token["word"])
        field, value = token["field"].lower(), token["value"].strip('"')
        if field not in FIELDS:
            if value.startswith("//"):
                return self._words(token.group().strip())  # an address that was pasted
            near = get_close_matches(field, FIELDS, n=1)
            advice = f"did you mean {near[0]}:?" if near else f"there are {', '.join(FIELDS)}; in quotes it is text"
            raise self._error_before(f"there is no field {field!r}", advice)
        if not value:
            raise self._error_before(f"{field}: wants a value right behind it")
        if field in NAMED:
            return self._named(field, value)
        return self._other(field, value)

    def _named(self, field: str, value: str) -> Named:
        if field == "id" and not re.fullmatch(r"[0-9]{1,18}", value):
            raise self._error_before(f"{value!r} is no entry's number", "reader list prints them in a pipe")
        if field == "has" and value.lower().removesuffix("s") not in {one.removesuffix("s") for one in HAS}:
            raise self._error_before(f"{value!r} is nothing that an entry has", f"there are {', '.join(HAS)}")
        return Named(field, value)

    def _other(self, field: str, value: str) -> Node:
        match field:
            case "title":
                return self._words(value, title=True)
            case "words":
                return self._length(value)
            case "sort":
                if value.lower() not in ORDERS:
                    raise self._error_before(f"{value!r} is no order", f"there are {', '.join(ORDERS)}")
                return Sort(value.lower())
            case "arrived":
                return self._arrived(value)
        return self._time(field, value)

    def _words(self, text: str, *, title: bool = False, phrase: bool = False) -> Words:
        if not re.search(r"\w", text):
            raise self._error_before("there is no word in it to look for")
        return Words(text.rstrip("*"), prefix=text.endswith("*") or (self.live and not phrase), title=title)

    def _pattern(self, text: str) -> Pattern:
        if compiled(text) is None:
            raise self._error_before("this is no pattern, or one that may never end", "no repetition in a repetition")
        return Pattern(text)

    def _length(self, value: str) -> Length:
        found = _LENGTH.fullmatch(value)
        if not found:
            raise self._error_before(f"{value!r} is no length", "such as >800, <=300 or 500")
        sign, number = found[1] or "", int(found[2])
        if sign.startswith(">"):
            return Length(number + (sign == ">"), None)
        return Length(None if sign else number, number - (sign == "<"))

    def _arrived(self, value: str) -> Arrived:
        if _AGE.fullmatch(value.lower()):
            return Arrived(self._age(value), None)
        first = self._date(value)
        parts = [int(part) for part in value.split("-")]
        parts[-1] += 1
        if len(parts) == 3:
            return Arrived(first, first + 86_400)
        year, month = (parts[0] + parts[1] // 13, parts[1] % 13 or 1) if len(parts) == 2 else (parts[0], 1)
        return Arrived(first, self._date(f"{min(year, MAXYEAR):04}-{month:02}"))

    def _age(self, value: str) -> int:
        age = _AGE.fullmatch(value.lower())
        if not age:
            raise self._error_before(f"{value!r} is no age", "such as 12h, 2d, 3w, 6m or 1y")
        return int(self.now.timestamp()) - int(age[1]) * _UNITS[age[2]] * 3600

    def _time(self, field: str, value: str) -> Published:
        if field in ("newer", "older"):
            limit = self._age(value)
            return Published(limit, None) if field == "newer" else Published(None, limit)
        start = self._date(value)
        return Published(start, None) if field == "after" else Published(None, start)

    def _error_before(self, problem: str, advice: str = "") -> QueryError:
        """Return an error at the word that was read last."""
        return self.error(problem, advice, at=self.at - 1)

    def _date(self, value: str) -> int:
        date = _DATE.fullmatch(value)
        year, month, day = (int(part or 1) for part in date.groups()) if date else (0, 0, 0)
        if not (1 <= year <= MAXYEAR and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
            raise self._error_before(f"{value!r} is no date", "such as 2026, 2026-11 or 2026-11-23")
        return int(datetime(year, month, day, tzinfo=self.now.tzinfo or UTC).timestamp())

    def _is_word(self, word: str) -> bool:
        return self.at < len(self.tokens) and (self.tokens[self.at]["word"] or "").lower() == word
