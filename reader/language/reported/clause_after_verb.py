"""Finds the clause that stands behind its say-verb, with "that" or without."""

from __future__ import annotations

from reader.language.quotes.speaker_mention import Mention
from reader.language.reported.clauses import VERB_SECOND, Bounds, ClauseFinder
from reader.language.text.tokens import QUOTE

SUBJECT_FIRST = frozenset({"sv", "s,v", "s~v", "s..v"})
"""How a say-verb and its subject stand before what is said."""
_BARE_THAT = frozenset({"أن", "إن", "بأن", "فإن"})
_PARTED = frozenset({"mit", "ein", "hinzu", "klar", "fest", "zu", "an", "mee", "toe"})  # of "teilte mit", "räumte ein"
PLAIN = frozenset({"said", "says", "say", "saying"})
"""The commonest English say-verbs."""
_CLAUSAL = frozenset(
    "warned warns added adds argued argues insisted insists claimed claims admitted admits noted notes announced believes"
    " believed acknowledged conceded confirmed reported estimated suggested predicted stressed ruled hopes hoped".split()
)
"""Verbs behind which a clause without "that" is common."""
_NO_CLAUSE = frozenset({"nothing", "something", "anything", "sorry", "yes", "so", "afterward", "afterwards", "it"})
_OBJECT = 14  # words of whom it is told and when: "told a rare joint sitting of parliament on Monday that"
_WHEN = 8  # words of when it is said
_NEAR = 6  # words of whom it is told, before a clause without "that"
_SMALL = 4  # words of an infinitive with what stands before it ("de ne pas payer"), and letters of one that is none
_SOON = 4  # words of a subject


class ClauseAfterVerb(ClauseFinder):
    """The search behind a verb."""

    def by(self, mention: Mention) -> Bounds | None:
        """Return the clause behind "X said (that)"."""
        row, first = self.row, mention.verb + 1
        joined = row.lower[mention.verb - 1] in self.lexicon["conjunctions"] | {","}  # "Kovacs stood up and said"
        if mention.relation not in SUBJECT_FIRST or (mention.relation == "s..v" and not joined):
            return None
        has_object = row.lower[mention.verb] in self.lexicon["object_verbs"]
        ahead = self.find(first, _OBJECT if has_object else _WHEN, self.lexicon["that"])
        if ahead >= 0 and QUOTE not in row.words[first:ahead] and (has_object or ahead == first or self._tells_when(first)):
            first = ahead + 1
        elif self.lexicon.language in VERB_SECOND:
            first = self._behind_comma(first)
        elif (infinitive := self._infinitive(mention.verb)) >= 0:
            first = infinitive
        elif self.english and has_object:
            first = self._behind_object(first)
        elif not self.english or not self._opens_clause(first):
            return None
        last = self.sentence_end(mention.verb)
        return (first, last) if first < last and row.words[first] != QUOTE else None

    def by_subject(self, mention: Mention) -> Bounds | None:
        """Return the clause behind "said X that", as Arabic puts it."""
        row = self.row
        ahead = self.find(mention.last, _OBJECT, self.lexicon.any_of("that", "say") | {QUOTE, ":", "."})
        if ahead < 0 or row.lower[ahead] not in self.lexicon["that"] or row.sentence[ahead] != row.sentence[mention.verb]:
            return None
        first, last = ahead + (row.lower[ahead] in _BARE_THAT), self.sentence_end(mention.verb)
        return (first, last) if first < last and row.words[first] != QUOTE else None

    def _tells_when(self, at: int) -> bool:
        """Return whether words behind a verb tell when, where or to whom: "said on Monday that"."""
        return not self.english or self.row.lower[at] in self.lexicon.any_of("prepositions", "fillers", "calendar")

    def _infinitive(self, verb: int) -> int:
        """Return where an infinitive starts that is reported, -1 if none is: "promised to pay", "a promis de payer"."""
        row, lexicon = self.row, self.lexicon
        if self.english:
            promises = row.lower[verb] in lexicon["promising"] and row.lower[verb + 1 : verb + 2] == ["to"]
            return verb + 1 if promises and row.words[verb + 2 : verb + 3] not in ([], [QUOTE]) else -1
        endings = tuple(lexicon["infinitive_endings"])
        for at in range(verb + 1, min(verb + 1 + _WHEN, len(row.words) - 1)):
            if not row.words[at][0].isalnum():
                break
            verbs = (word for word in row.lower[at : at + _SMALL] if word.endswith(endings) and len(word) > _SMALL)
            if row.lower[at] in lexicon["infinitives"] and any(word not in lexicon["calendar"] for word in verbs):
                return at
        return -1

    def _behind_comma(self, at: int) -> int:
        """Return where a clause starts behind a German verb: "sagte, man sei", "teilte auf Anfrage mit, es gebe"."""
        row = self.row
        comma = self.find(at, _WHEN, frozenset({",", QUOTE}))
        opens = comma >= 0 and row.words[comma] == "," and row.sentence[comma] == row.sentence[at - 1]
        return comma + 1 if opens and (comma == at or row.lower[comma - 1] in _PARTED) else len(row.words)

    def _behind_object(self, at: int) -> int:
        """Return where a clause starts behind whom it is told: "told reporters she had agreed", "told the court it was"."""
        row, lexicon = self.row, self.lexicon
        pronouns, opening = lexicon["subject_pronouns"] - lexicon["relative"], lexicon["determiners"]
        joins = lexicon.any_of("prepositions", "conjunctions", "of", "determiners")
        for first in range(at + 1, min(at + _NEAR, len(row.words))):
            word, before = row.lower[first], row.lower[first - 1]
            if word in {",", ".", QUOTE}:
                break
            if word in pronouns or word == "it":
                return first
            if word in opening and before not in joins and self._holds_verb(first):
                return first
        return len(row.words)

    def _opens_clause(self, at: int) -> bool:
        """Return whether an English clause without "that" may start at a word; behind rare verbs only with a pronoun."""
        row, lexicon = self.row, self.lexicon
        if at + 1 >= len(row.words) or row.words[at] == QUOTE or not row.words[at][0].isalnum():
            return False
        word, following = row.lower[at], row.lower[at + 1]
        if row.lower[at - 1] not in PLAIN and word not in lexicon.any_of("subject_pronouns", "first"):
            return word == "there" or (row.lower[at - 1] in _CLAUSAL and self._holds_verb(at))
        if (word in _NO_CLAUSE and following not in lexicon["be"]) or (word in lexicon["be"] and row.words[at].islower()):
            return False  # "said nothing", "a man they said may have"
        if word in lexicon["calendar"] and following == ",":
            return False
        return word not in lexicon.any_of("prepositions", "conjunctions", "fillers", "relative") or word == "that"

    def _holds_verb(self, at: int) -> bool:
        """Return whether the next words are a subject with its verb: "warned the toll would rise"."""
        verb = self.find(at + 1, _SOON, self.lexicon["be"] | self.lexicon["relative"] | {",", QUOTE, "."})
        return verb > 0 and self.row.lower[verb] in self.lexicon["be"]
