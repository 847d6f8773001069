"""Which pieces of the region are the story's: kept or dropped, each with the rule that decided and its score.

The rules come in order; the first that decides a piece has decided it.  What words say beyond doubt is decided first
(`signs`); the model of `weigh` decides the rest; the last rules look at what has been kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reader.extract import features, signs, weigh
from reader.extract.pieces import Kind, Piece

NOTES = frozenset(("credit", "correction"))
STRONG_SIGNS = frozenset(("media-player", "caption", "label", "picture-label"))
"""Signs that decide a piece of any shape; the others are hints for the model."""
PLAYER_TITLE = 160
"""Characters; the title of a player is at most as long."""


def decide(pieces: Sequence[Piece], witness: features.Witness, title: str, model: weigh.Model) -> None:
    """Decide every piece of the region."""
    by_rules(pieces, title)
    _weighed(pieces, witness, model)
    _repeated(pieces)
    _bare_headings(pieces)


def by_rules(pieces: Sequence[Piece], title: str) -> None:
    """Decide the pieces of which there is no doubt."""
    table = signs.tables()
    for piece in pieces:
        piece.sign = table.read(piece.text) if piece.kind not in (Kind.FIGURE, Kind.PREFORMATTED) else ""
    _players(pieces)
    for piece in pieces:
        if not piece.decided:
            _by_words(piece, title)
    _about_box(pieces)


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
    if piece.kind is not Kind.LISTING and same(piece.text, title):
        piece.drop("title")
    elif piece.sign in NOTES:
        piece.drop("note")
    elif piece.sign in STRONG_SIGNS:
        piece.drop(piece.sign)


def _weighed(pieces: Sequence[Piece], witness: features.Witness, model: weigh.Model) -> None:
    """Let the model decide what no rule has decided."""
    words = [piece for piece in pieces if piece.kind is not Kind.FIGURE]
    for piece, numbers in zip(words, features.vectors(words, witness), strict=True):
        if piece.decided:
            continue
        score = model.score(numbers)
        if score > 0:
            piece.keep("kept", score)
        else:
            piece.drop("weighed", score)


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
        if not piece.decided:
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
