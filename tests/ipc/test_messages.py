from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Literal

import pytest

from reader.errors import FeedError, ReaderError
from reader.ipc import Messages


@dataclass(frozen=True, slots=True, kw_only=True)
class Gull:
    name: str
    wings: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Crab:
    claws: tuple[float, ...]
    eats: Gull | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shore:
    beasts: tuple[Gull | Crab, ...]
    sand: bytes
    at: datetime
    map: Path
    tide: Literal["ebb", "flow"]
    storm: ReaderError | None


SHORES: Messages[Shore] = Messages(Shore)
SHORE = Shore(
    beasts=(Gull(name="\ud800 é"), Crab(claws=(0.5, 1), eats=Gull(name="x", wings=0))),
    sand=bytes(range(256)),
    at=datetime(2026, 11, 1, 9, tzinfo=timezone(timedelta(hours=2))),
    map=Path("a/b"),
    tide="ebb",
    storm=None,
)


def test_a_message_is_read_as_it_was_written() -> None:
    assert SHORES.decode(SHORES.encode(SHORE)) == SHORE


def test_a_union_is_told_by_the_names_of_its_types() -> None:
    messages: Messages[Gull | Crab] = Messages(Gull | Crab)
    assert messages.encode(Gull(name="Ada")) == b'{"type":"Gull","name":"Ada","wings":2}'
    with pytest.raises(ValueError, match="Whale"):
        messages.decode(b'{"type":"Whale","name":"Ada","wings":2}')


def test_an_error_comes_back_as_one_of_ours_or_not_at_all() -> None:
    messages: Messages[ReaderError] = Messages(ReaderError)
    again = messages.decode(messages.encode(FeedError("no feed", source="a", advice="b")))
    assert isinstance(again, FeedError)
    assert str(again) == "a: no feed (b)"
    for name in ("SystemExit", "Exception", "str"):
        with pytest.raises(ValueError, match="no error of ours"):
            messages.decode(f'{{"type": "{name}", "problem": "x", "source": "", "advice": ""}}'.encode())


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b"\x80\x05garbage",
        b"[" * 100_000,
        b"cos\nsystem\n(S'touch bad'\ntR.",
        b'{"beasts": [{"type": "Gull"}]}',
    ],
)
def test_what_is_no_message_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whichever part is wrong
        SHORES.decode(data)


def test_a_type_that_has_no_place_in_a_message_is_told_when_the_first_is_written() -> None:
    messages: Messages[object] = Messages(object)
    with pytest.raises(TypeError, match="no place in a message"):
        messages.encode("x")
