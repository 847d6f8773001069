"""`person`: who somebody is in all that is kept; and who is in the news."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

import click

from reader.cli.command import command
from reader.cli.commands.library_access import bound, day, is_table, iso, many, now, query_of, row, tell_rest, to_keep, to_read
from reader.cli.commands.views import print_rows
from reader.cli.exit_status import DONE, NOTHING_FOUND
from reader.cli.output.console import Console
from reader.cli.output.styles import Line, Style, StyledText
from reader.cli.parameters import RowOptions, flag, gather, limit_option, row_options
from reader.cli.words import whole
from reader.errors import NotFoundError, UsageError
from reader.formats import Json, View, dumped
from reader.library import Library, identities, merging, profiles, search
from reader.library.profiles import Profile, Said
from reader.model import Saved
from reader.model.text import line
from reader.model.wrap import fold

_DAYS = 7
_Page = tuple[Profile, tuple[Said, ...], tuple[Saved, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonQuestion:
    """What is asked of a person, or of all."""

    in_the_news: bool = False
    days: int | None = None
    merge: str = ""
    split: str = ""
    """A query."""
    limit: int | None = None


@command(
    "person",
    details="Roles with their dates, every quote with date and source, articles, and who is named in the same ones.",
    examples=(
        ("reader person Ada Ferreira", "her page"),
        ("reader person okonkwo -f tsv | grep ^quote", "all that was said"),
        ("reader person --in-the-news --days 30", "who is in the news"),
        ("reader person 'Robert Hale' --merge 'Bob Hale'", "they are one"),
    ),
)
@row_options()
@gather(
    PersonQuestion,
    "asked",
    limit_option,
    flag("--in-the-news", help="Who is named in most articles, and how many before."),
    click.option("--days", type=whole, metavar="N", help="With --in-the-news: of how many days (7)."),
    click.option("--merge", default="", metavar="NAME", help="Say that the two are one person."),
    click.option("--split", default="", metavar="QUERY", help="Say that in these articles it is another of that name."),
)
@click.argument("words", nargs=-1, metavar="[NAME]...")
def person(console: Console, rows: RowOptions, asked: PersonQuestion, words: tuple[str, ...]) -> int:
    """Print a person's page, or change who is one person."""
    if asked.in_the_news:
        return _in_the_news(console, rows, asked)
    name = " ".join(words)
    if not name:
        raise UsageError("person needs a name", advice="reader person 'Ada Ferreira', or reader person --in-the-news")
    if asked.merge or asked.split:
        return _arrange(name, asked, console)
    with to_read() as library:
        found = _named(library, name)
        page = _page(library, found[0], bound(asked.limit))
        others = [profile.name for one in found[1:6] if (profile := profiles.profile(library, one, companions=0))]
    if is_table(rows, console):
        console.lines(_lines(page, console.measure))
    elif rows.format == "json":
        console.write(dumped(_record(page), indent=2))
    else:
        columns = ("kind", "date", "text", "title", "url")
        print_rows(View(name="person", columns=columns, rows=tuple(_rows(page))), rows, console)
    profile, quotes, articles = page
    tell_rest(console, len(quotes) + len(articles), profile.quotes + profile.articles)
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


def _in_the_news(console: Console, rows: RowOptions, asked: PersonQuestion) -> int:
    days = timedelta(days=_DAYS if asked.days is None else asked.days)
    end = now() + timedelta(seconds=1)  # what has just been kept counts
    with to_read() as library:
        standing = profiles.in_the_news(library, end - days, end, limit=sys.maxsize)
    most = bound(asked.limit, 25)
    found: tuple[dict[str, Json], ...] = tuple(
        {"name": one.name, "articles": one.articles, "before": one.before, "change": one.articles - one.before}
        for one in standing[:most]
    )
    print_rows(View(name="in_the_news", columns=("name", "articles", "before", "change"), rows=found), rows, console)
    tell_rest(console, len(found), len(standing))
    if not found:
        console.say(f"nobody is named in the articles of the last {many(days.days, 'day')}")
    return DONE if found else NOTHING_FOUND


def _arrange(name: str, asked: PersonQuestion, console: Console) -> int:
    """Say that two people are one, or that one is two."""
    with to_keep() as library:
        here = _named(library, name)[0]
        if asked.merge:
            there = next((one for one in _named(library, asked.merge) if one != here), None)
            if there is None:
                raise NotFoundError("they are one person already", source=asked.merge)
            merging.merge(library, here, there, now())
            console.say(f"{asked.merge} is {name} from now on (reader undo parts them again)")
        else:
            merging.split(library, here, search.ids(library, query_of([asked.split])), now())
            console.say(f"the {name} of these articles is another person from now on (reader undo makes them one)")
    return DONE


def _lines(page: _Page, columns: int) -> Iterable[Line]:
    profile, quotes, articles = page
    yield (StyledText(profile.name, Style.BOLD),)
    for role, newest in profile.roles:
        yield (StyledText(role), StyledText(f"  {day(newest)}", Style.FAINT))
    known_as = [alias for alias in profile.aliases if alias != profile.name]
    beside = [f"{name} ({shared})" for name, shared in profile.companions]
    for label, words in (("also written", known_as), ("named with", beside)):
        if words:
            yield from ((StyledText(one, Style.FAINT),) for one in fold(f"{label} {', '.join(words)}", columns))
    yield ()
    yield (StyledText(many(profile.quotes, "quote"), Style.BOLD),)
    for said in quotes:
        yield (StyledText(day(said.published), Style.FAINT), StyledText("  "), StyledText(said.title, Style.NAME))
        yield from ((StyledText(f"  {one}"),) for one in fold(f"“{line(said.text)}”", max(columns - 2, 0)))
    yield ()
    yield (StyledText(many(profile.articles, "article"), Style.BOLD),)
    for saved in articles:
        yield (StyledText(day(saved.entry.published), Style.FAINT), StyledText(f"  {saved.entry.title}"))


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
