"""Finds whom a nominal speaker means ("the minister", "the teenager"): the person whose role it repeats, or of whom it can be.

A definite nominal goes to the person whom the article describes by that word, or by one that means the same ("the lawmaker"
for a senator).  One that says no more than sex or age goes to the only person near it of whom it can be said.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from reader.language.antecedents import Site
from reader.language.figure import Figure, sex_told
from reader.language.gazetteer import is_common
from reader.language.lexicon import Lexicon
from reader.language.passages import Passage
from reader.language.roles import is_role

_NAMED = re.compile(r",[ \u00a0][A-ZÀ-ÞА-Я]")  # what a nominal says more of: "The operator, Brandt Lines, said"
_PIECE = re.compile(r"\b(?:l|un|dell|quell)’|[\w-]+")
_MOST = 60  # people whom one word describes
_ONE_OF_MANY = frozenset("a an one another two three some".split())
_SIGNS = "\"“”„«»‘’'()[].,;:!?…—–-"
_AGED = ("-year-old", "-jährige", "-jähriger")
_NO_ARTICLES = frozenset({"ar", "pl", "ru", "tr", "uk"})
_NEAR = 1  # passages back in which a person must be named for "the teenager"


class Cast:
    """The people of an article as nominals find them: by the words that describe them, with the places that name them."""

    def __init__(self, figures: Sequence[Figure], sites: Iterable[Site]) -> None:
        """Sort the people by their words, the sites by their people."""
        self.figures = figures
        self._sites = [(site.passage, site.start, site.figure) for site in sites]
        self._described: dict[str, list[int]] = {}
        self._named: dict[int, list[tuple[int, int]]] = {}
        for at, each in enumerate(figures):
            for word in each.described:
                self._described.setdefault(word, []).append(at)
        for passage, start, figure in self._sites:
            self._named.setdefault(figure, []).append((passage, start))

    def described(self, word: str) -> list[int]:
        """Give those whom a word describes: the first of them, if they are many."""
        return self._described.get(word, [])[:_MOST]

    def named_before(self, figure: int, place: tuple[int, int]) -> tuple[int, int] | None:
        """Give where somebody is named last before a place."""
        named = self._named.get(figure, [])
        at = bisect_left(named, place)
        return named[at - 1] if at else None

    def near(self, place: tuple[int, int]) -> list[int]:
        """Give those who are named before a place in its passage, or if nobody is, in the one before."""
        behind = bisect_left(self._sites, place, key=lambda site: site[:2])
        for passage in range(place[0], place[0] - _NEAR - 1, -1):
            first = bisect_left(self._sites, (passage, 0), key=lambda site: site[:2])
            if first < behind:
                return list(dict.fromkeys(figure for _, _, figure in self._sites[first : min(behind, first + _MOST)]))
        return []


def by_role(words: str, cast: Cast, lines: Sequence[Passage], place: tuple[int, int], lexicon: Lexicon) -> int | None:
    """Give the person whom a definite nominal means; None for nobody of the index."""
    pieces = _PIECE.findall(words.lower().replace("'", "’"))
    parts = [word for word in pieces if word not in lexicon.any_of("determiners", "modifiers")]
    first = pieces[0] if pieces else ""
    headline = lines[place[0]].heading and len(parts) > 1  # "Fire chief: ..."
    bare = lexicon["definite"] and first not in lexicon["definite"] and not headline
    if not parts or bare or _NAMED.match(lines[place[0]].text, place[1] + len(words)):
        return None
    found = _by_description(parts, cast, place, lexicon)
    if found is None and len(parts) <= 2 and (first in lexicon["articles"] or lexicon.language in _NO_ARTICLES):
        return _by_nature(pieces, cast, lines, place, lexicon)
    return found


def _by_description(parts: Sequence[str], cast: Cast, place: tuple[int, int], lexicon: Lexicon) -> int | None:
    """Give the person whom the article describes so; the one named last before it, if several fit."""
    heads = sorted(lexicon.alike(parts[-1]))
    rest = [part for part in parts[:-1] if is_common(part) and part not in lexicon["fillers"]]
    fitting = {at for head in heads for at in cast.described(head) if all(part in cast.figures[at].described for part in rest)}
    ranks = lexicon["ranks"].intersection(parts)
    # A shadow minister is another than the minister.
    fitting = {at for at in fitting if lexicon["ranks"] & cast.figures[at].described == ranks}
    before = [(named, at) for at in fitting if (named := cast.named_before(at, place))]
    return max(before)[1] if before else min(fitting) if len(fitting) == 1 else None


def _is_definite(head: str, lexicon: Lexicon) -> bool:
    """Whether a role can mean somebody who has been named; without articles, an office can ("министр"), no "дипломат"."""
    if head in lexicon["organisations"] or head in lexicon["roles_group"]:
        return False
    if head.endswith(_AGED):
        return True
    if lexicon.language == "ar":
        return head.startswith("ال") and is_role(head, lexicon)
    if lexicon.language in _NO_ARTICLES:
        return head in lexicon["titles"]
    if lexicon["natures"]:  # an office is somebody's whose role tells it; of a trade or a people, whoever is near can be
        trade = is_role(head, lexicon) and head not in lexicon["titles"]
        return trade or head in lexicon["demonyms"]
    return is_role(head, lexicon)


def _by_nature(words: list[str], cast: Cast, lines: Sequence[Passage], place: tuple[int, int], lexicon: Lexicon) -> int | None:
    """Give the only person near of whom "the woman" or "the teenager" can be said, unless "a woman" came before.

    Where a language lists no such words, any role will do: "la alcaldesa".
    """
    head = words[-1]
    if head not in lexicon["natures"] and not _is_definite(head, lexicon):
        return None
    sex = sex_told(words, lexicon)
    told = " ".join([*(line.text for line in lines[max(0, place[0] - _NEAR) : place[0]]), lines[place[0]].text[: place[1]]])
    before = [word.strip(_SIGNS) for word in told[-2000:].lower().split()]
    one = _ONE_OF_MANY if lexicon["natures"] else lexicon["determiners"] - lexicon["definite"]
    if any(word.startswith(head) and not one.isdisjoint(before[max(0, at - 4) : at]) for at, word in enumerate(before)):
        return None
    fitting = [at for at in cast.near(place) if not sex or cast.figures[at].sex in (sex, "")]
    return fitting[0] if len(fitting) == 1 else None
