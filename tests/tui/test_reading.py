"""The reading screen, driven by keys: what each of them does for somebody who reads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from textual.pilot import Pilot

from reader.model import Article, Decision, Heading, Paragraph, Run, Span
from reader.newsroom import Request
from reader.tui.app import ReaderApp
from reader.tui.screens.article import ArticleScreen
from reader.tui.widgets.article_view import ArticleView

AppMaker = Callable[..., ReaderApp]
SIZE = (120, 40)


def screen_of(app: ReaderApp) -> ArticleScreen:
    assert isinstance(app.screen, ArticleScreen)
    return app.screen


def text_of(app: ReaderApp) -> str:
    """What the terminal shows, row by row."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips[: app.size.height])


def top(app: ReaderApp) -> int:
    return round(screen_of(app).pane.view.scroll_y)


async def press(pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


async def test_an_article_is_shown_with_its_byline_and_panes(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        shown = text_of(app)
    assert "HARBOUR INQUIRY OPENS AFTER STORM" in shown
    assert "Ada Ferreira · Brackwater Courier · 1 Nov 2026 · 1 min" in shown
    assert "▌ “We were warned in March" in shown
    assert "2 What the report says" in shown
    assert "People 4" in shown
    assert "Quotes 8" in shown


async def test_lines_pages_and_ends(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "j")
        assert top(app) == 1
        await press(pilot, "5", "j")
        assert top(app) == 6
        await press(pilot, "k", "k")
        assert top(app) == 4
        await press(pilot, "G")
        end = top(app)
        assert end == screen_of(app).pane.view.virtual_size.height - screen_of(app).pane.view.size.height
        assert "100%" in text_of(app)
        await press(pilot, "g")
        assert top(app) == 0
        page = screen_of(app).pane.view.size.height
        await press(pilot, "space")
        assert top(app) == page - 1
        await press(pilot, "b")
        assert top(app) == 0
        await press(pilot, "d")
        assert top(app) == page // 2
        await press(pilot, "u")
        assert top(app) == 0
        await press(pilot, "1", "0", "G")
        assert top(app) == 9


async def test_sections_and_paragraphs(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "right_square_bracket")
        assert screen_of(app).pane.view.place == (6, 0)
        await press(pilot, "left_square_bracket")
        assert screen_of(app).pane.view.place == (0, 0)
        await press(pilot, "right_curly_bracket")
        assert screen_of(app).pane.view.place[0] == 1
        await press(pilot, "2", "right_curly_bracket")
        assert screen_of(app).pane.view.place[0] == 3
        await press(pilot, "left_curly_bracket")
        assert screen_of(app).pane.view.place[0] == 2


async def test_search_lights_all_matches_and_walks_them(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"harbour", "enter")
        screen = screen_of(app)
        assert len(screen.pane.search.matches) == 3
        assert screen.pane.search.match == 0
        assert "/harbour  1/3" in text_of(app)
        await press(pilot, "n")
        assert "/harbour  2/3" in text_of(app)
        await press(pilot, "n", "n")
        assert screen.pane.search.match == 0
        await press(pilot, "N")
        assert screen.pane.search.match == 2
        await press(pilot, "escape")
        assert screen.pane.search.words == ""
        assert "/harbour" not in text_of(app)


async def test_a_search_that_is_given_up_goes_back(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "j", "slash", *"nets")
        assert top(app) > 1
        await press(pilot, "escape")
        assert top(app) == 1
        assert screen_of(app).pane.search.words == ""
        assert isinstance(app.focused, ArticleView)


async def test_a_search_without_a_match_says_so(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"zeppelin", "enter")
        assert "No match for 'zeppelin'" in text_of(app)


async def test_the_text_follows_the_quotes(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "quotation_mark", "G")
        screen = screen_of(app)
        assert screen.pane.lists["quotes"].index == 7
        first, last = screen.pane.view.span_in_view()
        assert first[0] <= harbour.quotes[7].where[0].block <= last[0]
        assert screen.pane.view.has_lit
        await press(pilot, "enter")
        assert isinstance(app.focused, ArticleView)
        await press(pilot, "escape")
        assert not screen.pane.view.has_lit


async def test_a_persons_passages_are_stepped_through(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "at", "full_stop")  # she is quoted, named, quoted again, and named once more further down
        assert "2/4  Maria Okonkwo, mayor of Brackwater" in text_of(app)
        await press(pilot, "2", "full_stop")
        assert "4/4  Maria Okonkwo" in text_of(app)
        await press(pilot, "3", "comma")
        assert "1/4  Maria Okonkwo" in text_of(app)


async def test_only_one_persons_quotes(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "quotation_mark", "j", "j", "p")
        assert "Quotes · Tunde Adeyemi 2" in text_of(app)
        await press(pilot, "p")
        assert "Quotes 8" in text_of(app)


async def test_the_outline_leads_to_its_sections(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=(120, 20)) as pilot:
        await press(pilot, "number_sign", "j")
        assert screen_of(app).pane.view.place == (6, 0)
        await press(pilot, "number_sign")
        assert isinstance(app.focused, ArticleView)


async def test_a_quote_is_copied_with_its_speaker(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "quotation_mark", "y")
        assert app.clipboard == "“We were warned in March, and we did nothing,” — Maria Okonkwo"
        await press(pilot, "Y")
        assert app.clipboard == (
            "> We were warned in March, and we did nothing,\n>\n> — Maria Okonkwo, "
            "[Harbour inquiry opens after storm](<https://brackwater.example/harbour-inquiry>), Brackwater Courier\n"
        )


async def test_the_link_is_copied(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "y")
        assert app.clipboard == harbour.url
        assert "Copied the link." in text_of(app)


async def test_narrow_screens_open_a_pane_under_the_text(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Quotes 8" not in text_of(app)
        await press(pilot, "quotation_mark")
        shown = text_of(app)
        assert "Quotes 8" in shown
        assert "HARBOUR INQUIRY" in shown
        await press(pilot, "q")
        assert "Quotes 8" not in text_of(app)
        assert app.is_running


async def test_zen_shows_the_article_alone(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "z")
        assert "People 4" not in text_of(app)
        await press(pilot, "z")
        assert "People 4" in text_of(app)


async def test_a_resize_keeps_the_passage_and_the_pane(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=(120, 20)) as pilot:
        await press(pilot, "right_square_bracket", "quotation_mark")
        place = screen_of(app).pane.view.place
        for size in ((80, 24), (200, 20), (40, 10), (120, 20)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert screen_of(app).pane.view.place == place, size
            assert app.focused is screen_of(app).pane.lists["quotes"], size


async def test_the_width_keys_keep_the_passage(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=(120, 20)) as pilot:
        await press(pilot, "right_square_bracket")
        place = screen_of(app).pane.view.place
        await press(pilot, "less_than_sign", "less_than_sign")
        assert screen_of(app).pane.view.column == 64
        assert screen_of(app).pane.view.place == place
        await press(pilot, "5", "0", "greater_than_sign")
        assert screen_of(app).pane.view.column == 50


async def test_marks_are_set_and_found_again(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "right_square_bracket", "m", "a", "g")
        assert top(app) == 0
        await press(pilot, "apostrophe", "a")
        assert screen_of(app).pane.view.place == (6, 0)
        await press(pilot, "apostrophe", "apostrophe")
        assert screen_of(app).pane.view.place == (0, 0)
        await press(pilot, "apostrophe", "z")
        assert "There is no mark 'z'." in text_of(app)


async def test_a_label_opens_its_link_in_the_app(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "G", "semicolon")
        assert "areport of the engineers" in text_of(app)
        await press(pilot, "s")
        assert app.services.worker.asked[-1] == "https://brackwater.example/hearings"  # type: ignore[attr-defined]
        request = app.articles.opened.stories[app.articles.opened.here].request
        assert isinstance(request, Request)
        assert request.linked


async def test_a_capital_label_opens_the_browser(
    make_app: AppMaker, harbour: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app(harbour)
    opened: list[str] = []
    monkeypatch.setattr(app, "open_url", opened.append)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "G", "semicolon", "A")
        assert opened == ["https://brackwater.example/report"]
        await press(pilot, "o")
        assert opened[-1] == harbour.url
        await press(pilot, "semicolon", "escape")
        assert "areport" not in text_of(app)
        assert len(opened) == 2


async def test_what_was_stripped_is_shown_with_its_rule(make_app: AppMaker, harbour: Article) -> None:
    pieces = (Decision(text="Share this story", kept=False, rule="share-row", position=1),)
    app = make_app(harbour, decisions=pieces)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "v")
        shown = text_of(app)
        assert "╌ Share this story" in shown
        assert "[share-row]" in shown
        assert "One piece was stripped from this page." in shown
        await press(pilot, "v")
        assert "Share this story" not in text_of(app)


async def test_wide_tables_move_sideways(make_app: AppMaker, shapes: Article) -> None:
    app = make_app(shapes)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "d", "d")
        assert "Quarter 1 " in text_of(app)
        await press(pilot, *["right"] * 12)
        shown = text_of(app)
        assert "Quarter 12" in shown
        assert "Quarter 1 " not in shown


async def test_several_articles(make_app: AppMaker, harbour: Article, shapes: Article) -> None:
    app = make_app(harbour, shapes)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "J")
        assert "SHAPES OF THE COAST" in text_of(app)
        await press(pilot, "J")
        assert "There is no article after this one." in text_of(app)
        await press(pilot, "K")
        assert "HARBOUR INQUIRY" in text_of(app)


async def test_read_and_unread_can_be_taken_back(make_app: AppMaker, harbour: Article, shapes: Article) -> None:
    app = make_app(harbour, shapes)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert app.articles.opened.unread == 1
        await press(pilot, "N")
        assert app.articles.opened.unread == 2
        await press(pilot, "U")
        assert app.articles.opened.unread == 1
        await press(pilot, "n")
        assert "SHAPES OF THE COAST" in text_of(app)
        await press(pilot, "n")
        assert "Nothing is left unread." in text_of(app)


async def test_themes_turn_live(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        seen = [app.theme]
        for _ in range(4):
            await press(pilot, "T")
            seen.append(app.theme)
        assert seen == ["paper", "night", "contrast", "ansi", "paper"]


async def test_q_goes_back_and_then_leaves(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "at", "q")
        assert app.is_running
        assert isinstance(app.focused, ArticleView)
        await press(pilot, "q")
    assert app.return_value == 0


async def test_tab_walks_the_panes(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        seen = []
        for _ in range(4):
            await press(pilot, "tab")
            assert app.focused is not None
            seen.append(app.focused.id)
        assert sorted(str(name) for name in seen) == ["article", "outline", "people", "quotes"]
        await press(pilot, "shift+tab")
        assert app.focused is not None
        assert app.focused.id == seen[2]


async def test_the_filter_shows_only_what_holds_the_words(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "quotation_mark", "F", *"pell", "enter")
        assert len(screen_of(app).pane.lists["quotes"]) == 2
        await press(pilot, "escape")
        assert len(screen_of(app).pane.lists["quotes"]) == 8


async def test_a_message_stays_until_the_next_key_and_a_search_until_it_is_cleared(
    make_app: AppMaker, harbour: Article
) -> None:
    app = make_app(harbour)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "y")
        assert "Copied the link." in text_of(app)
        await press(pilot, "j")
        assert "Copied the link." not in text_of(app)
        await press(pilot, "/", *"harbour", "enter", "y")
        assert "Copied the link." in text_of(app)
        await press(pilot, "j")
        assert "/harbour  2/3" in text_of(app)
        await press(pilot, "escape")
        assert "/harbour" not in text_of(app)


async def test_escape_clears_the_search_then_the_filter_then_the_light_and_goes_to_the_text(
    make_app: AppMaker, harbour: Article
) -> None:
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "/", *"harbour", "enter", '"', "j", "F", *"pell", "enter")
        screen = screen_of(app)
        assert (bool(screen.pane.search.words), screen.pane.lists["quotes"].words) == (True, "pell")
        await press(pilot, "escape")
        assert (bool(screen.pane.search.words), screen.pane.lists["quotes"].words) == (False, "pell")
        await press(pilot, "escape")
        assert screen.pane.lists["quotes"].words == ""
        lit = screen.pane.view.has_lit
        assert (lit, app.focused) == (True, screen.pane.lists["quotes"])
        await press(pilot, "escape")
        lit = screen.pane.view.has_lit
        assert (lit, app.focused) == (False, screen.pane.view)


async def test_outline_and_people_follow_the_text(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=(120, 20)) as pilot:
        await press(pilot, "right_square_bracket")
        screen = screen_of(app)
        assert screen.pane.lists["outline"].index == 1
        assert screen.pane.lists["people"].index == 2  # Ines Castellan is the next who is named
        assert screen.pane.lists["quotes"].index == 4


async def test_a_quote_points_at_its_speaker_and_its_section(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, '"', "2", "j")
        screen = screen_of(app)
        assert (screen.pane.lists["people"].index, screen.pane.lists["outline"].index) == (1, 0)
        await press(pilot, "G")
        assert (screen.pane.lists["people"].index, screen.pane.lists["outline"].index) == (3, 2)


async def test_a_jump_that_the_end_cuts_short_is_a_place_all_the_same(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "]", "]")
        screen = screen_of(app)
        assert screen.pane.view.place == (12, 0)
        assert screen.pane.lists["outline"].index == 2
        end = top(app)
        await press(pilot, "[")
        assert screen.pane.view.place == (6, 0)
        assert top(app) <= end
        await press(pilot, "5", "k")
        assert screen.pane.view.place < (6, 0)


async def test_only_one_persons_quotes_are_shown_where_they_have_no_room_yet(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "@", "j", "p")
        shown = text_of(app)
        assert "Quotes · Tunde Adeyemi 2" in shown
        assert "“No funds were refused,”" in shown
        assert app.focused is screen_of(app).pane.lists["quotes"]
        await press(pilot, "p")
        assert "Quotes 8" in text_of(app)


async def test_somebody_without_quotes_hides_nothing(make_app: AppMaker, harbour: Article) -> None:
    silent = tuple(quote for quote in harbour.quotes if quote.speaker and quote.speaker.person != 3)
    app = make_app(replace(harbour, quotes=silent))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "@", "G", "p")
        shown = text_of(app)
    assert "Jonah Pell is not quoted in this article." in shown
    assert "Quotes 6" in shown


async def test_a_count_before_a_key_that_takes_none_is_forgotten(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "5")
        assert text_of(app).splitlines()[-1].strip() == "5"
        await press(pilot, "F", "j")
        assert top(app) == 1


async def test_control_c_says_how_to_leave_and_covers_nothing(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "ctrl+c")
        assert "Q quits at once" in text_of(app).splitlines()[-1]
        assert not list(app._notifications)


async def test_right_to_left_lines_have_their_parts_and_their_signs_on_their_own_side(
    make_app: AppMaker, harbour: Article
) -> None:
    hebrew = Paragraph(runs=(Run(text="״לא סירבנו לשום בקשה״, אמר השר ביום שני."),))
    said = replace(harbour.quotes[0], where=(Span(block=1, start=1, end=19),), speaker=None)
    title = Heading(runs=(Run(text="מה אמר השר"),), level=1)
    app = make_app(
        replace(
            harbour, byline=("נועה לוי",), site="המגדלור", blocks=(title, hebrew), quotes=(said,), people=(), language="he"
        )
    )
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        rows = text_of(app).splitlines()
    assert any("1 min · 1 Nov 2026 · רולדגמה · יול העונ" in row for row in rows)
    assert any(row.rstrip(" │").endswith("▌") for row in rows)
