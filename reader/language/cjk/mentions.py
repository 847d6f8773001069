"""Finds all places of the people of a Japanese or Chinese article: full names, then family names with a title or an honorific.

A text is gone through once, whatever the number of people: at each sign that may start a name, what stands there is looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from reader.language.cjk.words import DOTS, HAN, title_before, title_behind
from reader.language.lexicon.word_lists import Lexicon
from reader.language.people.entity import PersonEntity
from reader.language.people.name_spans import Name
from reader.language.text.passages import Passage

_HAN_SIGN = re.compile(f"[{HAN}]")
_LONGEST = 40  # signs of a name that is looked for again


class _Names:
    """Some names, to be found in a text."""

    def __init__(self, names: Sequence[str]) -> None:
        """Sort the names by their first two signs."""
        self._known = frozenset(names)
        self._sizes: dict[str, set[int]] = {}
        for name in names:
            if len(name) <= _LONGEST:
                self._sizes.setdefault(name[:2], set()).add(len(name))

    def places(self, text: str) -> Iterator[tuple[int, str]]:
        """Yield every place of every name."""
        for at in range(len(text)):
            for opening in (text[at : at + 1], text[at : at + 2]):
                for size in self._sizes.get(opening, ()):
                    if (name := text[at : at + size]) in self._known and len(name) == size:
                        yield at, name


def spread(lines: Sequence[Passage], found: Mapping[str, PersonEntity], lexicon: Lexicon) -> None:
    """Add to each person of an article, by full name, all places where it is named."""
    full = _Names([*found])
    bearers: dict[str, list[str]] = {}
    for name, entity in found.items():
        if len(entity.key[-1]) > 1 or not _is_dotted(name):
            known = bearers.setdefault(entity.key[-1], [])
            if not known or (_is_dotted(name) and not _is_dotted(known[-1])):
                known.append(name)
        if lexicon.language == "ja" and len(entity.key[0]) > 1:  # はるかさん
            bearers.setdefault(entity.key[0], []).append(name)
    family, order = _Names([*bearers]), {name: number for number, name in enumerate(found)}
    for index, line in enumerate(lines):
        taken = bytearray(len(line.text) + 1)
        for at, name in sorted(full.places(line.text), key=lambda place: (-len(place[1]), place[0])):
            _take(found[name], index, at, name, taken, found[name].key)
        places = sorted(family.places(line.text), key=lambda place: (order[bearers[place[1]][0]], place[0]))
        for at, short in places:
            if (bearer := _bearer(line.text, at, short, bearers[short], lexicon)) is not None:
                _take(found[bearer], index, at, short, taken, (short,))


def _take(entity: PersonEntity, passage: int, start: int, words: str, taken: bytearray, parts: tuple[str, ...]) -> None:
    end = start + len(words)
    if not any(taken[start:end]):
        taken[start:end] = b"\1" * len(words)
        entity.names.append(Name(passage=passage, start=start, end=end, parts=parts, title_start=start))


def _bearer(text: str, at: int, short: str, bearers: Sequence[str], lexicon: Lexicon) -> str | None:
    alone = at == 0 or not _HAN_SIGN.match(text[at - 1]) or title_before(text, at, lexicon)
    if not alone:
        return None
    titled = bool(title_behind(text, at + len(short), lexicon))
    return next((name for name in bearers if titled or _is_dotted(name)), None)


def _is_dotted(name: str) -> bool:
    return any(sign in name for sign in DOTS)
