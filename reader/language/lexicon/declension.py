"""Gives a Slavic name as its bearer is called where an article writes it in other cases only: "Сергея Дробышева".

The given name is sought in the lists by what its ending may stand for, and tells the sex; the family name's ending follows.
A name of which that cannot be told stays as it is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.language.lexicon.gazetteer import is_family, is_given, sex
from reader.language.lexicon.name_forms import bends, is_initials, nominatives
from reader.language.lexicon.word_lists import Lexicon

_A_PLACE = re.compile(
    r"\b(?:город|пос[её]л|сел|деревн|станиц|хутор|аул|улиц|площад|міст|селищ|вулиц|площ|wsi|wieś|miast|gmin|osiedl)\w{0,5} $"
)
_VERBS = tuple("ł ła li ły ć je л ла ли ло т ть ти ся в ла ють ає".split())
_Rules = tuple[tuple[str, str], ...]
"""Endings as they are written, each with what it may stand for: a star is nothing, a caret a vowel that comes back."""


def _rules(words: str) -> _Rules:
    pairs = (pair.split(">") for pair in words.split())
    return tuple((old, new) for old, news in pairs for new in news.replace("*", "").split(","))


_GIVEN = {
    "ru": _rules(
        "ии>ия,ий ию>ия ией>ия ью>ь ом>*,^ ем>й,ь,* ой>а ей>я,а ою>а ею>я"
        " ы>а и>я,а,ь е>а,я,й,ь,*,^ у>а,*,^ ю>я,й,ь а>*,^ я>й,ь"
    ),
    "uk": _rules(
        "ії>ія ію>ія ією>ія єві>й еві>ь,* ові>*,о,^ ом>*,о,^ ем>ь,* єм>й ою>а ею>я,а єю>я"
        " и>а і>а,я,ь,*,о,^ ї>й,я у>а,*,о,^ ю>я,й,ь а>*,о,^ я>й,ь,*"
    ),
    "pl": _rules(
        "ii>ia ię>ia ią>ia iem>^,* iego>i ego>y, iemu>i emu>y, owi>^,* im>i ym>y em>^,* cie>ta dzie>da rze>ra ce>ka le>ła"
        " ie>a,^,* y>a i>a,ia ę>a ą>a a>^,* u>^,*"
    ),
}
_FAMILY = {
    "ru m": _rules(
        "кого>кий кому>кий ким>кий ком>кий щего>щий щему>щий щим>щий ого>ый ому>ый его>ий ему>ий ыми>* ым>* им>*"
        " ом>* ем>* овым>ов евым>ев иным>ин а>* у>* е>* ы>а ой>а я>ь ю>ь"
    ),
    "ru f": _rules("ской>ская скую>ская цкой>цкая цкую>цкая вой>ва ной>на ву>ва ну>на вы>ва ны>на ой>ая ую>ая"),
    "uk m": _rules(
        "кого>кий кому>кий ким>кий ого>ий ому>ий енка>енко енку>енко енком>енко енкові>енко"
        " ові>*,о еві>ь,* ом>*,о ем>ь,* ею>я ою>а єм>й а>*,о у>*,о і>*,а и>а я>ь ю>ь"
    ),
    "uk f": _rules(
        "ської>ська ській>ська ською>ська ську>ська цької>цька цькій>цька цькою>цька цьку>цька вої>ва вій>ва вою>ва ву>ва"
    ),
    "pl m": _rules(
        "kiego>ki kiemu>ki kim>ki ego>y emu>y ym>y owi>^ iem>^ em>^ a>^ dzie>da rze>ra cie>ta ce>ka y>a i>a ę>a ą>a"
    ),
    "pl f": _rules("kiej>ka ką>ka nej>na wej>wa ej>a dzie>da rze>ra cie>ta ce>ka le>ła ie>a y>a i>a ę>a ą>a"),
}
_SOFT = {"ru": "аеёиоуыэюя", "uk": "аеєиіїоуюя", "pl": ""}
"""Vowels behind which a masculine name ends in й."""
_PATRONYMIC = (
    ("ович", "m"),
    ("евич", "m"),
    ("йович", "m"),
    ("ич", "m"),
    ("вн", "f"),
    ("ичн", "f"),
    ("івн", "f"),
    ("ївн", "f"),
)
_OBLIQUE = tuple("iego iemu skim ckim owi ского скому ским цкого цкому цким овым евым ському ським цькому цьким ові".split())
"""Endings of family names in no first case."""
_ENDINGS_OF_BOTH = (("ом", ("ом",)), ("ові", ("у", "ові")), ("а", ("а",)), ("у", ("у",)))
"""The endings that one case puts to a man's given name, and to his family name."""
_SOUNDS = frozenset("аеёиоуыэюяіїєьй") | {""}
_STEMS = {"павл": "павел", "льв": "лев", "петр": "пётр", "pawł": "paweł", "piotr": "piotr"}
_SHORTEST = 3  # letters of a family name without its ending


def title(word: str, lexicon: Lexicon) -> str:
    """Return a title in another case as the lists have it: "адвоката" is "адвокат"."""
    forms = nominatives(word, lexicon.language) if bends(lexicon.language) else ()
    return next((form for form in forms if form in lexicon["titles"]), word)


def is_verb(word: str) -> bool:
    """Return whether a word ends as verbs do: "odwiedził", "встретил"."""
    return word.endswith(_VERBS)


def behind_a_place(before: str, words: Sequence[str], language: str) -> int:
    """Return at which of some words a name starts behind a place's, else 0: "жительница посёлка Каменка Анна Белова"."""
    if len(words) < 3 or not bends(language) or not _A_PLACE.search(before):
        return 0
    return next((at for at in range(1, len(words) - 1) if is_given(words[at])), 0)


def as_called(name: str, language: str) -> str:
    """Return a full name in its first case; empty if it is so already, or if that cannot be told."""
    parts = name.split()
    if language not in _GIVEN or not 1 < len(parts) < 4 or is_initials(parts[0]) or is_first_case(parts[0], parts[-1]):
        return ""
    for given in _candidates(parts[0].lower(), _GIVEN[language], language):
        who = sex(given) or ("f" if given[-1] in "аяa" else "m") if is_given(given) else ""
        if who and given != parts[0].lower():
            middle = [_patronymic(part, who) or _given(part, language) for part in parts[1:-1]]
            return " ".join((_shown(given, parts[0]), *middle, _family(parts[-1], who, language)))
    return _both_bent(parts) if language in ("ru", "uk") and len(parts) == 2 else ""


def _both_bent(parts: Sequence[str]) -> str:
    """Return a man's name that no list has, where both of its words have the ending of one case: "Рональда Рейгана"."""
    given, family = parts
    if is_given(given):
        return ""
    for ending, others in _ENDINGS_OF_BOTH:
        first = given.removesuffix(ending)
        for last in (family.removesuffix(other) for other in others):
            bare = first != given and last != family and first[-1:] not in _SOUNDS and last[-1:] not in _SOUNDS
            if bare and len(first) > 1 and len(last) > 1:
                return f"{first} {last}"
    return ""


def is_first_case(given: str, family: str = "") -> bool:
    """Return whether a given name is written as its bearer is called, as far as the family name tells, too.

    To the lists, "Anną" is "Anna", and "Jana" before "Kowalskiego" a woman.
    """
    return is_given(given) and not given.endswith(("ą", "ę")) and not family.endswith(_OBLIQUE)


def _candidates(word: str, rules: _Rules, language: str) -> Iterator[str]:
    for old, new in rules:
        base = word.removesuffix(old)
        if base == word or len(base) < 2:
            continue
        if new != "^":
            yield base + new
            continue
        if base in _STEMS:
            yield _STEMS[base]
        elif language == "pl" and base.endswith("k") and len(base) > 3:
            yield base[:-1] + "ek"
        yield base


def _given(part: str, language: str) -> str:
    found = _candidates(part.lower(), _GIVEN[language], language)
    return part if is_given(part) else next((_shown(each, part) for each in found if is_given(each)), part)


def _patronymic(part: str, who: str) -> str:
    """Return a patronymic in its first case: "Петровны" is "Петровна"."""
    for ending, of in _PATRONYMIC:
        at = part.rfind(ending)
        if of == who and at > 1 and len(part) - at - len(ending) <= 2:
            return part[: at + len(ending)] + ("а" if who == "f" else "")
    return ""


def _family(part: str, who: str, language: str) -> str:
    """Return a family name in its first case, of a man or a woman; a double one part by part."""
    if "-" in part:
        return "-".join(_family(piece, who, language) for piece in part.split("-"))
    word = part.lower()
    found = [each for each in _family_names(word, who, language) if len(each) >= _SHORTEST]
    return _shown(next((each for each in found if is_family(each)), found[0] if found else word), part)


def _family_names(word: str, who: str, language: str) -> Iterator[str]:
    for old, new in _FAMILY[f"{language} {who}"]:
        base = word.removesuffix(old)
        if base == word:
            continue
        if new == "^":
            fleeting = base.endswith("k") and base[-2:-1] in tuple("bcdgjmprtwz")
            yield base[:-1] + "ek" if fleeting else base
        elif new in ("", "ь") and who == "m" and old in _AFTER_VOWEL and base[-1:] in tuple(_SOFT[language]):
            yield base + "й"
        else:
            yield base + new


_AFTER_VOWEL = frozenset({"ем", "я", "ю", "е", "ї"})


def _shown(word: str, as_written: str) -> str:
    return word[:1].upper() + word[1:] if as_written[:1].isupper() else word
