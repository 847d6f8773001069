"""Finds the words of a passage that may name a speaker, and the verb that makes them one.

Four kinds: names of people, pronouns, nominals ("the prime minister", "a judicial source") and organisations.  What merely
says more about another mention is none of its own: an apposition ("X, the director"), a title before a name.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.language.lexicon import Lexicon
from reader.language.names import Name
from reader.language.tokens import QUOTE, Row
from reader.model import SpeakerKind

_COMMAS = frozenset({",", "—", "–", "--", "(", ")", "،", "、", "，", "-"})
_NOMINAL_REACH = 7  # words of a nominal up to its head
_TAIL_REACH = 12  # words between a nominal's head and its verb: "a source close to the investigation said"
_APPOSITION_REACH = 22  # words of an apposition between a name and its verb


@dataclass(slots=True, eq=False)
class Mention:
    """Words that may name a speaker."""

    kind: SpeakerKind
    passage: int
    first: int
    """Index of the first word in the passage's row; with the titles before a name."""
    last: int
    """Index behind the last word."""
    start: int
    """The first character of the words that are shown, in the passage."""
    end: int
    figure: int | None = None
    """Index of the person it names; None for a pronoun until it is resolved, and for nobody of the index."""
    relation: str = ""
    """How a say-verb holds it: `sv`, `vs`, `acc` ...; empty if none does."""
    verb: int = -1
    """Index of that verb, -1 if there is none."""
    edge: int = -1
    """Index of the first word that belongs to the verb: of "a déclaré", the auxiliary."""
    before: str = ""
    """What kind of word stands before it."""
    behind: str = ""
    """What kind of word stands behind it."""

    @property
    def edges(self) -> tuple[int, int]:
        """The words from the mention to its verb, as first and behind the last."""
        if self.verb < 0:
            return self.first, self.last
        return min(self.first, self.verb, self.edge), max(self.last, self.verb + 1)


def mentions(passage: int, row: Row, names: Iterable[tuple[Name, int | None]], lexicon: Lexicon) -> list[Mention]:
    """Give all words of a passage, outside its quotes, that may name a speaker, in order.

    Args:
        passage: its number.
        row: its words.
        names: the names in it, each with the index of its person; None: an organisation or a place.
        lexicon: of its language.
    """
    finder = _Finder(passage, row, lexicon)
    for name, figure in names:
        finder.add_name(name, figure)
    finder.add_pronouns()
    finder.add_nominals()
    finder.add_subjects()
    for mention in finder.found:
        finder.relate(mention)
    kept = [
        each
        for each in finder.found
        if each.relation or each.figure is not None or each.kind in (SpeakerKind.PRONOUN, SpeakerKind.NOMINAL)
    ]
    return sorted(kept, key=lambda each: each.first)


class _Finder:
    """The search in one passage: what has been found, and which words are taken."""

    def __init__(self, passage: int, row: Row, lexicon: Lexicon) -> None:
        self.passage, self.row, self.lexicon = passage, row, lexicon
        self.found: list[Mention] = []
        self.taken: list[Mention | None] = [None] * len(row.words)
        self.say = lexicon.any_of("say", "weak")
        self.english = lexicon.language == "en"
        self.function = lexicon.any_of(
            "prepositions", "be", "that", "relative", "fillers", "conjunctions", "he", "she", "they", "first"
        )

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

    def add_name(self, name: Name, figure: int | None) -> None:
        first, last = self.row.at(name.title_start), self.row.at(name.end - 1) + 1
        last = min(last, len(self.row.words))
        if first >= last or QUOTE in self.row.words[first:last] or self._is_attributive(last):
            return
        if figure is None and (len(name.parts) == 1 and name.parts[0].lower() in self.lexicon.any_of("calendar", "demonyms")):
            return
        kind = SpeakerKind.ORGANISATION if figure is None else SpeakerKind.NAMED
        self.add(kind, first, last, name.start, name.end).figure = figure

    def _is_attributive(self, at: int) -> bool:
        """Whether a name merely says more about the next one: "Kovacs spokesman Jan Prat"."""
        roles, row, start = self.lexicon["roles"], self.row, at
        while at < len(row.words) and at - start < 4 and row.words[at][0].isalpha() and not self._is_function(row.lower[at]):
            if row.words[at][0].isupper() and at > start:
                return row.lower[at - 1] in roles
            if row.lower[at] in self.say:
                return False
            at += 1
        return False

    def add_pronouns(self) -> None:
        pronouns, loose = self.lexicon["subject_pronouns"], self.lexicon["loose_pronouns"]
        either = self.lexicon.any_of("subject_pronouns", "loose_pronouns")
        for at, word in enumerate(self.row.lower):
            if word not in either or self.taken[at] is not None:
                continue
            if word[0] == "-" and word in pronouns:
                self.add(SpeakerKind.PRONOUN, at, at + 1, self.row.ends[at] - len(word.rpartition("-")[2]))
            elif word in pronouns or (
                word in loose and (self._says(self._skip_fillers(at + 1)) or (at and self._says(at - 1)))
            ):
                self.add(SpeakerKind.PRONOUN, at, at + 1)

    def add_nominals(self) -> None:
        """Add noun phrases whose head is a word for a role."""
        roles, row = self.lexicon["roles"], self.row
        for at, word in enumerate(row.lower):
            if word not in roles or self.taken[at] is not None or (at + 1 < len(row.words) and self._goes_on(at + 1)):
                continue
            first = self._phrase_start(at)
            if first == at and self.lexicon["articles"] and word not in self.lexicon["roles_group"]:
                continue
            if not self._is_apposition(first, at + 1):
                self.add(SpeakerKind.NOMINAL, first, at + 1)

    def _goes_on(self, at: int) -> bool:
        """Whether a noun phrase goes on behind its role word: with a name, or with another role word."""
        mention = self.taken[at]
        return (mention is not None and mention.kind is SpeakerKind.NAMED and mention.first == at) or self.row.lower[
            at
        ] in self.lexicon["roles"]

    def _phrase_start(self, head: int) -> int:
        row, lexicon = self.row, self.lexicon
        at = head
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
            ):
                break
            if (owner := self.taken[at - 1]) is not None and owner.kind in (SpeakerKind.PRONOUN, SpeakerKind.NAMED):
                break
            if word.endswith("ed") and at > 1 and self.taken[at - 2] is not None:
                break  # a verb: "Kovacs rallied supporters"
            at -= 1
        return at

    def _is_function(self, word: str) -> bool:
        lexicon = self.lexicon
        return any(
            word in lexicon[kind]
            for kind in ("prepositions", "be", "that", "relative", "fillers", "conjunctions", "he", "she", "they", "first")
        )

    def _is_apposition(self, first: int, last: int) -> bool:
        """Whether a noun phrase stands beside a name that it describes."""
        row = self.row
        if first > 1 and row.words[first - 1] in _COMMAS:
            owner = self.taken[first - 2]
            if owner is not None and owner.kind is SpeakerKind.NAMED and owner.last == first - 1 and not self._says(last):
                return True
        end = last
        while end < len(row.words) and end - last < 6 and row.words[end] not in _COMMAS:
            if row.lower[end] in self.say or row.words[end] == QUOTE or self._is_pronoun(end):
                return False
            end += 1
        owner = self.taken[end + 1] if end + 1 < len(row.words) and row.words[end] in _COMMAS else None
        return owner is not None and owner.kind is SpeakerKind.NAMED and owner.first == end + 1

    def _says(self, at: int) -> bool:
        return at < len(self.row.words) and self.row.lower[at] in self.say

    def _is_pronoun(self, at: int) -> bool:
        owner = self.taken[at]
        return owner is not None and owner.kind is SpeakerKind.PRONOUN

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
                ahead[:1].isalpha()
                and self.taken[at - 1] is None
                and ahead not in determiners
                and not self._is_function(ahead)
            ):
                first = self._phrase_start(at - 1)
                if (
                    first < at - 1
                    and row.lower[first] in determiners
                    and not any(self.taken[first:at])
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
            and row.words[last][0].isalnum()
            and self.taken[last] is None
        ):
            if self._is_function(row.lower[last]):
                break
            last += 1
        if last - first > 1 and not self._goes_on(last - 1) and not (last < len(row.words) and self._goes_on(last)):
            self.add(SpeakerKind.NOMINAL, first, last)

    def part_tails(self) -> None:
        """Take the verb from a name inside another mention's tail: "Paul Danner of Wisconsin said"."""
        holders = {each.verb: each for each in self.found if each.relation.startswith("s~")}
        for mention in self.found:
            holder = holders.get(mention.verb)
            inside = holder is not None and holder is not mention and holder.last <= mention.first < holder.verb
            if inside and mention.before == "prepositions":
                mention.relation, mention.verb, mention.edge = "", -1, -1

    def relate(self, mention: Mention) -> None:
        """Find the say-verb that has a mention as its subject."""
        mention.before = self._before(mention.first)
        mention.behind = self._behind(mention.last)
        for relation, verb in (self._accorded(mention), self._verb_before(mention), self._verb_after(mention)):
            if relation:
                mention.relation, mention.verb, mention.edge = relation, verb, verb
                while mention.edge and verb < mention.first and self._is_auxiliary(mention.edge - 1):
                    mention.edge -= 1
                return

    def _is_auxiliary(self, at: int) -> bool:
        return self.taken[at] is None and self.row.lower[at] in self.lexicon.any_of("be", "fillers")

    def _before(self, first: int) -> str:
        if not first:
            return "start"
        word = self.row.lower[first - 1]
        if self.row.sentence[first - 1] != self.row.sentence[first]:
            return "start"
        if word == QUOTE:
            return "quote"
        if word in _COMMAS or not word[0].isalnum():
            return "mark"
        if word in self.lexicon["articles"] and first > 1 and self.row.lower[first - 2] in self.lexicon["prepositions"]:
            return "prepositions"
        for kind in ("prepositions", "object_verbs", "that", "relative", "conjunctions", "articles"):
            if word in self.lexicon[kind]:
                return kind
        return "word"

    def _behind(self, last: int) -> str:
        row = self.row
        if last >= len(row.words) or row.sentence[last] != row.sentence[last - 1]:
            return "end"
        word = row.lower[last]
        if word == QUOTE:
            return "quote"
        if word == "’s" or (
            word == "’"
            and row.lower[last - 1].endswith("s")
            and row.words[last + 1 : last + 2]
            and row.words[last + 1].islower()
        ):
            return "possessive"
        if not word[0].isalnum():
            return "mark"
        for kind in ("be", "prepositions", "conjunctions", "relative", "that"):
            if word in self.lexicon[kind]:
                return kind
        return "word" if row.words[last][0].islower() else "name"

    def _accorded(self, mention: Mention) -> tuple[str, int]:
        lower, first = self.row.lower, mention.first
        for size in (4, 3, 2, 1):
            if first >= size and " ".join(lower[first - size : first]) in self.lexicon["according"]:
                return "acc", first - size
        return "", -1

    def _verb_after(self, mention: Mention) -> tuple[str, int]:
        row = self.row
        at = self._skip_fillers(mention.last)
        if self._verb_at(at, mention):
            return ("sv" if row.lower[at] in self.lexicon["say"] else "sw"), at
        if (
            at < len(row.words)
            and row.words[at] in _COMMAS
            and mention.kind is not SpeakerKind.PRONOUN
            and not self._is_name(at + 1)
        ):
            if mention.before == "mark" and self._verb_at(verb := self._skip_fillers(at + 1), mention):
                return "s,v", verb
            for close in range(at + 1, min(at + _APPOSITION_REACH, len(row.words))):
                if row.words[close] == QUOTE or row.sentence[close] != row.sentence[at]:
                    break
                verb = self._skip_fillers(close + 1)
                if row.words[close] in _COMMAS and self._verb_at(verb, mention):
                    return "s,v", verb
            if (
                row.lower[at + 1 : at + 2]
                and row.lower[at + 1] in self.lexicon["relative"]
                and self._verb_at(self._skip_fillers(at + 2), mention)
            ):
                return "who", self._skip_fillers(at + 2)
        elif mention.kind in (SpeakerKind.NOMINAL, SpeakerKind.ORGANISATION):
            return self._verb_behind_tail(mention)
        elif at < len(row.words) and row.lower[at] in self.lexicon["of"] and (found := self._verb_behind_tail(mention))[0]:
            return found  # "Paul Danner of Wisconsin said"
        return self._verb_far(mention)

    def _is_name(self, at: int) -> bool:
        owner = self.taken[at] if at < len(self.taken) else None
        return owner is not None and owner.kind is SpeakerKind.NAMED and owner.first == at

    def _verb_behind_tail(self, mention: Mention) -> tuple[str, int]:
        row = self.row
        for at in range(mention.last, min(mention.last + _TAIL_REACH, len(row.words))):
            if row.words[at] == QUOTE or row.words[at] in _COMMAS or row.sentence[at] != row.sentence[mention.last - 1]:
                break
            if self._is_pronoun(at) and row.lower[at] not in self.lexicon["relative"]:
                break
            if self._verb_at(at, mention):
                return ("s~v" if row.lower[at] in self.lexicon["say"] else "s~w"), at
        return "", -1

    def _verb_far(self, mention: Mention) -> tuple[str, int]:
        """A verb later in the clause, with the mention as the sentence's first: "Smith stood up and said"."""
        row = self.row
        if mention.before not in ("start", "quote", "mark", "conjunctions"):
            return "", -1
        for at in range(mention.last, min(mention.last + 25, len(row.words))):
            if row.words[at] == QUOTE:
                verb = self._skip_fillers(at + 1 + (row.words[at + 1 : at + 2] == [","]))
                return ("sQv", verb) if self._verb_at(verb, mention) and not any(self.taken[verb + 1 : verb + 3]) else ("", -1)
            if row.sentence[at] != row.sentence[mention.first]:
                break
            if (other := self.taken[at]) is not None and other is not mention and other.kind is SpeakerKind.PRONOUN:
                break
            if row.lower[at] in self.lexicon["say"] and self.taken[at] is None:
                return "s..v", at
        return "", -1

    def _verb_before(self, mention: Mention) -> tuple[str, int]:
        row, at = self.row, mention.first - 1
        if at >= 0 and row.lower[at] in self.lexicon["by"]:
            return ("by", at - 1) if at and row.lower[at - 1] in self.say else ("", -1)
        if at < 0 or row.lower[at] not in self.say or self.taken[at] is not None:
            return "", -1
        before = at - 1
        while before >= 0 and row.lower[before] in self.lexicon.any_of("be", "fillers"):
            before -= 1
        subject = self.taken[before] if before >= 0 else None
        if subject is not None and subject.last == before + 1 and row.words[before] != QUOTE:
            return ("quoted", at) if row.lower[at] in self.lexicon["relay"] else ("ovs", at)
        if row.lower[at] in self.lexicon["object_verbs"]:
            return "told", at
        strong = row.lower[at] in self.lexicon["say"]
        if (
            before >= 0 and (row.words[before] in (QUOTE, *_COMMAS) or row.sentence[before] != row.sentence[at])
        ) or before < 0:
            return ("vs" if strong else "vw"), at
        return ("quoted", at) if row.lower[at] in self.lexicon["relay"] else ("xvs", at)

    def _skip_fillers(self, at: int) -> int:
        row, start = self.row, at
        while (
            at < len(row.words)
            and at - start < 4
            and (row.lower[at] in self.lexicon["fillers"] or (row.lower[at].endswith("ly") and self.lexicon.language == "en"))
        ):
            at += 1
        return at

    def _verb_at(self, at: int, mention: Mention) -> bool:
        row = self.row
        if not 0 <= at < len(row.words) or row.lower[at] not in self.say or self.taken[at] is not None:
            return False
        if self.english and row.lower[at].endswith("ing") and row.lower[at - 1] not in self.lexicon["be"]:
            return False  # a participle's subject stands elsewhere: "rallied supporters by warning"
        return row.sentence[at] == row.sentence[mention.first]


def around(found: Sequence[Mention], at: int, reach: int) -> Sequence[Mention]:
    """Give the mentions next to a word, at most so many on each side."""
    middle = bisect_left(found, at, key=_first)
    return found[max(0, middle - reach) : middle + reach]


def _first(mention: Mention) -> int:
    return mention.first
