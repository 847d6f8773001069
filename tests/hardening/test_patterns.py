"""No regular expression of the package takes long for any text: each meets 100 kB of its own worst input."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterator, Mapping
from types import FrameType

import pytest

from reader.extraction.hints.phrases import known
from reader.language import annotate
from reader.library.fulltext import snippet
from reader.library.query import Words
from reader.model import Article, Preformatted
from reader.model.text import line
from reader.model.wrap import wrap
from reader.tui.state.text_search import matches
from tests.hardening.patterns import Site, inputs, is_bounded, repeated, seconds, sites

SIZE = 100_000
PROBE = 1_000
WORST = 3
"""Of the inputs that took longest when they were short, so many are made long."""
MOST = 1.0
"""Seconds of processor time; a pattern that walks its text once takes a twentieth of it."""
ENDS = ("", "\x00", "!\n")

PREPARED: Mapping[str, Callable[[str], str]] = {
    "reader.extraction.metadata.bylines": lambda text: line(text)[:400],
    "reader.extraction.segments.figures:_AGENCY_END": line,
    "reader.extraction.segments.figures:_CREDIT": line,
    "reader.extraction.hints.phrases:_CLOCK": lambda text: text[:60],
    "reader.extraction.metadata.titles:_BARS": line,
    "reader.language.people.roles:_WORD_BEFORE": lambda text: text[-30:],
    "reader.sources.shortcuts:_MARKUP": lambda text: text[: 16 * 1024],
    "reader.newsroom.reading:_FEED": lambda text: text[:4096],
}
"""What their callers do to a text before some patterns (or all of a module's) see it; these would not stand the text itself."""

MADE = {
    "reader.extraction.classify.promotions:_letters", "reader.extraction.classify.corrections:_dated",
    "reader.language.cjk.japanese_names:_in_hiragana", "reader.language.cjk.japanese_names:_of_kin", "reader.language.cjk.words:_telling", "reader.language.cjk.words:alternatives", "reader.model.wrap:_wide", "reader.extraction.hints.phrases:_take", "reader.library.fulltext:snippet", "reader.model.wrap:_lines", "reader.tui.state.text_search:matches",
    "reader.feeds.dates", "reader.feeds.syndication:_with_captions_apart", "reader.library.terms.patterns:compiled",
}  # fmt: skip
"""Functions in which a pattern is made of other words than the source's; each has a test of its own below, or in
`test_bombs.py`."""

OURS = ("reader.tui.theme.styles:_rules",)
"""Functions that read nothing but a file of the program's own."""

SITES = {str(site): site for site in sites()}


@pytest.fixture(autouse=True)
def _no_test_hangs() -> Iterator[None]:
    """Give up on a pattern that explodes: the engine looks for signals while it searches."""

    def give_up(_number: int, _frame: FrameType | None) -> None:
        raise TimeoutError("it had not ended after 20 seconds")

    before = signal.signal(signal.SIGVTALRM, give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, 20)
    yield
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    signal.signal(signal.SIGVTALRM, before)


def worst(site: Site, prepare: Callable[[str], str]) -> tuple[float, str, str]:
    """Give the longest time that a pattern takes for any long input, and what the input is made of."""
    assert site.pattern is not None
    probes = []
    for fragment in inputs(site.pattern):
        for end in ENDS if len(fragment) == 1 else ENDS[:2]:
            took = seconds(site.pattern, site.methods, prepare(repeated(fragment, PROBE, end)))
            assert took < MOST, f"{site}: {took:.1f} s for {PROBE} letters of {fragment!r} and {end!r}"
            probes.append((took, fragment, end))
    longest = sorted(probes, reverse=True)[:WORST]
    return max(
        (seconds(site.pattern, site.methods, prepare(repeated(fragment, SIZE, end))), fragment, end)
        for _, fragment, end in longest
    )


@pytest.mark.parametrize(
    "name",
    [name for name, site in SITES.items() if site.pattern and not is_bounded(site.pattern) and not name.startswith(OURS)],
)
def test_a_pattern_is_done_with_any_text_in_a_moment(name: str) -> None:
    prepare = PREPARED.get(name) or PREPARED.get(name.partition(":")[0], str)
    took, fragment, end = worst(SITES[name], prepare)
    assert took < MOST, f"{took:.1f} s for {SIZE} letters of {fragment!r} and {end!r}"


def test_no_pattern_is_made_anywhere_else() -> None:
    assert len(SITES) > 80
    assert {name for name, site in SITES.items() if site.pattern is None and not name.startswith(OURS)} <= MADE
    assert {name for name in PREPARED if not any(site.startswith(name) for site in SITES)} == set()


def test_the_patterns_of_signs_are_done_with_a_short_piece_in_a_moment() -> None:
    """Only pieces of less than 60 characters meet them; here they have ten times as many."""
    for name, pattern in known().patterns:
        for fragment in inputs(pattern):
            took = seconds(pattern, {"search"}, repeated(fragment, 600, "\x00"))
            assert took < MOST / 10, f"{name}: {pattern.pattern}: {fragment!r}"


@pytest.mark.parametrize("words", ["a b", "a  a", "aaaa", "* (", ". . ."])
@pytest.mark.parametrize("text", ["a", "a ", " ", "a" + " " * 50, "* ", ". "])
def test_words_to_be_found_are_looked_for_in_a_moment(words: str, text: str) -> None:
    long = repeated(text, SIZE, "\x00")
    article = Article(blocks=(Preformatted(text=long),))
    start = time.process_time()
    matches(article, words)
    snippet(long, (Words(words),))
    assert time.process_time() - start < MOST


@pytest.mark.parametrize(
    ("language", "text"),
    [
        *(("ja", text) for text in "妻 妻の 妻の花 妻のあ 母さん 森ア 森あ".split()),
        *(("zh", text) for text in "王明对 王明向人 受 在接受人 访说 王明受访 。王明".split()),
        *(("sv", text) for text in ("a. – A", "– A, säger B. ", "– A, ", ". – ")),
    ],
)
def test_what_is_made_of_word_lists_is_done_in_a_moment(language: str, text: str) -> None:
    """The patterns that are made of the word lists read all of an article."""
    article = Article(language=language, blocks=(Preformatted(text=repeated(text, SIZE // 10, "\x00")),))
    start = time.process_time()
    annotate(article)
    assert time.process_time() - start < MOST


@pytest.mark.parametrize("columns", [1, 40, 1000])
@pytest.mark.parametrize("text", " |a|-|a-|a -|-a |« | »|» a|。|「|a。|船|船 |船、a-|\u0301|a\u0301-|\u200d".split("|"))
def test_a_text_of_any_one_thing_is_wrapped_in_a_moment(columns: int, text: str) -> None:
    long = repeated(text, SIZE, "\x00")
    start = time.process_time()
    lines = wrap(long, columns)
    assert time.process_time() - start < MOST
    assert all(0 <= first <= last <= len(long) for first, last in lines)
