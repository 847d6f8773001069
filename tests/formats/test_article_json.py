from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import UnreadableError
from reader.formats import from_json, to_json
from reader.model import Article, Paragraph, Person, Preformatted, Run, Span
from reader.model.text import plain
from tests.strategies import anything


def test_the_names_are_those_of_schema_1(article: Article) -> None:
    data = json.loads(to_json(article))
    assert data["schema"] == 1
    assert list(data) == [
        "schema", "url", "title", "byline", "published", "modified", "site", "language", "summary", "lead_image",
        "truncated", "blocks", "notes", "people", "quotes",
    ]  # fmt: skip
    assert data["published"] == "2026-11-01T09:12:00+01:00"
    assert [block["type"] for block in data["blocks"]] == [
        "heading", "paragraph", "heading", "paragraph", "quotation", "listing", "table", "preformatted", "post", "figure",
    ]  # fmt: skip
    assert all(block["text"] for block in data["blocks"])


def test_a_quote_says_its_words_its_place_and_its_speaker(article: Article) -> None:
    (quote,) = json.loads(to_json(article))["quotes"]
    assert quote == {
        "kind": "direct",
        "text": "We were warned in March,",
        "where": [{"block": 1, "start": 1, "end": 25}],
        "speaker": {"kind": "named", "text": "Maria Okonkwo", "where": {"block": 1, "start": 32, "end": 45}, "person": 0},
        "cue": "said",
        "confidence": 0.98,
    }


def test_offsets_count_characters_of_the_blocks_text() -> None:
    article = Article(
        blocks=(Paragraph(runs=(Run(text="👩‍🚒 Ada spoke"),)),),
        people=(Person(name="Ada", aliases=("Ada",), mentions=(Span(block=0, start=4, end=7),)),),
    )
    data = json.loads(to_json(article))
    span = data["people"][0]["mentions"][0]
    assert data["blocks"][0]["text"][span["start"] : span["end"]] == "Ada"


def test_runs_stand_only_where_words_are_set_or_linked(article: Article) -> None:
    blocks = json.loads(to_json(article))["blocks"]
    assert "runs" not in blocks[1]
    assert blocks[3]["runs"][1] == {"text": "the report", "href": "https://inquiry.example/interim"}
    assert blocks[2]["runs"][1] == {"text": "report", "style": ["emphasis"]}


def test_a_line_of_json_is_one_line(article: Article) -> None:
    assert to_json(article, indent=None).count("\n") == 1
    assert from_json(to_json(article, indent=None)) == article


def test_every_kind_of_block_reads_back(article: Article) -> None:
    assert from_json(to_json(article)) == article


def spoilt(spoil: Callable[[dict[str, object]], None], article: Article) -> str:
    data = json.loads(to_json(article))
    spoil(data)
    return json.dumps(data)


@pytest.mark.parametrize(
    ("name", "value", "problem"),
    [
        ("schema", 2, "not an article of schema 1"),
        ("title", 7, "title: int, not str"),
        ("blocks", [{"type": "sculpture", "text": "x"}], "nothing is of type 'sculpture'"),
        ("blocks", [], "stands nowhere in the blocks"),
        ("people", [], "there is no person 0"),
        ("published", "2026-11-01T09:12:00", "published: a time without an offset"),
        ("published", "yesterday", "Invalid isoformat string"),
        ("truncated", 1, "truncated: int, not bool"),
    ],
)
def test_what_is_wrong_with_json_is_named(name: str, value: object, problem: str, article: Article) -> None:
    with pytest.raises(UnreadableError, match=problem):
        from_json(spoilt(lambda data: data.update({name: value}), article))


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "[" * 100_000, '{"schema": 1}', '{"schema": true}'])
def test_what_is_not_an_article_is_refused(text: str) -> None:
    with pytest.raises(UnreadableError):
        from_json(text)


@given(st.text())
def test_no_text_ends_in_anything_but_a_refusal(text: str) -> None:
    with pytest.raises(UnreadableError):
        from_json(text)


@given(anything)
def test_words_from_json_pass_the_gate(text: str) -> None:
    article = from_json(to_json(replace(Article(), title=text, blocks=(Paragraph(runs=(Run(text=text),)),))))
    assert from_json(to_json(article)) == article
    assert "\x1b" not in article.title + article.blocks[0].text


def test_a_document_that_an_older_version_kept_is_read() -> None:
    document = r"""{"schema": 1, "url": "https://courier.example/tide", "title": "Tide", "byline": ["Ada Ferreira"],
    "published": "2026-11-01T09:12:00+01:00", "modified": null, "site": "", "language": "en", "summary": "", "lead_image": "",
    "truncated": false, "blocks": [
      {"type": "heading", "level": 1, "text": "Tide"},
      {"type": "paragraph", "text": "It is high.", "runs": [{"text": "It is "}, {"text": "high", "style": ["emphasis"]}, {"text": "."}]},
      {"type": "quotation", "text": "So high.", "paragraphs": [{"text": "So high."}], "author": "Lena Voss"},
      {"type": "listing", "text": "One\nTwo", "ordered": true, "items": [{"text": "One", "inner": [
        {"ordered": false, "items": [{"text": "Two", "inner": []}]}]}]},
      {"type": "table", "text": "Place", "header": [], "rows": [[{"text": "Place"}]]},
      {"type": "figure", "text": "A gull", "image": "", "alt": "", "caption": "A gull", "credit": ""},
      {"type": "preformatted", "text": "1  2", "language": ""},
      {"type": "post", "text": "Later", "time": "2026-11-01T10:00:00+01:00"}],
    "notes": [], "people": [{"name": "Lena Voss", "aliases": ["Lena Voss"], "role": "", "mentions": [
      {"block": 1, "start": 0, "end": 2}]}],
    "quotes": [{"kind": "direct", "text": "So high.", "where": [{"block": 2, "start": 0, "end": 8}], "speaker":
      {"kind": "named", "text": "Lena Voss", "where": null, "person": 0}, "cue": "", "confidence": 1}]}"""
    article = from_json(document)
    assert [type(block).__name__ for block in article.blocks] == [
        "Heading", "Paragraph", "Quotation", "Listing", "Table", "Figure", "Preformatted", "Post",
    ]  # fmt: skip
    assert article.blocks[3].text == "One\nTwo"
    assert json.loads(to_json(article)) == json.loads(document)


def test_a_mark_behind_a_line_end_survives_the_gate_at_the_door_out() -> None:
    block = Preformatted(text="a\n\u0301b\t\u0338c")
    written = plain(to_json(Article(blocks=(block,))))
    assert from_json(written).blocks == (block,)
