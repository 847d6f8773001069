"""Display width and line breaking: what fits, where lines may break, and that no character is lost."""

from __future__ import annotations

import subprocess
import sys

import pytest
import wcwidth
from hypothesis import given
from hypothesis import strategies as st

from reader.model.text import plain
from reader.model.wrap import clip, fold, graphemes, width, wrap

SCRIPTS = (
    "abc xyz ABC 123 .,;:!?-–—/“”‘’«»‹›()[]¿¡%€…"
    "éüßøŁžćأבגשلاмирδέ"
    "港の東側防波堤は、。「」（）メートルァー뉴스한국"
    "e\u0301o\u0308👩\u200d👩\u200d👧🇳🇴\u0e01\u0e33\u0928\u093f\u3000\xa0"
    "\u200e\u200f\u061c\u2060\u200b\u3164\u1160\u2062\u180e\U00013430\U0001d173"
)
texts = st.text(alphabet=st.sampled_from(SCRIPTS), max_size=120).map(plain).map(lambda text: text.replace("\t", " "))
columns = st.integers(min_value=1, max_value=40)


@given(texts, columns)
def test_nothing_but_spaces_is_lost_and_nothing_moves(text: str, room: int) -> None:
    at = 0
    for start, end in wrap(text, room):
        assert at <= start <= end
        assert text[at:start].strip(" \n") == ""
        at = end
    assert text[at:].strip(" \n") == ""


@given(texts, columns)
def test_a_line_fits_unless_one_cluster_is_wider(text: str, room: int) -> None:
    for line in fold(text, room):
        assert width(line) <= room or len(graphemes(line)) == 1


@given(texts, columns)
def test_a_cluster_is_never_cut(text: str, room: int) -> None:
    edges, at = {0}, 0
    for cluster in graphemes(text):
        at += len(cluster)
        edges.add(at)
    assert {edge for line in wrap(text, room) for edge in line} <= edges | {i + 1 for i, c in enumerate(text) if c == "\n"}


@given(texts)
def test_graphemes_are_the_text(text: str) -> None:
    assert "".join(graphemes(text)) == text
    assert graphemes(text) == list(wcwidth.iter_graphemes(text))


@given(texts)
def test_width_is_the_sum_of_what_a_terminal_gives_each_cluster(text: str) -> None:
    words = text.replace("\n", "")
    assert width(words) == sum(wcwidth.width(cluster) for cluster in wcwidth.iter_graphemes(words))


@given(texts, st.integers(min_value=0, max_value=30))
def test_what_is_clipped_fits(text: str, room: int) -> None:
    words = text.replace("\n", " ")
    assert width(clip(words, room)) <= room
    if width(words) <= room:
        assert clip(words, room) == words


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("the harbour wall", 11, ["the harbour", "wall"]),
        ("the harbour wall", 10, ["the", "harbour", "wall"]),
        ("supercalifragilistic", 8, ["supercal", "ifragili", "stic"]),
        ("an anti-nuclear march", 10, ["an anti-", "nuclear", "march"]),
        ("from 2019-2026 on", 9, ["from", "2019-2026", "on"]),
        ("« Ouvert » vraiment ?", 10, ["« Ouvert »", "vraiment ?"]),
        ("c’est « bien » ?", 8, ["c’est", "« bien »", "?"]),
        ("one\ntwo three", 20, ["one", "two three"]),
        ("", 10, [""]),
        ("no wrapping at all", 0, ["no wrapping at all"]),
        ("港の東側。", 8, ["港の東", "側。"]),
        ("「三月」に", 6, ["「三", "月」に"]),
        ("カメラー", 6, ["カメ", "ラー"]),
        ("Brackwaterの港で", 12, ["Brackwaterの", "港で"]),
        ("cafe\u0301 noir", 4, ["cafe\u0301", "noir"]),
        ("港x\u0301（東側）。", 9, ["港x\u0301（東", "側）。"]),
        ("x\u0301防波（堤）港", 8, ["x\u0301防波", "（堤）港"]),
        ("x\u0301東側三」", 8, ["x\u0301東側", "三」"]),
        ("ab 👩\u200d👩\u200d👧 cd", 5, ["ab 👩\u200d👩\u200d👧", "cd"]),
    ],
)
def test_where_lines_break(text: str, room: int, lines: list[str]) -> None:
    assert fold(text, room) == lines


def test_a_wide_sign_on_a_line_of_one_cell_stands_alone() -> None:
    assert fold("港の", 1) == ["港", "の"]


def test_latin_text_loads_no_width_tables() -> None:
    code = "import sys; from reader.model.wrap import wrap, width; wrap('“Été” — Łódź 港' * 40, 30); print('wcwidth' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
