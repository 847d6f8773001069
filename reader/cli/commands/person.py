"""`person`: who somebody is in all that is kept; and who is in the news."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from reader.cli.commands.library_access import (
    day,
    is_table,
    iso,
    limit,
    many,
    now,
    print_rows,
    query,
    row,
    to_keep,
    to_read,
    whole,
)
from reader.cli.exit_status import DONE, NOTHING_FOUND
from reader.cli.options import Choices
from reader.cli.output.console import Console
from reader.cli.output.styles import Ink, Line, Piece
from reader.errors import NotFoundError, UsageError
from reader.formats import Json, View, dumped
from reader.library import Library, identities, merging, profiles, search
from reader.library.profiles import Profile, Said
from reader.model import Saved
from reader.model.text import line
from reader.model.wrap import fold

_DAYS = 7
_Page = tuple[Profile, tuple[Said, ...], tuple[Saved, ...]]


def person(choices: Choices, console: Console) -> int:
    """Print a person's page, or change who is one person.

    Raises:
        UsageError: no name is given.
        NotFoundError: nobody is called so.
    """
    if choices.in_the_news:
        return _in_the_news(choices, console)
    name = " ".join(choices.words)
    if not name:
        raise UsageError("person needs a name", advice="reader person 'Ada Ferreira', or reader person --in-the-news")
    if choices.merge or choices.split:
        return _arrange(name, choices, console)
    most = limit(choices)
    with to_read() as library:
        found = _named(library, name)
        page = _page(library, found[0], most)
        others = [profile.name for one in found[1:6] if (profile := profiles.profile(library, one, companions=0))]
    if is_table(choices, console):
        console.lines(_lines(page, console.measure))
    elif choices.format == "json":
        console.write(dumped(_record(page), indent=2))
    else:
        columns = ("kind", "date", "text", "title", "url")
        print_rows(View(name="person", columns=columns, rows=tuple(_rows(page))), choices, console)
    if others:
        console.say(f"also called so: {', '.join(others)}")
    return DONE


def _named(library: Library, name: str) -> tuple[int, ...]:
    found = identities.find(library, line(name))
    if not found:
        raise NotFoundError("nobody of that name is in the library", source=name, advice="reader person --in-the-news")
    return found


def _page(library: Library, identity: int, most: int) -> _Page:
    profile = profiles.profile(library, identity)
    assert profile is not None
    return profile, profiles.quotes(library, identity, limit=most), profiles.articles(library, identity, limit=most)


def _in_the_news(choices: Choices, console: Console) -> int:
    days = timedelta(days=whole(choices.days, "--days") if choices.days else _DAYS)
    end = now() + timedelta(seconds=1)  # what has just been kept counts
    with to_read() as library:
        standing = profiles.in_the_news(library, end - days, end, limit=limit(choices, 25))
    rows: tuple[dict[str, Json], ...] = tuple(
        {"name": one.name, "articles": one.articles, "before": one.before, "change": one.articles - one.before}
        for one in standing
    )
    print_rows(View(name="in_the_news", columns=("name", "articles", "before", "change"), rows=rows), choices, console)
    if not rows:
        console.say(f"nobody is named in the articles of the last {many(days.days, 'day')}")
    return DONE if rows else NOTHING_FOUND


def _arrange(name: str, choices: Choices, console: Console) -> int:
    """Say that two people are one, or that one is two."""
    with to_keep() as library:
        here = _named(library, name)[0]
        if choices.merge:
            there = next((one for one in _named(library, choices.merge) if one != here), None)
            if there is None:
                raise NotFoundError("they are one person already", source=choices.merge)
            merging.merge(library, here, there, now())
            console.say(f"{choices.merge} is {name} from now on (reader undo parts them again)")
        else:
            merging.split(library, here, search.ids(library, query([choices.split])), now())
            console.say(f"the {name} of these articles is another person from now on (reader undo makes them one)")
    return DONE


def _lines(page: _Page, columns: int) -> Iterable[Line]:
    profile, quotes, articles = page
    yield (Piece(profile.name, Ink.BOLD),)
    for role, newest in profile.roles:
        yield (Piece(role), Piece(f"  {day(newest)}", Ink.FAINT))
    known_as = [alias for alias in profile.aliases if alias != profile.name]
    beside = [f"{name} ({shared})" for name, shared in profile.companions]
    for label, words in (("also written", known_as), ("named with", beside)):
        if words:
            yield from ((Piece(one, Ink.FAINT),) for one in fold(f"{label} {', '.join(words)}", columns))
    yield ()
    yield (Piece(many(profile.quotes, "quote"), Ink.BOLD),)
    for said in quotes:
        yield (Piece(day(said.published), Ink.FAINT), Piece("  "), Piece(said.title, Ink.NAME))
        yield from ((Piece(f"  {one}"),) for one in fold(f"“{line(said.text)}”", max(columns - 2, 0)))
    yield ()
    yield (Piece(many(profile.articles, "article"), Ink.BOLD),)
    for saved in articles:
        yield (Piece(day(saved.entry.published), Ink.FAINT), Piece(f"  {saved.entry.title}"))


def _rows(page: _Page) -> Iterable[dict[str, Json]]:
    profile, quotes, articles = page
    for role, newest in profile.roles:
        yield {"kind": "role", "date": iso(newest), "text": role, "title": "", "url": ""}
    for said in quotes:
        yield {
            "kind": "quote",
            "date": iso(said.published),
            "text": line(said.text),
            "title": said.title,
            "url": said.url,
        }
    for saved in articles:
        entry = saved.entry
        yield {"kind": "article", "date": iso(entry.published), "text": "", "title": entry.title, "url": entry.url}
    for name, shared in profile.companions:
        yield {"kind": "companion", "date": None, "text": name, "title": many(shared, "article"), "url": ""}


def _record(page: _Page) -> dict[str, Json]:
    profile, quotes, articles = page
    return {
        "schema": 1,
        "name": profile.name,
        "aliases": list(profile.aliases),
        "roles": [{"role": role, "newest": iso(newest)} for role, newest in profile.roles],
        "companions": [{"name": name, "articles": shared} for name, shared in profile.companions],
        "counts": {"articles": profile.articles, "quotes": profile.quotes},
        "quotes": [
            {
                "text": said.text,
                "confidence": said.confidence,
                "published": iso(said.published),
                "title": said.title,
                "url": said.url,
                "entry": said.entry,
            }
            for said in quotes
        ],
        "articles": [row(saved) for saved in articles],
    }
