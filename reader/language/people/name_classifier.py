"""Weighs which of the names found in an article are people's.

A name is judged by all its places together: a title before it or an age behind it anywhere speaks for every place.  The
weights are learnt by `tests/training/quotes/train.py`; the clues stand here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from reader.language.lexicon.word_lists import Lexicon
from reader.language.people.context_features import behind, listed
from reader.language.people.name_features import looks
from reader.language.people.name_spans import Name
from reader.language.people.roles import is_role
from reader.language.ranking import score
from reader.language.text.passages import Passage

_MOST_PLACES = 12  # of a name that are looked at
MOST_NAMES = 5_000  # different ones of an article; a long book has as many


@dataclass(slots=True)
class Group:
    """The same words wherever they stand in the article."""

    key: tuple[str, ...]
    names: list[Name] = field(default_factory=list)
    features: set[str] = field(default_factory=set)
    score: float = 0.0


def groups(
    names: Iterable[Name], passages: tuple[Passage, ...], lexicon: Lexicon, weights: Mapping[str, float]
) -> dict[tuple[str, ...], Group]:
    """Put the same names together, and weigh each group: a score above 0 speaks for a person."""
    found: dict[tuple[str, ...], Group] = {}
    names = list(names)
    for name in names:
        key = name.key
        if (group := found.get(key)) is None:
            if len(found) == MOST_NAMES:
                continue
            group = found[key] = Group(key=key)
        group.names.append(name)
    alone = frozenset(key[0] for key in found if len(key) == 1)
    low = frozenset(word.strip(',.;:?!"“”') for passage in passages for word in passage.text.split() if word[:1].islower())
    beside = listed(names, passages, lexicon)
    for group in found.values():
        group.features = features(group, passages, lexicon, alone)
        if near := [clue for name in group.names for clue in beside.get((name.passage, name.start), ())]:
            group.features.update(f"{_size(group)} {clue}" for clue in near)
        if len(group.key) == 1 and group.names[0].parts[0].lower() in low:
            group.features.add("1 also low")  # "the ferry" beside "Ferry"
        group.score = score(group.features, weights)
    return found


_BEFORE = {"after-kin": "kin", "after-say": "say", "after-told": "object_verbs", "after-determiner": "determiners"}
"""What a word before a name tells, by the section that has it."""
_GOVERNED = frozenset({"after-of", "after-locative"})
_OF_THE_SUBJECT = frozenset({"who", "does", "did", "say", "verb-be"})
"""What is told of whom a phrase belongs to: "the mayor of Solvay, who", "two men from Solvay said"."""
_OWNERS = ("’s", "'s", "s’", "s'")
_OPENERS = tuple("“\"‘'«„")
_CLOSED = re.compile("[,.!?]?[”\"’'»“](?![\\w])")


def features(group: Group, passages: tuple[Passage, ...], lexicon: Lexicon, alone: frozenset[str]) -> set[str]:
    """Return what speaks for or against a group's being a person.

    Args:
        group: the same words wherever they stand.
        passages: the article.
        lexicon: of its language.
        alone: all single words, folded, that are names in the article.
    """
    found = set(looks(group.names[0].parts, lexicon.language))
    size = _size(group)
    if lexicon.language == "de":
        found.add(f"{size} German")  # where any noun has a capital
    names = group.names[:_MOST_PLACES]
    if all(_fills_marks(name, passages[name.passage].text) for name in names):
        found.add(f"{size} in marks")
    if len(names) == 1:
        found |= {f"{size} {clue}" for clue in _context_features(names[0], passages[names[0].passage], lexicon)}
    else:
        counted = Counter(clue for name in names for clue in _context_features(name, passages[name.passage], lexicon))
        found |= {f"{size} {clue}" if 2 * count >= len(names) else f"{size} {clue} once" for clue, count in counted.items()}
    if all(name.at_start for name in names):
        found.add(f"{size} always at start")
    if len(group.names) > 1:
        found.add(f"{size} again")
    if size == "2":
        found.add(f"family alone {group.key[-1] in alone:d} given alone {group.key[0] in alone:d}")
    return found


def _size(group: Group) -> str:
    return "1" if len(group.key) == 1 else "2"


def _fills_marks(name: Name, text: str) -> bool:
    return text[name.title_start - 1 : name.title_start] in _OPENERS and _CLOSED.match(text, name.end) is not None


def _context_features(name: Name, passage: Passage, lexicon: Lexicon) -> set[str]:
    text = passage.text
    titles = [title.lower().rstrip(".") for title in name.titles]
    found: set[str] = set()
    if titles:
        last = titles[-1]
        if last in lexicon["titles_male"] or last in lexicon["titles_female"]:
            found.add("polite-title")
        elif last in lexicon["titles"]:
            found.add("title")
        elif last in lexicon["demonyms"]:
            found.add("after-demonym")
    preceding = _preceding_features(text[max(0, name.title_start - 24) : name.title_start], lexicon, titled=bool(titles))
    following = behind(name, text, lexicon)
    if not _GOVERNED.isdisjoint(preceding):
        following -= _OF_THE_SUBJECT
    return found | preceding | following


def _preceding_features(text: str, lexicon: Lexicon, *, titled: bool) -> set[str]:
    before = text.rstrip(' \u00a0"“«(')
    word = before.rpartition(" ")[2].lower().rstrip(".").rpartition("’")[2]
    if not word:
        return set()
    if word in lexicon["articles"]:
        return {_article_feature(word, lexicon) + ("-and-title" if titled else "")}
    if word in lexicon["prepositions"]:
        return _preposition_features(word, lexicon)
    if word in lexicon.any_of("roles", "titles"):
        return {"after-role"}
    if word.endswith(",") and is_role(word[:-1], lexicon):
        return {"beside-role"}  # "A retired bus driver, Eric Hall, said"
    clue = next((clue for clue, section in _BEFORE.items() if word in lexicon[section]), "")
    if not clue and before.endswith(_OWNERS):
        clue = "owned"
    return {clue} if clue else set()


def _article_feature(word: str, lexicon: Lexicon) -> str:
    if word in lexicon["loose_articles"]:
        return "after-loose-article"  # Portuguese "a" is "to", too
    return "after-article" if word in lexicon["definite"] else "after-indefinite"


def _preposition_features(word: str, lexicon: Lexicon) -> set[str]:
    known = word in ("in", "at", "of", "by", "with", "from", "to", "for", "on", "near", "past", "against")
    return {
        f"after-{word}" if known else "after-preposition",
        "after-locative" if word in lexicon["locative"] else "after-other",
    }
