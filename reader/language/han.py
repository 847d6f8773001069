"""Finds people in Japanese and Chinese, which set no spaces: by family names, titles, honorifics and what follows.

A full name needs a witness where it is first met: a title before it, an honorific or an age behind it, or a say-verb.
Once met, it is found everywhere, and so is its family name with an honorific.  Katakana and transcribed names are known by
their dots.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from reader.language.figure import Figure
from reader.language.gazetteer import is_place
from reader.language.han_spread import spread
from reader.language.han_words import HAN, alternatives, says, title_before, title_behind
from reader.language.lexicon import Lexicon, sections
from reader.language.passages import Passage
from reader.language.weigh import MOST_NAMES

_RUN = re.compile(f"[{HAN}]+")
_KANA = "\u3041-\u3096"
_DOTTED = re.compile(
    f"(?<![\u30a1-\u30fa\u30fc])[\u30a1-\u30fa\u30fc]+(?:[・＝][\u30a1-\u30fa\u30fc]+)+"  # katakana
    f"|[{HAN}]{{1,6}}(?:[·‧•・][{HAN}]{{1,6}})+"
)
_OPENING = re.compile(f"(?:^|[，。！？；：、”」\n])([{HAN}]{{3}})([{HAN}])", re.MULTILINE)
_AGE = re.compile(r"[（(][\d０-９]{1,3}[）)歳]|今年\d|，\d{1,3}岁|，\d{1,3}歲|（\d{1,3}岁")
_LONGEST_GIVEN = 3
_NOBODYS = frozenset("市県区町村庁省局社会部課署院校学党団委員長官第代現元前新副総当同各")  # in no Japanese name, as good as
_NEVER = frozenset(
    "的是了在们們和与與这這那之也都就不有用想要做把被让給给很没沒个個市县縣省区區村镇鎮说說称稱人"
)  # in no given name
_PARTICLES = "はがもをにとの、。，"


def figures(lines: Sequence[Passage], lexicon: Lexicon) -> list[Figure]:
    """Give the people of an article by first mention."""
    found: dict[str, Figure] = {}
    for line in lines:
        for full, parts, role in _full_names(line.text, lexicon):
            if full not in found and len(found) == MOST_NAMES:
                continue
            figure = found.setdefault(full, Figure(key=parts))
            figure.role = figure.role or role
            figure.described |= {role} - {""}
    for full, parts, _ in _again(lines, lexicon) if lexicon.language == "zh" else ():
        if len(found) < MOST_NAMES:
            found.setdefault(full, Figure(key=parts))
    spread(lines, found, lexicon)
    people = [figure for figure in found.values() if figure.names]
    for figure in people:
        figure.names.sort(key=lambda name: (name.passage, name.start))
        figure.sex = _sex(figure, lines)
    return sorted(people, key=lambda each: (each.names[0].passage, each.names[0].start))


def _full_names(text: str, lexicon: Lexicon) -> Iterable[tuple[str, tuple[str, ...], str]]:
    """Give full names with their parts, the family name last, and the role beside them."""
    for match in _DOTTED.finditer(text):
        start, end = _dotted_bounds(text, *match.span(), lexicon)
        behind, before = title_behind(text, end, lexicon), title_before(text, start, lexicon)
        parts = tuple(re.split("[・＝·‧•]", text[start:end]))
        if behind or before or text[end : end + 1] in tuple(_PARTICLES) or says(text, end, lexicon):
            yield text[start:end], parts, before or (behind if behind in lexicon["titles"] else "")
    for match in _RUN.finditer(text):
        yield from (_japanese if lexicon.language == "ja" else _chinese)(text, match.start(), match.end(), lexicon)


def _dotted_bounds(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[int, int]:
    """Cut a title before a transcribed name, and a title or say-verb behind it."""
    first = text.find("·", start, end) if "·" in text[start:end] else end
    heads = [match.end() for match in alternatives(lexicon["titles"]).finditer(text, start, first)]
    last = max(text.rfind(sign, start, end) for sign in "·‧•・＝")
    stops = alternatives(lexicon.any_of("titles", "honorifics", "say")).search(text, last + 2, end)
    start = heads[-1] if heads else start
    return start, stops.start() if stops else end


def _again(lines: Sequence[Passage], lexicon: Lexicon) -> Iterable[tuple[str, tuple[str, ...], str]]:
    """Give Chinese names without a witness that open clauses, and come twice at least."""
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


def _japanese(text: str, start: int, end: int, lexicon: Lexicon) -> Iterable[tuple[str, tuple[str, ...], str]]:
    """Read a run of kanji as family and given name, with an honorific or title behind it or a title before it."""
    families = sections("names-ja")["family"]
    if (unlisted := _unlisted(text, start, end, lexicon)) is not None:
        yield unlisted
        return
    for at in range(start, end):
        before = title_before(text, at, lexicon)
        if at > start and not before:
            continue
        for size in (3, 2, 1):
            if text[at : at + size] not in families or at + size > end:
                continue
            given, behind = _given(text, at + size, end, lexicon)
            if given and (behind or before or _AGE.match(text, at + size + len(given))):
                role = before or (behind if behind in lexicon["titles"] else "")
                yield text[at : at + size + len(given)], (given, text[at : at + size]), role
                return


def _unlisted(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[str, tuple[str, ...], str] | None:
    """Read a full name whose family name is not in the list: four or five kanji alone before an honorific or a title."""
    for size in (4, 5):
        behind = title_behind(text, start + size, lexicon) if start + size <= end else ""
        listed = any(text[start : start + part] in sections("names-ja")["family"] for part in (1, 2, 3))
        if (
            behind
            and not listed
            and _NOBODYS.isdisjoint(text[start : start + size])
            and text[start - 1 : start] in ("", "の", "、", "　", "。")
        ):
            name = text[start : start + size]
            return name, (name[2:], name[:2]), behind if behind in lexicon["titles"] else ""
    return None


@cache
def _kana_given(honorifics: frozenset[str]) -> re.Pattern[str]:
    """Give a pattern of a given name in kana before an honorific or a bracket."""
    return re.compile(f"[{_KANA}]{{2,4}}?(?={alternatives(honorifics).pattern}|[（(])")


def _given(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[str, str]:
    """Give the given name behind a family name, and the honorific or title behind that."""
    for size in range(1, _LONGEST_GIVEN + 1):
        behind = title_behind(text, start + size, lexicon) if start + size <= end else ""
        if behind:
            return text[start : start + size], behind
    if kana := _kana_given(lexicon["honorifics"]).match(text, start):
        return kana.group(), title_behind(text, kana.end(), lexicon)
    return (text[start:end], "") if 0 < end - start <= _LONGEST_GIVEN else ("", "")


def _chinese(text: str, start: int, end: int, lexicon: Lexicon) -> Iterable[tuple[str, tuple[str, ...], str]]:
    """Read family and given name in a run of hanzi, behind a title or before a say-verb or an age."""
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
                or alternatives(lexicon.any_of("titles", "roles")).search(text[at:stop])
            ):
                continue
            witness = before or says(text, stop, lexicon) or _AGE.match(text, stop) or title_behind(text, stop, lexicon)
            fits = stop == end or text[stop] in lexicon["boundary"] or title_behind(text, stop, lexicon)
            if witness and fits and (before or at == start):
                yield text[at:stop], (text[at + size : stop], text[at : at + size]), before
                break


def _sex(figure: Figure, lines: Sequence[Passage]) -> str:
    """Give what the honorifics tell: 女士 is a woman, 先生 a man."""
    for name in figure.names:
        behind = lines[name.passage].text[name.end : name.end + 2]
        if behind in ("女士", "小姐", "太太", "女史", "夫人"):
            return "f"
        if behind == "先生" and lines[name.passage].text[name.start] not in "一二三":
            return "m"
    return ""
