"""Finds whom a nominal speaker means: "the minister", "the Norwegian diplomat", "his wife", or nobody: "the official".

Each of the people near it, and each whom the article describes by its head, is weighed against nobody.  What counts is how far
the description goes ("the lawmaker" repeats a senator's role, "the teenager" repeats nothing), who was named and who spoke
last, as with pronouns, and what kind of word the head is: a source is seldom anybody, a barrister nearly always is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.language.coreference.entity_index import Cast, parts_of
from reader.language.coreference.pronouns import options
from reader.language.lexicon.word_lists import Lexicon
from reader.language.people.entity import sex_told
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
_BACK = 3  # passages before in which "a woman" may have been told of
_FAR = 3000  # characters of them


def whom(words: str, cast: Cast, page: AnalysedArticle, where: Span, spoke: int | None) -> tuple[int | None, float]:
    """Give the person whom a nominal means and how likely it is; nobody, surely, where there is no choice.

    Args:
        words: the nominal.
        cast: the people of the article.
        page: the article.
        where: where it stands, in a passage (`Span.block` counts passages here).
        spoke: who spoke last.
    """
    if (called := _called(cast, page, where)) is not None:
        return called, 1.0
    found = choices(words, cast, page, where, spoke)
    if len(found) < 2:
        return None, 1.0
    table = weights("nominals")
    shares = probabilities([score(told, table) for _, told in found])
    best = max(range(len(shares)), key=shares.__getitem__)
    return found[best][0], shares[best]


def _called(cast: Cast, page: AnalysedArticle, where: Span) -> int | None:
    """Give the person whom the article names right behind: "The teacher, a young man named Isak Tveit, said"."""
    named = _CALLED.match(page.passages[where.block].text, where.end)
    if named is None:
        return None
    place = (where.block, named.end())
    return next(
        (at for at, figure in enumerate(cast.figures) for name in figure.names if (name.passage, name.start) == place), None
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


def choices(words: str, cast: Cast, page: AnalysedArticle, where: Span, spoke: int | None) -> Weighed:
    """Give the people whom a nominal may mean, each with features; nobody comes first."""
    lexicon = page.lexicon
    pieces, parts = parts_of(words, lexicon)
    if not parts or _is_many(parts[-1], lexicon) or _NAMED.match(page.passages[where.block].text, where.end):
        return [(None, [])]
    kind, opening = kind_of_head(parts[-1], lexicon), _opening(pieces[0], words, lexicon)
    nominal = _Nominal(parts=tuple(parts), kind=kind, opening=opening, sex=sex_told(pieces, lexicon))
    near = _near(nominal, cast, page, where, spoke)
    fits = {figure: cast.fit(figure, parts, lexicon) for figure, _ in near}
    best = next((level for level in ("all", "head", "part") if level in fits.values()), "none")
    introduced = _was_introduced(parts[-1], page, where)
    if best not in ("all", "head") and (introduced == "introduced" or lexicon.language in _WITHOUT_SPACES):
        return [(None, [])]
    alone, close = [*fits.values()].count(best) == 1, _close(near, cast, nominal.sex)
    weighed: Weighed = [(None, _nobody(nominal, best, introduced))]
    for figure, told in near:
        if fits[figure] == "rank" or (kind == "demonyms" and best == "all" != fits[figure]):
            continue  # a shadow minister is another than the minister, and whom the article calls a Croat is the Croat
        if close == {figure}:
            told += [f"alone near {kind} {opening}", f"alone near {fits[figure]}"]
        spoken = "spoke" if spoke == figure else "-"
        weighed.append((figure, [*told, *_somebody(nominal, fits[figure], (best, alone), spoken)]))
    return weighed


def _near(nominal: _Nominal, cast: Cast, page: AnalysedArticle, where: Span, spoke: int | None) -> list[tuple[int, list[str]]]:
    """Give those named before a nominal, with the features of a pronoun, and those whom its head describes.

    Nobody who has been named before is "a spokeswoman".
    """
    one = nominal.opening == "one"
    near = [] if one else options(page, (cast.figures, cast.sites), where, spoke, nominal.sex)
    known, place = {figure for figure, _ in near}, (where.block, where.start)
    for figure in cast.described(page.lexicon.alike(nominal.parts[-1])):
        if figure not in known and not (one and cast.is_named_before(figure, place)):
            near.append((figure, ["named elsewhere", "far 9"]))
    other = _OF.match(page.passages[where.block].text, where.end)
    owners = cast.named_within(where.block, where.start, other.end() + 1 if other else where.end)
    return [(figure, told) for figure, told in near if figure not in owners]  # "the brother of Liam Doyle", "a Prat adviser"


def _is_many(head: str, lexicon: Lexicon) -> bool:
    """Whether a head is an English plural: "the islanders"."""
    return lexicon.language == "en" and head.endswith("s") and not head.endswith(("ss", "us", "is"))


def is_one(kind: SpeakerKind, words: str, lexicon: Lexicon) -> bool:
    """Whether a speaker's words mean one human being: "a spokeswoman", no crowd and no company."""
    _, parts = parts_of(words, lexicon)
    if kind is not SpeakerKind.NOMINAL or not parts or _is_many(parts[-1], lexicon):
        return False
    return kind_of_head(parts[-1], lexicon) not in ("group", "word")


def _close(near: Sequence[tuple[int, list[str]]], cast: Cast, sex: str) -> set[int]:
    """Give those who are named in the same passage or the one before, and whose sex allows it."""
    return {
        figure
        for figure, told in near
        if told[1].startswith(("far 0", "far 1")) and (not sex or cast.figures[figure].sex in (sex, ""))
    }


def kind_of_head(head: str, lexicon: Lexicon) -> str:
    """Give what kind of word a nominal ends with."""
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
    """Give how a nominal begins: with an owner, an article, another such word, or none."""
    if first in lexicon.any_of("he", "she", "they", "first") or "’s " in words or "'s " in words:
        return "owned"
    if first in lexicon["definite"]:
        return "the"
    return "one" if first in lexicon["determiners"] else "bare"


def _nobody(nominal: _Nominal, best: str, introduced: str) -> list[str]:
    """Give the features of nobody as the one who is meant."""
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
    """Give the features of a person as the one who is meant, beyond those of a pronoun."""
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


def _was_introduced(head: str, page: AnalysedArticle, where: Span) -> str:
    """Tell whether "a woman" came before "the woman": nearer than anybody's name would be, it is she."""
    lexicon, lines = page.lexicon, page.passages
    ahead = " ".join(line.text for line in lines[max(0, where.block - _BACK) : where.block])
    before = [word.strip(_SIGNS) for word in f"{ahead} {lines[where.block].text[: where.start]}"[-_FAR:].lower().split()]
    one = _ONE_OF_MANY if lexicon["natures"] else lexicon["determiners"] - lexicon["definite"]
    places = [at for at, word in enumerate(before) if word.startswith(head)]
    if any(not one.isdisjoint(before[max(0, at - 4) : at]) for at in places):
        return "introduced"
    return "told before" if places else "new"
