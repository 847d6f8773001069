"""Gives a person's role as the article prints it: from the title before the name, or the apposition beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.language.figure import Figure
from reader.language.lexicon import Lexicon
from reader.language.names import Name
from reader.language.passages import Passage

_WORD_BEFORE = re.compile(r"([\w’'.-]+)[ \u00a0]+$")
_APPOSITION = re.compile(
    r"(?:,| [—–-]{1,2}| \()[ \u00a0]*(.{3,90}?)(?=[,;()—–:\"“”«»]|\.(?=\s+[^\Wa-z]|\s*$)|\s[—–-]{1,2}\s|$)"
)
_YEARS = re.compile(r"\d\d?(?=$|,)")
_STOPS = (
    "determiners",
    "prepositions",
    "be",
    "say",
    "weak",
    "fillers",
    "that",
    "relative",
    "conjunctions",
    "he",
    "she",
    "they",
    "first",
    "articles",
    "by",
)
_WORD = re.compile(r"[\w-]+")
_ABBREVIATED = re.compile(r"(?:\b[^\W\d_]\.){2}$")  # "ambassador to the U.K."; any other full stop ends the sentence
_MOST_PLACES = 8  # of a name that are looked at
_LONGEST = 5  # words of a title before a name


def describe(figure: Figure, passages: Sequence[Passage], lexicon: Lexicon) -> None:
    """Give a person the best role that the article prints, and all words that describe him or her."""
    titles, appositions = [], []
    for name in figure.names[:_MOST_PLACES]:
        text = passages[name.passage].text
        if before := _title(name, text, lexicon):
            titles.append(before)
        if beside := _apposition(name, text, lexicon) or _apposition_before(name, text, lexicon):
            appositions.append(beside)
    figure.described = {word for words in (*titles, *appositions) for word in _WORD.findall(words.lower())}
    if titles and (not appositions or len(titles[0].split()) > 1 or not _is_weak(titles[0], lexicon)):
        figure.role = max(titles[:3], key=lambda words: (len(words.split()) > 1, -titles.index(words)))
    else:
        figure.role = appositions[0] if appositions else max(titles, key=len, default="")


def _is_weak(title: str, lexicon: Lexicon) -> bool:
    return title.lower().rstrip(".") in lexicon.any_of("titles_male", "titles_female")


def _title(name: Name, text: str, lexicon: Lexicon) -> str:
    """Give the title before a name: capitalised ones, or a role noun in lower case with what says more about it."""
    polite = lexicon.any_of("titles_male", "titles_female")
    known = lexicon.any_of("roles", "titles")
    titles = [title for title in name.titles if title.lower().rstrip(".") not in polite]
    if titles:
        start = text.index(titles[0], name.title_start)
        has_head = any(title.lower().rstrip(".") in known for title in titles)
        return text[start : name.start].strip(" ,:\u00a0") if has_head else ""
    start, taken = name.title_start, 0
    while taken < _LONGEST and (before := _WORD_BEFORE.search(text[max(0, start - 30) : start])):
        word = before.group(1)
        if word.lower() not in known and (
            not taken or _stops(word.lower(), lexicon) or not _is_bounded(text, start - len(before.group(0)), lexicon)
        ):
            break
        start -= len(before.group(0))
        taken += 1
    return text[start : name.start].strip(" ,:\u00a0")


def _is_bounded(text: str, start: int, lexicon: Lexicon) -> bool:
    """Whether what stands before a word can end there: else the word may be a verb ("Moran joined spokesman Prat")."""
    before = text[max(0, start - 24) : start].rstrip(" \u00a0")
    word = before.rpartition(" ")[2]
    return not before or not word[-1].isalnum() or _stops(word.lower(), lexicon) or word.lower() in lexicon["titles"]


def _stops(word: str, lexicon: Lexicon) -> bool:
    kinds = (
        "determiners",
        "prepositions",
        "be",
        "say",
        "weak",
        "fillers",
        "that",
        "relative",
        "conjunctions",
        "he",
        "she",
        "they",
        "first",
        "articles",
        "by",
    )
    return any(word in lexicon[kind] for kind in kinds) or word.endswith(("'s", "’s", ".", "ed", "ing")) or word[0].isdigit()


def _apposition(name: Name, text: str, lexicon: Lexicon) -> str:
    match = _APPOSITION.match(text, name.end)
    if match is None:
        return ""
    words = match.group(1).strip()
    if _YEARS.fullmatch(words) or re.fullmatch(r"\d\d?", words):
        match = _APPOSITION.match(text, match.end(1))
        words = match.group(1).strip() if match else ""
    return _checked(words, lexicon)


def _checked(words: str, lexicon: Lexicon) -> str:
    """Give an apposition cut to its noun phrase; empty if it is none."""
    parts = words.split()
    if not parts:
        return ""
    first = parts[0].lower()
    for at, part in enumerate(parts):
        if at and part.lower() in lexicon["relative"]:
            parts = parts[:at]
            break
    known = lexicon.any_of("roles", "kin", "titles")
    low = [part.lower().strip(".,") for part in parts]
    head = any(word in known or word.endswith(("-year-old", "-jährige", "-jähriger")) for word in low[:6])
    opens = (
        first in lexicon["determiners"]
        or first in known
        or re.match(r"\d\d-", first) is not None
        or first in lexicon["demonyms"]
    )
    verb = any(word in lexicon["be"] or word in lexicon["say"] for word in low[:4])
    if not (opens or low[0] in known or (len(low) > 1 and low[1] in known)) or not head or verb:
        return ""
    phrase = " ".join(parts)
    return phrase if _ABBREVIATED.search(phrase) else phrase.rstrip(".")


def _apposition_before(name: Name, text: str, lexicon: Lexicon) -> str:
    """A role before a comma and the name: "Malaysia's prime minister, Najib Razak,"."""
    if not re.search(r",[ \u00a0]$", text[max(0, name.title_start - 2) : name.title_start]):
        return ""
    before = re.split(r"[,;:.()—–\"“”«»]", text[max(0, name.title_start - 80) : name.title_start - 2])[-1].strip()
    closed = text[name.end : name.end + 1] == ","
    plain = (
        closed
        and before[:1].isupper()
        and before.split()[0].lower() in lexicon["articles"]
        and before[1:].islower()
        and before.count(" ") < _LONGEST
    )
    role = before if plain else _checked(before, lexicon)
    opens_sentence = role.partition(" ")[0].lower() in lexicon["articles"]
    return role[:1].lower() + role[1:] if opens_sentence else role
