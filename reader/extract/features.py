"""What is known of each piece in numbers: its words, its containers, its place, its neighbours.

`NAMES` says what each number is; the model of `weigh` was trained on exactly these, in this order.  All are computed once
for a region, none looks at the language of the words: what words say is asked of `signs` and given here as a number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from reader.extract import classes
from reader.extract.pieces import Kind, Piece
from reader.extract.surroundings import WITHIN, Region, letters
from reader.model import Listing

SIGNS = ("label", "share", "related", "newsletter", "cookies", "comments", "copyright", "about", "caption", "media-player")
CLASSES = tuple(name for name in classes.NAMES if name != "correction")
"""Not what is decided by a rule."""
MOST_LETTERS, MOST_PIECES, MOST_ALIKE, MOST_ECHOES = 12_000, 100, 30, 3
"""Counts beyond these say no more: a story may be longer than any that the model has seen."""
SUMMED_UP = 20
"""Pieces, from the first, among which the summary is looked for."""
LONGEST_TITLE = 160
"""Characters; a longer piece is not held against the title."""
NAMES = (
    *"size words link_share links strong_share end commas capitals address".split(),
    *"heading_level items is_table is_pre tag".split(),
    *(f"sign_{name}" for name in SIGNS),
    *(f"class_{name}" for name in CLASSES),
    *(f"in_{name}" for name in WITHIN),
    *"articles_around holder_share holder_links parent_share parent_links depth_from_main in_main holder_prose".split(),
    *"group_prose group_count group_size group_links".split(),
    *"index_share letters_before letters_after prose_before prose_after since_prose until_prose".split(),
    *"prev_size prev_links prev_heading prev_sign next_size next_links next_heading next_sign".split(),
    *"prev2_size next2_size prev_same_holder next_same_holder".split(),
    *"since_heading letters_since_heading heading_sign heading_size h1_before".split(),
    *"echoes echo_of_earlier title_share in_summary in_body total count all_links page_kind".split(),
)

_BITS = tuple(classes.NAMES[name] for name in CLASSES)
_TAGS = {
    name: float(number) for number, name in enumerate("p div li td section article blockquote body main dd dt".split(), 1)
}
_ENDS = {
    mark: float(number) for number, marks in enumerate((".。", "!?？！", ":：", "…", "\"”»“'’", ")", ","), 1) for mark in marks
}
_SIGNED = {sign: tuple(float(sign == name) for name in SIGNS) for sign in SIGNS}
_UNSIGNED = (0.0,) * len(SIGNS)
_NOBODY = (-1.0, -1.0, -1.0, -1.0)
"""What is known of a neighbour where there is none."""
_ADDRESS = re.compile(r"https?://|www\.|@\w|©|\(c\)", re.I)
_OF_ADDRESSES = ("://", "@", "©", "www.", "WWW.", "(c)", "(C)")
"""What an address has in it: to look for these is faster than to ask the pattern."""
_ENOUGH = 100_000
"""Characters whose words are counted: a paragraph of 20 MB, cut into words, takes 300."""


def vectors(region: Region, *, skip: Sequence[bool] = ()) -> list[list[float]]:
    """Give the numbers of each piece of a region, in the order of `NAMES`; none for those that are to be skipped.

    All are floats: Python compares those with each other twice as fast as with integers.
    """
    alike: dict[tuple[int, int], list[float]] = {}
    neighbours = [_NOBODY, *map(_neighbour, region.pieces, region.sizes, region.links), _NOBODY]
    places, headings = _places(region), _headings(region)
    return [
        []
        if skip and skip[i]
        else [
            *_words(region.pieces[i]),
            *_containers(region, i, alike),
            *_group(region, i),
            *places[i],
            *neighbours[i],
            *neighbours[i + 2],
            *_neighbours(region, i),
            *headings[i],
            *_repetition(region, i),
        ]
        for i in range(len(region.pieces))
    ]


def _words(piece: Piece) -> list[float]:
    text = piece.text
    size = len(text) or 1
    many, words = _split(piece)
    first = [word[0].isupper() for word in words]
    block, kind, count = piece.block, piece.kind, text.count
    return [
        float(size),
        float(many),
        piece.linked / size,
        float(piece.links),
        piece.strong / size,
        _ENDS.get(text[-1:], 0.0),
        float(count(",") if text.isascii() else count(",") + count("、") + count("，")),
        sum(first) / (len(first) or 1),
        1.0 if _has_address(text) else 0.0,
        float(piece.level) if kind is Kind.HEADING else 0.0,
        float(len(block.items)) if isinstance(block, Listing) else 0.0,
        1.0 if kind is Kind.TABLE else 0.0,
        1.0 if kind is Kind.PREFORMATTED else 0.0,
        _TAGS.get(piece.tag.name, 0.0),
        *_SIGNED.get(piece.sign, _UNSIGNED),
    ]


def _split(piece: Piece) -> tuple[int, list[str]]:
    """Give how many words a piece has, and the first of them."""
    text = piece.text
    if piece.block is None and 0 < len(text) <= _ENOUGH:  # one line, each space in it parts two words
        return text.count(" ") + 1, text.split(" ", 12)[:12]
    words = text[:_ENOUGH].split()
    return len(words), words[:12]


def _has_address(text: str) -> bool:
    return any(map(text.__contains__, _OF_ADDRESSES)) and _ADDRESS.search(text) is not None


def _containers(region: Region, i: int, alike: dict[tuple[int, int], list[float]]) -> list[float]:
    """Give what the containers around a piece say; `alike`: what they said of others whose own element is called alike."""
    holder, own = region.pieces[i].holder, region.own[i]
    known = alike.get((id(holder), own))
    if known is not None:
        return known
    around = region.around_of(holder)
    parent = holder.parent or holder
    main = region.main or holder
    found = alike[id(holder), own] = [
        *_spread(around.bits | own),
        *around.within,
        float(around.articles),
        holder.letters / region.total,
        holder.linked / (holder.letters or 1),
        parent.letters / region.total,
        parent.linked / (parent.letters or 1),
        float(holder.depth - main.depth),
        1.0 if holder is main else 0.0,
        region.direct[id(holder)] / region.prose_total,
    ]
    return found


def _group(region: Region, i: int) -> tuple[float, ...]:
    group = region.groups[region.keys[i]]
    return (
        group.prose / region.prose_total,
        float(min(group.count, MOST_ALIKE)),
        group.letters / group.count,
        group.linked / (group.letters or 1),
    )


@lru_cache(maxsize=1024)
def _spread(bits: int) -> tuple[float, ...]:
    return tuple(1.0 if bits & bit else 0.0 for bit in _BITS)


def _places(region: Region) -> list[tuple[float, ...]]:
    count = len(region.pieces)
    until = [0.0] * count
    distance = 99.0
    for i in range(count - 1, -1, -1):
        until[i] = distance
        distance = 1.0 if region.prose[i] else min(distance + 1.0, 99.0)
    found: list[tuple[float, ...]] = []
    letters = prose = 0
    since, total, prose_total = 99.0, region.total, region.prose_total
    for i, (size, own) in enumerate(zip(region.sizes, region.prose, strict=True)):
        found.append(
            (
                i / count,
                letters / total,
                (total - letters - size) / total,
                prose / prose_total,
                (prose_total - prose - own) / prose_total,
                since,
                until[i],
            )
        )
        letters += size
        prose += own
        since = 1.0 if own else min(since + 1.0, 99.0)
    return found


def _neighbours(region: Region, i: int) -> tuple[float, ...]:
    pieces, sizes = region.pieces, region.sizes
    count, mine = len(pieces), pieces[i].holder
    return (
        float(sizes[i - 2]) if i > 1 else -1.0,
        float(sizes[i + 2]) if i + 2 < count else -1.0,
        1.0 if i and pieces[i - 1].holder is mine else 0.0,
        1.0 if i + 1 < count and pieces[i + 1].holder is mine else 0.0,
    )


def _neighbour(piece: Piece, size: int, links: float) -> tuple[float, ...]:
    return float(size), links, 1.0 if piece.kind is Kind.HEADING else 0.0, 1.0 if piece.sign else 0.0


def _headings(region: Region) -> list[tuple[float, ...]]:
    """Give what the heading above each piece says."""
    found: list[tuple[float, ...]] = []
    since, letters, sign, size, h1 = 99.0, 0.0, 0.0, -1.0, 0.0
    for piece, own in zip(region.pieces, region.sizes, strict=True):
        found.append((since, letters, sign, size, h1))
        if piece.kind is Kind.HEADING:
            h1 = 1.0 if piece.level == 1 else h1
            since, letters, size = 1.0, 0.0, float(own)
            sign = 1.0 + SIGNS.index(piece.sign) if piece.sign in SIGNS else 0.0
        else:
            since, letters = min(since + 1.0, 99.0), letters + own
    return found


def _repetition(region: Region, i: int) -> tuple[float, ...]:
    text, witness = region.pieces[i].text, region.witness
    start = letters(text[:120]) if witness.body or (witness.summary and i < SUMMED_UP) else ""
    count, is_later = region.echoes[i]
    return (
        float(min(count, MOST_ECHOES)),
        1.0 if is_later else 0.0,
        witness.share(text) if witness.title and region.sizes[i] < LONGEST_TITLE else 0.0,
        1.0 if len(start) > 20 and start in witness.summary else 0.0,
        (1.0 if start[:60] in witness.body else 0.0) if witness.body and len(start) > 3 else -1.0,
        float(min(region.total, MOST_LETTERS)),
        float(min(len(region.pieces), MOST_PIECES)),
        region.all_links,
        float(witness.kind),
    )
