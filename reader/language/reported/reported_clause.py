"""Finds the clause that a say-verb reports: behind it, before it, or beside "according to"."""

from __future__ import annotations

from bisect import bisect_left

from reader.language.lexicon.word_lists import Lexicon
from reader.language.people.roles import is_role
from reader.language.quotes.speaker_mention import Mention
from reader.language.reported import turkish
from reader.language.reported.clause_after_verb import ClauseAfterVerb
from reader.language.reported.clause_before_verb import SUBJECT_LAST, ClauseBeforeVerb
from reader.language.reported.clauses import VERB_SECOND, Bounds, ClauseFinder
from reader.language.text.tokens import QUOTE, TokenRow

_TAIL = 6  # words that say more about a source: "according to an adviser of the mayor,"
_SUBJECT = 4  # words before "according to" that may be a statement
_APPOSITION = 14  # words of one


class ReportedClauseFinder:
    """The search for reported clauses in one passage."""

    def __init__(self, row: TokenRow, lexicon: Lexicon) -> None:
        """Look at the words of a passage, of a language."""
        self._behind, self._before, self._beside = (
            ClauseAfterVerb(row, lexicon),
            ClauseBeforeVerb(row, lexicon),
            ClauseBesideSource(row, lexicon),
        )

    def by(self, mention: Mention) -> Bounds | None:
        """Return the clause that somebody is reported to have said, or None."""
        row, lexicon = self._behind.row, self._behind.lexicon
        if lexicon.language == "tr":
            return turkish.reported_clause(mention, row, lexicon, self._behind.sentence_end(mention.first))
        if mention.relation == "acc":
            return self._beside.by(*mention.edges)
        if row.lower[mention.verb] not in lexicon["say"]:
            return None
        if lexicon.language == "ar" and mention.relation in SUBJECT_LAST:
            return self._behind.by_subject(mention)
        return self._behind.by(mention) or self._before.by(mention)


class ClauseBesideSource(ClauseFinder):
    """The search beside "according to"."""

    def by(self, low: int, high: int) -> Bounds | None:
        """Return the clause before or behind "according to X", unless X says a quote."""
        row, second = self.row, self.lexicon.language in VERB_SECOND
        while low and not self.english and row.lower[low - 1] in self.lexicon["articles"]:
            low -= 1  # "Den Ermittlern zufolge"
        if row.words[high : high + 2] == [",", QUOTE]:
            return None
        if low and row.words[low - 1] == "," and row.sentence[low - 1] == row.sentence[low]:
            ahead = self.clause(low - 1)
            if ahead is None or row.plain[ahead[1]] - row.plain[ahead[0]] >= _SUBJECT or row.words[high : high + 1] != [","]:
                return ahead  # else "The firm, according to Ana Prat, broke its word"
            return (ahead[0], self.sentence_end(low)) if second else self._behind_source(low, high)
        if second and self.opens_sentence(low) and row.words[high : high + 1] != [","]:
            return high, self.sentence_end(low)
        return self._behind_source(low, high)

    def _behind_source(self, low: int, high: int) -> Bounds | None:
        row = self.row
        comma = self.find(high, _TAIL, frozenset({",", "،", QUOTE}))
        if comma >= 0 and self.lexicon.language == "ar" and row.lower[comma + 1 : comma + 2] == ["فإن"]:
            return comma + 2, self.sentence_end(comma)
        if comma >= 0 and row.words[comma] == "," and row.sentence[comma] == row.sentence[low]:
            return self._behind_apposition(comma) + 1, self.sentence_end(comma)
        return None if self.english else self._around(low, high)

    def _around(self, low: int, high: int) -> Bounds | None:
        """Return the clause in whose midst or at whose end a source stands: "Zwei Scheunen brannten laut Feuerwehr nieder"."""
        row = self.row
        first, end = bisect_left(row.sentence, row.sentence[low]), self.sentence_end(low)
        if QUOTE in row.words[first:end] or first >= low:
            return None
        return (first, low if high >= end else end) if row.plain[low] - row.plain[first] > 1 else None

    def _behind_apposition(self, comma: int) -> int:
        """Return the comma behind an apposition ("according to Ana Prat, director of the port, the ..."), else the same."""
        row = self.row
        close = self.find(comma + 1, _APPOSITION, frozenset({",", QUOTE, "."}))
        if close < 0 or row.words[close] != ",":
            return comma
        between = row.words[comma + 1 : close]
        named = all(word[0].isupper() or word.lower() in self.lexicon["of"] for word in between)
        has_role = any(is_role(word.lower(), self.lexicon) for word in between[:4])
        return close if named or has_role else comma
