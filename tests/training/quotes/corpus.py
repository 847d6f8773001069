"""Reads the annotated articles of `tests/corpus/` (its README tells the format)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from unicodedata import is_normalized

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
_TAG = re.compile(r"<(/?)([a-z]+)(\d*)(?: ([^<>]*))?>")
_KINDS = {"p", "q", "s", "c", "i", "scare", "title"}


class CorpusError(Exception):
    """A file of the corpus breaks the format."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A tagged stretch: half-open, in characters of a paragraph without its tags."""

    kind: str
    """p, q, s, c, i, scare or title."""
    number: int | None
    who: str | None
    """Id of a person of the head, "-" for nobody of the head; None: the tag names nobody."""
    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person of an article's head."""

    name: str
    role: str


@dataclass(slots=True, kw_only=True)
class Text:
    """An annotated article."""

    file: str
    language: str
    style: str
    people: dict[str, Person] = field(default_factory=dict)
    paragraphs: list[str] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)

    @property
    def speakers(self) -> dict[int, Passage]:
        """The words that name a speaker, by their number."""
        return {passage.number: passage for passage in self.passages if passage.kind == "s" and passage.number is not None}

    def words(self, passage: Passage) -> str:
        """Return the words of a tagged stretch."""
        return self.paragraphs[passage.paragraph][passage.start : passage.end]

    def of_kind(self, *kinds: str) -> Iterator[Passage]:
        """Yield the stretches of some kinds in text order."""
        return (passage for passage in self.passages if passage.kind in kinds)


def texts(folder: Path = CORPUS) -> list[Text]:
    """Return all articles of the corpus by file name."""
    return [parse(path.read_text(encoding="utf-8"), path.name) for path in sorted(folder.glob("*.txt"))]


def is_exam(text: Text) -> bool:
    """Return whether an article is held back: scored, but never taught."""
    return "801" <= text.file.split("-")[1] <= "899"


def taught_texts() -> list[Text]:
    """Return the articles that may teach, by file name."""
    return [text for text in texts() if not is_exam(text)]


def parse(source: str, file: str = "") -> Text:
    """Read one article.

    Raises:
        CorpusError: the text breaks the format; says where and how.
    """
    if not is_normalized("NFC", source):
        raise CorpusError(f"{file}: not in NFC")
    head, _, body = source.replace("\r\n", "\n").partition("\n\n")
    text = _head(head, file)
    for paragraph in re.split(r"\n[ \t]*\n", body.strip()):
        _paragraph(text, " ".join(paragraph.split("\n")).strip())
    _check(text)
    return text


def _head(head: str, file: str) -> Text:
    text = Text(file=file, language="", style="")
    for line in head.split("\n"):
        key, colon, value = line.partition(":")
        value = value.strip()
        if not colon:
            raise CorpusError(f"{file}: head line without a colon: {line!r}")
        if key == "language":
            text.language = value
        elif key == "style":
            text.style = value
        elif key == "person":
            who, _, rest = value.partition(" = ")
            name, _, role = rest.partition("|")
            if who in text.people or not name.strip():
                raise CorpusError(f"{file}: bad person: {line!r}")
            text.people[who.strip()] = Person(name=name.strip(), role=role.strip())
        else:
            raise CorpusError(f"{file}: unknown key {key!r}")
    return text


def _paragraph(text: Text, tagged: str) -> None:
    index = len(text.paragraphs)
    plain: list[str] = []
    length = at = 0
    opened: list[tuple[str, int | None, str | None, int]] = []
    for tag in _TAG.finditer(tagged):
        plain.append(tagged[at : tag.start()])
        length += tag.start() - at
        at = tag.end()
        closing, kind, digits, who = tag.groups()
        number = int(digits) if digits else None
        if kind not in _KINDS:
            raise CorpusError(f"{text.file}: unknown tag {tag.group()}")
        if not closing:
            opened.append((kind, number, who.strip() if who else None, length))
            continue
        if not opened or opened[-1][:2] != (kind, number):
            raise CorpusError(f"{text.file}: {tag.group()} closes nothing in {tagged[:60]!r}")
        kind, number, who, start = opened.pop()
        text.passages.append(Passage(kind=kind, number=number, who=who, paragraph=index, start=start, end=length))
    if opened:
        raise CorpusError(f"{text.file}: <{opened[-1][0]}> is not closed in {tagged[:60]!r}")
    plain.append(tagged[at:])
    if re.search("[<>]", "".join(plain)):
        raise CorpusError(f"{text.file}: a bare < or > in {tagged[:60]!r}")
    text.paragraphs.append("".join(plain))


def _check(text: Text) -> None:
    text.passages.sort(key=lambda passage: (passage.paragraph, passage.start, -passage.end))
    if not text.language or not text.style:
        raise CorpusError(f"{text.file}: language or style is missing")
    numbers = [passage.number for passage in text.of_kind("s")]
    if None in numbers or len(set(numbers)) < len(numbers):
        raise CorpusError(f"{text.file}: a speaker's number is missing or stands twice: {numbers}")
    for passage in text.passages:
        where = f"{text.file}: <{passage.kind}{passage.number or ''}> {text.words(passage)[:40]!r}"
        if passage.start >= passage.end:
            raise CorpusError(f"{where} is empty")
        if passage.who not in (None, "-") and passage.who not in text.people:
            raise CorpusError(f"{where} names {passage.who!r}, who is not in the head")
        if passage.kind == "p" and passage.who in (None, "-"):
            raise CorpusError(f"{where} names nobody")
        if passage.kind == "s" and passage.who is None:
            raise CorpusError(f"{where} names nobody; a speaker outside the head is `-`")
        if passage.kind in ("q", "i", "c") and passage.number is not None and passage.number not in text.speakers:
            raise CorpusError(f"{where} has no <s{passage.number}>")
    named = {passage.who for passage in text.passages}
    for who in text.people:
        if who not in named:
            raise CorpusError(f"{text.file}: {who!r} of the head is never named")
