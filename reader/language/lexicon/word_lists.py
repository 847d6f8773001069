"""The word lists of a language, read once, when the first article in that language comes.

A list is a text file of `data/`: `#` opens a comment, `[section]` a set of words, parted by blanks; a blank inside an entry is
written `_`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files

_SPECIAL = str.maketrans({"ł": "l", "ø": "o", "ı": "i"})

Sections = dict[str, frozenset[str]]
_NONE: frozenset[str] = frozenset()
NORDIC = frozenset({"sv", "da", "nb", "no"})
"""Languages whose papers open speech with a dash and close it with nothing."""


class Lexicon(dict[str, frozenset[str]]):
    """The words of one language by section, in lower case; a section that the language does not list is empty."""

    __slots__ = ("_alike", "_unions", "language")

    def __init__(self, language: str, sections: Sections) -> None:
        """Keep the sections of a language."""
        super().__init__(sections)
        self.language = language
        self._alike: dict[str, frozenset[str]] | None = None
        self._unions: dict[tuple[str, ...], frozenset[str]] = {}

    def __missing__(self, section: str) -> frozenset[str]:
        return _NONE

    def alike(self, role: str) -> frozenset[str]:
        """Return the words that a role may be called by ("senator", "sen", "lawmaker"), itself among them."""
        if self._alike is None:
            self._alike = {}
            for group in self["same_roles"]:
                words = frozenset(group.split("+"))
                for word in words:
                    self._alike[word] = self._alike.get(word, _NONE) | words
        known = self._alike.get(role, _NONE) | {role}
        return known | {role.removeprefix("ال")} if self.language == "ar" else known

    def any_of(self, *names: str) -> frozenset[str]:
        """Return the words of several sections as one set."""
        found = self._unions.get(names)
        if found is None:
            found = self._unions[names] = frozenset().union(*(self[name] for name in names))
        return found


@cache
def sections(name: str) -> Sections:
    """Read one list of `data/` by its name without `.txt`; nothing if there is none."""
    file = files("reader.language").joinpath("data", f"{name}.txt")
    if not file.is_file():
        return {}
    found: dict[str, frozenset[str]] = {}
    text = file.read_text(encoding="utf-8").replace("'", "’")  # both apostrophes are read as the curly one
    for part in re.split(r"^\[", text, flags=re.MULTILINE)[1:]:
        head, _, words = part.partition("]\n")
        found[head] = frozenset(words.replace("_", " ").split()) if "_" not in words else _with_blanks(words)
    return found


def _with_blanks(words: str) -> frozenset[str]:
    return frozenset(word.replace("_", " ") for word in words.split())


@cache
def lexicon(language: str) -> Lexicon:
    """Return the words of a language, by its primary subtag; an unknown language has none."""
    read = sections(language) if re.fullmatch("[a-z]{2,3}", language) else {}
    trades = read.get("trades", _NONE)  # a trade is a title before a name, and a role beside it
    if trades:
        read = {**read, **{kind: read.get(kind, _NONE) | trades for kind in ("titles", "roles")}}
    return Lexicon(language, read)


def fold(word: str) -> str:
    """Return a name in the form that the name lists are searched in: lower case, without accents (but of Cyrillic letters)."""
    word = word.lower()
    if word.isascii():
        return word
    if "\u0400" <= word[0] <= "\u04ff":
        return word
    decomposed = unicodedata.normalize("NFKD", word.translate(_SPECIAL))
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))
