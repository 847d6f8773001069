"""Reads the small cases of `tests/language/cases/` (its README tells the format) and says what came out wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from reader import annotate, from_text
from reader.model import Article, Person, Quote, QuoteKind

FOLDER = Path(__file__).resolve().parent / "cases"
_SMALL = frozenset("a an the of in for and his her its le la les l’ der die das el il o os".split())


@dataclass(slots=True, kw_only=True)
class Wanted:
    """A person who must stand in the index: name, number of mentions, words that must be in the role."""

    name: str
    least: int
    most: int
    role: str


@dataclass(slots=True, kw_only=True)
class Case:
    """A short text with what must be found in it."""

    name: str
    file: str
    language: str
    text: str = ""
    quotes: list[tuple[str, str]] = field(default_factory=list)
    """The words between the marks, and who says them: a name, "?" nobody of the index, "-" nobody, "*" whoever."""
    people: list[Wanted] | None = None
    """All people of the index; None: not looked at."""
    flaw: str = ""
    """Why the case does not pass yet; empty if it must."""


def cases() -> Iterator[Case]:
    """Yield all cases by file and place."""
    for path in sorted(FOLDER.glob("*.txt")):
        for part in re.split(r"^== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            yield _case(part, path.stem)


def _case(part: str, file: str) -> Case:
    name, _, body = part.partition("\n")
    case = Case(name=name.strip(), file=file, language=file.partition("-")[0])
    story: list[str] = []
    for line in body.split("\n"):
        if line.startswith("> "):
            words, _, who = line[2:].rpartition(" = ")
            case.quotes.append((words, who))
        elif line.startswith("@ ") and re.search(r" \d|^@ none$", line):
            case.people = [] if line == "@ none" else [_wanted(each) for each in line[2:].split("; ")]
        elif line.startswith("! "):
            case.flaw = line[2:]
        else:
            story.append(line)
    case.text = "\n".join(story).strip()
    return case


def _wanted(words: str) -> Wanted:
    match = re.fullmatch(r"(.+?) (\d+)(?:\.\.(\d+))?(?: \| (.+))?", words)
    assert match is not None, words
    name, least, most, role = match.groups()
    return Wanted(name=name, least=int(least), most=int(most or least), role=role or "")


def faults(case: Case) -> list[str]:
    """Return what came out wrong; nothing if all is right."""
    read = annotate(replace(from_text(case.text), language=case.language))
    return [*_wrong_quotes(case, read), *_wrong_people(case, read)]


def _wrong_quotes(case: Case, read: Article) -> Iterator[str]:
    found = [
        (read.words([span]), quote) for quote in read.quotes if quote.kind is not QuoteKind.INDIRECT for span in quote.where
    ]
    for words, who in case.quotes:
        hits = [quote for text, quote in found if text == words]
        if not hits:
            yield f"missed {words!r}"
        elif (said := _said(read, hits[0], who)) != who:
            yield f"{words!r} to {said!r}, want {who!r}"


def _said(read: Article, quote: Quote, who: str) -> str:
    if who == "*":
        return who
    speaker = quote.speaker
    if speaker is None:
        return "-"
    return (
        "?"
        if speaker.person is None
        else who
        if who in read.people[speaker.person].aliases
        else read.people[speaker.person].name
    )


def _wrong_people(case: Case, read: Article) -> Iterator[str]:
    if case.people is None:
        return
    left = list(read.people)
    for wanted in case.people:
        person = next((each for each in left if _is_called(each, wanted.name)), None)
        if person is None:
            yield f"no {wanted.name}"
            continue
        left.remove(person)
        if not wanted.least <= len(person.mentions) <= wanted.most:
            yield f"{wanted.name} named {len(person.mentions)} times, want {wanted.least}"
        if not _content(wanted.role) <= _content(person.role):
            yield f"{wanted.name}: role {person.role!r}, want {wanted.role!r}"
    if left:
        yield f"invented {[person.name for person in left]}"


def _is_called(person: Person, name: str) -> bool:
    return person.name.casefold() == name.casefold()


def _content(words: str) -> set[str]:
    return {word for word in re.findall(r"[\w’'-]+", words.lower()) if word not in _SMALL}
