"""Ties mentions to the say-verbs that hold them: "Kovacs said", "said Kovacs", "according to Kovacs" and their kin."""

from __future__ import annotations

from collections.abc import Sequence

from reader.language.quotes.clause_reading import ClauseReader
from reader.language.quotes.source_phrases import is_own_source
from reader.language.quotes.speaker_mention import Mention
from reader.language.text.tokens import QUOTE
from reader.model import SpeakerKind

COMMAS = frozenset({",", "—", "–", "--", "(", ")", "،", "、", "，", "-"})
_TAIL_REACH = 12  # words between a nominal's head and its verb: "a source close to the investigation said"
_APPOSITION_REACH = 32  # words of an apposition between a name and its verb
_ROLE_REACH = 12  # words of a role between the verb and a name behind a comma
_FAR_REACH = 25  # words between a sentence's subject and its verb
_INSIDE = frozenset({"’s", "-", "l’", "d’", "dell’"})
_NONE = ("", -1)


class SpeechVerbLinker(ClauseReader):
    """The words of a passage, tied to their verbs."""

    def part_tails(self, found: Sequence[Mention]) -> None:
        """Take the verb from a name in another mention's tail: "Paul Danner of Wisconsin said", "said the wife of Danner"."""
        holders = {each.verb: each for each in found if each.relation.startswith("s~")}
        kin = {each.verb: each for each in found if each.relation == "vs" and self._is_kin(each)}
        for mention in found:
            if mention.before != "prepositions":
                continue
            holder, bearer = holders.get(mention.verb), kin.get(mention.verb)
            inside = holder is not None and holder is not mention and holder.last <= mention.first < holder.verb
            if inside or (bearer is not None and bearer.last + 1 == mention.first):
                mention.relation, mention.verb, mention.edge = "", -1, -1

    def _is_kin(self, mention: Mention) -> bool:
        return self.row.lower[mention.last - 1] in self.lexicon["kin"]

    def relate(self, mention: Mention) -> None:
        """Find the say-verb that has a mention as its subject."""
        mention.before = self._before(mention.first)
        mention.behind = self._behind(mention.last)
        found = (
            self._accorded(mention),
            self._verb_before_role(mention),
            self._verb_before(mention),
            self._verb_after(mention),
        )
        for relation, verb in found:
            if relation:
                mention.relation, mention.verb, mention.edge = relation, verb, verb
                while mention.edge and verb < mention.first and self._is_auxiliary(mention.edge - 1):
                    mention.edge -= 1
                return

    def _accorded(self, mention: Mention) -> tuple[str, int]:
        lower, first = self.row.lower, mention.first
        if first and mention.kind is SpeakerKind.ORGANISATION and lower[first - 1] in self.lexicon["articles"]:
            first -= 1  # "according to the World Health Organization"
        if first > 1 and lower[first - 1] == "," and lower[first - 2] in self.lexicon["roles"]:
            first -= 1  # "selon la préfète, Anne Prat"
        while first and mention.first - first < 5 and lower[first - 1] in self.told_of:
            first -= 1  # "selon le maire Luc Prat"
        known = self.lexicon["according"]
        for size in (4, 3, 2, 1):
            phrase = " ".join(lower[first - size : first]) if first >= size else ""
            takes_article = self.lexicon.language == "de" and lower[first] in self.lexicon["articles"]
            if phrase in known or (takes_article and f"{phrase} {lower[first]}" in known):
                return "acc", first - size  # "nach Angaben der" takes in an article
        if first and lower[first - 1] == "nach" and is_own_source(self.row, mention.first, mention.last):
            return "acc", first - 1  # "nach eigenen Angaben", "nach Polizeiangaben"
        behind = lower[mention.last : mention.last + 1]
        return ("acc", mention.last) if not self.lexicon["according_behind"].isdisjoint(behind) else _NONE

    def _verb_after(self, mention: Mention) -> tuple[str, int]:
        row = self.row
        at = self._skip_fillers(mention.last)
        if self._verb_at(at, mention):
            return ("sv" if row.lower[at] in self.lexicon["say"] else "sw"), at
        found = _NONE
        beside = at < len(row.words) and row.words[at] in COMMAS
        if beside and mention.kind is not SpeakerKind.PRONOUN and not self._is_name(at + 1):
            found = self._verb_behind_apposition(mention, at)
        elif mention.kind in (SpeakerKind.NOMINAL, SpeakerKind.ORGANISATION):
            return self._verb_behind_tail(mention)
        elif at < len(row.words) and row.lower[at] in self.lexicon["of"]:
            found = self._verb_behind_tail(mention)  # "Paul Danner of Wisconsin said"
        return found if found[0] else self._verb_far(mention)

    def _verb_behind_apposition(self, mention: Mention, comma: int) -> tuple[str, int]:
        """A verb behind what a comma, a dash or a bracket opens: "Kovacs, the engineer, said", "Kovacs, who said"."""
        row = self.row
        if mention.before == "mark" and self._verb_at(verb := self._skip_fillers(comma + 1), mention):
            return "s,v", verb
        for close in range(comma + 1, min(comma + _APPOSITION_REACH, len(row.words))):
            if row.words[close] == QUOTE or row.sentence[close] != row.sentence[comma]:
                break
            verb = self._skip_fillers(close + 1)
            if row.words[close] in COMMAS and self._verb_at(verb, mention):
                return "s,v", verb
        verb = self._skip_fillers(comma + 2)
        relative = comma + 1 < len(row.words) and row.lower[comma + 1] in self.lexicon["relative"]
        return ("who", verb) if relative and self._verb_at(verb, mention) else _NONE

    def _verb_behind_tail(self, mention: Mention) -> tuple[str, int]:
        row = self.row
        for at in range(mention.last, min(mention.last + _TAIL_REACH, len(row.words))):
            if row.words[at] in COMMAS and " ".join(row.lower[at + 1 : at + 2]) in self.lexicon["relative"]:
                found = self._verb_behind_apposition(mention, at)
                return found if found[0] == "s,v" else _NONE  # "A person close to her, who asked for silence, said"
            if row.words[at] == QUOTE or row.words[at] in COMMAS or row.sentence[at] != row.sentence[mention.last - 1]:
                break
            if self._is_pronoun(at) and row.lower[at] not in self.lexicon["relative"]:
                break
            if self._verb_at(at, mention):
                return ("s~v" if row.lower[at] in self.lexicon["say"] else "s~w"), at
        return _NONE

    def _verb_far(self, mention: Mention) -> tuple[str, int]:
        """A verb later in the clause, with the mention as the sentence's first: "Smith stood up and said"."""
        row = self.row
        if mention.before not in ("start", "quote", "mark", "conjunctions"):
            return _NONE
        for at in range(mention.last, min(mention.last + _FAR_REACH, len(row.words))):
            if row.words[at] == QUOTE:
                verb = self._skip_fillers(at + 1 + (row.words[at + 1 : at + 2] == [","]))
                return ("sQv", verb) if self._verb_at(verb, mention) and not any(self.taken[verb + 1 : verb + 3]) else _NONE
            if row.sentence[at] != row.sentence[mention.first]:
                break
            if (other := self.taken[at]) is not None and other is not mention and other.kind is SpeakerKind.PRONOUN:
                break
            if row.lower[at] in self.lexicon["say"] and self.taken[at] is None:
                return "s..v", at
        return _NONE

    def _verb_before_role(self, mention: Mention) -> tuple[str, int]:
        """A verb before a role and its bearer: "said the city's engineer, Marta Kovacs"."""
        if mention.first < 2 or mention.kind is not SpeakerKind.NAMED:
            return _NONE
        row, roles = self.row, self.lexicon["roles"]
        last = mention.first - (row.words[mention.first - 1] == ",")
        at, least = last - 1, max(-1, last - 1 - _ROLE_REACH)
        while at > least and (row.words[at][0].isalnum() or row.lower[at] in _INSIDE) and not self._verb_at(at, mention):
            at -= 1
        role = [word for word in row.lower[at + 1 : last] if word not in self.when]
        if (
            at <= least
            or (self.english and not self.lexicon["be"].isdisjoint(role))  # "said the star had met producer Hal Weiss"
            or not self._verb_at(at, mention)
            or not role
            or (role[0] not in self.lexicon["determiners"] and role[0] not in roles and "’s" not in role)
        ):
            return _NONE
        if last == mention.first and roles.isdisjoint(role):
            return _NONE
        before = at - 1
        while before >= 0 and self._is_auxiliary(before):
            before -= 1
        opens = before < 0 or row.words[before] in (QUOTE, *COMMAS)
        return ("vs" if row.lower[at] in self.lexicon["say"] else "vw", at) if opens else _NONE

    def _verb_before(self, mention: Mention) -> tuple[str, int]:
        row, at = self.row, self._skip_when(mention.first - 1)
        body = mention.kind is SpeakerKind.ORGANISATION and (mention.last - mention.first > 1 or self._is_body(mention.first))
        if at > 0 and body and row.lower[at] in self.lexicon["articles"]:
            at = self._skip_when(at - 1)  # "said the Health Ministry"
        if at >= 0 and row.lower[at] in self.lexicon["by"]:
            return ("by", at - 1) if at and row.lower[at - 1] in self.say else _NONE
        if at < 0 or row.lower[at] not in self.say or self.taken[at] is not None:
            return _NONE
        before = at - 1
        while before >= 0 and row.lower[before] in self.lexicon.any_of("be", "fillers"):
            before -= 1
        subject = self.taken[before] if before >= 0 else None
        if subject is not None and subject.last == before + 1 and row.words[before] != QUOTE:
            return ("quoted", at) if row.lower[at] in self.lexicon["relay"] else ("ovs", at)
        if row.lower[at] in self.lexicon["object_verbs"]:
            return "told", at
        strong = row.lower[at] in self.lexicon["say"]
        if (before >= 0 and (row.words[before] in (QUOTE, *COMMAS) or row.sentence[before] != row.sentence[at])) or before < 0:
            return ("vs" if strong else "vw"), at
        return ("quoted", at) if row.lower[at] in self.lexicon["relay"] else ("xvs", at)

    def _verb_at(self, at: int, mention: Mention) -> bool:
        row = self.row
        if not 0 <= at < len(row.words) or row.lower[at] not in self.say or self.taken[at] is not None:
            return False
        if self.english and row.lower[at].endswith("ing") and row.lower[at - 1] not in self.lexicon["be"]:
            return False  # a participle's subject stands elsewhere: "rallied supporters by warning"
        return row.sentence[at] == row.sentence[mention.first]
