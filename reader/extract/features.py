"""What is known of each piece in numbers: its words, its containers, its place, its neighbours.

`NAMES` says what each number is; the model of `weigh` was trained on exactly these, in this order.  All are computed once
for a region, none looks at the language of the words: what words say is asked of `signs` and given here as a number.
"""

from __future__ import annotations

import re
from functools import lru_cache

from reader.extract import classes
from reader.extract.pieces import Kind, Piece
from reader.extract.surroundings import WITHIN, Region, letters, words
from reader.model import Listing

SIGNS = ("label", "share", "related", "newsletter", "cookies", "comments", "copyright", "about", "caption", "media-player")
MOST_LETTERS, MOST_PIECES, MOST_ALIKE, MOST_ECHOES = 12_000, 100, 30, 3
"""Counts beyond these say no more: a story may be longer than any that the model has seen."""
NAMES = (
    *"size words link_share links strong_share end sentences commas digits capitals lower_start bars quotes address".split(),
    *"heading_level items is_table is_pre tag".split(),
    *(f"sign_{name}" for name in SIGNS),
    *(f"class_{name}" for name in classes.NAMES),
    *(f"in_{name}" for name in WITHIN),
    *"articles_around holder_share holder_links parent_share parent_links depth_from_main in_main holder_prose".split(),
    *"group_prose group_count group_size group_links".split(),
    *"index_share letters_before letters_after prose_before prose_after since_prose until_prose".split(),
    *"prev_size prev_links prev_heading prev_sign next_size next_links next_heading next_sign".split(),
    *"prev2_size next2_size prev_same_holder next_same_holder".split(),
    *"since_heading letters_since_heading heading_sign heading_size h1_before".split(),
    *"echoes echo_of_earlier title_share in_summary in_body total count all_links".split(),
)

_BITS = tuple(classes.NAMES.values())
_TAGS = {name: number for number, name in enumerate("p div li td section article blockquote body main dd dt".split(), 1)}
_ENDS = {mark: number for number, marks in enumerate((".。", "!?？！", ":：", "…", "\"”»“'’", ")", ","), 1) for mark in marks}
_SENTENCES = re.compile(r"[.!?…。！？؟।](?:\s|$|[\"”»'])")
_ADDRESS = re.compile(r"https?://|www\.|@\w|©|\(c\)", re.I)


def vectors(region: Region) -> list[list[float]]:
    """Give the numbers of each piece of a region, in the order of `NAMES`."""
    return [
        [*words, *_containers(region, i), *place, *_neighbours(region, i), *above, *_repetition(region, i)]
        for i, (words, place, above) in enumerate(
            zip(map(_words, region.pieces), _places(region), _headings(region), strict=True)
        )
    ]


_ENOUGH = 100_000
"""Characters whose words are counted: a paragraph of 20 MB, cut into words, takes 300."""


def _words(piece: Piece) -> list[float]:
    text = piece.text
    size = len(text) or 1
    words = text[:_ENOUGH].split()
    first = words[:12]
    block = piece.block
    sign = piece.sign
    return [
        size,
        len(words),
        piece.linked / size,
        piece.links,
        piece.strong / size,
        _ENDS.get(text[-1:], 0),
        len(_SENTENCES.findall(text)),
        text.count(",") + text.count("、") + text.count("，"),
        sum(map(text.count, "0123456789")) / size,
        sum(word[0].isupper() for word in first) / (len(first) or 1),
        text[:1].islower(),
        text.count("|") + text.count("·") + text.count("•") + text.count("»"),
        text.count('"') + text.count("“") + text.count("„") + text.count("«"),
        1.0 if _ADDRESS.search(text) else 0.0,
        piece.level if piece.kind is Kind.HEADING else 0,
        len(block.items) if isinstance(block, Listing) else 0,
        piece.kind is Kind.TABLE,
        piece.kind is Kind.PREFORMATTED,
        _TAGS.get(piece.tag.name, 0),
        *(sign == name for name in SIGNS),
    ]


def _containers(region: Region, i: int) -> list[float]:
    piece = region.pieces[i]
    holder = piece.holder
    around = region.around_of(holder)
    bits = around.bits | region.own[i]
    parent = holder.parent or holder
    main = region.main or holder
    group = region.groups[region.keys[i]]
    return [
        *_spread(bits),
        *around.within,
        around.articles,
        holder.letters / region.total,
        holder.linked / (holder.letters or 1),
        parent.letters / region.total,
        parent.linked / (parent.letters or 1),
        holder.depth - main.depth,
        holder is main,
        region.direct[id(holder)] / region.prose_total,
        group.prose / region.prose_total,
        min(group.count, MOST_ALIKE),
        group.letters / group.count,
        group.linked / (group.letters or 1),
    ]


@lru_cache(maxsize=1024)
def _spread(bits: int) -> tuple[float, ...]:
    return tuple(1.0 if bits & bit else 0.0 for bit in _BITS)


def _places(region: Region) -> list[list[float]]:
    count = len(region.pieces)
    until = [0] * count
    distance = 99
    for i in range(count - 1, -1, -1):
        until[i] = distance
        distance = 1 if region.prose[i] else min(distance + 1, 99)
    found: list[list[float]] = []
    letters = prose = 0
    since = 99
    for i in range(count):
        size, own = region.sizes[i], region.prose[i]
        found.append(
            [
                i / count,
                letters / region.total,
                (region.total - letters - size) / region.total,
                prose / region.prose_total,
                (region.prose_total - prose - own) / region.prose_total,
                since,
                until[i],
            ]
        )
        letters += size
        prose += own
        since = 1 if own else min(since + 1, 99)
    return found


def _neighbours(region: Region, i: int) -> list[float]:
    pieces, sizes = region.pieces, region.sizes
    count = len(pieces)
    mine = pieces[i].holder
    found: list[float] = []
    for at in (i - 1, i + 1):
        if 0 <= at < count:
            found += [sizes[at], region.links[at], pieces[at].kind is Kind.HEADING, 1.0 if pieces[at].sign else 0.0]
        else:
            found += [-1, -1, -1, -1]
    found += [sizes[i - 2] if i > 1 else -1, sizes[i + 2] if i + 2 < count else -1]
    found += [i > 0 and pieces[i - 1].holder is mine, i + 1 < count and pieces[i + 1].holder is mine]
    return found


def _headings(region: Region) -> list[list[float]]:
    """Give what the heading above each piece says."""
    found: list[list[float]] = []
    since, letters, sign, size, h1 = 99, 0, 0.0, -1, 0.0
    for piece, own in zip(region.pieces, region.sizes, strict=True):
        found.append([since, letters, sign, size, h1])
        if piece.kind is Kind.HEADING:
            h1 = 1.0 if piece.level == 1 else h1
            since, letters, size = 1, 0, own
            sign = 1.0 + SIGNS.index(piece.sign) if piece.sign in SIGNS else 0.0
        else:
            since, letters = min(since + 1, 99), letters + own
    return found


def _repetition(region: Region, i: int) -> list[float]:
    piece = region.pieces[i]
    witness = region.witness
    own = set(words(piece.text)) if region.sizes[i] < 300 else set()
    title = witness.title
    start = letters(piece.text[:120])
    return [
        min(region.echoes[i][0], MOST_ECHOES),
        region.echoes[i][1],
        len(own & title) / len(own | title) if own and title else 0.0,
        1.0 if len(start) > 20 and start in witness.summary else 0.0,
        (1.0 if start[:60] in witness.body else 0.0) if witness.body and len(start) > 3 else -1.0,
        min(region.total, MOST_LETTERS),
        min(len(region.pieces), MOST_PIECES),
        region.all_links,
    ]
