"""Which pieces of the region are the story's: kept or dropped, each with the rule that decided and its score.

The rules come in order; the first that decides a piece has decided it.  What words say beyond doubt is decided first
(`signs`); the model of `weigh` decides the rest; the last rules look at what has been kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reader.extraction.classify import (
    blockquotes,
    classifier,
    corrections,
    footnotes,
    pictures,
    promotions,
    region_statistics,
    subheadings,
)
from reader.extraction.classify.region_statistics import Witness
from reader.extraction.hints import class_names, phrases
from reader.extraction.segments.segment import Kind, Piece

NOTES = frozenset(("credit", "correction"))
STRONG_SIGNS = frozenset(("media-player", "caption", "label", "picture-label", "paywall"))
"""Signs that decide a piece of any shape; the others are hints for the model."""
LEAST_KEPT, ENOUGH_KEPT = 0.15, 0.6
"""Shares of a region's prose: when less than the first would be kept, the threshold falls until the second is."""
UNSURE = -1.0
"""Score below which the model is sure that a sub-headline is none."""
SURE_HEADING = 1.0
ROW = 3
"""Sub-headlines of one level in one container that stand over nothing that is kept: they tell a list, over embedded things."""
SHORT = 40
"""Characters of a dropped label between a sub-headline and its text."""
PLAYER_TITLE = 160
"""Characters; the title of a player is at most as long."""

_SENTENCE_ENDS = (".", "!", "?", "…", "。", "！", "？", "؟", "।")


def decide(pieces: Sequence[Piece], witness: Witness, title: str, model: classifier.Model | None) -> None:
    """Decide every piece of the region; without a model, all that no rule drops is kept."""
    by_rules(pieces, title)
    if model is not None:
        _weighed(pieces, witness, model)
    promotions.decide(pieces)
    _set_in(pieces)
    _sub_headlines(pieces)
    footnotes.decide(pieces)
    blockquotes.decide(pieces)
    _pulled(pieces)
    _bare_headings(pieces)
    pictures.decide(pieces)


def by_rules(pieces: Sequence[Piece], title: str) -> None:
    """Decide the pieces of which there is no doubt."""
    table = phrases.known()
    for piece in pieces:
        piece.sign = table.read(piece.text) if piece.kind not in (Kind.FIGURE, Kind.PREFORMATTED) else ""
    _players(pieces)
    pictures.caption(pieces)
    for piece in pieces:
        if not piece.decided:
            _by_words(piece, title)
        if piece.kind is Kind.LISTING and not piece.decided and _is_about(piece):
            piece.drop("about")
    corrections.decide(pieces)
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
    elif piece.kind is Kind.HEADING and piece.signs & class_names.HIDDEN:
        piece.drop("hidden")  # for screen readers alone: "Article content"
    elif piece.sign in NOTES:
        piece.drop("note")
    elif piece.sign in STRONG_SIGNS:
        piece.drop(piece.sign)


def _weighed(pieces: Sequence[Piece], witness: Witness, model: classifier.Model) -> None:
    """Let the model decide what no rule has decided."""
    words = [piece for piece in pieces if piece.kind is not Kind.FIGURE]
    scores = model.scores(words, witness)
    threshold = _threshold(words, scores)
    for piece, score in zip(words, scores, strict=True):
        if piece.decided:
            continue
        if score > threshold:
            piece.keep("kept" if score > 0 else "kept-for-want-of-better", score)
        else:
            piece.drop("weighed", score)


def _set_in(pieces: Sequence[Piece]) -> None:
    """Keep tables and preformatted text that are set into a row of the story's paragraphs, and sentences listed in one."""
    words = [piece for piece in pieces if piece.kind is not Kind.FIGURE]
    for before, piece, after in zip(words, words[1:], words[2:], strict=False):
        if piece.kept or piece.rule != "weighed" or not _may_be_set_in(piece):
            continue
        around = (before.holder, after.holder)
        in_row = (
            before.kept
            and (after.kept or piece.kind is Kind.LISTING)
            and any(holder in around for holder in (piece.holder, piece.holder.parent))
        )
        if in_row and piece.linked * 2 < len(piece.text):
            piece.keep("set-in", piece.score)


def _may_be_set_in(piece: Piece) -> bool:
    if piece.kind is not Kind.LISTING:
        return piece.kind in (Kind.TABLE, Kind.PREFORMATTED)
    items = piece.text.split("\n")
    return not piece.linked and len(items) > 1 and all(item.endswith(_SENTENCE_ENDS) for item in items)


def _threshold(pieces: Sequence[Piece], scores: Sequence[float]) -> float:
    """Give the score that a piece must pass: 0, but less where that would leave next to nothing of a region full of prose.

    The region has been chosen for its prose; when the model likes none of it, it is the model that does not know such pages.
    """
    prose = sorted(
        ((score, len(piece.text)) for piece, score in zip(pieces, scores, strict=True) if region_statistics.is_prose(piece)),
        reverse=True,
    )
    total = sum(size for _, size in prose)
    if not total or sum(size for score, size in prose if score > 0) >= LEAST_KEPT * total:
        return 0.0
    letters = 0
    for score, size in prose:
        letters += size
        if letters >= ENOUGH_KEPT * total:
            return min(score - 0.01, 0.0)
    return 0.0


def _pulled(pieces: Sequence[Piece]) -> None:
    """Drop quotes that are set out from the text whose sentences they repeat, and a paragraph that follows its own copy."""
    before: Piece | None = None
    for piece in pieces:
        if not piece.kept or piece.kind is not Kind.PARAGRAPH:
            continue
        if before is not None and piece.text == before.text and len(piece.text) > SHORT:
            piece.drop("repeated")
        elif len(piece.text) > SHORT and _is_set_out(piece) and _is_said(piece, pieces):
            piece.drop("pull-quote")
        else:
            before = piece


def _is_set_out(piece: Piece) -> bool:
    return any(
        holder.tag.name in ("blockquote", "aside", "figure") or holder.signs & class_names.PULLED
        for holder in piece.holder.chain()
    )


def _is_said(piece: Piece, pieces: Sequence[Piece]) -> bool:
    words = piece.text.strip("\"“”„«»'‘’. ")
    return any(words in other.text for other in pieces if other is not piece and other.kept and len(other.text) >= len(words))


def _is_about(piece: Piece) -> bool:
    """A list begins with the label of a picture: it is a box about an author, and its items are what it says of them."""
    first = next((words for words in piece.tag.stripped_strings), "")
    return phrases.known().read(first) == "picture-label"


def _about_box(pieces: Sequence[Piece]) -> None:
    """What follows the picture of the author is about the author."""
    start = next((i for i, piece in enumerate(pieces) if piece.sign == "picture-label"), None)
    if start is None or not any(piece.kept for piece in pieces[:start]):
        return
    for piece in pieces[start:]:
        if not piece.decided:
            piece.drop("about")


def _sub_headlines(pieces: Sequence[Piece]) -> None:
    """Keep a sub-headline of which the model is not sure, where the text below it is kept."""
    below: Piece | None = None
    for piece in reversed(pieces):
        if piece.kind is Kind.FIGURE:
            continue
        in_doubt = piece.rule == "weighed" and piece.score > UNSURE and not piece.sign
        over_text = below is not None and below.kept and below.kind is not Kind.HEADING
        if in_doubt and over_text and (piece.kind is Kind.HEADING or _is_set_as_heading(piece)):
            piece.keep("sub-headline", piece.score)
        if piece.kept or len(piece.text) > SHORT:
            below = piece


def _is_set_as_heading(piece: Piece) -> bool:
    return piece.kind is Kind.PARAGRAPH and subheadings.stands_out(piece)


def _bare_headings(pieces: Sequence[Piece]) -> None:
    """Drop a sub-headline behind which no text is left, unless it surely stands over a picture, or in a row of its like."""
    below, after = False, None
    bare: list[Piece] = []
    for piece in reversed(pieces):
        if piece.kept and piece.kind is Kind.HEADING:
            over_picture = after is not None and after.kind is Kind.FIGURE and piece.score > SURE_HEADING
            if not below and not over_picture:
                bare.append(piece)
        elif piece.kept and piece.kind is not Kind.FIGURE:
            below = True
        after = piece
    rows = Counter((id(piece.holder), piece.level) for piece in bare)
    for piece in bare:
        if not below or rows[id(piece.holder), piece.level] < ROW:
            piece.drop("nothing-below", piece.score)


def same(text: str, title: str) -> bool:
    """A piece says the title and nothing else, give or take signs and capitals."""
    if not title or abs(len(text) - len(title)) > 12:
        return False
    return _letters(text) == _letters(title)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
