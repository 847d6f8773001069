"""Finds the clause that stands before its say-verb: "The bridge is safe, the minister said", in other orders elsewhere."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from reader.language.lexicon.word_lists import Lexicon
from reader.language.people.roles import is_role
from reader.language.quotes.speaker_mention import Mention
from reader.language.reported.clause_after_verb import PLAIN, SUBJECT_FIRST
from reader.language.reported.clauses import Bounds, ClauseFinder
from reader.language.text.tokens import QUOTE, TokenRow
from reader.model import SpeakerKind

SUBJECT_LAST = frozenset({"vs"})
"""How a say-verb stands before its subject."""
_DIRECT = SUBJECT_FIRST - {"s..v"}
_INVERTED = PLAIN | {"added", "wrote", "reported", "explained"}
_AS = frozenset({"wie", "so"})
_LEAST = 5  # words before a verb that takes up the sentence before
_ROLE = 6  # words of a role
_SUBJECT = 4  # words of a subject


class ClauseBeforeVerb(ClauseFinder):
    """The search before a verb."""

    def __init__(self, row: TokenRow, lexicon: Lexicon) -> None:
        """Look at the words of a passage, of a language."""
        super().__init__(row, lexicon)
        self._commas = frozenset({",", "–", "—"} if lexicon.language == "pl" else {","})

    def by(self, mention: Mention) -> Bounds | None:
        """Return the clause before ", X said." or, elsewhere than in English, ", said X."."""
        row, (low, high) = self.row, mention.edges
        if self.lexicon.language == "de" and mention.relation in SUBJECT_FIRST:
            return self._as_told(mention)
        if self.lexicon.language == "de" and (clause := self._sentence_before(mention)):
            return clause
        low = self._phrase_start(low)
        if (
            low < 2
            or row.words[low - 1] not in self._commas
            or row.sentence[low - 1] != row.sentence[low]
            or (row.words[low - 2] == QUOTE and self.english)
        ):
            return None
        if mention.relation in SUBJECT_LAST:
            known = row.lower[mention.verb] in _INVERTED if self.english else self._can_speak(mention)
            end = bisect_right(row.sentence, row.sentence[high - 1])
            ends = self._ends(high) if self.english else QUOTE not in row.words[high : min(high + 3, end)]
            return self.clause(low - 1) if known and ends else None
        if not self.english or mention.relation not in _DIRECT or row.lower[mention.first] in self.lexicon["relative"]:
            return None
        comma = self._before_role(low - 1) if mention.relation == "s,v" else low - 1
        return self.clause(comma) if comma and self._ends(high) else None

    def _as_told(self, mention: Mention) -> Bounds | None:
        """Return the clause before ", wie X mitteilte", or behind "Wie X mitteilte,"."""
        row, low, verb = self.row, mention.first, mention.verb
        while low and mention.first - low < _SUBJECT and row.words[low - 1][0].isalpha() and row.lower[low] not in _AS:
            low -= 1
        if row.lower[low] not in _AS:
            return None
        if low and row.words[low - 1] == ",":
            return self.clause(low - 1)
        behind = row.words[verb + 1 : verb + 2] == [","] and QUOTE not in row.words[verb + 2 : verb + 3]
        return (verb + 2, self.sentence_end(verb)) if self.opens_sentence(low) and behind else None

    def _sentence_before(self, mention: Mention) -> Bounds | None:
        """Return the sentence that "Das teilte X mit." takes up."""
        row, verb = self.row, mention.verb
        if verb < _LEAST or row.lower[verb - 1] != "das" or not self.opens_sentence(verb - 1) or mention.first < verb:
            return None
        first = self.behind_dateline(bisect_left(row.sentence, row.sentence[verb - 2]), verb - 1)
        return None if QUOTE in row.words[first : verb - 1] else (first, self.sentence_end(first))

    def _can_speak(self, mention: Mention) -> bool:
        """Return whether what stands behind a verb is its subject: "a déclaré son avocat", not "son refus"."""
        words = self.row.lower[mention.first : mention.last]
        return mention.kind is not SpeakerKind.NOMINAL or any(is_role(word, self.lexicon) for word in words)

    def _before_role(self, comma: int) -> int:
        """Return the comma before a role that one parts from its bearer: ", her son, Earl Prat, said"; 0 if none is there."""
        row, first = self.row, comma - 1
        if row.lower[first] not in self.lexicon.any_of("roles", "titles", "kin"):
            return comma
        while first and comma - first < _ROLE and row.words[first] != ",":
            first -= 1
        same = row.sentence[first] == row.sentence[comma]
        return first if row.words[first] == "," and same else 0  # "when the mayor, Ana Prat, asked" says nothing

    def _phrase_start(self, at: int) -> int:
        """Go back over an article, or a role in lower case, before a name: ", chief executive Ana Prat said"."""
        row, first = self.row, at
        if at and row.lower[at - 1] in self.lexicon["articles"]:
            return at - 1
        if not self.english or not at or row.lower[at - 1] not in self.lexicon["roles"]:
            return at
        while first and at - first < _ROLE and row.words[first - 1].isalpha() and row.words[first - 1].islower():
            first -= 1
        return first if first and row.words[first - 1] == "," else at

    def _ends(self, at: int) -> bool:
        """Return whether the sentence ends at a word, or goes on with when and where alone."""
        row = self.row
        if at >= len(row.words) or row.sentence[at] != row.sentence[at - 1]:
            return True
        end = bisect_right(row.sentence, row.sentence[at])
        if row.words[at] == ":" or QUOTE in row.words[at : min(at + 3, end)]:
            return False
        more = (
            self.lexicon.any_of("prepositions", "fillers", "calendar", "conjunctions", "relative", "of") - self.lexicon["be"]
        )
        return not row.words[at][0].isalnum() or row.lower[at] in more
