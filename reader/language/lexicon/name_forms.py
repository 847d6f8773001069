"""Compares names as languages bend them: case endings, the genitive's s, Arabic articles, wavering spellings."""

from __future__ import annotations

import re

Key = tuple[str, ...]

NUMERALS = frozenset("ii iii iv vi vii viii ix xii xiii xiv xv xvi xvii xviii xxiii".split())  # "xi" is a family name
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr."}) | NUMERALS
_SHORTEST_VARIANT = 5  # letters of a name that may be spelled in two ways
_ARTICLE = re.compile(r"^(?:al|el|as|ash|an|ad|at|ar|ul)[-‑](?=\w{3})")
_ENDINGS = {
    "ru": re.compile("(?:ого|ому|ыми|ими|ой|ою|ым|ом|ем|ём|ей|ею|ий|ый|ая|яя|ую|юю|ых|их|ам|ям|а|я|у|ю|ы|и|е|о|й|ь)$"),
    "uk": re.compile("(?:ього|ього|ого|ому|еві|ові|ими|ими|ою|ею|ой|им|ом|ем|єм|ий|ій|а|я|у|ю|и|і|ї|е|є|о|й|ь)$"),
    "pl": re.compile("(?:iego|iemu|ego|emu|owie|owi|iem|ami|ach|ów|em|ie|ią|ej|im|ym|a|ą|ę|y|i|u|e|o)$"),
    "cs": re.compile("(?:ovi|ové|ovou|ého|ému|em|ou|a|e|i|u|y|o)$"),
}
_NOMINATIVE = {
    "ru": ("а", "я", "й", "ий", "ь"),
    "uk": ("а", "я", "й", "ій", "о"),
    "pl": ("a", "i", "y", "ek"),
    "cs": ("a", "e", "o"),
}
_CYRILLIC = frozenset({"ru", "uk"})
_VOWELS = "аеёиоуыэюяйьіїє"
_OFFER = re.compile(r"([^()]+) \(\w+ ([^()]+)\)")
_PATRONYMIC = re.compile("(?:ович|евич|ич|овна|евна|инична|івна|ївна|йович)(?:а|у|ем|е|ы|ой|и|ою)?$")
_GIVEN_OF_TWO = re.compile(r"[A-Z][a-z]{1,5}[-‑][A-Za-z][a-z]{1,5}")


def bends(language: str) -> bool:
    """Return whether a language bends names by case."""
    return language in _ENDINGS


def stem(word: str, language: str) -> str:
    """Return a name without the case ending that the language puts to it, nor the vowel before it: "Сергея" is "серг"."""
    base = _base(word, language)
    soft = base.rstrip(_VOWELS) if language in _CYRILLIC and base != word else base
    return soft if len(soft) > 1 else base


def _base(word: str, language: str) -> str:
    """Return a name without its case ending; at least three letters stay."""
    endings = _ENDINGS.get(language)
    if endings is None or len(word) < 4:
        return word
    bare = endings.sub("", word)
    return bare if len(bare) >= 3 or len(bare) == len(word) - 1 else word[:-1] if word.endswith(("ий", "ій")) else word


def nominatives(word: str, language: str) -> tuple[str, ...]:
    """Return the forms that a bent name may have in the lists: itself, its stem, its stem with the common endings."""
    if language not in _ENDINGS:
        return (word,)
    base = _base(word.lower(), language)
    more = (word[:-1].lower() + "й",) if language in _CYRILLIC else ()  # "Андрею"
    return (word, base, *(base + ending for ending in _NOMINATIVE[language]), *more)


def without_suffix(key: Key) -> Key:
    """Return a name without Jr. and the like."""
    return key[:-1] if len(key) > 1 and key[-1] in SUFFIXES else key


def suffix(key: Key) -> str:
    """Return Jr. and the like without the stop; empty if the name has none."""
    return key[-1].rstrip(".") if len(key) > 1 and key[-1] in SUFFIXES else ""


def bare(key: Key) -> Key:
    """Return a name without the Arabic article: "al-Assad" is also written "Assad"."""
    return (_ARTICLE.sub("", key[0]), *key[1:]) if "-" in key[0] or "‑" in key[0] else key


def either(key: Key) -> tuple[Key, ...]:
    """Return a name in each way that it offers: "Ibrahim (or Brahim) Bencherif" is two; the name itself comes first."""
    offered = [_OFFER.fullmatch(part) for part in key]
    if not any(offered):
        return (key,)
    ways = [tuple(found.group(way) if found else part for found, part in zip(offered, key, strict=True)) for way in (1, 2)]
    return key, *ways


def is_patronymic(word: str) -> bool:
    """Return whether a word is a Slavic patronymic, which stands where a family name could."""
    return bool(_PATRONYMIC.search(word))


def agree(one: str, other: str) -> bool:
    """Return whether two given names may be one: equal, an initial, or alike but for vowels and doubled letters."""
    if one == other:
        return True
    if is_initials(one) or is_initials(other):
        return one[0] == other[0]
    if min(len(one), len(other)) < _SHORTEST_VARIANT or (one[-1] != other[-1] and {one[-1], other[-1]} & set("aeoая")):
        return False
    return skeleton(one) == skeleton(other)


def is_initials(word: str) -> bool:
    """Return whether a given name is but its first letter, or such letters."""
    return word.endswith(".") or len(word) == 1


def skeleton(word: str) -> str:
    """Return what wavering spellings of a name have in common: its first letter and the consonants, each doubled one once."""
    kept = word[:1]
    for sign in word[1:]:
        if sign not in "aeiouy-'’" and sign != kept[-1]:
            kept += sign
    return kept


def one_letter_apart(one: str, other: str) -> bool:
    """Return whether one insertion, deletion or substitution turns one word into the other."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    a, b = one[start:], other[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:]


def spelled_alike(one: str, other: str) -> bool:
    """Return whether two long family names are one in two spellings."""
    return min(len(one), len(other)) > _SHORTEST_VARIANT and one_letter_apart(one, other)


def is_east_asian(parts: tuple[str, ...]) -> bool:
    """Return whether a name is written as a Korean's or a Chinese's, the family name first: Park Ji-hoon."""
    return len(parts) == 2 and _GIVEN_OF_TWO.fullmatch(parts[1]) is not None
