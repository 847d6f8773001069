"""Tells the language of an article from its script and its commonest words, where the page does not say it rightly."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from reader.language.lexicon.word_lists import lexicon
from reader.language.text.passages import Passage

LATIN = ("en", "fr", "de", "es", "it", "pt", "nl", "pl", "tr", "sv", "nb", "da")
_TELLING = ("function", "say", "calendar")
_PLAINLY, _HARDLY = 0.3, 0.08  # shares of telling words: beyond doubt, and the least to go by
_WORD = re.compile(r"[^\W\d_]+")
_LONG = 400  # characters by which a text can prove its page wrong
_SAMPLE = 1500  # characters that are looked at
_ALIASES = {"no": "nb", "nn": "nb"}


def language_of(stated: str, lines: Sequence[Passage]) -> str:
    """Return the primary subtag of an article's language; empty if it is none that the room knows.

    Args:
        stated: what the page says (BCP 47), believed unless the text clearly says otherwise.
        lines: the article's passages.
    """
    primary = stated.lower().replace("_", "-").partition("-")[0]
    primary = _ALIASES.get(primary, primary)
    guessed = guess(lines)
    if not primary or guessed == primary:
        return guessed
    sample = _sample(lines)
    plainly = (
        len(sample) >= _LONG and guessed and (_by_script(sample) or _share(guessed, sample) > 2 * _share(primary, sample))
    )
    return guessed if plainly else primary


def _sample(lines: Sequence[Passage]) -> str:
    return "\n".join(line.text for line in lines)[:_SAMPLE]


def _share(language: str, sample: str) -> float:
    counted = Counter(_WORD.findall(sample.lower()))
    return _count_telling(language, counted) / max(sum(counted.values()), 1)


def guess(lines: Sequence[Passage]) -> str:
    """Guess the language from the text alone; empty if nothing tells."""
    sample = _sample(lines)
    if script := _by_script(sample):
        return script
    counted = Counter(_WORD.findall(sample.lower()))
    total = sum(counted.values())
    if total and _count_telling("en", counted) >= _PLAINLY * total:
        return "en"
    found = {language: _count_telling(language, counted) for language in LATIN}
    best = max(found, key=lambda language: found[language])
    return best if total and found[best] >= _HARDLY * total else ""


def _count_telling(language: str, counted: Counter[str]) -> int:
    return sum(counted[word] for word in lexicon(language).any_of(*_TELLING) & counted.keys())


def _by_script(sample: str) -> str:
    kana = len(re.findall("[\u3040-\u30ff]", sample))
    han = len(re.findall("[\u4e00-\u9fff]", sample))
    cyrillic = len(re.findall("[\u0400-\u04ff]", sample))
    arabic = len(re.findall("[\u0600-\u06ff]", sample))
    latin = len(re.findall("[A-Za-z]", sample))
    if kana + han > latin:
        return "ja" if kana * 8 > han else "zh"
    if arabic > latin:
        return "ar" if not re.search("[\u067e\u0686\u06af\u06cc]", sample) else "fa"
    if cyrillic > latin:
        ukrainian, russian = len(re.findall("[іїєґІЇЄҐ]", sample)), len(re.findall("[ыэъёЫЭЪЁ]", sample))
        return "uk" if ukrainian > russian else "ru"
    return ""
