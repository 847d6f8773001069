"""Who wrote it: names as printed, without the words around them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable

from reader.model.text import line

LONGEST = 80
"""Characters of a name; anything longer is a sentence."""
MOST = 12

_BY = re.compile(
    r"^(?:(?:written|reported|posted|published|story|text|words|analysis|opinion|review|reporting|created|submitted|article)\s+)?"
    r"(?:by|von|par|por|da|di|av|af|door|autor(?:in)?|author|text|texte|redaktion|przez|автор|текст|文|撰文|作者|記者|取材"
    r"|kirjoittanut|skrevet av)"
    r"\s*[:：]?\s+(?=\S)|^(?:autor(?:in|es|a)?|authors?|auteurs?|text|автор|作者|文|撰文)\s*[:：]\s*",
    re.I,
)
_MARKS = re.compile(r"\s*(?:,|;|\||&|、|，|\s/\s|・(?=\S+\s))\s*")
_AND = re.compile(r"\s+(?:and|und|et|y|e|og|och|en|i|ja|és|и|та|με|with|mit|avec|con|com)\s+", re.I)
_ADDRESS = re.compile(r"https?:|www\.", re.I)
_HOUSE = re.compile(
    r"\.(?:com|de|org|net|ch|at|tv|fr|it|es|co\.uk|tr|lt|news)$|^(?:the )?(?:newsroom|online|web|staff|redaktion|redaction)$",
    re.I,
)
_TAIL = re.compile(
    r"\s*(?:\((?:[^()]*)\)|[,|–—-]\s*(?:(?:staff|senior|chief|special|political|science|health|sports?|business|news|associate|contributing"
    r"|managing|deputy|executive|editorial|bbc|cnn)\b.*|.*\b(?:correspondent|reporter|editor|writer|journalist|columnist|redakteur(?:in)?"
    r"|contributor|producer|analyst|professor|lecturer)\b.*))\s*$",
    re.I,
)
_JOB = re.compile(
    r"\b(?:correspondent|reporter|editor|writer|journalist|columnist|redakteur(?:in)?|contributor|producer|analyst|author)s?$",
    re.I,
)
_NOT_A_NAME = re.compile(
    r"https?:|www\.|\.com\b|@|\d|\b(?:updated|published|minutes?|ago|read|photo|follow|view all|posted"
    r"|comments?|share|email|twitter)\b"
    r"|^(?:admin|administrator|user|guest|unknown|none|null|anonymous|webmaster|editor|author|staff|by|n/?a|home)$",
    re.I,
)


def clean(names: Iterable[str]) -> tuple[str, ...]:
    """Return names as a byline prints them, each once; a string may hold several."""
    found: dict[str, str] = {}
    for given in names:
        if len(given) >= 400 or _ADDRESS.search(given):
            continue
        for part in _parts(_BY.sub("", line(given)).strip(" ,;|.-–—:")):
            name = _TAIL.sub("", _BY.sub("", part)).strip(" ,;|-–—:")
            if is_name(name) and not (found and _JOB.search(name)):
                found.setdefault(name.casefold(), name)
    return tuple(found.values())[:MOST]


def _parts(text: str) -> list[str]:
    """Part names at their marks; at a word for "and" only where whole names stand on both sides."""
    parts: list[str] = []
    for segment in _MARKS.split(text):
        between = _AND.split(segment)
        if all(len(name.split()) > 1 or _is_agency(name) for name in between):
            parts += between
        else:
            parts.append(segment)
    return parts


def _is_agency(name: str) -> bool:
    return len(name) > 1 and name.isupper()


def is_person(name: str) -> bool:
    """Tell whether a name looks like a person's: two to five words, each with a capital where the script has them."""
    given = name.split()
    if not name.isascii() and name.upper() == name.lower():
        return 1 < len(name) <= 12
    return 2 <= len(given) <= 5 and given[0][0].isupper() and given[-1][0].isupper()


def is_site(name: str, own: Container[str]) -> bool:
    """Tell whether a byline only names the site, or a part of its house."""
    letters = "".join(c for c in name.casefold() if c.isalnum())
    return letters in own or bool(_HOUSE.search(name))


def is_name(text: str) -> bool:
    """Tell whether text can be the name of a person or an agency."""
    return (
        1 < len(text) <= LONGEST and len(text.split()) <= 7 and not _NOT_A_NAME.search(text) and any(c.isalpha() for c in text)
    )
