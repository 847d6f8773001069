from __future__ import annotations

import json
from dataclasses import replace

import pytest

from reader.formats import VIEWS, links, meta, outline, people, quotes, rows_record, to_jsonl, to_table, to_tsv, word_count
from reader.model import Article, Block, Heading, Paragraph, Quote, Run, Span, Speaker, SpeakerKind, Style


def test_a_line_of_quotes_tells_who_and_what(article: Article) -> None:
    assert to_tsv(quotes(article)) == "Maria Okonkwo\tWe were warned in March,\tdirect\tsaid\t0.98\t1\n"


def test_a_speaker_outside_the_index_is_called_as_the_article_does(article: Article) -> None:
    unnamed = Speaker(kind=SpeakerKind.NOMINAL, text="a ministry spokeswoman")
    where = (Span(block=1, start=1, end=8),)
    told = replace(article, quotes=(Quote(where=where, speaker=unnamed), Quote(where=where)))
    assert [row["name"] for row in quotes(told).rows] == ["a ministry spokeswoman", ""]


def test_people_are_counted(article: Article) -> None:
    assert to_tsv(people(article)) == "Maria Okonkwo\tMayor\t1\t1\tMaria Okonkwo\n"


def test_the_outline_is_the_title_and_its_sub_headlines(article: Article) -> None:
    assert [(row["level"], row["title"]) for row in outline(article).rows] == [
        (1, "Harbour inquiry opens after storm"),
        (2, "What the report says"),
        (2, "14:32 Gates closed"),
    ]


def test_the_words_under_each_headline_are_counted_up_to_the_next() -> None:
    blocks: list[Block] = [
        Heading(runs=(Run(text="Title"),), level=1),
        *(Paragraph(runs=(Run(text="a b"),)) for _ in range(2)),
    ]
    blocks += [Heading(runs=(Run(text="Sub"),), level=3), Paragraph(runs=(Run(text="one two three"),))]
    rows = outline(Article(title="Title", blocks=tuple(blocks))).rows
    assert [(row["level"], row["words"], row["block"]) for row in rows] == [(1, 4, 0), (3, 3, 3)]


def test_links_are_listed_where_they_stand(article: Article) -> None:
    assert to_tsv(links(article)) == "the report\thttps://inquiry.example/interim\t3\n"


def test_a_link_set_in_two_ways_is_one_link() -> None:
    href = "https://a.example/"
    runs = (Run(text="the ", href=href), Run(text="report", style=frozenset([Style.STRONG]), href=href))
    assert [row["text"] for row in links(Article(blocks=(Paragraph(runs=runs),))).rows] == ["the report"]


def test_what_is_known_is_one_record(article: Article) -> None:
    record = rows_record(meta(article))
    assert record["schema"] == 1
    assert record["byline"] == ["Ada Ferreira", "Northern Press"]
    assert (record["sections"], record["people"], record["quotes"]) == (3, 1, 1)
    assert to_jsonl(meta(article)).count("\n") == 1
    assert "byline\tAda Ferreira; Northern Press\n" in to_tsv(meta(article))


def test_rows_are_objects_with_all_they_hold(article: Article) -> None:
    (row,) = map(json.loads, to_jsonl(quotes(article)).splitlines())
    assert row["speaker"]["person"] == 0
    assert row["where"] == [{"block": 1, "start": 1, "end": 25}]


def test_a_tab_in_a_cell_does_not_make_a_column(article: Article) -> None:
    tabbed = replace(article, people=(replace(article.people[0], role="Mayor\tof\nBrackwater"),))
    assert "\tMayor of Brackwater\t" in to_tsv(people(tabbed))


def test_a_table_breaks_long_words_inside_their_column(article: Article) -> None:
    table = to_table(quotes(article), 60)
    assert all(len(line) <= 60 for line in table.split("\n"))
    assert table.startswith("name")
    assert "We were" in table


def test_a_table_without_rows_is_empty() -> None:
    assert [to_table(make(Article())) for name, make in VIEWS.items() if name != "meta"] == [""] * 4


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("One, two - three.", 3),
        ("don't re-open 3.5% of it", 5),
        ("止まった時計台", 7),
        ("時計 is clock", 4),
        ("قال البحّار", 2),
        ("— … !", 0),
    ],
)
def test_words_are_counted_in_any_script(text: str, count: int) -> None:
    assert word_count(text) == count
