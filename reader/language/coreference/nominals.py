"""Finds whom a nominal speaker means: "the minister", "the Norwegian diplomat", "his wife", or nobody: "the official".

Each of the people near it, and each whom the article describes by its head, is weighed against nobody.  What counts is how far
the description goes ("the lawmaker" repeats a senator's role, "the teenager" repeats nothing), who was named and who spoke
last, as with pronouns, and what kind of word the head is: a source is seldom anybody, a barrister nearly always is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.language.coreference.entity_index import EntityIndex, parts_of
from reader.language.coreference.pronouns import options
from reader.language.lexicon.word_lists import Lexicon
from reader.language.people.entity import sex_of_words
from reader.language.people.roles import is_role
from reader.language.quotes.attribution import AnalysedArticle
from reader.language.ranking import probabilities, score, weights
from reader.model import Span, SpeakerKind

Weighed = list[tuple[int | None, list[str]]]

_NAMED = re.compile(r",[ \u00a0][A-ZÀ-ÞА-Я]")  # what a nominal says more of: "The operator, Brandt Lines, said"
_CALLED = re.compile(r",[ \u00a0](?:an?|the)[ \u00a0][^,.;]{0,40}?(?:named|called)[ \u00a0]")
_OF = re.compile(r" (?:of|to|for|de|di|du|von|van) (?:\w+\.? ){0,2}")
_AGED = ("-year-old", "-jährige", "-jähriger")
_SIGNS = "\"“”„«»‘’'()[].,;:!?…—–-"
_ONE_OF_MANY = frozenset("a an one another two three some".split())
_WITHOUT_SPACES = frozenset({"ja", "zh"})
_BACK = 3  # passages before in which "a woman" may have been mentioned
_FAR = 3000  # characters of them


def whom(
    words: str, index: EntityIndex, analysed: AnalysedArticle, where: Span, spoke: int | None
) -> tuple[int | None, float]:
    """Return the person whom a nominal means and how likely it is; nobody, surely, where there is no choice.

    Args:
        words: the nominal.
        index: the people of the article, by the words that describe them.
        analysed: the article.
        where: where it stands, in a passage (`Span.block` counts passages here).
        spoke: who spoke last.
    """
    if (called := _named_behind(index, analysed, where)) is not None:
        return called, 1.0
    found = choices(words, index, analysed, where, spoke)
    if len(found) < 2:
        return None, 1.0
    table = weights("nominals")
    shares = probabilities([score(traits, table) for _, traits in found])
    best = max(range(len(shares)), key=shares.__getitem__)
    return found[best][0], shares[best]


def _named_behind(index: EntityIndex, analysed: AnalysedArticle, where: Span) -> int | None:
    """Return the person whom the article names right behind: "The teacher, a young man named Isak Tveit, said"."""
    named = _CALLED.match(analysed.passages[where.block].text, where.end)
    if named is None:
        return None
    place = (where.block, named.end())
    return next(
        (at for at, person in enumerate(index.entities) for name in person.names if (name.passage, name.start) == place), None
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Nominal:
    """A nominal, cut up."""

    parts: tuple[str, ...]
    """Its words that say something, the head last."""
    kind: str
    """What kind of word the head is."""
    opening: str
    """How it begins: "the", "one" (of many), "owned" or "bare"."""
    sex: str


def choices(words: str, index: EntityIndex, analysed: AnalysedArticle, where: Span, spoke: int | None) -> Weighed:
    """Return the people whom a nominal may mean, each with features; nobody comes first."""
    lexicon = analysed.lexicon
    pieces, parts = parts_of(words, lexicon)
    if not parts or _is_many(parts[-1], lexicon) or _NAMED.match(analysed.passages[where.block].text, where.end):
        return [(None, [])]
    kind, opening = kind_of_head(parts[-1], lexicon), _opening(pieces[0], words, lexicon)
    nominal = _Nominal(parts=tuple(parts), kind=kind, opening=opening, sex=sex_of_words(pieces, lexicon))
    near = _near(nominal, index, analysed, where, spoke)
    fits = {person: index.fit(person, parts, lexicon) for person, _ in near}
    best = next((level for level in ("all", "head", "part") if level in fits.values()), "none")
    introduced = _was_introduced(parts[-1], analysed, where)
    if best not in ("all", "head") and (introduced == "introduced" or lexicon.language in _WITHOUT_SPACES):
        return [(None, [])]
    alone, close = [*fits.values()].count(best) == 1, _close(near, index, nominal.sex)
    weighed: Weighed = [(None, _nobody(nominal, best, introduced))]
    for person, traits in near:
        if fits[person] == "rank" or (kind == "demonyms" and best == "all" != fits[person]):
            continue  # a shadow minister is another than the minister, and whom the article calls a Croat is the Croat
        if close == {person}:
            traits += [f"alone near {kind} {opening}", f"alone near {fits[person]}"]
        spoken = "spoke" if spoke == person else "-"
        weighed.append((person, [*traits, *_somebody(nominal, fits[person], (best, alone), spoken)]))
    return weighed


def _near(
    nominal: _Nominal, index: EntityIndex, analysed: AnalysedArticle, where: Span, spoke: int | None
) -> list[tuple[int, list[str]]]:
    """Return those named before a nominal, with the features of a pronoun, and those whom its head describes.

    Nobody who has been named before is "a spokeswoman".
    """
    one = nominal.opening == "one"
    near = [] if one else options(analysed, (index.entities, index.sites), where, spoke, nominal.sex)
    known, place = {person for person, _ in near}, (where.block, where.start)
    for person in index.described(analysed.lexicon.alike(nominal.parts[-1])):
        if person not in known and not (one and index.is_named_before(person, place)):
            near.append((person, ["named elsewhere", "far 9"]))
    other = _OF.match(analysed.passages[where.block].text, where.end)
    owners = index.named_within(where.block, where.start, other.end() + 1 if other else where.end)
    return [
        (person, traits) for person, traits in near if person not in owners
    ]  # "the brother of Liam Doyle", "a Prat adviser"


def _is_many(head: str, lexicon: Lexicon) -> bool:
    """Return whether a head is an English plural: "the islanders"."""
    return lexicon.language == "en" and head.endswith("s") and not head.endswith(("ss", "us", "is"))


def is_one(kind: SpeakerKind, words: str, lexicon: Lexicon) -> bool:
    """Return whether a speaker's words mean one human being: "a spokeswoman", no crowd and no company."""
    _, parts = parts_of(words, lexicon)
    if kind is not SpeakerKind.NOMINAL or not parts or _is_many(parts[-1], lexicon):
        return False
    return kind_of_head(parts[-1], lexicon) not in ("group", "word")


def _close(near: Sequence[tuple[int, list[str]]], index: EntityIndex, sex: str) -> set[int]:
    return {
        person
        for person, traits in near
        if traits[1].startswith(("far 0", "far 1")) and (not sex or index.entities[person].sex in (sex, ""))
    }


def kind_of_head(head: str, lexicon: Lexicon) -> str:
    """Return what kind of word a nominal ends with."""
    if head in lexicon["kin"]:
        return "kin"
    if head in lexicon["organisations"] or head in lexicon["roles_group"]:
        return "group"
    if head.endswith(_AGED):
        return "aged"
    for kind in ("natures", "titles", "demonyms"):
        if head in lexicon[kind]:
            return kind
    return "role" if is_role(head, lexicon) else "word"


def _opening(first: str, words: str, lexicon: Lexicon) -> str:
    """Return how a nominal begins: with an owner, an article, another such word, or none."""
    if first in lexicon.any_of("he", "she", "they", "first") or "’s " in words or "'s " in words:
        return "owned"
    if first in lexicon["definite"]:
        return "the"
    return "one" if first in lexicon["determiners"] else "bare"


def _nobody(nominal: _Nominal, best: str, introduced: str) -> list[str]:
    head, kind, opening = nominal.parts[-1], nominal.kind, nominal.opening
    return [
        "nobody",
        f"nobody best {best}",
        f"nobody best {best} {kind} {opening}",
        f"nobody best {best} {introduced}",
        f"nobody {kind}",
        f"nobody {opening}",
        f"nobody {kind} {opening}",
        f"nobody head {head}",
        f"nobody {introduced} {opening}",
        f"nobody words {min(len(nominal.parts), 3)} {opening}",
    ]


def _somebody(nominal: _Nominal, fit: str, others: tuple[str, bool], spoken: str) -> list[str]:
    kind, opening = nominal.kind, nominal.opening
    best, alone = others
    rival = "alone" if fit == best and alone else "best" if fit == best else "beaten"
    return [
        f"fit {fit}",
        f"fit {fit} {rival}",
        f"fit {fit} {spoken} {rival}",
        f"fit {fit} {kind}",
        f"fit {fit} {kind} {spoken}",
        f"fit {fit} {opening}",
        f"fit {fit} {kind} {opening}",
        f"{kind} {opening} {spoken}",
    ]


def _was_introduced(head: str, analysed: AnalysedArticle, where: Span) -> str:
    """Return whether "a woman" came before "the woman": nearer than anybody's name would be, it is she."""
    lexicon, lines = analysed.lexicon, analysed.passages
    ahead = " ".join(line.text for line in lines[max(0, where.block - _BACK) : where.block])
    before = [word.strip(_SIGNS) for word in f"{ahead} {lines[where.block].text[: where.start]}"[-_FAR:].lower().split()]
    one = _ONE_OF_MANY if lexicon["natures"] else lexicon["determiners"] - lexicon["definite"]
    places = [at for at, word in enumerate(before) if word.startswith(head)]
    if any(not one.isdisjoint(before[max(0, at - 4) : at]) for at in places):
        return "introduced"
    return "told before" if places else "new"
