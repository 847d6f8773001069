"""Finds people in Japanese and Chinese, which set no spaces: by family names, titles, honorifics and what follows.

A full name needs a witness where it is first met: a title before it, an honorific or an age behind it, or a say-verb.
Once met, it is found everywhere, and so is its family name with an honorific.  Katakana and transcribed names are known by
their dots.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reader.language.cjk.chinese_names import statistical_names
from reader.language.cjk.japanese_names import in_kanji, of_kin
from reader.language.cjk.mentions import spread
from reader.language.cjk.words import AGE, DOTS, HAN, Named, alternatives, says, tells, title_before, title_behind
from reader.language.lexicon.gazetteer import is_place
from reader.language.lexicon.word_lists import Lexicon, sections
from reader.language.people.entity import PersonEntity
from reader.language.people.name_classifier import MOST_NAMES
from reader.language.text.passages import Passage

_RUN = re.compile(f"[{HAN}]+")
_DOTTED = re.compile(
    f"(?<![\u30a1-\u30fa\u30fc])[\u30a1-\u30fa\u30fc]+(?:[・＝][\u30a1-\u30fa\u30fc]+)+"  # katakana
    f"|[{HAN}]{{1,6}}(?:[·‧•・][{HAN}]{{1,6}})+"
)
_OPENING = re.compile(f"(?:^|[，。！？；：、”」\n])([{HAN}]{{3}})([{HAN}])", re.MULTILINE)
_BEFORE_OFFICE = re.compile(
    f"(?<![\u30a1-\u30fa\u30fc・＝{HAN}])[\u30a1-\u30fa\u30fc]{{3,}}(?![\u30a1-\u30fa\u30fc・＝])|(?<![{HAN}])[朴金李崔鄭尹姜趙張林文韓盧全申呉徐][{HAN}]{{2}}"
)
_NEVER = frozenset(
    "的是了在们們和与與这這那之也都就不有用想要做把被让給给很没沒个個市县縣省区區村镇鎮说說称稱人对對向跟则則"
)  # in no given name
_PARTICLES = "はがもをにとの、。，"
_NO_SOUNDS = frozenset(
    "在 是 的 将 將 对 對 也 还 還 则 則 就 又 向 被 等 和 与 與 来到 來到 去年 昨天 今天 日前 曾 已".split()
)  # they transcribe nothing


def find_people(lines: Sequence[Passage], lexicon: Lexicon) -> list[PersonEntity]:
    """Return the people of an article by first mention."""
    found: dict[str, PersonEntity] = {}
    for line in lines:
        for full, parts, role in _full_names(line.text, lexicon):
            if full not in found and len(found) == MOST_NAMES:
                continue
            entity = found.setdefault(full, PersonEntity(key=parts))
            entity.role = entity.role or role
            entity.described |= {role} - {""}
    for full, parts, _ in _unwitnessed(lines, lexicon) if lexicon.language == "zh" else ():
        if len(found) < MOST_NAMES:
            found.setdefault(full, PersonEntity(key=parts))
    _without_families(found, lexicon)
    spread(lines, found, lexicon)
    people = [entity for entity in found.values() if entity.names]
    for entity in people:
        entity.names.sort(key=lambda name: (name.passage, name.start))
        entity.sex = _sex(entity, lines, lexicon)
    return sorted(people, key=lambda each: (each.names[0].passage, each.names[0].start))


def _without_families(found: dict[str, PersonEntity], lexicon: Lexicon) -> None:
    """Move what was taken for a full name to the person whose family name it is: 森脇 of 森脇健一, 穆勒 of 汉斯·穆勒."""
    owners = {entity.key[-1]: name for name, entity in found.items() if any(sign in name for sign in DOTS)}
    if lexicon.language == "ja":
        owners |= {name[:2]: name for name in found if len(name) > 2 and _RUN.fullmatch(name)}
    for short in found.keys() & owners.keys():
        entity, full = found[short], owners[short]
        if full != short and len(entity.key) > 1:
            owner = found[full]
            owner.key = (full[len(short) :], short) if full.startswith(short) else owner.key
            owner.role = owner.role or entity.role
            owner.described |= entity.described
            del found[short]


def _full_names(text: str, lexicon: Lexicon) -> Iterable[Named]:
    for match in _DOTTED.finditer(text):
        start, end = _dotted_bounds(text, *match.span(), lexicon)
        behind, before = title_behind(text, end, lexicon), title_before(text, start, lexicon)
        parts = tuple(re.split("[・＝·‧•]", text[start:end]))
        if behind or before or text[end : end + 1] in tuple(_PARTICLES) or says(text, end, lexicon):
            yield text[start:end], parts, before or (behind if behind in lexicon["titles"] else "")
    if lexicon.language == "ja":
        yield from of_kin(text, lexicon)
        yield from _with_office(text, lexicon)
    for match in _RUN.finditer(text):
        yield from (in_kanji if lexicon.language == "ja" else _chinese)(text, match.start(), match.end(), lexicon)


def _with_office(text: str, lexicon: Lexicon) -> Iterable[Named]:
    """Yield katakana names of one word and Korean names before a title: アレンスキー大統領, 朴泰均首相."""
    for match in _BEFORE_OFFICE.finditer(text):
        name, behind = match.group(), title_behind(text, match.end(), lexicon)
        if behind and name not in lexicon["not_names"] and not is_place(name):
            korean = _RUN.fullmatch(name) is not None
            parts = (name[1:], name[0]) if korean else (name,)
            yield name, parts, behind if behind in lexicon["titles"] else ""


def _dotted_bounds(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[int, int]:
    first = text.find("·", start, end) if "·" in text[start:end] else end
    heads = [match.end() for match in alternatives(lexicon["titles"]).finditer(text, start, first)]
    last = max(text.rfind(sign, start, end) for sign in "·‧•・＝")
    stops = alternatives(lexicon.any_of("titles", "honorifics", "say") | _NO_SOUNDS).search(text, last + 2, end)
    start = heads[-1] if heads else start
    return start, stops.start() if stops else end


def _unwitnessed(lines: Sequence[Passage], lexicon: Lexicon) -> Iterable[Named]:
    yield from _again(lines, lexicon)
    for line in lines:
        yield from statistical_names(line.text, lexicon)


def _again(lines: Sequence[Passage], lexicon: Lexicon) -> Iterable[Named]:
    families = sections("names-han")["family"]
    whole = "\n".join(line.text for line in lines)
    found: dict[str, int] = {}
    for match in _OPENING.finditer(whole):
        name, behind = match.group(1), match.group(2)
        likely = name[0] in families and behind in lexicon["boundary"] and _NEVER.isdisjoint(name[1:])
        other = is_place(name) or alternatives(lexicon.any_of("titles", "roles")).search(name)
        if likely and not other:
            found[name] = 0
    for at in range(len(whole) - 2) if found else ():
        if (name := whole[at : at + 3]) in found:
            found[name] += 1
    for name, count in found.items():
        if count > 1:
            yield name, (name[1:], name[0]), ""


def _chinese(text: str, start: int, end: int, lexicon: Lexicon) -> Iterable[Named]:
    families = sections("names-han")["family"]
    for at in range(start, end - 1):
        size = 2 if text[at : at + 2] in families and end - at > 2 else 1 if text[at] in families else 0
        if not size:
            continue
        before = title_before(text, at, lexicon)
        for given in (2, 1):
            stop = at + size + given
            if (
                stop > end
                or not _NEVER.isdisjoint(text[at + size : stop])
                or is_place(text[at:stop])
                or text[at : at + 2] in lexicon["not_names"]
                or alternatives(lexicon.any_of("titles", "roles")).search(text[at:stop])
            ):
                continue
            said = says(text, stop, lexicon) or tells(text, stop, lexicon)
            titled = title_behind(text, stop, lexicon)
            witness = before or said or titled or AGE.match(text, stop)
            fits = stop == end or said or titled or text[stop] in lexicon["boundary"]
            if witness and fits and (before or at == start):
                yield text[at:stop], (text[at + size : stop], text[at : at + size]), before
                break


def _sex(entity: PersonEntity, lines: Sequence[Passage], lexicon: Lexicon) -> str:
    """Return what the honorifics tell: 女士 is a woman, 先生 a man."""
    for name in entity.names:
        behind = lines[name.passage].text[name.end : name.end + 2]
        if behind in ("女士", "小姐", "太太", "女史", "夫人"):
            return "f"
        if behind == "先生" and lines[name.passage].text[name.start] not in "一二三":
            return "m"
    return "f" if entity.role in lexicon["roles_female"] else "m" if entity.role in lexicon["roles_male"] else ""
