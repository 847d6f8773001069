"""Finds what may be names: runs of capitalised words, cut free of titles, and weighs which of them name people.

A run is judged by all its places in the article together: a title before it or an age behind it anywhere speaks for every
place.  The weights are learnt (`tests/bench/quotes/train.py`); the clues stand in `_clues`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from reader.language.forms import nominatives
from reader.language.gazetteer import is_common, is_family, is_given, is_place
from reader.language.lexicon import Lexicon, fold
from reader.language.passages import Passage
from reader.language.ranker import weights

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
_PARTICLE = (
    r"(?:van|von|vom|van’t|van 't|zu|zum|zur|de|del|della|dello|dell’|di|da|das|dos|do|du|des|d’|d'|der|den|la|las|los|le|ter|ten|te|bin|ibn|ben|bint"
    r"|abu|al|el|af|av|ould|mac|san|st\.|у|аль|эль|фон|де|бин|ибн)"
)
_GAP = r"[ \u00a0\u202f]"
_HONORIFIC = "M(?:rs?|s|me|lle|aj)|D(?:ra?|ott)|Prof|Re[vp]s?|G(?:en|ov)|C(?:ol|apt|mdr|pl)|Lt|Sgt|Adm|Sens?|S(?:t|ra?|upt)|Hon|Fr|Avv|In[gs]p?|Pvt"  # that are written with a stop
_PART = rf"(?:{_ARABIC_ARTICLE}|{_INITIALS}|(?:{_HONORIFIC})\.(?= )|{_WORD})"
_RUN = re.compile(
    rf"(?<!\w)(?={_U}|[aeu][lrsdtnzh]h?[-‑])(?:{_PART}(?:{_OR})?(?:{_GAP}(?:{_PARTICLE}(?:{_GAP}|(?<=[’'])))*)?)+"
)
_PIECE = re.compile(rf"{_PART}(?:{_OR})?|{_PARTICLE}(?=\W)|(?:d’|d'|dell’)")
_SOFT_PARTICLES = frozenset("de del della dello dell’ di da das dos do du des d’ d' la las los le st. san".split())


_GERMAN_ARTICLES = frozenset({"der", "den", "des", "zu", "zum", "zur", "das"})  # no particles but behind "von"
_ELIDING = frozenset({"fr", "it", "ca"})
_ELIDED = re.compile(r"(?:[LDJNSCMT]|Qu|Dell|Nell|All|Dall|Sull|Un|Quest)[’']", re.IGNORECASE)
_WORD_CLUES = {
    "organisation": "organisations",
    "place-word": "places",
    "demonym": "demonyms",
    "calendar": "calendar",
    "function-word": "not_names",
}
_ARABIC = ("al-", "el-", "al‑", "el‑")
_MOST_PLACES = 12  # of a name that are looked at


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


@dataclass(slots=True)
class Group:
    """The same words wherever they stand in the article."""

    key: tuple[str, ...]
    names: list[Name] = field(default_factory=list)
    clues: set[str] = field(default_factory=set)
    score: float = 0.0


def find(passages: Iterable[Passage], lexicon: Lexicon) -> list[Name]:
    """Give all runs of capitalised words that may be names, in text order."""
    found: list[Name] = []
    for index, passage in enumerate(passages):
        for match in _RUN.finditer(passage.text):
            found += _names(index, passage.text, match, lexicon)
    return found


def _names(index: int, text: str, match: re.Match[str], lexicon: Lexicon) -> list[Name]:
    words = match.group()
    if " " not in words and words.lower() in lexicon["not_names"]:
        return []
    pieces = [_bare(text, *piece.span(), lexicon.language) for piece in _PIECE.finditer(text, match.start(), match.end())]
    found: list[Name] = []
    for first, last in _cuts(text, pieces, lexicon):
        name = _name(index, text, pieces[first:last], lexicon)
        if name:
            found.append(name)
    return found


def _bare(text: str, start: int, end: int, language: str) -> tuple[int, int]:
    """Cut an elided article before a word ("L’Intérieur") and a case ending behind an apostrophe ("Kaya’nın")."""
    if language in _ELIDING and (elided := _ELIDED.match(text, start, end)) and elided.end() < end:
        return elided.end(), end
    if language == "tr" and (stop := re.search("[’']", text[start:end])):
        return start, start + stop.start()
    return start, end


def _cuts(text: str, pieces: list[tuple[int, int]], lexicon: Lexicon) -> list[tuple[int, int]]:
    """Cut a run where a preposition that looks like a particle joins two things: "Presidente de Chile"."""
    cuts: list[tuple[int, int]] = []
    first = 0
    for at, (start, end) in enumerate(pieces):
        word = text[start:end]
        if lexicon.language == "de" and word in _GERMAN_ARTICLES and at > first and text[pieces[at - 1][0]].isupper():
            cuts.append((first, at))
            first = at + 1
        elif word in _SOFT_PARTICLES and at > first and text[pieces[at - 1][0]].isupper():
            before = text[pieces[at - 1][0] : pieces[at - 1][1]]
            if not (is_given(before) or before.endswith(".") or at - first == 0) or before.lower() in lexicon["titles"]:
                cuts.append((first, at))
                first = at + 1
        elif (
            at > first
            and _is_acronym(word) != _is_acronym(text[pieces[first][0] : pieces[first][1]])
            and _splits(word, text, pieces, first)
        ):
            cuts.append((first, at))
            first = at
    cuts.append((first, len(pieces)))
    return [cut for cut in cuts if cut[0] < cut[1]]


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper() and "." not in word and "-" not in word


def _splits(word: str, text: str, pieces: list[tuple[int, int]], first: int) -> bool:
    """Whether an acronym and other words part company: not so "Emmanuel MACRON", where the family name is in capitals."""
    other = text[pieces[first][0] : pieces[first][1]]
    if _is_acronym(word):
        return not (is_given(other) and (len(word) > 4 or is_family(word)))
    return len(other) < 6 and not (is_family(other) and is_given(word))


def _name(index: int, text: str, pieces: list[tuple[int, int]], lexicon: Lexicon) -> Name | None:
    first, titles = _title_end(text, pieces, lexicon)
    last = len(pieces)
    while (
        last > first and not text[pieces[last - 1][0]].isupper() and "-" not in text[pieces[last - 1][0] : pieces[last - 1][1]]
    ):
        last -= 1  # a particle with nothing behind it
    while last - first > 1 and text[pieces[last - 1][0] : pieces[last - 1][1]].lower().rstrip(".") in lexicon["calendar"]:
        last -= 1
    if last <= first:
        return None
    start, end = pieces[first][0], pieces[last - 1][1]
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
    """Give where the name starts among the pieces, and where the titles before it start."""
    words = [text[a:b].lower().rstrip(".") for a, b in pieces]
    start = 0
    if words[0] in lexicon["not_names"] and (words[0] not in lexicon["calendar"] or len(words) > 2):
        start = 1
    name = start
    titles, demonyms = lexicon.any_of("titles", "titles_male", "titles_female"), lexicon["demonyms"]
    for at in range(start, len(words)):
        word = words[at]
        is_last = at == len(words) - 1
        if word in titles:
            if is_last and at > name and not any(words[i] in titles for i in range(name, at)) and is_given(words[at - 1]):
                break  # "Don King"
            name = at + 1
        elif (word in demonyms and not is_last and at == name and not is_given(words[at + 1]) | (at > start)) or (
            word in demonyms and at == name and not is_last
        ):
            name = at + 1
    if name < len(words) and name == start and lexicon.language == "de":
        name = _german_start(words, start)
    return name, start


def _german_start(words: list[str], start: int) -> int:
    """German capitalises all nouns: a name starts at its given name."""
    for at in range(start, len(words) - 1):
        if is_given(words[at]) and at > start and not is_given(words[start]):
            return at
    return start


_OPENING = frozenset(".!?…:;•\"”“„«»‘’'—–-([\n")


def _at_sentence_start(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip(" \u00a0")
    return start == 0 or not before or before[-1] in _OPENING


def groups(names: Iterable[Name], passages: tuple[Passage, ...], lexicon: Lexicon) -> dict[tuple[str, ...], Group]:
    """Put the same names together, and weigh each group: a score above 0 speaks for a person."""
    found: dict[tuple[str, ...], Group] = {}
    for name in names:
        group = found.setdefault(name.key, Group(key=name.key))
        group.names.append(name)
    table = weights("names", lexicon.language)
    alone = frozenset(key[0] for key in found if len(key) == 1)
    for group in found.values():
        group.clues = clues(group, passages, lexicon, alone)
        group.score = sum(table.get(clue, 0.0) for clue in group.clues)
    return found


_AFTER = re.compile(r"[”\"»]?(?:[’']s\b)?[ \u00a0]*(,)?[ \u00a0]*([\w’'-]+)?")
_AGE = re.compile(r",? \(?(?:aged )?\d\d?\)?[,.)]?(?: |$)|, aged? \d|, \d\d-year-old")


def clues(group: Group, passages: tuple[Passage, ...], lexicon: Lexicon, alone: frozenset[str]) -> set[str]:
    """Give what speaks for or against a group's being a person.

    Args:
        group: the same words wherever they stand.
        passages: the article.
        lexicon: of its language.
        alone: all single words, folded, that are names in the article.
    """
    found = _form_clues(group, lexicon)
    size = "1" if len(group.key) == 1 else "2"
    if lexicon.language == "de":
        found.add(f"{size} German")  # where any noun has a capital
    names = group.names[:_MOST_PLACES]
    if len(names) == 1:
        found |= {f"{size} {clue}" for clue in _context_clues(names[0], passages[names[0].passage], lexicon)}
    else:
        counted = Counter(clue for name in names for clue in _context_clues(name, passages[name.passage], lexicon))
        found |= {f"{size} {clue}" if 2 * count >= len(names) else f"{size} {clue} once" for clue, count in counted.items()}
    if all(name.at_start for name in names):
        found.add(f"{size} always at start")
    if len(group.names) > 1:
        found.add(f"{size} again")
    if size == "2":
        found.add(f"family alone {group.key[-1] in alone:d} given alone {group.key[0] in alone:d}")
    return found


def _form_clues(group: Group, lexicon: Lexicon) -> set[str]:
    parts = group.names[0].parts
    words = [part for part in parts if part[0].isupper() or "-" in part or not part[0].islower()]
    if not words:
        return {"no-word"}
    found = {f"words-{min(len(words), 5)}"}
    if any(len(word) == 1 for word in words):
        found.add("single letter")
    given = any(is_given(form) for form in nominatives(words[0], lexicon.language))
    family = any(is_family(form) for form in nominatives(words[-1], lexicon.language)) or words[-1].lower().startswith(_ARABIC)
    first_common, last_common = is_common(words[0]), is_common(words[-1])
    size = "1" if len(words) == 1 else "2"
    found.add(f"{size}-given-{given:d}-family-{family:d}")
    found.add(f"{size}-common-{first_common:d}{last_common:d}")
    if len(words) > 1:
        found.add(f"given-{given:d}-common-{first_common:d}-family-{family:d}-common-{last_common:d}")
        if any(len(part) <= 3 and part.endswith(".") for part in parts[1:]):
            found.add("initial-inside")
        if parts[0].endswith("."):
            found.add("initials-first")
    if len(parts) > len(words):
        found.add("particle")
    low = [fold(word).rstrip(".") for word in words]
    found |= {f"{size}-{clue}" for clue, section in _WORD_CLUES.items() if not lexicon[section].isdisjoint(low)}
    if low[-1] in lexicon["organisations"]:
        found.add(f"{size}-organisation-last")
    if not lexicon.any_of("titles", "roles").isdisjoint(low):
        found.add(f"{size}-title-inside")
    if is_place(" ".join(parts)) or " ".join(low) in lexicon["regions"]:
        found.add(f"{size}-place")
    elif len(words) > 1 and (is_place(words[-1]) or is_place(words[0])):
        found.add("place-inside")
    if any(_is_acronym(word) for word in parts):
        found.add(f"{size}-acronym" if not all(_is_acronym(word) for word in parts) or size == "1" else "2-all-capitals")
    if any(sign.isdigit() for word in parts for sign in word):
        found.add("digit")
    if re.search(r"[a-z][A-Z]", words[-1]) and not words[-1].startswith(("Mc", "Mac", "De", "Di", "Van", "Le", "La", "O")):
        found.add("camel")
    return found


def _context_clues(name: Name, passage: Passage, lexicon: Lexicon) -> set[str]:
    text = passage.text
    found: set[str] = set()
    titles = [title.lower().rstrip(".") for title in name.titles]
    if titles:
        last = titles[-1]
        if last in lexicon["titles_male"] or last in lexicon["titles_female"]:
            found.add("polite-title")
        elif last in lexicon["titles"]:
            found.add("title")
        elif last in lexicon["demonyms"]:
            found.add("after-demonym")
    before = text[max(0, name.title_start - 24) : name.title_start].rstrip(' \u00a0"“«(')
    word = before.rpartition(" ")[2].lower().rstrip(".").rpartition("’")[2]
    if word:
        if word in lexicon["articles"]:
            kind = "after-article" if word in lexicon["definite"] else "after-indefinite"
            found.add(kind if not titles else f"{kind}-and-title")
        elif word in lexicon["prepositions"]:
            found.add(
                f"after-{word}" if word in ("in", "at", "of", "by", "with", "from", "to", "for") else "after-preposition"
            )
        elif word in lexicon["roles"] or word in lexicon["titles"]:
            found.add("after-role")
        elif word in lexicon["kin"]:
            found.add("after-kin")
        elif word in lexicon["say"]:
            found.add("after-say")
        elif word in lexicon["object_verbs"]:
            found.add("after-told")
    found |= _following_clues(text[name.end : name.end + 40], lexicon)
    return found


def _names_a_thing(rest: str, lexicon: Lexicon) -> bool:
    """Whether an apposition's noun is an organisation's or a place's: ", a party"."""
    word = re.split(r"[ ,.;:)]", rest.lstrip(), maxsplit=1)[0].lower()
    return word in lexicon.any_of("organisations", "places", "works")


def _following_clues(rest: str, lexicon: Lexicon) -> set[str]:
    found: set[str] = set()
    if _AGE.match(rest):
        found.add("age")
    after = _AFTER.match(rest)
    if after and (word := (after.group(2) or "").lower()):
        comma = after.group(1)
        if word in lexicon["say"]:
            found.add("comma-say" if comma else "say")
        elif word in lexicon["relative"] and word.startswith(("who", "qu")):
            found.add("who")
        elif comma and word in lexicon["determiners"] and _names_a_thing(rest[after.end() :], lexicon):
            found.add("a thing")
        elif comma and (word in lexicon["determiners"] or word in lexicon["kin"] or word in lexicon["roles"]):
            found.add("apposition")
        elif word in lexicon["be"] and not comma:
            found.add("verb-be")
        elif word in lexicon["fillers"] and not comma:
            found.add("filler")
    if rest.startswith(("’s", "'s")):
        found.add("possessive")
        if _names_a_thing(rest[2:], lexicon) and rest[3:4].isupper():
            found.add("owner of a thing")
    return found
