"""Finds statements reported without marks: "She said that the bridge was safe", "The bridge was safe, the minister said"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from reader.language.marks import Marked
from reader.language.mention import Mention
from reader.language.quotes import Given, Page
from reader.language.scene import Segment
from reader.language.tokens import QUOTE, Row

_SUBJECT_FIRST = frozenset({"sv", "s,v", "s~v"})
_SURE, _LIKELY = 0.85, 0.7
_LEAST = 4  # words of a statement
_OBJECT = 8  # words of whom it is told: "told a rare joint sitting of parliament that"


def statements(page: Page) -> list[Given]:
    """Give the indirect statements of an article with their speakers, in text order."""
    return [given for passage, found in sorted(page.mentions.items()) for given in _of_passage(page, passage, found)]


def _of_passage(page: Page, passage: int, found: list[Mention]) -> Iterator[Given]:
    if page.passages[passage].heading:
        return
    row = page.rows[passage]
    taken = -1
    for mention in found:
        bounds = _behind(page, row, mention) or _ahead(page, row, mention)
        if bounds is None or bounds[0] <= taken or bounds[1] - bounds[0] < _LEAST:
            continue
        first, last = bounds
        if all(row.words[at] == QUOTE or not row.words[at][0].isalnum() for at in range(first, last)):
            continue
        taken = last
        start, end = row.starts[first], row.ends[last - 1]
        words = page.passages[passage].text[start:end]
        sure = _SURE if mention.relation == "sv" else _LIKELY
        yield Given(
            Segment(passage, first, Marked(start, end, start, end), words),
            mention,
            sure,
            row.words[mention.verb],
            indirect=True,
        )


def _behind(page: Page, row: Row, mention: Mention) -> tuple[int, int] | None:
    """Give the clause behind "X said (that)", as first word and behind the last."""
    if mention.relation not in _SUBJECT_FIRST or row.lower[mention.verb] not in page.lexicon["say"]:
        return None
    that = page.lexicon["that"]
    first = mention.verb + 1
    ahead = next((at for at in range(first, min(first + _OBJECT, len(row.words))) if row.lower[at] in that), -1)
    told = row.lower[mention.verb] in page.lexicon["object_verbs"]
    if ahead >= 0 and (told or ahead == first or QUOTE not in row.words[first:ahead]):
        first = ahead + 1
    elif page.lexicon.language != "en" or told or first >= len(row.words) or not _opens_clause(page, row, first):
        return None
    last = _sentence_end(row, mention.verb)
    return (first, last) if first < last and row.words[first] != QUOTE else None


def _opens_clause(page: Page, row: Row, at: int) -> bool:
    """Whether a clause may start at a word: not a comma, a colon, a quote, a preposition."""
    word = row.lower[at]
    return (
        row.words[at] != QUOTE
        and word[0].isalnum()
        and word not in page.lexicon.any_of("prepositions", "conjunctions", "fillers")
    )


def _ahead(page: Page, row: Row, mention: Mention) -> tuple[int, int] | None:
    """Give the clause before ", X said." or beside "according to X"."""
    low, high = mention.edges
    if mention.relation == "acc":
        if low and row.words[low - 1] == "," and row.sentence[low - 1] == row.sentence[low]:
            return _clause(row, low - 1)
        if high < len(row.words) and row.words[high] == ",":
            return high + 1, _sentence_end(row, high)
        return None
    if mention.relation not in ("sv", "vs", "s,v") or row.lower[mention.verb] not in page.lexicon["say"]:
        return None
    if low < 2 or row.words[low - 1] != "," or row.sentence[low - 1] != row.sentence[low] or row.words[low - 2] == QUOTE:
        return None
    return _clause(row, low - 1)


def _clause(row: Row, comma: int) -> tuple[int, int] | None:
    """Give the words of a sentence up to a comma, if no quote stands at their end."""
    first = bisect_left(row.sentence, row.sentence[comma])
    return (first, comma) if QUOTE not in row.words[max(first, comma - 1) : comma] else None


def _sentence_end(row: Row, at: int) -> int:
    """Give the end of a word's sentence without the signs that close it, as behind the last word."""
    last = bisect_right(row.sentence, row.sentence[at])
    plain = bisect_left(row.plain, row.plain[last])
    quotes = bisect_left(row.quotes, last)
    return max(plain, row.quotes[quotes - 1] + 1 if quotes else 0, at + 1)
