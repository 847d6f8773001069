"""Who wrote it: names as printed, without the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterable

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
_AND = re.compile(
    r"\s*(?:,|;|\||&|/|\band\b|\bund\b|\bet\b|\by\b|\be\b|\bog\b|\boch\b|\ben\b|\bi\b|\bja\b|、|，|・(?=\S+\s))\s*", re.I
)
_TAIL = re.compile(
    r"\s*(?:\((?:[^()]*)\)|[,|–—-]\s*(?:(?:staff|senior|chief|special|political|science|health|sports?|business|news|associate|contributing"
    r"|managing|deputy|executive|editorial|bbc|cnn)\b.*|.*\b(?:correspondent|reporter|editor|writer|journalist|columnist|redakteur(?:in)?"
    r"|contributor|producer|analyst|professor|lecturer)\b.*))\s*$",
    re.I,
)
_NOT_A_NAME = re.compile(
    r"https?:|www\.|\.com\b|@|\d{3,}|\b(?:updated|published|minutes?|ago|read|photo|follow|view all|posted"
    r"|comments?|share|email|twitter)\b"
    r"|^(?:admin|administrator|user|guest|unknown|none|null|anonymous|webmaster|editor|author|staff|by|n/?a|home)$",
    re.I,
)


def clean(names: Iterable[str], *, split: bool = True) -> tuple[str, ...]:
    """Give names as a byline prints them, each once.

    Args:
        names: what the page states, one or several names in each.
        split: part strings that hold several names.
    """
    found: dict[str, str] = {}
    for given in names:
        text = _BY.sub("", line(given)).strip(" ,;|.-–—:") if len(given) < 400 else ""
        for part in _AND.split(text) if split else [text]:
            name = _TAIL.sub("", _BY.sub("", part)).strip(" ,;|-–—:")
            if is_name(name):
                found.setdefault(name.casefold(), name)
    return tuple(found.values())[:MOST]


def is_name(text: str) -> bool:
    """Text can be the name of a person or an agency."""
    return (
        1 < len(text) <= LONGEST and len(text.split()) <= 7 and not _NOT_A_NAME.search(text) and any(c.isalpha() for c in text)
    )
