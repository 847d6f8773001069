"""Stories that the page holds for its programs, with little or nothing of them in the page."""

from __future__ import annotations

import json
import time

import pytest

from reader.extraction import embedded_data, examine, extract
from reader.extraction.metadata.jsonld import Value
from reader.model import Heading, Listing

TITLE = "Keeper opens the weir by hand"
TOLD = [
    f"Paragraph {n} of what the keeper told us, at some length, about gates, ropes and the night before the start."
    for n in range(8)
]
MENU = "<nav><ul><li><a href='/a'>News</a></li><li><a href='/b'>Weather</a></li></ul></nav>"


def page(printed: str, script: str) -> str:
    head = f"<title>{TITLE}</title><meta property='og:title' content='{TITLE}'>"
    return f"<html><head>{head}</head><body>{MENU}<article><h1>{TITLE}</h1>{printed}</article>{script}</body></html>"


def data(value: Value) -> str:
    return f"<script id='state' type='application/json'>{json.dumps(value)}</script>"


def story() -> list[Value]:
    told: list[Value] = [{"type": "paragraph", "content": [{"type": "text", "value": words}]} for words in TOLD]
    return told


def blocks(html: str) -> list[str]:
    return [block.text for block in extract(html).blocks[1:]]


def test_a_story_that_the_page_begins_is_read_to_its_end_in_its_data() -> None:
    printed = f"<p class='lead'>What stands above.</p><p>{TOLD[0]}</p><p>{TOLD[1]}</p>"
    whole = page(printed, data({"props": {"id": "a-1", "story": {"byline": "I. Coyle", "body": story()}}}))
    found = blocks(whole)
    assert [text for text in found if text in TOLD] == TOLD
    assert len(found) == len(set(found))


def test_what_stands_above_the_beginning_of_the_story_stays() -> None:
    above = "The gate had not been moved by a hand for thirty years, and nobody knew whether it could be."
    found = blocks(page(f"<p>{above}</p><p>{TOLD[0]}</p><p>{TOLD[1]}</p>", data([*story()])))
    assert found == [above, *TOLD]


def test_a_page_that_prints_nothing_is_read_from_its_data_by_the_words_of_its_title() -> None:
    other: list[Value] = [{"type": "text", "text": f"Terms of use, part {n}, which nobody reads. " * 9} for n in range(9)]
    start = "The keeper opens the weir by hand."
    told: list[Value] = [{"text": words} for words in (start, *TOLD)]
    assert blocks(page("", data({"terms": other, "body": told}))) == [start, *TOLD]
    assert blocks(page("", data({"terms": other}))) == []


def test_a_story_in_a_string_of_markup_is_cut_as_a_page_is() -> None:
    markup = f"<div class='copy'><h2>By rope</h2>{''.join(f'<p>{words}</p>' for words in TOLD)}<p>The keeper opens the weir.</p></div>"
    programs = f"<script>self.push([1,{json.dumps(markup)}])</script>"
    article = extract(page("", programs))
    assert [block.text for block in article.blocks[1:]] == ["By rope", *TOLD, "The keeper opens the weir."]
    assert isinstance(article.blocks[1], Heading)
    placed = programs.replace("<h2>", "$$ADVERT$$<h2>")
    assert blocks(page("", placed)) == [block.text for block in article.blocks[1:]]


@pytest.mark.parametrize("start", ["window.__STATE__ = ", "var a = 1;\nexports['x']="])
def test_data_may_be_assigned_to_a_name(start: str) -> None:
    script = f"<script>{start}{json.dumps({'body': story()})};run();</script>"
    assert blocks(page(f"<p>{TOLD[0]}</p>", script)) == TOLD


def test_kinds_of_objects_become_blocks_or_nothing() -> None:
    told = story()
    told[2:2] = [
        {"type": "sub-headline", "content": [{"value": "By rope"}]},
        {
            "type": "newsletter-signup",
            "text": "Have the weir in your inbox every morning, before the water is in your cellar, for nothing.",
        },
        {"type": "list", "items": [{"text": "one rope"}, {"text": "two keepers & a dog"}]},
        {"type": "link", "text": "", "href": "https://weir.example/other"},
    ]
    article = extract(page(f"<p>{TOLD[0]}</p>", data(told)))
    assert [block.text for block in article.blocks[3:5]] == ["By rope", "one rope\ntwo keepers & a dog"]
    assert isinstance(article.blocks[3], Heading)
    assert isinstance(article.blocks[4], Listing)
    assert not any("inbox" in block.text or "weir.example" in block.text for block in article.blocks)


def test_a_page_that_prints_its_story_is_read_as_it_stands() -> None:
    printed = "".join(f"<p>{words}</p>" for words in TOLD)
    longer: list[Value] = [*story(), {"type": "paragraph", "text": "What was cut before printing. " * 9}]
    assert blocks(page(printed, data(longer))) == TOLD


def test_data_without_the_words_that_are_printed_are_another_story() -> None:
    printed = "The town has a fair in May, and this year it will last a day longer than in all the years before."
    assert blocks(page(f"<p>{printed}</p>", data(story()))) == [printed]


LONG = [f"{text} {part}" for part in ("Once.", "Twice.", "Thrice.") for text in TOLD]


def test_a_body_that_the_page_states_is_the_story_where_next_to_nothing_is_printed() -> None:
    ld = json.dumps({"@type": "NewsArticle", "headline": TITLE, "isAccessibleForFree": False, "articleBody": "\n".join(LONG)})
    found = examine(page("<p>Log in to read on.</p>", f"<script type='application/ld+json'>{ld}</script>"))
    assert [block.text for block in found.article.blocks[1:]] == LONG
    assert not found.article.truncated


def test_what_is_printed_and_stands_in_the_data_too_is_told_by_its_rule() -> None:
    found = examine(page(f"<p>{TOLD[0]}</p>", data(story())))
    assert [one.rule for one in found.decisions if not one.kept and one.text == TOLD[0]] == ["state"]


@pytest.mark.parametrize(
    "script",
    [
        "{" * 50_000,
        'a={"b":' * 20_000,
        "a=[" * 50_000,
        '"' + "\\\\" * 100_000,
        json.dumps({"body": "x" * 400_000}),
        json.dumps(["$" * 1000] * 200),
        "a" + " " * 200_000,
    ],
)
def test_no_data_take_long(script: str) -> None:
    start = time.process_time()
    extract(page("", f"<script>{script}</script>"))
    assert time.process_time() - start < 2


def test_lists_in_lists_are_walked_a_few_times_only() -> None:
    deep: Value = [{"text": words} for words in TOLD]
    for _ in range(150):
        deep = [{"content": deep}, {"text": TOLD[0]}]
    start = time.process_time()
    assert sum(1 for _ in embedded_data._stories(json.dumps(deep))) <= embedded_data.DEEPEST
    assert time.process_time() - start < 2
