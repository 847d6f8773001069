"""Finds whom a pronoun means.

It goes to one of the people named before it, outside quotes: a ranker weighs who was named last, as a subject, who spoke
last, and whether the sex fits where it is known.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from reader.language.lexicon.word_lists import Lexicon
from reader.language.people.entity import PersonEntity
from reader.language.quotes.attribution import AnalysedArticle, is_quoted
from reader.language.ranking import probabilities, score, weights
from reader.language.text.quotation_marks import QuotedSpan
from reader.model import Span

_REACH = 8  # passages back
_MOST = 60  # sites back, and people of one role
_MOST_PEOPLE = 20  # of whom a pronoun may mean one
_FAR = 2000  # characters before a pronoun in which full stops are counted


@dataclass(frozen=True, slots=True)
class Site:
    """One place where a person is named outside quotes."""

    passage: int
    start: int
    end: int
    person: int
    subject: bool
    """At the start of a sentence."""
    says: bool
    """With a say-verb."""
    first: bool
    """The first name of its passage."""
    acts: bool
    """A verb seems to follow: a word in lower case that is no preposition or the like."""


def sexes(word: str, lexicon: Lexicon) -> str:
    """Return the sex that a pronoun tells: f, m or nothing."""
    return "f" if word in lexicon["she"] or word in lexicon["she_or_they"] else "m" if word in lexicon["he"] else ""


def candidates(sites: Sequence[Site], passage: int, start: int) -> dict[int, list[Site]]:
    """Return the people named before a place, each with the sites before it, the nearest first."""
    found: dict[int, list[Site]] = {}
    behind = bisect_left(sites, (passage, start), key=lambda site: (site.passage, site.start))
    for at in range(behind - 1, max(-1, behind - _MOST), -1):
        if passage - sites[at].passage > _REACH and found:
            break
        if len(found) == _MOST_PEOPLE and sites[at].person not in found:
            continue
        found.setdefault(sites[at].person, []).append(sites[at])
    return found


def named_between(sites: Sequence[Site], first: tuple[int, int], last: tuple[int, int]) -> bool:
    """Return whether anybody is named between two places, each a passage and a character."""
    at = bisect_left(sites, first, key=lambda site: (site.passage, site.start))
    return at < len(sites) and (sites[at].passage, sites[at].start) < last


def features(
    sites: Sequence[Site], place: tuple[int, int], sex: tuple[str, str], order: int, context: tuple[bool, str]
) -> list[str]:
    """Return the features of one person as the one a pronoun means.

    Args:
        sites: where he or she is named before, the nearest first.
        place: passage and character of the pronoun.
        sex: what the pronoun tells, and what is known of the person.
        order: how many other people were named since.
        context: whether the person spoke last, and the text between the nearest site and the pronoun in their passage.
    """
    near = sites[0]
    far = min(place[0] - near.passage, 4)
    spoke, between = context
    fits = "?" if not sex[0] or not sex[1] else "=" if sex[0] == sex[1] else "x"
    stops = min(len(re.findall(r"[.!?…][\"”»’]?\s", between)), 3) if far == 0 else 9
    role = "says" if near.says else "subject" if near.subject else "-"
    leads = any(site.passage == near.passage and site.first and (site.says or site.subject) for site in sites)
    found = [
        f"sex {fits}",
        f"far {far} stops {stops}",
        f"order {min(order, 4)}",
        f"order {min(order, 4)} {role}",
        f"{role} far {far} stops {stops}",
        f"spoke {spoke:d}",
        f"spoke {spoke:d} far {far}",
        f"spoke {spoke:d} order {min(order, 3)}",
        f"times {min(len(sites), 4)}",
        f"sex {fits} order {min(order, 3)}",
        f"leads {leads:d} far {far}",
        f"leads {leads:d} order {min(order, 3)}",
        f"acts {near.acts:d} order {min(order, 3)}",
        f"acts {near.acts:d} same sentence {far == 0 and stops == 0:d}",
        f"spoke {spoke:d} same sentence {far == 0 and stops == 0:d}",
        f"says {any(site.says and site.passage == near.passage for site in sites):d} far {far}",
    ]
    if any(site.subject and site.passage == near.passage for site in sites):
        found.append("a subject there")
    if far <= 1 and any(site.passage == place[0] - 1 for site in sites):
        found.append("in the passage before")
    return found


def options(
    analysed: AnalysedArticle,
    people: tuple[Sequence[PersonEntity], Sequence[Site]],
    pronoun: Span,
    spoke: int | None,
    sex: str,
) -> list[tuple[int, list[str]]]:
    """Return the people whom a pronoun may mean, each with features.

    Args:
        analysed: the article.
        people: its people, and where they are named.
        pronoun: where it stands, in a passage (`Span.block` counts passages here).
        spoke: who spoke last.
        sex: what the word tells of it.
    """
    text = analysed.passages[pronoun.block].text
    entities, sites = people
    found: list[tuple[int, list[str]]] = []
    near_by = candidates(sites, pronoun.block, pronoun.start)
    subjects = [(site.passage, site.start) for each in near_by.values() for site in each[:2] if site.subject or site.says]
    latest = max(subjects, default=None)
    for order, (person, near) in enumerate(near_by.items()):
        between = text[max(near[0].end, pronoun.start - _FAR) : pronoun.start] if near[0].passage == pronoun.block else ""
        place = (pronoun.block, pronoun.start)
        traits = features(near, place, (sex, entities[person].sex), order, (spoke == person, between))
        leads = any((site.passage, site.start) == latest for site in near[:2])
        traits += [f"latest subject {leads:d}", f"latest subject {leads:d} spoke {spoke == person:d}"]
        found.append((person, traits))
    return found


def who_means(weighed: Sequence[tuple[int, list[str]]]) -> tuple[int | None, float]:
    """Return the likeliest person and how likely it is; nobody if there is no choice."""
    if not weighed:
        return None, 0.0
    shares = probabilities([score(found, weights("pronouns")) for _, found in weighed])
    best = max(range(len(shares)), key=shares.__getitem__)
    return weighed[best][0], shares[best]


def sites(analysed: AnalysedArticle, entities: Sequence[PersonEntity]) -> list[Site]:
    """Return all places, outside quotes, where the people of an article are named, in text order."""
    related = {(each.passage, each.start) for row in analysed.mentions.values() for each in row if each.relation}
    quoted: dict[int, list[QuotedSpan]] = {}
    for segment in analysed.segments:
        quoted.setdefault(segment.passage, []).append(segment.mark)
    opening: dict[int, int] = {}
    for name in (name for person in entities for name in person.names):
        opening[name.passage] = min(opening.get(name.passage, name.start), name.start)
    found = [
        Site(
            name.passage,
            name.start,
            name.end,
            at,
            name.at_start,
            (name.passage, name.start) in related,
            opening[name.passage] == name.start,
            _acts(analysed.passages[name.passage].text[name.end : name.end + 24], analysed.lexicon),
        )
        for at, person in enumerate(entities)
        for name in person.names
        if not is_quoted(name, quoted.get(name.passage, ()))
    ]
    return sorted(found, key=lambda site: (site.passage, site.start))


def _acts(behind: str, lexicon: Lexicon) -> bool:
    """Return whether a name seems to be a verb's subject: a word in lower case follows that is no preposition or the like."""
    word = behind[1:].partition(" ")[0] if behind[:1] == " " else ""
    return word[:1].islower() and word not in lexicon.any_of("prepositions", "conjunctions", "relative", "that", "articles")
