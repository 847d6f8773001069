"""Tells a Dutch name's own particles from what stands beside the name: "minister Jan Prat van Financiën", "Els de Boer"."""

from __future__ import annotations

from collections.abc import Sequence

from reader.language.lexicon.gazetteer import is_family

_PARTICLES = frozenset({"de", "den", "der", "van", "ten", "ter", "het"})


def without_office(words: Sequence[str], last: int) -> int:
    """Return where a name ends among the words of a run if "van" and an office follow the full name; else its end as it was.

    Args:
        words: of the name, behind its titles.
        last: the index behind its last word in the run.
    """
    of = max((at for at, word in enumerate(words) if word == "van"), default=0)
    full = sum(word[0].isupper() for word in words[:of]) > 1 and words[of - 1][0].isupper()
    return last - (len(words) - of) if full and of == len(words) - 2 and not is_family(words[-1]) else last


def is_particle(words: Sequence[str], at: int) -> bool:
    """Return whether a word that could be a title is a family name, for the particle before it: "de Boer"."""
    return at > 1 and words[at - 1] in _PARTICLES
