"""Finds the words of a passage that may name a speaker, and the verb that makes them one.

Four kinds: names of people, pronouns, nominals ("the prime minister", "a judicial source") and organisations.  What merely
says more about another mention is none of its own: an apposition ("X, the director"), a title before a name.
"""

from __future__ import annotations

from collections.abc import Iterable

from reader.language.lexicon.acronyms import is_acronym
from reader.language.lexicon.declension import is_verb
from reader.language.lexicon.name_forms import bends
from reader.language.lexicon.word_lists import Lexicon
from reader.language.people.name_spans import Name
from reader.language.quotes.clause_reading import ClauseReader
from reader.language.quotes.source_phrases import source_bounds
from reader.language.quotes.speaker_mention import Mention
from reader.language.quotes.speech_verbs import COMMAS, SpeechVerbLinker
from reader.language.text.tokens import QUOTE, TokenRow
from reader.model import SpeakerKind

_OWNED_REACH = 8  # words in which "’s", a role, a comma and a name stand
_NOMINAL_REACH = 7  # words of a nominal up to its head


def find_mentions(passage: int, row: TokenRow, names: Iterable[tuple[Name, int | None]], lexicon: Lexicon) -> list[Mention]:
    """Return all words of a passage, outside its quotes, that may name a speaker, in order.

    Args:
        passage: its number.
        row: its words.
        names: the names in it, each with the index of its person; None: an organisation or a place.
        lexicon: of its language.
    """
    finder = _Finder(passage, row, lexicon)
    for name, entity in names:
        finder.add_name(name, entity)
    finder.add_pronouns()
    finder.add_nominals()
    if lexicon.language != "en":
        finder.add_sources()
    finder.add_subjects()
    linker = SpeechVerbLinker(row, lexicon, finder.taken)
    for mention in finder.found:
        linker.relate(mention)
    linker.part_tails(finder.found)
    kept = [
        each
        for each in finder.found
        if each.relation or each.person is not None or each.kind in (SpeakerKind.PRONOUN, SpeakerKind.NOMINAL)
    ]
    return sorted(kept, key=lambda each: each.first)


class _Finder(ClauseReader):
    """The search in one passage: what has been found, and which words are taken."""

    def __init__(self, passage: int, row: TokenRow, lexicon: Lexicon) -> None:
        super().__init__(row, lexicon)
        self.passage = passage
        self.found: list[Mention] = []

    def add(self, kind: SpeakerKind, first: int, last: int, start: int = -1, end: int = -1) -> Mention:
        row = self.row
        mention = Mention(
            kind=kind,
            passage=self.passage,
            first=first,
            last=last,
            start=row.starts[first] if start < 0 else start,
            end=row.ends[last - 1] if end < 0 else end,
        )
        self.found.append(mention)
        for at in range(first, last):
            self.taken[at] = mention
        return mention

    def add_name(self, name: Name, person: int | None) -> None:
        first, last = self.row.at(name.title_start), self.row.at(name.end - 1) + 1
        last = min(last, len(self.row.words))
        while last < len(self.row.words) and self.row.words[last] in self.lexicon["letters"]:
            last += 1
        if first >= last or QUOTE in self.row.words[first:last] or self._is_attributive(last) or self._is_owner(last):
            return
        if person is None and (len(name.parts) == 1 and name.parts[0].lower() in self.lexicon.any_of("calendar", "demonyms")):
            return
        shouted = self.lexicon.language == "de" or is_acronym(name.parts[0])
        if person is None and shouted and len(name.parts) == 1 and name.parts[0].lower() in self.lexicon["roles"]:
            return  # "die Polizei" and "the GM" are found as any other role
        kind = SpeakerKind.ORGANISATION if person is None else SpeakerKind.NAMED
        start = name.title_start if person is None else name.start
        self.add(kind, first, last, start, name.end).person = person

    def _is_attributive(self, at: int) -> bool:
        """Return whether a name merely says more about the next one: "Kovacs spokesman Jan Prat"."""
        roles, row, start = self.lexicon["roles"], self.row, at
        while at < len(row.words) and at - start < 4 and row.words[at][0].isalpha() and not self._is_function(row.lower[at]):
            if row.words[at][0].isupper() and at > start:
                return row.lower[at - 1] in roles
            if row.lower[at] in self.say:
                return False
            at += 1
        return False

    def _is_owner(self, at: int) -> bool:
        """Return whether a name merely tells whose the next one is: "Kovacs’s lawyer, Jan Prat"."""
        words = self.row.words[at : at + _OWNED_REACH]
        comma = words.index(",") if words[:1] in (["’s"], ["'s"]) and "," in words else 0
        behind = "".join(words[comma + 1 : comma + 2])
        return comma > 1 and words[comma - 1].lower() in self.lexicon["roles"] and behind[:1].isupper()

    def add_pronouns(self) -> None:
        pronouns, loose = self.lexicon["subject_pronouns"], self.lexicon["loose_pronouns"]
        either = self.lexicon.any_of("subject_pronouns", "loose_pronouns", "he", "she")
        for at, word in enumerate(self.row.lower):
            if word not in either or self.taken[at] is not None or self._determines(at):
                continue
            if word[0] == "-" and word in pronouns:
                self.add(SpeakerKind.PRONOUN, at, at + 1, self.row.ends[at] - len(word.rpartition("-")[2]))
            elif (
                word in pronouns
                or (at and self._is_accorded(at))
                or (word in loose and (self._says(self._skip_fillers(at + 1)) or (at and self._says(at - 1))))
            ):
                self.add(SpeakerKind.PRONOUN, at, at + 1)

    def add_nominals(self) -> None:
        """Add noun phrases whose head is a word for a role."""
        roles, row = self.lexicon["roles"], self.row
        for at, word in enumerate(row.lower):
            if word not in roles or self.taken[at] is not None or (at + 1 < len(row.words) and self._goes_on(at + 1)):
                continue
            if self._is_title(at):
                continue
            first = self._phrase_start(at)
            if first == at and self.lexicon["articles"] and word not in self.lexicon["roles_group"]:
                continue
            if not self._is_apposition(first, at + 1):
                self.add(SpeakerKind.NOMINAL, first, at + 1)

    def add_sources(self) -> None:
        """Add the noun phrases of any head behind "according to", also where a German noun was taken for a name."""
        german = self.lexicon.language == "de"
        taken = [None if each and german and each.kind is SpeakerKind.ORGANISATION else each for each in self.taken]
        for first, last in source_bounds(self.row, taken, self.lexicon):
            inside = {id(each) for each in self.taken[first:last] if each is not None}
            self.found = [each for each in self.found if id(each) not in inside]
            self.add(SpeakerKind.NOMINAL, first, last)

    def _goes_on(self, at: int) -> bool:
        """Return whether a noun phrase goes on behind its role word: with a name, or with another role word."""
        mention = self.taken[at]
        named = mention is not None and mention.kind is SpeakerKind.NAMED and mention.first == at
        return named or self.row.lower[at] in self.lexicon["roles"]

    def _is_title(self, head: int) -> bool:
        """Return whether a role word and what says more about it stand before a name: "le ministre de l’Économie Luc Prat"."""
        row, at = self.row, head + 1
        if bends(self.lexicon.language):
            first = next((each for each in range(at, min(at + 4, len(row.words))) if self.taken[each] is not None), at)
            name = self.taken[first] if at < first else None
            nouns = all(word.isalpha() and not is_verb(word) for word in row.lower[at:first])
            return nouns and name is not None and name.kind is SpeakerKind.NAMED and name.first == first
        if self.english or at >= len(row.words) or row.lower[at] not in self.lexicon["of"] | self.lexicon.any_of("genitives"):
            return False
        while (
            at < len(row.words) and at - head < _NOMINAL_REACH and row.words[at][0].isalnum() and row.lower[at] not in self.say
        ):
            mention = self.taken[at]
            if mention is not None and mention.kind is SpeakerKind.NAMED:
                return mention.first == at
            at += 1
        return False

    def _phrase_start(self, head: int) -> int:
        row, lexicon = self.row, self.lexicon
        at = head
        if lexicon.language == "ar":
            return at  # what says more about a noun stands behind it
        while at > 0 and head - at < _NOMINAL_REACH:
            word = row.lower[at - 1]
            if word in lexicon["determiners"]:
                return at - 1
            if word == "’s" and at > 1 and row.words[at - 2][0].isalnum():
                owner = self.taken[at - 2]
                return owner.first if owner is not None and owner.first < at else at - 2
            if (
                not (word[0].isalnum() or word[0] == "$")
                or row.words[at - 1] == QUOTE
                or word in self.say
                or self._is_function(word)
                or (not self.english and word in self.lexicon["according"])
            ):
                break
            if (owner := self.taken[at - 1]) is not None and owner.kind in (SpeakerKind.PRONOUN, SpeakerKind.NAMED):
                if at == head and owner.kind is SpeakerKind.NAMED and self._is_of_its_phrase(owner):
                    at = owner.first
                    continue  # "a senior Prat adviser"
                break
            if word.endswith("ed") and at > 1 and self.taken[at - 2] is not None:
                break  # a verb: "Kovacs rallied supporters"
            at -= 1
        return at

    def _is_apposition(self, first: int, last: int) -> bool:
        row = self.row
        if first > 1 and row.words[first - 1] in COMMAS:
            owner = self.taken[first - 2]
            if owner is not None and owner.kind is SpeakerKind.NAMED and owner.last == first - 1 and not self._says(last):
                return True
        end = last
        while end < len(row.words) and end - last < 6 and row.words[end] not in COMMAS:
            if row.lower[end] in self.say or row.words[end] == QUOTE or self._is_pronoun(end):
                return False
            end += 1
        owner = self.taken[end + 1] if end + 1 < len(row.words) and row.words[end] in COMMAS else None
        return owner is not None and owner.kind is SpeakerKind.NAMED and owner.first == end + 1

    def add_subjects(self) -> None:
        """Add noun phrases of any head that stand as the subject of a say-verb: "the crowd chanted"."""
        row, determiners, fillers = self.row, self.lexicon["determiners"], self.lexicon["fillers"]
        for verb, word in enumerate(row.lower):
            if word not in self.say or self.taken[verb] is not None:
                continue
            at = verb
            while at and row.lower[at - 1] in fillers:
                at -= 1
            ahead = row.lower[at - 1] if at else ""
            if (
                ahead[:1].isalnum()
                and self.taken[at - 1] is None
                and ahead not in determiners
                and not self._is_function(ahead)
            ):
                first = self._phrase_start(at - 1)
                if (
                    first < at - 1
                    and row.lower[first] in determiners
                    and not any(self.taken[first:at])
                    and not (first and row.lower[first - 1] in self.lexicon["prepositions"])  # "in the past described"
                    and not self._is_apposition(first, at)
                ):
                    self.add(SpeakerKind.NOMINAL, first, at)
            elif at and row.words[at - 1] in (QUOTE, ",", "—", "–"):
                self._add_inverted(verb + 1)

    def _add_inverted(self, first: int) -> None:
        """Add the noun phrase behind a verb that stands before its subject: "...", said a man in a red coat."""
        row = self.row
        if first >= len(row.words) or row.lower[first] not in self.lexicon["determiners"] or self.taken[first] is not None:
            return
        last = first + 1
        while (
            last < len(row.words)
            and last - first < _NOMINAL_REACH
            and (row.words[last][0].isalnum() or row.lower[last] == "’s")
            and self.taken[last] is None
        ):
            if self._is_function(row.lower[last]):
                break
            last += 1
        if self._is_apposition(first, last):
            return
        if last - first > 1 and not self._goes_on(last - 1) and not (last < len(row.words) and self._goes_on(last)):
            self.add(SpeakerKind.NOMINAL, first, last)
