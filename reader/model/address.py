"""Addresses as they may be shown: nobody's password in them, and no host that passes itself off as another.

A host whose label mixes scripts ("раypal" with a Cyrillic start) is shown in its punycode form, as browsers do.  The mixtures
that are let through are those of the "highly restrictive" level of UTS #39, section 5.2
(https://www.unicode.org/reports/tr39/#Restriction_Level_Detection): one script, or Latin with those of Japanese, Korean or
Chinese.
"""

from __future__ import annotations

import re
from unicodedata import name, normalize

_AUTHORITY = re.compile(r"(?P<scheme>[a-zA-Z][a-zA-Z0-9+.-]*://)(?P<user>[^/?#]*@)?(?P<host>[^/?#:]*)")
_CREDENTIALS = re.compile(r"(:/{1,2})[^\s/?#]*@")  # one slash: as Python's paths tidy what is no file of theirs
_DOTS = re.compile("[.\u3002\uff0e\uff61]")
_COMMON = frozenset({"DIGIT", "HYPHEN-MINUS", "LOW", "COMBINING", "MIDDLE", "KATAKANA-HIRAGANA", "VARIATION", "ZERO"})
_TOGETHER = (
    frozenset({"LATIN", "CJK", "HIRAGANA", "KATAKANA", "IDEOGRAPHIC"}),
    frozenset({"LATIN", "CJK", "HANGUL", "IDEOGRAPHIC"}),
    frozenset({"LATIN", "CJK", "BOPOMOFO", "IDEOGRAPHIC"}),
)


def display_url(url: str) -> str:
    """Return a URL without the name and password in it, and with a host that cannot be mistaken; other text as it is."""
    if url.isascii() and "@" not in url:
        return url
    found = _AUTHORITY.match(url)
    if found is None:
        return url
    host = found["host"]
    if not host.isascii():
        host = ".".join(_plain_label(label) for label in _DOTS.split(host))
    return f"{found['scheme']}{host}{url[found.end() :]}"


def redact(text: str) -> str:
    """Return a text with no name and password in any of the addresses that stand in it."""
    return _CREDENTIALS.sub(r"\1", text) if "@" in text else text


def with_credentials(url: str, *, of: str) -> str:
    """Return a URL with the name and password of another, if both are of one scheme, host and port; else as it is."""
    theirs, ours = _AUTHORITY.match(of), _AUTHORITY.match(url)
    if theirs is None or ours is None or not theirs["user"] or ours["user"]:
        return url
    is_one = _origin(theirs, of) == _origin(ours, url)
    return f"{ours['scheme']}{theirs['user']}{url[ours.end('scheme') :]}" if is_one else url


def _origin(found: re.Match[str], url: str) -> tuple[str, str, str]:
    port = re.split("[/?#]", url[found.end() :], maxsplit=1)[0]
    return found["scheme"].lower(), found["host"].lower(), port


def mixes_scripts(label: str) -> bool:
    """Say whether a label of a host holds letters of scripts that do not belong together."""
    scripts = {script for letter in label if (script := _script(letter)) not in _COMMON}
    return len(scripts) > 1 and not any(scripts <= together for together in _TOGETHER)


def _script(letter: str) -> str:
    """Return the first word of a letter's name, which is its script: LATIN SMALL LETTER A."""
    return name(letter, "UNKNOWN").partition(" ")[0]


def _plain_label(label: str) -> str:
    if label.isascii() or not mixes_scripts(label):
        return label
    return "xn--" + normalize("NFKC", label).lower().encode("punycode").decode("ascii")
