"""Nothing of a stranger's is drawn by the app: every screen is opened on a poisoned article and looked at, cell by cell."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from textual.app import App
from textual.pilot import Pilot

from reader import resources
from reader.errors import UnreadableError
from reader.library import Library, entries, subscriptions
from reader.model import (
    Article,
    Decision,
    Entry,
    Figure,
    Heading,
    Item,
    Listing,
    Page,
    Paragraph,
    Person,
    Post,
    Preformatted,
    Quotation,
    Quote,
    Run,
    Span,
    Speaker,
    SpeakerKind,
    Table,
)
from reader.newsroom import Reading, Request
from reader.newsroom.entry_reading import EntryRequest
from reader.newsroom.keeping import file_story
from reader.settings import Settings
from reader.tui.app import ReaderApp
from reader.tui.services import Services
from reader.tui.state.library_access import LibraryAccess
from reader.tui.state.open_articles import OpenArticle, OpenArticles
from reader.tui.state.positions import Positions
from reader.tui.theme.themes import read_themes
from reader.tui.typesetting.bidi import visual_order
from reader.worker import Worker
from tests.hardening.hostile import ATTACKS, NO_WIDTH, found, poisoned

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


class Silent(Worker):
    """Is asked, and never answers."""

    def start(self) -> None:
        return None

    def ask(self, request: Request | EntryRequest, *, is_ahead: bool = False) -> int:
        return 1


def runs(text: str) -> tuple[Run, ...]:
    return (Run(text=text, href="https://courier.example/a"), Run(text=" and more"))


ARTICLE = Article(
    url="https://courier.example/harbour",
    title="Harbour",
    byline=("Ada Ferreira",),
    published=NOW,
    site="Courier",
    language="en",
    blocks=(
        Heading(runs=(Run(text="Harbour"),), level=1),
        Paragraph(runs=runs("“We were warned,” said Maria Okonkwo")),
        Heading(runs=runs("What it says")),
        Quotation(paragraphs=(runs("It was known"),), author="The report"),
        Listing(items=(Item(runs=runs("one"), inner=(Listing(items=(Item(runs=runs("two")),), ordered=True),)),)),
        Table(header=(runs("Year"), runs("Letters")), rows=((runs("2025"), runs("11")),)),
        Figure(image="https://courier.example/a.png", alt="A wall", caption="The wall", credit="Ada"),
        Preformatted(text="code here", language="python"),
        Paragraph(runs=runs("אמר השר ביום שני")),
        Post(time=NOW, title="The tide turns"),
    ),
    notes=("Correction: it was Monday",),
    truncated=True,
    people=(
        Person(name="Maria Okonkwo", aliases=("Maria Okonkwo",), role="mayor", mentions=(Span(block=1, start=1, end=9),)),
    ),
    quotes=(
        Quote(
            where=(Span(block=1, start=1, end=14),),
            speaker=Speaker(kind=SpeakerKind.NAMED, text="Maria Okonkwo", person=0),
            cue="said",
            confidence=0.9,
        ),
    ),
)


def services(settings: Settings, library: Path) -> Services:
    return Services(
        settings=settings,
        worker=Silent(),
        library=LibraryAccess(library),
        positions=Positions(None),
        themes=read_themes((resources.styles() / "themes",)),
    )


def app_for(attack: str, *, ascii_marks: bool = False) -> ReaderApp:
    article = poisoned(ARTICLE, attack)
    page = Page(url=f"https://a.example/{attack}", fetched_at=NOW)
    dropped = (Decision(text=f"Share {attack} this", kept=False, rule=f"share{attack}", position=1),)
    read = Reading(page=page, article=article, decisions=dropped)
    error = UnreadableError(f"it {attack} cannot", source=f"https://b.example/{attack}", advice=f"try {attack}")
    stories = (
        OpenArticle(request=Request(source=f"https://a.example/{attack}"), reading=read),
        OpenArticle(request=Request(source=f"https://b.example/{attack}"), error=error),
        OpenArticle(request=Request(source=f"{attack}.html"), headline=f"Head{attack}line"),
    )
    return ReaderApp(
        OpenArticles(title=f"The {attack} Courier", stories=stories),
        services(Settings(ascii=ascii_marks), Path(os.devnull)),
    )


def display_url(app: App[int]) -> str:
    """Give what is on the screen, and what the terminal is told beside it."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip if not segment.control) for strip in strips)


KEYS = (
    "@", "j", "enter", "p", '"', "j", "enter", "y", "#", "j", "enter", "v", "G", "g", "semicolon", "escape", "o", "y", "/", "a", "enter", "n", "escape", "z", "z", "T", "<", ">",
    "question_mark", "escape", "colon", "escape", "J", "J", "K", "K", "N", "U", "m", "a", "apostrophe", "a", "tab", "F", "a", "enter", "escape",
)  # fmt: skip


@pytest.mark.parametrize("size", [(190, 45), (120, 40), (80, 24), (20, 5), (1, 1)], ids="{0[0]}x{0[1]}".format)
async def test_no_screen_draws_what_a_page_would_do_to_the_terminal(
    size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READER_HOME", str(tmp_path))
    opened = tmp_path / "opened"
    browser = tmp_path / "browser"
    browser.write_text(f"#!/bin/sh\nprintf '%s\\0' \"$1\" >> {opened}\n")
    browser.chmod(0o755)
    monkeypatch.setenv("BROWSER", str(browser))
    everything = "".join(attack for attack in ATTACKS if not attack.isspace())
    app = app_for(everything)
    async with app.run_test(size=size) as pilot:
        await _walk(pilot, app, KEYS if size[0] > 1 else KEYS[:12])
        await app.workers.wait_for_complete()
    assert not opened.exists() or all(url.isprintable() for url in opened.read_text().split("\0"))


async def _walk(pilot: Pilot[int], app: ReaderApp, keys: tuple[str, ...]) -> None:
    await pilot.pause()
    seen = display_url(app)
    assert not found(seen), f"at first: {found(seen)}"
    for at, key in enumerate(keys):
        await pilot.press(key)
        await pilot.pause()
        seen = display_url(app)
        assert not found(seen), f"after {keys[: at + 1]}: {found(seen)}"


@pytest.mark.parametrize("attack", ATTACKS, ids=ascii)
async def test_one_attack_at_a_time_is_not_drawn_either(attack: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READER_HOME", str(tmp_path))
    app = app_for(attack)
    async with app.run_test(size=(120, 40)) as pilot:
        await _walk(pilot, app, ("v", "J"))


LIBRARY_KEYS = (
    "j", "j", "k", "f", "j", "j", "enter", "h", "s", "N", "F", "H", "enter", "escape", "slash", "H", "enter", "tab", "j", "escape", "escape",
    "i", "j", "escape", "enter", "@", "asterisk", "j", "escape", "q", "q",
)  # fmt: skip


def library_app(path: Path, words: Sequence[str]) -> ReaderApp:
    """Make the app on a library whose feeds, titles, tags and people all hold some words."""
    with Library(path) as library:
        for number, word in enumerate(words):
            feed = subscriptions.subscribe(
                library, f"https://a.example/{number}", title=word, folder=f"H{word}", tags=[f"t{word}"]
            )
            entry = Entry(
                guid=str(number), url=f"https://b.example/{number}", title=word, summary=f"{word}H{word}", published=NOW
            )
            named = Entry(guid="b", url=f"https://c.example/{number}", title=f"H{word}arbour {word} inquiry", published=NOW)
            ids = entries.take_in(library, feed, [entry, named], NOW)
            file_story(library, ids[1], poisoned(ARTICLE, word), NOW)
        subscriptions.save_query(library, f"q{words[0]}", "harbour")
    return ReaderApp(
        OpenArticles(stories=()),
        services(Settings(), path),
    )


@pytest.mark.parametrize("size", [(190, 45), (120, 40), (80, 24), (20, 5)], ids="{0[0]}x{0[1]}".format)
async def test_every_list_of_the_library_draws_words_without_width(
    size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READER_HOME", str(tmp_path))
    app = library_app(tmp_path / "library.db", [*NO_WIDTH, "".join(NO_WIDTH)])
    async with app.run_test(size=size) as pilot:
        for key in LIBRARY_KEYS:
            await pilot.press(key)
            await pilot.pause()
            await app.workers.wait_for_complete()
            assert not found(display_url(app))


@pytest.mark.parametrize("words", NO_WIDTH, ids=ascii)
async def test_an_article_whose_every_text_begins_and_ends_without_width_is_shown(
    words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READER_HOME", str(tmp_path))
    for size in ((190, 45), (80, 24)):
        app = app_for(words)
        async with app.run_test(size=size) as pilot:
            await _walk(pilot, app, ("v", "semicolon", "escape", "@", "j", '"', "j", "J", "J"))


async def test_a_name_that_passes_itself_off_as_another_is_shown_as_it_is_looked_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READER_HOME", str(tmp_path))
    url = "https://user:secret@раypal.example/"
    article = Article(
        url=url, title="Pay", blocks=(Heading(runs=(Run(text="Pay"),), level=1), Paragraph(runs=(Run(text="here", href=url),)))
    )
    story = OpenArticle(
        request=Request(source=url), reading=Reading(page=Page(url=url, fetched_at=NOW), article=article, decisions=())
    )
    waiting = OpenArticle(request=Request(source=url))
    app = ReaderApp(OpenArticles(stories=(story, waiting)), services(Settings(), tmp_path / "library.db"))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("J")
        await pilot.pause()
        assert "раypal" not in display_url(app)
        assert "secret" not in display_url(app)
        assert "xn--ypal-43d9g" in display_url(app)


@given(st.text(st.one_of(st.sampled_from("אבגa1 (."), st.characters())), st.booleans())
@example("א\u0378\ufffe\u2067", True)
def test_any_text_can_be_put_in_order(text: str, right_to_left: bool) -> None:
    order = visual_order(text, right_to_left=right_to_left)
    assert len({place for place, _ in order}) == len(order)
    assert {place for place, _ in order} <= set(range(len(text)))
