"""Finds what may be names: runs of capitalised words, cut free of titles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.language.lexicon.acronyms import parts_company
from reader.language.lexicon.declension import behind_a_place, title
from reader.language.lexicon.gazetteer import is_family, is_given, is_place
from reader.language.lexicon.name_forms import bends, nominatives
from reader.language.lexicon.word_lists import Lexicon, fold
from reader.language.people import german
from reader.language.people.dutch import is_particle, without_office
from reader.language.people.leading_organisations import behind_a_body
from reader.language.people.slavic import name_start
from reader.language.text.passages import Passage

# Ranges where they hold nothing but capitals, else one by one: a class of all of Unicode's takes long to compile.
_U = (
    "[A-ZÀ-ÖØ-ÞΑ-ΩЀ-ЯҐҒҚҢҮҰҲӘӨ"
    + "".join(chr(code) for code in (*range(0x100, 0x180), *range(0x1EA0, 0x1F00)) if chr(code).isupper())
    + "ƏƠƯȘȚẞ]"
)
_WORD = rf"{_U}\w*(?:(?:[’'‑-]|\.(?=-))(?![sS]\b)\w+)*"
_ARABIC_ARTICLE = rf"(?:[aAeEuU][lLrRsSdDtTnNzZ]|[aA]sh|[aA]th|[aA]dh)[-‑]{_U}\w+(?:[’'‑-](?![sS]\b)\w+)*"
_INITIALS = rf"{_U}\.(?:[ \u00a0]?-?{_U}\.)*(?!\w)"
_OR = rf" \((?:or|aka|ou|oder|o|lub|или|або) {_WORD}\)(?= {_U})"
_NICKNAME = rf" (?:[\"“‘'«„](?:[Tt]he )?{_U}[\w’.-]{{0,15}}(?: {_U}[\w’.-]{{0,15}})?[\"”’'»“]|\({_U}\w{{2,15}}\))(?= {_U}\w)"
_PARTICLE = (
    r"(?:van|von|vom|van’t|van 't|zu|zum|zur|de|del|della|dello|dell’|di|da|das|dos|do|du|des|d’|d'|der|den|la|las|los|le"
    r"|ter|ten|te|bin|ibn|ben|bint|abu|al|el|af|av|ould|mac|san|st\.|аль|эль|фон|де|бин|ибн)"
)
_GAP = r"[ \u00a0\u202f]"
_HONORIFIC = (  # titles that are written with a stop
    "M(?:rs?|s|me|lle|aj)|D(?:ra?|ott)|Prof|Re[vp]s?|G(?:en|ov)|C(?:ol|apt|mdr|pl)|Lt|Sgt|Adm"
    "|Sens?|S(?:t|ra?|upt)|Hon|Fr|Avv|In[gs]p?|Pvt"
)
_PART = rf"(?:{_ARABIC_ARTICLE}|{_INITIALS}|(?:{_HONORIFIC})\.(?= )|[JS]r\.(?!\w)|{_WORD})"
_RUN = re.compile(
    rf"(?<!\w)(?={_U}|[aeu][lrsdtnzh]h?[-‑])"
    rf"(?:{_PART}(?:{_OR}|{_NICKNAME})?(?:{_GAP}(?:{_PARTICLE}(?:{_GAP}|(?<=[’'])))*)?)+"
)
_PIECE = re.compile(rf"{_NICKNAME}|{_PART}(?:{_OR})?|{_PARTICLE}(?=\W)|(?:d’|d'|dell’)")
_SOFT_PARTICLES = frozenset("de del della dello dell’ di da das dos do du des d’ d' la las los le st. san".split())
_GERMAN_ARTICLES = frozenset({"der", "den", "des", "zu", "zum", "zur", "das"})  # no particles but behind "von"
_OF = frozenset("de di d’ d' da do del".split())  # behind which a town may stand
_SHORT_TAIL = 4  # letters of what may end a name: "Myung-ting"
_SUFFIXES = ("Jr.", "Sr.")
_CONTRACTED = re.compile(r"[’'](?:ve|ll|re|t|d|m)(?!\w)")  # "She’d"
_ELIDING = frozenset({"fr", "it", "ca"})
_ELIDED = re.compile(r"(?:[LDJNSCMT]|Qu|Dell|Nell|All|Dall|Sull|Un|Quest)[’']", re.IGNORECASE)


@dataclass(slots=True)
class Name:
    """A run of capitalised words at one place, without the titles before it."""

    passage: int
    start: int
    end: int
    parts: tuple[str, ...]
    titles: tuple[str, ...] = ()
    """The words before it that are titles or nationalities, as printed."""
    title_start: int = 0
    """Where the titles start; the name's own start if there are none."""
    at_start: bool = False
    """At the start of a sentence, where any word is capitalised."""

    @property
    def key(self) -> tuple[str, ...]:
        """The parts as they are compared: folded."""
        return tuple(fold(part) for part in self.parts)


def find(passages: Iterable[Passage], lexicon: Lexicon) -> list[Name]:
    """Return all runs of capitalised words that may be names, in text order."""
    found: list[Name] = []
    for index, passage in enumerate(passages):
        for match in _RUN.finditer(passage.text):
            found += _names(index, passage.text, match, lexicon)
    return found


def _names(index: int, text: str, match: re.Match[str], lexicon: Lexicon) -> list[Name]:
    words = match.group()
    if " " not in words and words.lower() in lexicon["not_names"]:
        return []
    found = _PIECE.finditer(text, *match.span())
    pieces = [_bare(text, *piece.span(), lexicon) for piece in found if piece.group()[0] != " "]
    while len(pieces) > 2 and text[slice(*pieces[-1])] in lexicon["letters"]:
        pieces.pop()  # "Ian Tennyson KC"
    named = (_name(index, text, pieces[first:last], lexicon) for first, last in _cuts(text, pieces, lexicon))
    return [name for name in named if name]


def _bare(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[int, int]:
    """Cut what is no part of a name: an article ("L’Intérieur"), an ending ("Kaya’nın"), a tail ("Swift-themed")."""
    language = lexicon.language
    if language in _ELIDING and (elided := _ELIDED.match(text, start, end)) and elided.end() < end:
        return (start, end) if text[start] in "DNM" and text[elided.end()].isupper() else (elided.end(), end)  # D’Angelo
    if language == "tr" and (stop := re.search("[’']", text[start:end])):
        return start, start + stop.start()
    if language == "en" and (hyphen := text.rfind("-", start, end)) > start and _is_tail(text[hyphen + 1 : end], lexicon):
        return start, hyphen
    return start, end


def _is_tail(word: str, lexicon: Lexicon) -> bool:
    """Return whether a word behind a hyphen makes an adjective of a name: "Swift-themed", "Nairobi-based", "Marsh-like"."""
    return word in lexicon["tails"] or (word.islower() and len(word) > _SHORT_TAIL and word.endswith(("ed", "ing")))


def _cuts(text: str, pieces: list[tuple[int, int]], lexicon: Lexicon) -> list[tuple[int, int]]:
    """Cut a run where a preposition that looks like a particle joins two things: "Presidente de Chile"."""
    cuts: list[tuple[int, int]] = []
    first = 0
    soft = _SOFT_PARTICLES - {"de"} if lexicon.language == "nl" else _SOFT_PARTICLES
    for at, (start, end) in enumerate(pieces):
        word = text[start:end]
        if lexicon.language == "de" and word in _GERMAN_ARTICLES and at > first and text[pieces[at - 1][0]].isupper():
            cuts.append((first, at))
            first = at + 1
        elif word in soft and (word != "de" or lexicon.language != "nl") and at > first and text[pieces[at - 1][0]].isupper():
            before = text[pieces[at - 1][0] : pieces[at - 1][1]]
            opens = is_given(before) or before.endswith(".") or at - first == 0 or _is_double(text, pieces, first, at)
            if not opens or before.lower() in lexicon["titles"]:
                cuts.append((first, at))
                first = at + 1
        elif text[end : end + 1] == "-":
            cuts.append((first, at + 1))  # "Russian-occupied Crimea"
            first = at + 1
        elif at > first and parts_company([text[a:b] for a, b in pieces[first : min(at, first + 2)]], word, lexicon):
            cuts.append((first, at))
            first = at
    cuts.append((first, len(pieces)))
    cuts = [part for cut in cuts for part in _holder(text, pieces, cut, lexicon)]
    return [cut for cut in cuts if cut[0] < cut[1]]


def _is_double(text: str, pieces: list[tuple[int, int]], first: int, at: int) -> bool:
    """Return whether a particle stands inside a double family name: "María Fernández de la Vega"."""
    words = [text[a:b] for a, b in pieces[first : at + 4]]
    behind = next((word for word in words[at - first + 1 :] if word[0].isupper()), "")
    town = is_place(behind) and words[at - first] in _OF
    return at - first > 1 and is_given(words[0]) and is_family(behind) and not town


def _holder(text: str, pieces: list[tuple[int, int]], cut: tuple[int, int], lexicon: Lexicon) -> list[tuple[int, int]]:
    """Part a body or a country from the person named behind it: "Refugee Council Enver Solomon"."""
    first, last = cut
    words = [text[a:b] for a, b in pieces[first:last]]
    before = text[max(0, pieces[first][0] - 16) : pieces[first][0]] if words else ""
    at = (
        behind_a_place(before, words, lexicon.language) or name_start(words, lexicon.language) or behind_a_body(words, lexicon)
    )
    return [(first, first + at), (first + at, last)] if at else [cut]


def _name(index: int, text: str, pieces: list[tuple[int, int]], lexicon: Lexicon) -> Name | None:
    first, titles = _title_end(text, pieces, lexicon)
    last = len(pieces)
    while (
        last > first and not text[pieces[last - 1][0]].isupper() and "-" not in text[pieces[last - 1][0] : pieces[last - 1][1]]
    ):
        last -= 1  # a particle with nothing behind it
    dates = frozenset() if bends(lexicon.language) else lexicon["calendar"]  # Slavs write those small: "Krzysztof Maj"
    while last - first > 1 and text[pieces[last - 1][0] : pieces[last - 1][1]].lower().rstrip(".") in dates:
        last -= 1
    if lexicon.language == "de":
        last = german.end(text, pieces, first, last)
    if lexicon.language == "nl" and titles < first:
        last = without_office([text[a:b] for a, b in pieces[first:last]], last)
    start, end = pieces[first][0] if first < last else 0, pieces[last - 1][1]
    if last <= first or _CONTRACTED.search(text, start, end) or text.startswith(_SUFFIXES, start):
        return None
    parts = tuple(text[a:b] for a, b in pieces[first:last])
    title_start = pieces[titles][0] if titles < first else start
    return Name(
        passage=index,
        start=start,
        end=end,
        parts=parts,
        titles=tuple(text[a:b] for a, b in pieces[titles:first]),
        title_start=title_start,
        at_start=_at_sentence_start(text, title_start),
    )


def _title_end(text: str, pieces: list[tuple[int, int]], lexicon: Lexicon) -> tuple[int, int]:
    words = [title(text[a:b].lower().rstrip("."), lexicon) for a, b in pieces]
    start = next((at for at in range(len(words)) if not _opens(words, at, lexicon)), len(words))
    if start == len(words):
        return start, start
    name = start + _opens_with_a_trade(text, pieces, start, lexicon.language)
    titles, demonyms = lexicon.any_of("titles", "titles_male", "titles_female"), lexicon["demonyms"]
    for at in range(start, len(words)):
        word, is_last = words[at], at == len(words) - 1
        if _is_title(word, titles) and not (lexicon.language == "nl" and is_particle(words, at)):
            if at == start and not is_last and is_given(word) and _is_behind_role(text, pieces[start][0], lexicon):
                break  # "spokesman Dean Carter"
            if (
                is_last
                and at > name
                and not any(words[i] in titles for i in range(name, at))
                and (is_given(words[at - 1]) or is_given(words[name]))
            ):
                break  # "Don King"
            name = at + 1
        elif word in demonyms and at == name and not is_last:
            name = at + 1
    if name < len(words) and name == start and lexicon.language == "de":
        name = german.start(words, start, lexicon["kin"])
        start = name if not german.OPENERS.isdisjoint(words[start:name]) else start  # no titles
    return name, start


def _opens(words: Sequence[str], start: int, lexicon: Lexicon) -> bool:
    """Return whether a word opens a sentence or tells a day, and is no part of the name: "On Thursday Kovacs"."""
    word = words[start]
    if word not in lexicon["not_names"]:
        return False
    return start == 0 if word not in lexicon["calendar"] else len(words) - start > 2 or not is_given(word)


def _is_title(word: str, titles: frozenset[str]) -> bool:
    """Return whether a word is a title or two titles in one: "major-general", "editor-in-chief"."""
    return word in titles or titles.issuperset({word.partition("-")[0], word.rpartition("-")[2]})


def _is_behind_role(text: str, start: int, lexicon: Lexicon) -> bool:
    before = text[max(0, start - 24) : start].split()
    return bool(before) and before[-1] in lexicon["roles"]


def _opens_with_a_trade(text: str, pieces: list[tuple[int, int]], start: int, language: str) -> bool:
    """Return whether a sentence opens with a word that is no name, and a full name follows: "Contractor Boyd Farley"."""
    if len(pieces) - start < 3 or not _at_sentence_start(text, pieces[start][0]):
        return False
    first, second = (text[a:b] for a, b in pieces[start : start + 2])
    known = any(map(is_given, nominatives(second, language)))
    return second[0].isupper() and known and not (is_given(first) or is_family(first) or "." in first)


_OPENING = frozenset(".!?…:;•\"”“„«»‘’'—–-([\n")


def _at_sentence_start(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip(" \u00a0")
    return start == 0 or not before or before[-1] in _OPENING
