"""The words of a passage as a clause is read in them: what each is, what stands beside it, which mention has it."""

from __future__ import annotations

from reader.language.lexicon.word_lists import Lexicon
from reader.language.quotes.speaker_mention import Mention
from reader.language.text.tokens import QUOTE, TokenRow
from reader.model import SpeakerKind

_NEVER: frozenset[str] = frozenset()


class ClauseReader:
    """The words of a passage, and which of them belong to a mention."""

    def __init__(self, row: TokenRow, lexicon: Lexicon, taken: list[Mention | None] | None = None) -> None:
        """Start with no word taken by a mention, or with those of another reader of the same passage."""
        self.row, self.lexicon = row, lexicon
        self.taken: list[Mention | None] = [None] * len(row.words) if taken is None else taken
        self.say = lexicon.any_of("say", "weak")
        self.english = lexicon.language == "en"
        self.when = _NEVER if self.english else lexicon.any_of("calendar", "fillers") - lexicon.any_of("be", "determiners")
        """What may stand between a verb and the subject behind it: "a déclaré mardi le maire"."""
        self.told_of = lexicon.any_of("roles", "titles", "articles")
        self.function = lexicon.any_of(
            "prepositions", "be", "that", "relative", "fillers", "conjunctions", "he", "she", "they", "first"
        )

    def _says(self, at: int) -> bool:
        return at < len(self.row.words) and self.row.lower[at] in self.say

    def _is_body(self, at: int) -> bool:
        word = self.row.words[at]
        return word.lower() in self.lexicon["organisations"] or (len(word) > 1 and word.isupper())

    def _is_pronoun(self, at: int) -> bool:
        owner = self.taken[at]
        return owner is not None and owner.kind is SpeakerKind.PRONOUN

    def _is_function(self, word: str) -> bool:
        return word in self.function

    def _is_auxiliary(self, at: int) -> bool:
        return self.taken[at] is None and self.row.lower[at] in self.lexicon.any_of("be", "fillers")

    def _before(self, first: int) -> str:
        if not first or self.row.sentence[first - 1] != self.row.sentence[first]:
            return "start"
        word = self.row.lower[first - 1]
        if not word[0].isalnum():
            return "quote" if word == QUOTE else "mark"
        if word in self.lexicon["articles"] and first > 1 and self.row.lower[first - 2] in self.lexicon["prepositions"]:
            return "prepositions"
        kinds = ("prepositions", "object_verbs", "that", "relative", "conjunctions", "articles")
        return next((kind for kind in kinds if word in self.lexicon[kind]), "word")

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

    def _is_name(self, at: int) -> bool:
        owner = self.taken[at] if at < len(self.taken) else None
        return owner is not None and owner.kind is SpeakerKind.NAMED and owner.first == at

    def _skip_fillers(self, at: int) -> int:
        row, start = self.row, at
        while (
            at < len(row.words)
            and at - start < 4
            and (row.lower[at] in self.lexicon["fillers"] or (row.lower[at].endswith("ly") and self.lexicon.language == "en"))
        ):
            at += 1
        return at

    def _skip_when(self, at: int) -> int:
        """Go back over when it was said: "a déclaré mardi le maire"."""
        last = at
        while at > 0 and last - at < 3 and self.row.lower[at] in self.when and self.taken[at] is None:
            at -= 1
        return at if self._says(at) else last

    def _determines(self, at: int) -> bool:
        """Return whether what may be a pronoun stands before its noun: "este martes"."""
        row = self.row
        if self.english or row.lower[at] not in self.lexicon["determiners"] or at + 1 >= len(row.words):
            return False
        following = row.lower[at + 1]
        return following.isalpha() and following not in self.say and not self._is_function(following)

    def _is_accorded(self, at: int) -> bool:
        """Return whether "according to" stands before a pronoun: "according to him", but not "to his aide"."""
        alone = at + 1 == len(self.row.words) or not self.row.words[at + 1][0].isalpha()
        if not at or (self.row.lower[at] in self.lexicon["determiners"] and not alone):
            return False
        ends = (" ".join(self.row.lower[max(0, at - size) : at]) for size in (1, 2))
        return any(phrase in self.lexicon["according"] for phrase in ends)

    def _is_of_its_phrase(self, name: Mention) -> bool:
        """Return whether an article before a name opens a phrase that goes on behind it: "a senior Prat adviser"."""
        words = self.row.lower[max(0, name.first - 2) : name.first]
        articles = self.lexicon["articles"]
        return self.english and bool(words) and (words[-1] in articles or (words[0] in articles and words[-1].isalpha()))
