"""Who wrote it: names as printed, without the words around them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable

from reader.extraction.metadata import dates
from reader.model.text import line

LONGEST = 80
"""Characters of a name; anything longer is a sentence."""
LONGEST_BYLINE = 400
MOST = 12

_BY_WORDS = (
    r"(?:written|reported|posted|published|story|text|words|analysis|opinion|review|reporting|created|submitted|article"
    r"|edited)\s+by|(?:geschrieben|verfasst)\s+von|(?:écrit|publié)\s+par|scritto\s+da|(?:escrito|publicado)\s+por"
    r"|by|von|par|por|da|di|av|af|door|autor(?:in|es|a)?|authors?|auteurs?|text|texte|redaktion|przez|автор|текст|kirjoittanut"
    r"|skrevet av|yazan|yazar"
)
_BY = re.compile(
    rf"^(?:{_BY_WORDS})\s*[:：]?\s+(?=\S)|^(?:autor(?:in|es|a)?|authors?|auteurs?|text|автор|por|by)\s*[:：]\s*"
    r"|^(?:文|撰文|作者|記者|记者|取材|執筆|著者|글|기자)\s*[・:：/／|]\s*|^(?:文|撰文|作者|記者|记者|取材|執筆|著者)\s+",
    re.I,
)
_MARKS = re.compile(r"\s*(?:,|;|\||&|、|，|•|·|\s[/–—]\s|・(?=\S+\s))\s*")
_BAR = re.compile(r"\s*[|•·]\s*")
_AND = re.compile(r"\s+(?:and|und|et|y|e|og|och|en|i|ja|és|и|та|με|with|mit|avec|con|com)\s+", re.I)
_ADDRESS = re.compile(r"https?:|www\.", re.I)
_SITE = re.compile(
    r"\.(?:com|de|org|net|ch|at|tv|fr|it|es|co\.uk|tr|lt|news)$|^(?:the )?(?:newsroom|online|web|staff|redaktion|redaction)$",
    re.I,
)
_HOUSE = re.compile(
    r"\b(?:staff|newsroom|news|redaktion|rédaction|redacción|redazione|redação|editorial|editors|team|desk|press|agency|agencies"
    r"|media|corporation|company|magazine|network|association|institute|ministry|university|inc|ltd|gmbh)\b",
    re.I,
)
"""What has such a word is a house and no person."""
_JOBS = (
    r"correspondent|reporter|editor|writer|journalist|columnist|redakteur(?:in)?|contributor|producer|analyst|professor|lecturer"
    r"|korrespondent(?:in)?|journaliste|periodista|giornalista|corresponsal|photographer"
)
_JOB = re.compile(rf"\b(?:{_JOBS}|author)s?\b", re.I)
_OF_JOBS = (
    r"staff|senior|chief|special|political|science|health|sports?|business|news|associate|contributing|managing|deputy|executive"
    r"|editorial|environment|foreign|economics|culture|technology|education|bbc|cnn"
)
_TAIL = re.compile(rf"\s*(?:\([^()]*\)?|[,|–—-]\s*(?:(?:{_OF_JOBS})\b.*|.*\b(?:{_JOBS})\b.*))\s*$", re.I)
_JOB_BEHIND = re.compile(rf"\s+(?:(?:{_OF_JOBS})\s+)*(?:{_JOBS})\b.*$", re.I)
_CREDIT = re.compile(
    r"^(?:photo(?:graph)?s?|pictures?|images?|illustrations?|graphics?|video|fotos?|bild(?:er)?|photographies?|imágenes|edited|translated"
    r"|produced|presented|narrated|editing)\b.{0,12}?(?:\b(?:by|von|par|por|di|de)\b|:)",
    re.I,
)
_ELSEWHERE = re.compile(
    r"\s(?:in|on|at|for|from|to|aus|am|um|vom|à|le|desde|el|em|il|op|den|published|posted|updated|last)\s.*$|\s[-–—|•·]\s.*$",
    re.I,
)
"""Where, when and for whom it was written, behind the name."""
_NOT_A_NAME = re.compile(
    r"https?:|www\.|\.com\b|@|\d|\b(?:updated|published|minutes?|ago|read|photo|follow|view all|posted"
    r"|comments?|share|email|twitter)\b"
    r"|^(?:admin|administrator|user|guest|unknown|none|null|anonymous|webmaster|editor|author|staff|by|n/?a|home)$",
    re.I,
)
_AGENCIES = frozenset("dpa afp ap apa sda epd kna sid ansa efe reuters belga anp ntb tt ritzau bloomberg".split())
_PARTICLES = frozenset("de da do dos das del della di du la le van von den der zu bin ibn al el ten ter y e".split())


def clean(names: Iterable[str]) -> tuple[str, ...]:
    """Return names as a byline prints them, each once; a string may hold several."""
    found: dict[str, str] = {}
    for given in names:
        if len(given) >= LONGEST_BYLINE or _ADDRESS.search(given):
            continue
        listed = [name for part in _parts(without_by(given)) if (name := _name(part))]
        if any(map(is_person, listed)):  # the others are a place, a paper, the name of a section
            listed = [name for name in listed if is_person(name) or _is_agency(name)]
        for name in listed:
            if is_name(name) and not (_is_job(name) and (found or len(listed) > 1)):
                found.setdefault(name.casefold(), name)
    return tuple(found.values())[:MOST]


def signed(text: str) -> tuple[str, ...]:
    """Return the names in a line that begins with "by"; none, if what follows is no person's name ("By the time ...")."""
    first = next((name for part in _parts(without_by(text)) if (name := _name(part))), "")
    return clean([text]) if is_person(first) else ()


def without_by(text: str) -> str:
    """Return a byline without the word for "by" that begins it, and without the date behind it."""
    words = line(text)
    words = dates.cut_off(words)
    return _BY.sub("", words).strip(" ,;|.-–—:•·")


def begins_with_by(text: str) -> bool:
    """Tell whether a line begins as a byline does."""
    return _BY.match(text) is not None


def start(text: str) -> int:
    """Return where in a line a byline begins: at its beginning or behind a bar; -1 if it has none."""
    if begins_with_by(text):
        return 0
    return next((bar.end() for bar in _BAR.finditer(text) if begins_with_by(text[bar.end() :])), -1)


def _name(part: str) -> str:
    if _CREDIT.match(part):
        return ""
    name = _TAIL.sub("", _BY.sub("", part)).strip(" ,;|-–—:•·")
    if is_person(before := _ELSEWHERE.sub("", name)):
        name = before
    if (job := _JOB_BEHIND.search(name)) and is_person(before := name[: job.start()]):
        return before
    return name


def _is_job(name: str) -> bool:
    return _JOB.search(name) is not None and len(name.split()) > 1


def _parts(text: str) -> list[str]:
    """Part names at their marks; at a word for "and" only where whole names stand on both sides."""
    pieces = _MARKS.split(text)
    if len(pieces) == 2 and "," in text and all(" " not in piece and piece[:1].isupper() for piece in pieces):
        return [f"{pieces[1]} {pieces[0]}"]  # as catalogues sort: the last name first
    parts: list[str] = []
    for segment in pieces:
        between = _AND.split(segment)
        if all(len(name.split()) > 1 or _is_agency(name) for name in between):
            parts += between
        else:
            parts.append(segment)
    return parts


def _is_agency(name: str) -> bool:
    return (1 < len(name) < 8 and name.isupper()) or name.casefold() in _AGENCIES


def is_person(name: str) -> bool:
    """Tell whether a name looks like a person's: two to five words, each with a capital where the script has them."""
    given = name.split()
    if not name.isascii() and name.upper() == name.lower():
        return 1 < len(name) <= 12
    if not 2 <= len(given) <= 5 or _HOUSE.search(name) or _JOB.search(name):
        return False
    return given[-1][0].isupper() and all(word[0].isupper() or word.casefold() in _PARTICLES for word in given)


def is_house(name: str) -> bool:
    """Tell whether a name is that of a house and not of a person."""
    return bool(_HOUSE.search(name))


def is_site(name: str, own: Container[str]) -> bool:
    """Tell whether a byline only names the site, or a part of its house."""
    letters = "".join(c for c in name.casefold() if c.isalnum())
    return letters in own or bool(_SITE.search(name))


def is_name(text: str) -> bool:
    """Tell whether text can be the name of a person or an agency."""
    return (
        1 < len(text) <= LONGEST and len(text.split()) <= 7 and not _NOT_A_NAME.search(text) and any(c.isalpha() for c in text)
    )
