"""What the full-text index holds of a text, and what a search asks it.

SQLite's `unicode61` cuts text at everything that is no letter or digit, which finds no word in scripts that are written
without spaces.  Their runs are indexed as overlapping pairs of characters (東京都 as 東京 京都 都), so that a search for two
characters, the commonest length of a Japanese or Chinese word, finds them: a trigram index would need three.
"""

from __future__ import annotations

import re

from reader.library.query import All, Any, Node, Not, Words
from reader.library.terms.folding import flatten, plainly
from reader.model.text import line

# Han, kana, Thai, Lao, Burmese, Khmer: written without spaces.
UNSPACED = re.compile(
    "[\u0e01-\u0e3a\u0e40-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+"
)
_HANGUL = re.compile("[\uac00-\ud7a3]{2,}")
_PARTS = re.compile(r"\w+")
SNIPPET = 160
"""Characters of a snippet, about."""


def indexed(text: str) -> str:
    """Return text as it goes into the index."""
    return text if text.isascii() else UNSPACED.sub(_pairs, plainly(text))


def _pairs(match: re.Match[str]) -> str:
    run = match.group()
    return f" {' '.join(run[i : i + 2] for i in range(len(run)))} "


def matching(node: Node) -> str:
    """Return the full-text expression for a part of a query that is about words alone; empty if it is not, or has no words."""
    match node:
        case Words():
            return _quoted(node)
        case Any():
            parts = [matching(term) for term in node.terms]
            return f"({' OR '.join(parts)})" if parts and all(parts) else ""
        case All():
            wanted = [matching(term) for term in node.terms if not isinstance(term, Not)]
            left_out = [matching(term.term) for term in node.terms if isinstance(term, Not)]
            if not wanted or not all(wanted) or not all(left_out):
                return ""
            return "(" + " NOT ".join([f"({' AND '.join(wanted)})", *left_out]) + ")"
    return ""


def _quoted(words: Words) -> str:
    parts = [piece.replace('"', '""') for piece in indexed(line(words.text)).split()]
    prefix = words.prefix or bool(_HANGUL.fullmatch(words.text))  # its particles hang on the word
    if UNSPACED.fullmatch(words.text):
        # The last, lone character of an indexed run stands only at a run's end; a search is for any place.
        parts = parts[:-1] or parts
        prefix = prefix or len(words.text) == 1
    if not any(_PARTS.search(part) for part in parts):
        return ""
    expression = f'"{" ".join(parts)}"{"*" if prefix else ""}'
    if words.forms:
        expression = f"({' OR '.join((expression, *(f'{chr(34)}{form}{chr(34)}' for form in words.forms)))})"
    return f"title : {expression}" if words.title else expression


def sought(node: Node) -> tuple[Words, ...]:
    """Return the words that a query wants (not those it leaves out), in order."""
    match node:
        case Words():
            return (node, *(Words(form) for form in node.forms))
        case All() | Any():
            return tuple(words for term in node.terms for words in sought(term))
    return ()


def snippet(body: str, wanted: tuple[Words, ...]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the passage of a text around the first of some words, and where in it all of them stand.

    The passage is one line that has passed the gate; where is half-open, in its characters.
    """
    folded, origins = flatten(body)
    wanted_texts = [(flatten(words.text)[0], bool(UNSPACED.search(words.text))) for words in wanted if words.text]
    first = min((at for at in (_first(folded, text, anywhere) for text, anywhere in wanted_texts) if at >= 0), default=-1)
    first = origins[first] if origins and first >= 0 else first
    start = max(0, first - SNIPPET // 3)
    if start:
        start = body.find(" ", start, first) + 1 or start
    end = min(len(body), start + SNIPPET)
    if end < len(body):
        end = max(body.rfind(" ", start + 1, end), start) or end
        end = end if end > start else min(len(body), start + SNIPPET)
    passage = line(body[start:end])
    folded, origins = flatten(passage)
    longest_first = sorted(wanted_texts, key=lambda one: -len(one[0]))
    patterns = [re.escape(text) if anywhere else rf"(?<!\w){re.escape(text)}" for text, anywhere in longest_first if text]
    spans = [match.span() for match in re.finditer("|".join(patterns) or r"(?!)", folded) if match.end() > match.start()]
    if origins:
        spans = [(origins[begin], origins[stop - 1] + 1) for begin, stop in spans]
    return passage, tuple(spans)


def _first(folded: str, text: str, anywhere: bool) -> int:  # noqa: FBT001 - it goes with the text
    at = folded.find(text)
    while not anywhere and at > 0 and (folded[at - 1].isalnum() or folded[at - 1] == "_"):
        at = folded.find(text, at + 1)
    return at
