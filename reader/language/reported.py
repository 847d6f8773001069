"""Finds the clause that a say-verb reports: behind it, with "that" or without, before it, or beside "according to"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from reader.language import verb_last
from reader.language.lexicon import Lexicon
from reader.language.mention import Mention
from reader.language.roles import is_role
from reader.language.tokens import QUOTE, Row
from reader.model import SpeakerKind

SUBJECT_FIRST = frozenset({"sv", "s,v", "s~v", "s..v"})
"""How a say-verb and its subject stand before what is said."""
_DIRECT = SUBJECT_FIRST - {"s..v"}
_SUBJECT_LAST = frozenset({"vs"})
_BARE_THAT = frozenset({"أن", "إن", "بأن", "فإن"})
_VERB_SECOND = frozenset("de nl da sv no nb".split())
_DASHES = frozenset({"-", "–", "—", "--"})
_AS = frozenset({"wie", "so"})
_PARTED = frozenset({"mit", "ein", "hinzu", "klar", "fest", "zu", "an", "mee", "toe"})  # of "teilte mit", "räumte ein"
_PLAIN = frozenset({"said", "says", "say", "saying"})
_INVERTED = _PLAIN | {"added", "wrote", "reported", "explained"}
_CLAUSAL = frozenset(
    "warned warns added adds argued argues insisted insists claimed claims admitted admits noted notes announced believes"
    " believed acknowledged conceded confirmed reported estimated suggested predicted stressed ruled hopes hoped".split()
)
"""Verbs behind which a clause without "that" is common."""
_NO_CLAUSE = frozenset({"nothing", "something", "anything", "sorry", "yes", "so", "afterward", "afterwards", "it"})
_OBJECT = 14  # words of whom it is told and when: "told a rare joint sitting of parliament on Monday that"
_TAIL = 6  # words that say more about a source: "according to an adviser of the mayor,"
_SOON = 4  # words of a subject
_APPOSITION = 14  # words of one
_WHEN = 8  # words of when it is said

Bounds = tuple[int, int]
"""The first word of a clause, and that behind its last."""


class Reported:
    """The search for reported clauses in one passage."""

    def __init__(self, row: Row, lexicon: Lexicon) -> None:
        """Look at the words of a passage, of a language."""
        self.row, self.lexicon = row, lexicon
        self.english = lexicon.language == "en"
        self.commas = frozenset({",", "–", "—"} if lexicon.language == "pl" else {","})

    def by(self, mention: Mention) -> Bounds | None:
        """Give the clause that somebody is reported to have said, or None."""
        if self.lexicon.language == "tr":
            return verb_last.told(mention, self.row, self.lexicon, self._sentence_end(mention.first))
        if mention.relation == "acc":
            return self._accorded(*mention.edges)
        if self.row.lower[mention.verb] not in self.lexicon["say"]:
            return None
        if self.lexicon.language == "ar" and mention.relation in _SUBJECT_LAST:
            return self._behind_subject(mention)
        return self._behind(mention) or self._before(mention)

    def _behind(self, mention: Mention) -> Bounds | None:
        """Give the clause behind "X said (that)"."""
        row, first = self.row, mention.verb + 1
        joined = row.lower[mention.verb - 1] in self.lexicon["conjunctions"] | {","}  # "Kovacs stood up and said"
        if mention.relation not in SUBJECT_FIRST or (mention.relation == "s..v" and not joined):
            return None
        told = row.lower[mention.verb] in self.lexicon["object_verbs"]
        ahead = self._find(first, _OBJECT if told else _WHEN, self.lexicon["that"])
        if ahead >= 0 and QUOTE not in row.words[first:ahead] and (told or ahead == first or self._tells_when(first)):
            first = ahead + 1
        elif self.lexicon.language in _VERB_SECOND:
            first = self._behind_comma(first)
        elif self.english and told:
            first = self._behind_object(first)
        elif not self.english or not self._opens_clause(first):
            return None
        last = self._sentence_end(mention.verb)
        return (first, last) if first < last and row.words[first] != QUOTE else None

    def _behind_subject(self, mention: Mention) -> Bounds | None:
        """Give the clause behind "said X that", as Arabic puts it."""
        row = self.row
        ahead = self._find(mention.last, _OBJECT, self.lexicon.any_of("that", "say") | {QUOTE, ":", "."})
        if ahead < 0 or row.lower[ahead] not in self.lexicon["that"] or row.sentence[ahead] != row.sentence[mention.verb]:
            return None
        first, last = ahead + (row.lower[ahead] in _BARE_THAT), self._sentence_end(mention.verb)
        return (first, last) if first < last and row.words[first] != QUOTE else None

    def _find(self, first: int, reach: int, words: frozenset[str]) -> int:
        """Give the first of some words within reach, -1 if there is none."""
        return next((at for at in range(first, min(first + reach, len(self.row.words))) if self.row.lower[at] in words), -1)

    def _tells_when(self, at: int) -> bool:
        """Whether words behind a verb tell when, where or to whom: "said on Monday that"; else "that" belongs to a noun."""
        return not self.english or self.row.lower[at] in self.lexicon.any_of("prepositions", "fillers", "calendar")

    def _behind_comma(self, at: int) -> int:
        """Give where a clause starts behind a German verb: "sagte, man sei", "teilte auf Anfrage mit, es gebe"."""
        row = self.row
        comma = self._find(at, _WHEN, frozenset({",", QUOTE}))
        opens = comma >= 0 and row.words[comma] == "," and row.sentence[comma] == row.sentence[at - 1]
        return comma + 1 if opens and (comma == at or row.lower[comma - 1] in _PARTED) else len(row.words)

    def _behind_object(self, at: int) -> int:
        """Give where a clause starts behind whom it is told, if a pronoun does: "told reporters she had never agreed"."""
        row, pronouns = self.row, self.lexicon["subject_pronouns"] - self.lexicon["relative"]
        found = self._find(at + 1, _TAIL, pronouns | {",", ".", QUOTE})
        return found if found > 0 and row.lower[found] in pronouns else len(row.words)

    def _opens_clause(self, at: int) -> bool:
        """Whether an English clause without "that" may start at a word; behind rare verbs only with a pronoun."""
        row, lexicon = self.row, self.lexicon
        if at + 1 >= len(row.words) or row.words[at] == QUOTE or not row.words[at][0].isalnum():
            return False
        word, following = row.lower[at], row.lower[at + 1]
        if row.lower[at - 1] not in _PLAIN and word not in lexicon.any_of("subject_pronouns", "first"):
            return word == "there" or (row.lower[at - 1] in _CLAUSAL and self._holds_verb(at))
        if (word in _NO_CLAUSE and following not in lexicon["be"]) or (word in lexicon["be"] and row.words[at].islower()):
            return False  # "said nothing", "a man they said may have"
        if word in lexicon["calendar"] and following == ",":
            return False
        return word not in lexicon.any_of("prepositions", "conjunctions", "fillers", "relative") or word == "that"

    def _holds_verb(self, at: int) -> bool:
        """Whether the next words are a subject with its verb: "warned the toll would rise"."""
        verb = self._find(at + 1, _SOON, self.lexicon["be"] | self.lexicon["relative"] | {",", QUOTE, "."})
        return verb > 0 and self.row.lower[verb] in self.lexicon["be"]

    def _before(self, mention: Mention) -> Bounds | None:
        """Give the clause before ", X said." or, elsewhere than in English, ", said X."."""
        row, (low, high) = self.row, mention.edges
        if self.lexicon.language == "de" and mention.relation in SUBJECT_FIRST:
            return self._as_told(mention)
        low = self._phrase_start(low)
        if (
            low < 2
            or row.words[low - 1] not in self.commas
            or row.sentence[low - 1] != row.sentence[low]
            or row.words[low - 2] == QUOTE
        ):
            return None
        if mention.relation in _SUBJECT_LAST:
            known = row.lower[mention.verb] in _INVERTED if self.english else self._can_speak(mention)
            ends = self._ends(high) if self.english else QUOTE not in row.words[high : high + 3]
            return self._clause(low - 1) if known and ends else None
        if not self.english or mention.relation not in _DIRECT or row.lower[mention.first] in self.lexicon["relative"]:
            return None
        comma = self._before_role(low - 1) if mention.relation == "s,v" else low - 1
        return self._clause(comma) if comma and self._ends(high) else None

    def _as_told(self, mention: Mention) -> Bounds | None:
        """Give the clause before ", wie X mitteilte", or behind "Wie X mitteilte,"."""
        row, low, verb = self.row, mention.first, mention.verb
        while low and mention.first - low < _SOON and row.words[low - 1][0].isalpha() and row.lower[low] not in _AS:
            low -= 1
        if row.lower[low] not in _AS:
            return None
        if low and row.words[low - 1] == ",":
            return self._clause(low - 1)
        opens = not low or row.sentence[low - 1] != row.sentence[low]
        behind = row.words[verb + 1 : verb + 2] == [","] and QUOTE not in row.words[verb + 2 : verb + 3]
        return (verb + 2, self._sentence_end(verb)) if opens and behind else None

    def _can_speak(self, mention: Mention) -> bool:
        """Whether what stands behind a verb is its subject and not what is said: "a déclaré son avocat", no "son refus"."""
        words = self.row.lower[mention.first : mention.last]
        return mention.kind is not SpeakerKind.NOMINAL or any(is_role(word, self.lexicon) for word in words)

    def _before_role(self, comma: int) -> int:
        """Give the comma before a role that one parts from its bearer: ", her son, Earl Prat, said"; 0 if none is there."""
        row, first = self.row, comma - 1
        if row.lower[first] not in self.lexicon.any_of("roles", "titles", "kin"):
            return comma
        while first and comma - first < _TAIL and row.words[first] != ",":
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
        while first and at - first < _TAIL and row.words[first - 1].isalpha() and row.words[first - 1].islower():
            first -= 1
        return first if first and row.words[first - 1] == "," else at

    def _ends(self, at: int) -> bool:
        """Whether nothing that is said can follow at a word: the sentence ends there, or goes on with when and where."""
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

    def _clause(self, comma: int) -> Bounds | None:
        """Give the words of a sentence up to a comma, unless a quote opens or ends them or they merely tell when or where."""
        row = self.row
        first = self._behind_dateline(bisect_left(row.sentence, row.sentence[comma]), comma)
        if QUOTE in (row.words[first], row.words[comma - 1]):
            return None
        opening = row.lower[first]
        tells = self.lexicon.any_of("be", "subject_pronouns", "say").isdisjoint(row.lower[first + 1 : comma])
        loose = opening in self.lexicon["prepositions"] or (self.english and opening.endswith(("ed", "ing")))
        return None if loose and tells and row.words[comma] == "," else (first, comma)

    def _behind_dateline(self, first: int, last: int) -> int:
        """Skip the place and the agency at a story's head: "PORT LANDER (Reuters) - A ferry ..."."""
        row = self.row
        opens = len(row.words[first]) > 2 and row.words[first].isupper()
        dash = next((at for at in range(first, min(first + _WHEN, last)) if row.words[at] in _DASHES), -1)
        return dash + 1 if opens and dash > 0 else first

    def _accorded(self, low: int, high: int) -> Bounds | None:
        """Give the clause before or behind "according to X", unless X says a quote: in the words of a surveyor, "a floor"."""
        row = self.row
        if row.words[high : high + 2] == [",", QUOTE]:
            return None
        if low and row.words[low - 1] == "," and row.sentence[low - 1] == row.sentence[low]:
            return self._clause(low - 1)
        comma = self._find(high, _TAIL, frozenset({",", "،", QUOTE}))
        if comma >= 0 and self.lexicon.language == "ar" and row.lower[comma + 1 : comma + 2] == ["فإن"]:
            return comma + 2, self._sentence_end(comma)
        if comma >= 0 and row.words[comma] == "," and row.sentence[comma] == row.sentence[low]:
            return self._behind_apposition(comma) + 1, self._sentence_end(comma)
        opens = not low or row.sentence[low - 1] != row.sentence[low]
        return (high, self._sentence_end(low)) if opens and self.lexicon.language in _VERB_SECOND else None

    def _behind_apposition(self, comma: int) -> int:
        """Give the comma behind who somebody is: "according to Ana Prat, director of the port, the ..."; else the same one."""
        row = self.row
        close = self._find(comma + 1, _APPOSITION, frozenset({",", QUOTE, "."}))
        if close < 0 or row.words[close] != ",":
            return comma
        between = row.words[comma + 1 : close]
        named = all(word[0].isupper() or word.lower() in self.lexicon["of"] for word in between)
        told = any(is_role(word.lower(), self.lexicon) for word in between[:4])
        return close if named or told else comma

    def _sentence_end(self, at: int) -> int:
        """Give the end of a word's sentence without the signs that close it, as behind the last word."""
        row = self.row
        last = bisect_right(row.sentence, row.sentence[at])
        plain = bisect_left(row.plain, row.plain[last])
        quotes = bisect_left(row.quotes, last)
        return max(plain, row.quotes[quotes - 1] + 1 if quotes else 0, at + 1)
