"""The people of an article as nominals find them: by the words that describe them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import islice, takewhile

from reader.language.coreference.pronouns import Site
from reader.language.lexicon.gazetteer import is_common
from reader.language.lexicon.word_lists import Lexicon
from reader.language.people.entity import PersonEntity

_PIECE = re.compile(r"\b(?:l|un|dell|quell)’|[\w-]+")
_WORD = re.compile(r"[^\W\d_]+")
_MOST = 60  # people whom one word describes
_SMALL = frozenset({"of", "the", "for", "and"})


class EntityIndex:
    """The people of an article, by the words that describe them."""

    def __init__(self, entities: Sequence[PersonEntity], sites: Sequence[Site]) -> None:
        """Sort the people by their words."""
        self.entities, self.sites = entities, sites
        self._first: dict[int, tuple[int, int]] = {}
        for site in sites:
            self._first.setdefault(site.person, (site.passage, site.start))
        self._described: dict[str, list[int]] = {}
        for at, each in enumerate(entities):
            for word in each.described:
                self._described.setdefault(word, []).append(at)

    def described(self, heads: Iterable[str]) -> list[int]:
        """Return those whom one of some words describes: the first of them, if they are many."""
        return sorted({at for head in heads for at in self._described.get(head, ())[:_MOST]})[:_MOST]

    def is_named_before(self, person: int, place: tuple[int, int]) -> bool:
        """Return whether somebody has been named, outside quotes, before a place: a passage and a character."""
        return person in self._first and self._first[person] < place

    def named_within(self, passage: int, start: int, end: int) -> set[int]:
        """Return those who are named in a range of a passage."""
        at = bisect_left(self.sites, (passage, start), key=lambda site: (site.passage, site.start))
        inside = takewhile(lambda site: site.passage == passage and site.start < end, islice(self.sites, at, None))
        return {site.person for site in inside}

    def fit(self, person: int, parts: Sequence[str], lexicon: Lexicon) -> str:
        """Return how far a nominal repeats what describes somebody: "all" of it, its "head", a "part", "no" word.

        "rank" means that only one of both is a deputy, "unknown" that the article does not describe the person.

        Args:
            person: whom.
            parts: the words of the nominal, its head last.
            lexicon: of its language.
        """
        known = self.entities[person].described
        rest = [part for part in parts[:-1] if is_common(part) and part not in lexicon["fillers"]]
        if not known.isdisjoint(lexicon.alike(parts[-1])) or parts[-1] in initials(self.entities[person].role):
            if lexicon["ranks"] & known != lexicon["ranks"].intersection(parts):
                return "rank"
            return "all" if all(part in known for part in rest) else "head"
        if any(part in known for part in parts[:-1]):
            return "part"
        return "no" if self.entities[person].role else "unknown"


def parts_of(words: str, lexicon: Lexicon) -> tuple[list[str], list[str]]:
    """Return all words of a nominal in lower case, and those that say something, the head last."""
    pieces = _PIECE.findall(words.lower().replace("'", "’"))
    return pieces, [word for word in pieces if word not in lexicon.any_of("determiners", "modifiers")]


def initials(role: str) -> set[str]:
    """Return the acronyms that a role may be called by: "chief financial officer" is also "cfo"."""
    letters = "".join(word[0] for word in _WORD.findall(role.lower()) if word not in _SMALL)
    return {letters[start:end] for start in range(len(letters)) for end in range(start + 2, len(letters) + 1)}
