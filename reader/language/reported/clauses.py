"""The words of a passage as clauses are cut from them: where a sentence ends, what stands before a comma."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from reader.language.lexicon.word_lists import Lexicon
from reader.language.text.tokens import QUOTE, TokenRow

VERB_SECOND = frozenset("de nl da sv no nb".split())
"""Languages in which a verb keeps the second place, so that a clause needs no comma before it."""
_DASHES = frozenset({"-", "–", "—", "--"})
_PLAIN = 2  # words beside a quote that make no statement of its sentence
_HEAD = 8  # words of a dateline

Bounds = tuple[int, int]
"""The first word of a clause, and that behind its last."""


class ClauseFinder:
    """The words of one passage."""

    def __init__(self, row: TokenRow, lexicon: Lexicon) -> None:
        """Look at the words of a passage, of a language."""
        self.row, self.lexicon = row, lexicon
        self.english = lexicon.language == "en"

    def find(self, first: int, reach: int, words: frozenset[str]) -> int:
        """Return the first of some words within reach, -1 if there is none."""
        return next((at for at in range(first, min(first + reach, len(self.row.words))) if self.row.lower[at] in words), -1)

    def sentence_end(self, at: int) -> int:
        """Return the end of a word's sentence without the signs that close it, as behind the last word."""
        row = self.row
        last = bisect_right(row.sentence, row.sentence[at])
        plain = bisect_left(row.plain, row.plain[last])
        quotes = bisect_left(row.quotes, last)
        return max(plain, row.quotes[quotes - 1] + 1 if quotes else 0, at + 1)

    def opens_sentence(self, at: int) -> bool:
        """Return whether a word is the first of its sentence."""
        return not at or self.row.sentence[at - 1] != self.row.sentence[at]

    def clause(self, comma: int) -> Bounds | None:
        """Return the words of a sentence up to a comma.

        None if a quote opens them or is most of them, or if they merely tell when or where.
        """
        row = self.row
        first = self.behind_dateline(bisect_left(row.sentence, row.sentence[comma]), comma)
        if row.words[first] == QUOTE or (row.words[comma - 1] == QUOTE and row.plain[comma] - row.plain[first] <= _PLAIN):
            return None
        opening = row.lower[first]
        tells = self.lexicon.any_of("be", "subject_pronouns", "say").isdisjoint(row.lower[first + 1 : comma])
        loose = opening in self.lexicon["prepositions"] or (self.english and opening.endswith(("ed", "ing")))
        return None if loose and tells and row.words[comma] == "," else (first, comma)

    def behind_dateline(self, first: int, last: int) -> int:
        """Skip the place and the agency at a story's head: "PORT LANDER (Reuters) - A ferry ..."."""
        row = self.row
        opens = len(row.words[first]) > 2 and row.words[first].isupper()
        dash = next((at for at in range(first, min(first + _HEAD, last)) if row.words[at] in _DASHES), -1)
        return dash + 1 if opens and dash > 0 else first
