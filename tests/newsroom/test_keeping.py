from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from reader import annotate, extract
from reader.errors import NoArticleError, UnreadableError
from reader.library import Library, actions, entries, search, subscriptions
from reader.library.history import versions
from reader.library.query import parse
from reader.model import Article, Entry, Heading, Paragraph, Run
from reader.newsroom.keeping import entry_article, feed_text, file_story, keep_article, request_for, stored


def test_a_kept_article_opens_offline_as_it_was(library: Library, now: datetime, page: bytes) -> None:
    article = annotate(extract(page, url="https://courier.example/wall"))
    identity = keep_article(library, article, now)
    assert stored(library, identity) == article
    assert entry_article(library, identity, now, offline=True) == article
    assert [saved.id for saved in search.entries(library, parse("harbour kept", now))] == [identity]


def test_an_article_without_an_address_is_kept_each_time(library: Library, now: datetime, page: bytes) -> None:
    article = replace(extract(page), url="")
    assert keep_article(library, article, now) != keep_article(library, article, now)


def test_keeping_what_a_feed_has_brought_fills_that_entry(library: Library, now: datetime, page: bytes) -> None:
    feed = subscriptions.subscribe(library, "https://courier.example/rss")
    (identity,) = entries.take_in(library, feed, [Entry(guid="1", url="https://courier.example/wall?utm_source=rss")], now)
    assert keep_article(library, extract(page, url="https://courier.example/wall"), now) == identity


def test_the_same_story_of_two_feeds_becomes_one_when_it_is_read(library: Library, now: datetime, page: bytes) -> None:
    article = annotate(extract(page))
    ids: list[int] = []
    for name in ("courier", "herald"):
        feed = subscriptions.subscribe(library, f"https://{name}.example/rss", title=name)
        url = f"https://{name}.example/wall"
        ids += entries.take_in(library, feed, [Entry(guid="1", url=url, title="Wall", published=now)], now)
        assert file_story(library, ids[-1], replace(article, url=url), now) == ids[-1]
    (saved,) = search.entries(library, parse("", now))
    assert (saved.id, saved.feeds) == (ids[1], ("courier", "herald"))
    assert entries.at(library, "https://courier.example/wall") == ids[1]


def test_an_entry_that_has_no_page_is_told_and_its_feeds_text_is_there(library: Library, now: datetime) -> None:
    feed = subscriptions.subscribe(library, "https://courier.example/rss", title="Courier")
    content = "<p>The ferry <a href='/times'>runs</a> again from Monday on.</p><script>x()</script>"
    entry = Entry(guid="1", title="Ferry back", content=content, byline=("Ada Ferreira",), published=now)
    (identity,) = entries.take_in(library, feed, [entry], now)
    with pytest.raises(NoArticleError, match="no page"):
        entry_article(library, identity, now)
    article = feed_text(library, identity)
    assert [block.text for block in article.blocks] == ["Ferry back", "The ferry runs again from Monday on."]
    assert (article.byline, article.published, article.site) == (("Ada Ferreira",), now, "Courier")


def test_a_feeds_own_words_are_shown_however_few_they_are(library: Library, now: datetime) -> None:
    content = "<p>The feed says of number 0 that the town has waited for it long enough.</p>"
    entry = Entry(guid="1", title="Harbour inquiry opens after storm", summary="Short.", content=content)
    (identity,) = entries.take_in(library, None, [entry], now)
    assert [block.text for block in feed_text(library, identity).blocks][1:] == [
        "The feed says of number 0 that the town has waited for it long enough."
    ]


def test_a_feed_that_gives_but_a_summary_is_read_by_that(library: Library, now: datetime) -> None:
    (identity,) = entries.take_in(library, None, [Entry(guid="1", title="Ferry", summary="It runs again.")], now)
    assert [block.text for block in feed_text(library, identity).blocks] == ["Ferry", "It runs again."]


def test_a_feeds_link_may_not_lead_into_the_users_network(library: Library, now: datetime) -> None:
    feed = subscriptions.subscribe(library, "https://courier.example/rss")
    (identity,) = entries.take_in(library, feed, [Entry(guid="1", url="http://127.0.0.1:9/secret")], now)
    with pytest.raises(UnreadableError, match="private"):
        entry_article(library, identity, now)


def test_only_beside_a_feed_of_the_users_own_network_may_a_page_be_there_too(library: Library, now: datetime) -> None:
    for host, is_private in (("127.0.0.1:9", True), ("once-public.example", False)):
        feed = subscriptions.subscribe(library, f"http://{host}/rss", is_private=is_private)
        for number, page in enumerate((f"http://{host}/a", f"http://other.{host}/a")):
            (identity,) = entries.take_in(library, feed, [Entry(guid=f"{host}{number}", url=page)], now)
            assert request_for(library, identity).linked == (not is_private or number == 1)


@pytest.mark.parametrize("url", ["/etc/hostname", "seed:ferry", "-", "file:///etc/hostname", "ftp://a.example/"])
def test_an_entry_of_anothers_making_leads_to_nothing_but_the_web(library: Library, now: datetime, url: str) -> None:
    (identity,) = entries.take_in(library, None, [Entry(guid="1", url=url, title="T")], now)
    with pytest.raises(NoArticleError):
        request_for(library, identity)


def test_a_document_that_cannot_be_read_any_more_counts_as_not_kept(library: Library, now: datetime, page: bytes) -> None:
    identity = keep_article(library, extract(page, url="https://courier.example/wall"), now)
    with library.writing() as connection:
        connection.execute("UPDATE articles SET document = ?", ('{"schema": 99}',))
    assert stored(library, identity) is None


def _told(text: str, *, url: str = "") -> Article:
    blocks = (Heading(runs=(Run(text="Wall falls"),), level=1), Paragraph(runs=(Run(text=text),)))
    return Article(title="Wall falls", url=url, language="en", blocks=blocks)


def test_files_of_one_name_in_two_folders_are_two_articles(library: Library, now: datetime, tmp_path: Path) -> None:
    sources = [str(tmp_path / folder / "page.html") for folder in "ab"]
    first, second = (keep_article(library, _told(f"Story of {source}."), now, source=source) for source in sources)
    assert first != second
    assert keep_article(library, _told("Another day."), now, source=f"{tmp_path}/a/../a/page.html") != second
    assert keep_article(library, _told("Another day."), now, source=sources[0]) == first


def test_what_comes_by_standard_input_is_known_by_its_words(library: Library, now: datetime) -> None:
    one, same, other = (keep_article(library, _told(text), now, source="-") for text in ("It fell.", "It fell.", "It stands."))
    assert one == same != other


def test_what_is_kept_anew_leaves_the_older_text_as_a_version_that_undo_puts_back(library: Library, now: datetime) -> None:
    url = "https://courier.example/wall"
    older = annotate(_told("The wall fell in the night, said Ada Ferreira, the engineer of the harbour.", url=url))
    newer = annotate(_told("The wall stands, said Ben Okonkwo, the mayor, who had looked at it in the morning.", url=url))
    identity = keep_article(library, older, now)
    assert keep_article(library, newer, now) == identity
    assert stored(library, identity) == newer
    assert versions.count(library, identity) == 1
    assert actions.undo(library) == "keep Wall falls anew"
    assert stored(library, identity) == older
    assert [saved.id for saved in search.entries(library, parse('night person:"Ada Ferreira"', now))] == [identity]
    assert search.entries(library, parse("stands", now)) == ()
    assert versions.count(library, identity) == 0
    keep_article(library, newer, now, replacing=True)
    assert (stored(library, identity), versions.count(library, identity)) == (newer, 0)
    keep_article(library, newer, now)
    assert versions.count(library, identity) == 0


def test_a_wall_takes_no_storys_place(library: Library, now: datetime) -> None:
    url = "https://courier.example/wall"
    story = _told("The wall fell in the night and nobody was hurt. " * 9, url=url)
    wall = _told("The wall fell in the night. Subscribe to read on.", url=url)
    identity = keep_article(library, story, now)
    keep_article(library, wall, now)
    assert (stored(library, identity), versions.count(library, identity)) == (story, 0)
    keep_article(library, wall, now, replacing=True)
    assert stored(library, identity) == wall
