"""Says how sure the weighing of names must be before somebody is made of one."""

from __future__ import annotations

from collections.abc import Sequence

from reader.language.lexicon.gazetteer import is_common, is_given, is_place
from reader.language.lexicon.word_lists import Lexicon
from reader.language.people.name_classifier import Group
from reader.language.people.not_people import is_introduced, is_kin, tells
from reader.language.people.slavic import is_in_other_letters
from reader.language.text.passages import Passage

_SAYING = frozenset({"say", "comma-say", "after-say"})
_OF_THINGS = frozenset({"after-article", "after-indefinite", "after-determiner", "numbered", "owned", "a thing", "acronym"})
_BESIDE_A_ROLE = frozenset({"2 after-role", "2 beside-role"})
_SAYS = -1.5  # a full name that begins with a given name, and says something: "said Grace Ode, who"
_CALLED = -1.0  # one that begins with a given name which is no word, and that nothing makes a thing: "Eden Hazard"
_ROLE = -0.6  # one with a role before it: "burgemeester Harm Postma"
_LONE = 1.0  # a lone name that no full name backs
_INTRODUCED = -2.5  # but one with an age or a role beside it: "the singer Ozuma", "Ozuma, 31,"
_MARGIN = 0.5  # more, where the corpus has fewer things than the news: of 14 sets, ten have fewer errors by it
_WELL_WEIGHED = frozenset({"en", "ru", "uk", "nb"})


def is_sure(group: Group, lexicon: Lexicon) -> bool:
    """Return whether a full name is weighed as a person's."""
    return group.score > _least(group) + _margin(lexicon)


def _margin(lexicon: Lexicon) -> float:
    return 0.0 if lexicon.language in _WELL_WEIGHED else _MARGIN


def _least(group: Group) -> float:
    first = group.names[0].parts[0]
    if is_given(first):
        if tells(group, _SAYING):
            return _SAYS
        if not (is_common(first) or is_place(first) or tells(group, _OF_THINGS)):
            return _CALLED
    return 0.0 if _BESIDE_A_ROLE.isdisjoint(group.features) else _ROLE


def is_sure_alone(group: Group, passages: Sequence[Passage], lexicon: Lexicon) -> bool:
    """Return whether a name of one word, that no full name backs, is weighed as a person's."""
    if is_in_other_letters(group.names[0].parts[0], lexicon.language):
        return False
    introduced = group.score > _INTRODUCED and is_introduced(group, lexicon)
    return group.score > _LONE + _margin(lexicon) or introduced or is_kin(group, passages, lexicon)
