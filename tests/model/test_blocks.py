from __future__ import annotations

import dataclasses
import pickle
from typing import get_args

import pytest
from hypothesis import given

from reader import model
from reader.model import Block, Figure, Heading, Item, Listing, Paragraph, Post, Preformatted, Quotation, Run, Style, Table
from tests.strategies import articles, blocks


def runs(*texts: str) -> tuple[Run, ...]:
    return tuple(Run(text=text) for text in texts)


@pytest.mark.parametrize(
    ("block", "text"),
    [
        (Heading(runs=runs("What ", "the report", " says"), level=3), "What the report says"),
        (Paragraph(runs=()), ""),
        (Paragraph(runs=(Run(text="linked", style=frozenset([Style.STRONG]), href="https://a.example/"),)), "linked"),
        (Quotation(paragraphs=(runs("One."), runs("Two."))), "One.\nTwo."),
        (Quotation(paragraphs=(runs("One."),), author="Ines Barrow"), "One."),
        (Table(header=(runs("A"), runs("B")), rows=((runs("1"), runs("2")), (runs("3"),))), "A\tB\n1\t2\n3"),
        (Table(rows=((runs("1"), ()),)), "1\t"),
        (Figure(image="https://img.example/1.jpg", alt="A wall", caption="The gap", credit="Len Abbot"), "The gap"),
        (Preformatted(text="a\n  b"), "a\n  b"),
        (Post(title="Gates closed"), "Gates closed"),
    ],
)
def test_a_block_answers_its_words_without_markup(block: Block, text: str) -> None:
    assert block.text == text


def test_a_list_gives_a_line_an_item_with_inner_lists_behind_their_item() -> None:
    inner = Listing(items=(Item(runs=runs("the motor")), Item(runs=runs("the hinge"))), ordered=True)
    listing = Listing(items=(Item(runs=runs("Gate ", "Four"), inner=(inner, inner)), Item(runs=runs("Gate Five"))))
    assert listing.text == "Gate Four\nthe motor\nthe hinge\nthe motor\nthe hinge\nGate Five"


def test_a_numbered_list_labels_its_items() -> None:
    items = tuple(Item(runs=runs(word)) for word in "abc")
    assert Listing(items=items).labels == ("", "", "")
    assert Listing(items=items, ordered=True, start=3, reversed=True).labels == ("3", "2", "1")
    assert Listing(items=items, ordered=True, start=26, numbering="A").labels == ("Z", "AA", "AB")
    assert Listing(items=items, ordered=True, start=8, numbering="i").labels == ("viii", "ix", "x")
    assert Listing(items=items, ordered=True, start=-1, numbering="a").labels == ("-1", "0", "a")


def test_every_kind_of_block_is_in_the_union_and_has_words() -> None:
    assert {kind.__name__ for kind in get_args(Block)} == {
        "Heading", "Paragraph", "Quotation", "Listing", "Table", "Figure", "Preformatted", "Post", "Footnote",
    }  # fmt: skip


@pytest.mark.parametrize("name", [name for name in model.__all__ if dataclasses.is_dataclass(getattr(model, name))])
def test_values_that_cross_rooms_are_frozen_slotted_and_named(name: str) -> None:
    kind = getattr(model, name)
    assert kind.__dataclass_params__.frozen
    assert "__slots__" in vars(kind)
    assert all(field.kw_only for field in dataclasses.fields(kind))


@given(blocks)
def test_equal_blocks_hash_alike_and_cross_processes(block: Block) -> None:
    again = pickle.loads(pickle.dumps(block))
    assert again == block
    assert hash(again) == hash(block)


@given(articles())
def test_an_article_crosses_processes(article: model.Article) -> None:
    assert pickle.loads(pickle.dumps(article)) == article
