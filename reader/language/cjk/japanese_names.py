"""Reads the Japanese names in a run of kanji: family and given name with a title, an honorific or an age beside them.

A given name may be written in kana, and stands alone where it follows a word of kin: 妻の花子さん.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from reader.language.cjk.words import AGE, HAN, Named, alternatives, title_before, title_behind
from reader.language.lexicon.word_lists import Lexicon, sections

_HAN_SIGN = re.compile(f"[{HAN}]")
_HIRAGANA, _KATAKANA = "\u3041-\u3096", "\u30a1-\u30f6\u30fc"
_IN_KATAKANA = re.compile(f"[{_KATAKANA}]{{2,6}}(?![{_KATAKANA}・＝])")
_TO_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
_LONGEST_GIVEN = 3
_NOBODYS = frozenset("市県区町村庁省局社会部課署院校学党団委員長官第代現元前新副総当同各")  # in no Japanese name, as good as
_STARTS = ("", "の", "、", "　", "。")


def in_kanji(text: str, start: int, end: int, lexicon: Lexicon) -> Iterable[Named]:
    """Read a run of kanji as family and given name, with an honorific or title behind it or a title before it."""
    if (unlisted := _unlisted(text, start, end, lexicon)) is not None:
        yield unlisted
        return
    for at in range(start, end):
        before = title_before(text, at, lexicon)
        if at > start and not before:
            continue
        for size in _families(text, at, end):
            if _is_titled(text, at + size, lexicon):
                return  # a family name alone, and no shorter one with a given name: 森下市長
            given, behind = _given(text, at + size, end, lexicon)
            if given and (behind or before or AGE.match(text, at + size + len(given))):
                role = before or (behind if behind in lexicon["titles"] else "")
                yield text[at : at + size + len(given)], (given, text[at : at + size]), role
                return


def _families(text: str, at: int, end: int) -> list[int]:
    families = sections("names-ja")["family"]
    return [size for size in (3, 2, 1) if at + size <= end and text[at : at + size] in families]


def _is_titled(text: str, at: int, lexicon: Lexicon) -> bool:
    """Return whether a title or an honorific starts at a place: 君 and 様 open given names too."""
    found = title_behind(text, at, lexicon)
    return len(found) > 1 or (bool(found) and not _HAN_SIGN.match(text, at + 1))


def _unlisted(text: str, start: int, end: int, lexicon: Lexicon) -> Named | None:
    """Read a full name whose family name is not in the list: four or five kanji alone before an honorific or a title."""
    for size in (4, 5):
        behind = title_behind(text, start + size, lexicon) if start + size <= end else ""
        listed = _families(text, start, end)
        known = _NOBODYS.isdisjoint(text[start : start + size]) and text[start - 1 : start] in _STARTS
        if behind and not listed and known:
            name = text[start : start + size]
            return name, (name[2:], name[:2]), behind if behind in lexicon["titles"] else ""
    return None


@cache
def _in_hiragana(honorifics: frozenset[str]) -> re.Pattern[str]:
    return re.compile(f"[{_HIRAGANA}]{{2,4}}?(?={alternatives(honorifics).pattern}|[（(])")


def _given(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[str, str]:
    for size in range(1, _LONGEST_GIVEN + 1):
        behind = title_behind(text, start + size, lexicon) if start + size <= end else ""
        if behind:
            return text[start : start + size], behind
    if kana := _in_hiragana(lexicon["honorifics"]).match(text, start):
        return kana.group(), title_behind(text, kana.end(), lexicon)
    if kana := _IN_KATAKANA.match(text, start):
        behind = title_behind(text, kana.end(), lexicon)
        called = behind in lexicon["honorifics"] or _is_given(kana.group())  # not so 千葉タワー社長
        return (kana.group(), behind) if called else ("", "")
    return (text[start:end], "") if 0 < end - start <= _LONGEST_GIVEN else ("", "")


def _is_given(katakana: str) -> bool:
    name = katakana.translate(_TO_HIRAGANA)
    return any(name in sections("names-ja")[kind] for kind in ("female", "male"))


@cache
def _of_kin(kin: frozenset[str], honorifics: frozenset[str]) -> re.Pattern[str]:
    name = f"[{HAN}]{{1,{_LONGEST_GIVEN}}}?|[{_HIRAGANA}]{{2,4}}?|[{_KATAKANA}]{{2,6}}"
    return re.compile(
        f"(?<![{HAN}])({alternatives(kin).pattern})の?({name})(?={alternatives(honorifics).pattern}|[（(][0-9０-９])"
    )


def of_kin(text: str, lexicon: Lexicon) -> Iterator[Named]:
    """Yield those of a text who are called by their given name alone, behind a word of kin."""
    families = sections("names-ja")["family"]
    for match in _of_kin(lexicon["kin"], lexicon["honorifics"]).finditer(text) if lexicon["kin"] else ():
        kin, name = match.groups()
        if name not in families and not alternatives(lexicon.any_of("titles", "honorifics", "roles", "kin")).search(name):
            yield name, (name,), kin
