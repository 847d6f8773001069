"""Which pieces of the region are the story's: kept or dropped, each with the rule that decided and its score.

The rules come in order; the first that decides a piece has decided it.  Rules that look at words ask the tables of `signs`,
rules that look at containers ask `classes`; what none of them takes is weighed by `weigh`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reader.extract import classes, signs
from reader.extract.pieces import Kind, Piece

NOTES = frozenset(("credit", "correction"))
STRONG_SIGNS = frozenset(("media-player", "caption", "label", "picture-label"))
"""Signs that decide a piece of any shape; others only decide short pieces and lists of links."""
SHORT = 120
"""Characters of a piece that a weaker sign decides."""
PLAYER_TITLE = 160
"""Characters; the title of a player is at most as long."""

MOST_STRIPPED = 0.2
"""Share of the region's text: no container with more is stripped for its class."""

_STRIPPED = (
    (classes.SHARE, "share"),
    (classes.RELATED, "related"),
    (classes.COMMENTS, "comments"),
    (classes.NEWSLETTER, "newsletter"),
    (classes.NAVIGATION, "navigation"),
    (classes.ADVERT, "advertisement"),
    (classes.NOTICE, "notice"),
    (classes.ABOUT, "about"),
    (classes.PLAYER, "media-player"),
    (classes.TAGS, "tags"),
    (classes.BYLINE, "byline"),
    (classes.AROUND, "around"),
)


def decide(pieces: Sequence[Piece], title: str) -> None:
    """Decide every piece of the region."""
    table = signs.tables()
    for piece in pieces:
        piece.sign = table.read(piece.text) if piece.kind not in (Kind.FIGURE, Kind.PREFORMATTED) else ""
    _players(pieces)
    total = sum(len(piece.text) for piece in pieces)
    for piece in pieces:
        if not piece.decided:
            _by_words(piece, title)
        if not piece.decided:
            _by_containers(piece, total)
        if not piece.decided:
            _by_links(piece)
    _repeated(pieces)
    _about_box(pieces)
    _bare_headings(pieces)


def _players(pieces: Sequence[Piece]) -> None:
    """Take the title of a media player with the words of its controls, which come as a row of at least two."""
    for i, piece in enumerate(pieces):
        if piece.sign != "media-player":
            continue
        before = pieces[i - 1] if i else None
        follows = i + 1 < len(pieces) and pieces[i + 1].sign == "media-player"
        if before is None or not before.text or not follows or before.sign or before.decided:
            continue
        if len(before.text) <= PLAYER_TITLE and before.text[-1] not in ".!?…":
            before.drop("media-player")


def _by_words(piece: Piece, title: str) -> None:
    sign = piece.sign
    if piece.kind is not Kind.LISTING and same(piece.text, title):
        piece.drop("title")
    elif sign in NOTES:
        piece.drop("note")
    elif sign in STRONG_SIGNS or (sign and (len(piece.text) < SHORT or piece.linked * 2 > len(piece.text))):
        piece.drop(sign)


def _by_containers(piece: Piece, total: int) -> None:
    for holder in piece.holder.chain():
        if holder.signs & classes.STORY or holder.letters > MOST_STRIPPED * total:
            return
        if not holder.signs:
            continue
        for bit, rule in _STRIPPED:
            if holder.signs & bit:
                piece.drop(rule)
                return


def _by_links(piece: Piece) -> None:
    size = len(piece.text)
    if piece.kind in (Kind.LISTING, Kind.PARAGRAPH) and size and piece.linked > 0.7 * size and size < 300:
        piece.drop("link-density", -piece.linked / size)


def _repeated(pieces: Sequence[Piece]) -> None:
    """Drop what the page says twice, but for the first time."""
    counts = Counter(piece.text for piece in pieces if piece.kept and len(piece.text) > 30)
    seen: set[str] = set()
    for piece in pieces:
        if piece.kept and counts[piece.text] > 1:
            if piece.text in seen:
                piece.drop("repeated")
            seen.add(piece.text)


def _about_box(pieces: Sequence[Piece]) -> None:
    """What follows the picture of the author is about the author."""
    start = next((i for i, piece in enumerate(pieces) if piece.sign == "picture-label"), None)
    if start is None or not any(piece.kept for piece in pieces[:start]):
        return
    for piece in pieces[start:]:
        if piece.kept:
            piece.drop("about")


def _bare_headings(pieces: Sequence[Piece]) -> None:
    """Drop a sub-headline under which nothing is left."""
    below = False
    for piece in reversed(pieces):
        if piece.kept and piece.kind is Kind.HEADING:
            if not below:
                piece.drop("nothing-below")
        elif piece.kept and piece.kind is not Kind.FIGURE:
            below = True


def same(text: str, title: str) -> bool:
    """A piece says the title and nothing else, give or take signs and capitals."""
    if not title or abs(len(text) - len(title)) > 12:
        return False
    return _letters(text) == _letters(title)


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
