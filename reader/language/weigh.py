"""Weighs which of the names found in an article are people's.

A name is judged by all its places together: a title before it or an age behind it anywhere speaks for every place.  The
weights are learnt by `tests/bench/quotes/train.py`; the clues stand here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from reader.language.acronyms import is_acronym
from reader.language.company import behind, ends_as_places_do, listed
from reader.language.forms import is_east_asian, nominatives
from reader.language.gazetteer import is_common, is_family, is_given, is_place
from reader.language.lexicon import Lexicon, fold
from reader.language.names import Name
from reader.language.passages import Passage
from reader.language.ranker import score, weights

_ARABIC = ("al-", "el-", "al‑", "el‑")
_MOST_PLACES = 12  # of a name that are looked at
MOST_NAMES = 5_000  # different ones of an article; a long book has as many
_WORD_CLUES = {
    "organisation": "organisations",
    "place-word": "places",
    "demonym": "demonyms",
    "calendar": "calendar",
    "function-word": "not_names",
}


@dataclass(slots=True)
class Group:
    """The same words wherever they stand in the article."""

    key: tuple[str, ...]
    names: list[Name] = field(default_factory=list)
    clues: set[str] = field(default_factory=set)
    score: float = 0.0


def groups(names: Iterable[Name], passages: tuple[Passage, ...], lexicon: Lexicon) -> dict[tuple[str, ...], Group]:
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
    table = weights("names", lexicon.language)
    alone = frozenset(key[0] for key in found if len(key) == 1)
    low = frozenset(word.strip(',.;:?!"“”') for passage in passages for word in passage.text.split() if word[:1].islower())
    beside = listed(names, passages, lexicon)
    for group in found.values():
        group.clues = clues(group, passages, lexicon, alone)
        if near := [clue for name in group.names for clue in beside.get((name.passage, name.start), ())]:
            group.clues.update(f"{_size(group)} {clue}" for clue in near)
        if len(group.key) == 1 and group.names[0].parts[0].lower() in low:
            group.clues.add("1 also low")  # "the ferry" beside "Ferry"
        group.score = score(group.clues, table)
    return found


_OPENERS = tuple("“\"‘'«„")
_CLOSED = re.compile("[,.!?]?[”\"’'»“](?![\\w])")


def clues(group: Group, passages: tuple[Passage, ...], lexicon: Lexicon, alone: frozenset[str]) -> set[str]:
    """Give what speaks for or against a group's being a person.

    Args:
        group: the same words wherever they stand.
        passages: the article.
        lexicon: of its language.
        alone: all single words, folded, that are names in the article.
    """
    found = _form_clues(group, lexicon)
    size = _size(group)
    if lexicon.language == "de":
        found.add(f"{size} German")  # where any noun has a capital
    names = group.names[:_MOST_PLACES]
    if all(_fills_marks(name, passages[name.passage].text) for name in names):
        found.add(f"{size} in marks")
    if len(names) == 1:
        found |= {f"{size} {clue}" for clue in _context_clues(names[0], passages[names[0].passage], lexicon)}
    else:
        counted = Counter(clue for name in names for clue in _context_clues(name, passages[name.passage], lexicon))
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
    """Whether a name is all that stands between two marks."""
    return text[name.title_start - 1 : name.title_start] in _OPENERS and _CLOSED.match(text, name.end) is not None


def _form_clues(group: Group, lexicon: Lexicon) -> set[str]:
    parts = group.names[0].parts
    words = [part for part in parts if part[0].isupper() or "-" in part or not part[0].islower()]
    if not words:
        return {"no-word"}
    found = {f"words-{min(len(words), 5)}"}
    if any(len(word) == 1 for word in words):
        found.add("single letter")
    given = any(is_given(form) for form in nominatives(words[0], lexicon.language))
    family = any(is_family(form) for form in nominatives(words[-1], lexicon.language)) or words[-1].lower().startswith(_ARABIC)
    first_common, last_common = is_common(words[0]), is_common(words[-1])
    if is_east_asian(parts):
        given, family, first_common, last_common = True, True, False, False
    size = "1" if len(words) == 1 else "2"
    if size == "2" and given and not last_common:
        first_common = False  # "Bill", "Mark" before what is no word
    found.add(f"{size}-given-{given:d}-family-{family:d}")
    found.add(f"{size}-common-{first_common:d}{last_common:d}")
    if len(words) > 1:
        found.add(f"given-{given:d}-common-{first_common:d}-family-{family:d}-common-{last_common:d}")
        if any(len(part) <= 3 and part.endswith(".") for part in parts[1:]):
            found.add("initial-inside")
        if parts[0].endswith("."):
            found.add("initials-first")
    if len(parts) > len(words):
        found.add("particle")
    return found | _word_clues(words, parts, size, lexicon)


def _word_clues(words: list[str], parts: tuple[str, ...], size: str, lexicon: Lexicon) -> set[str]:
    """Give what the words of a name are beside names: organisations', places', titles ..."""
    found: set[str] = set()
    if is_east_asian(parts):
        return found
    low = [fold(word).rstrip(".") for word in words]
    found |= {f"{size}-{clue}" for clue, section in _WORD_CLUES.items() if not lexicon[section].isdisjoint(low)}
    if low[-1] in lexicon["organisations"]:
        found.add(f"{size}-organisation-last")
    if low[-1] in lexicon["places"]:
        found.add(f"{size}-place-last")
    if ends_as_places_do(low[-1]):
        found.add(f"{size}-ends-as-places-do")
    if not lexicon.any_of("titles", "roles").isdisjoint(low):
        found.add(f"{size}-title-inside")
    if is_place(" ".join(parts)) or " ".join(low) in lexicon["regions"]:
        found.add(f"{size}-place")
    elif len(words) > 1 and (is_place(words[-1]) or is_place(words[0])):
        found.add("place-inside")
    if any(is_acronym(word) for word in parts):
        found.add(f"{size}-acronym" if not all(is_acronym(word) for word in parts) or size == "1" else "2-all-capitals")
    if any(sign.isdigit() for word in parts for sign in word):
        found.add("digit")
    if re.search(r"[a-z][A-Z]", words[-1]) and not words[-1].startswith(("Mc", "Mac", "De", "Di", "Van", "Le", "La", "O")):
        found.add("camel")
    return found


def _context_clues(name: Name, passage: Passage, lexicon: Lexicon) -> set[str]:
    text = passage.text
    found: set[str] = set()
    titles = [title.lower().rstrip(".") for title in name.titles]
    if titles:
        last = titles[-1]
        if last in lexicon["titles_male"] or last in lexicon["titles_female"]:
            found.add("polite-title")
        elif last in lexicon["titles"]:
            found.add("title")
        elif last in lexicon["demonyms"]:
            found.add("after-demonym")
    before = text[max(0, name.title_start - 24) : name.title_start].rstrip(' \u00a0"“«(')
    word = before.rpartition(" ")[2].lower().rstrip(".").rpartition("’")[2]
    if word:
        if word in lexicon["articles"]:
            found.add(_article_clue(word, lexicon) + ("-and-title" if titles else ""))
        elif word in lexicon["prepositions"]:
            found |= _preposition_clues(word, lexicon)
        elif word in lexicon["roles"] or word in lexicon["titles"]:
            found.add("after-role")
        elif word in lexicon["kin"]:
            found.add("after-kin")
        elif word in lexicon["say"]:
            found.add("after-say")
        elif word in lexicon["object_verbs"]:
            found.add("after-told")
    return found | behind(name, text, lexicon)


def _article_clue(word: str, lexicon: Lexicon) -> str:
    if word in lexicon["loose_articles"]:
        return "after-loose-article"  # Portuguese "a" is "to", too
    return "after-article" if word in lexicon["definite"] else "after-indefinite"


def _preposition_clues(word: str, lexicon: Lexicon) -> set[str]:
    known = word in ("in", "at", "of", "by", "with", "from", "to", "for", "on", "near", "past", "against")
    return {
        f"after-{word}" if known else "after-preposition",
        "after-locative" if word in lexicon["locative"] else "after-other",
    }
