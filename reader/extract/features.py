"""What is known of each piece in numbers: its words, its containers, its place, its neighbours.

`NAMES` says what each number is; the model of `weigh` was trained on exactly these, in this order.  All are computed once
for a region, none looks at the language of the words: what words say is asked of `signs` and given here as a number.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reader.extract import classes
from reader.extract.pieces import Holder, Kind, Piece
from reader.model import Listing

PROSE = 80
"""Characters; a piece at least as long that leads nowhere is a paragraph of prose, whosever it is."""
OUTER_SHARE = 0.6
"""A container with more than this share of the text says nothing of a piece by its class."""

SIGNS = ("label", "share", "related", "newsletter", "cookies", "comments", "copyright", "about", "caption", "media-player")
_WITHIN = ("aside", "footer", "header", "form", "li", "blockquote", "figure", "table")
_TAGS = {
    "p": 1,
    "div": 2,
    "li": 3,
    "td": 4,
    "section": 5,
    "article": 6,
    "blockquote": 7,
    "body": 8,
    "main": 9,
    "dd": 10,
    "dt": 11,
}
_BITS = tuple(classes.NAMES.values())

NAMES = (
    *(
        "size",
        "words",
        "link_share",
        "links",
        "strong_share",
        "end",
        "sentences",
        "commas",
        "digits",
        "capitals",
        "lower_start",
        "bars",
    ),
    *("quotes", "address", "heading_level", "items", "is_table", "is_pre", "tag"),
    *(f"sign_{name}" for name in SIGNS),
    *(f"class_{name}" for name in classes.NAMES),
    *(f"in_{name}" for name in _WITHIN),
    *(
        "articles_around",
        "holder_share",
        "holder_links",
        "parent_share",
        "parent_links",
        "depth_from_main",
        "in_main",
        "holder_prose",
    ),
    *(
        "group_prose",
        "group_count",
        "group_size",
        "group_links",
        "index_share",
        "letters_before",
        "letters_after",
        "prose_before",
    ),
    *("prose_after", "since_prose", "until_prose"),
    *("prev_size", "prev_links", "prev_heading", "prev_sign", "next_size", "next_links", "next_heading", "next_sign"),
    *("prev2_size", "next2_size", "prev_same_holder", "next_same_holder"),
    *("since_heading", "letters_since_heading", "heading_sign", "heading_size", "h1_before"),
    *("repeated", "title_share", "in_summary", "in_body", "total", "count", "all_links"),
)

_WORD = re.compile(r"\w+")
_SENTENCES = re.compile(r"[.!?…。！？؟।](?:\s|$|[\"”»'])")
_ADDRESS = re.compile(r"https?://|www\.|@\w|©|\(c\)", re.I)
_ENDS = {
    ".": 1,
    "。": 1,
    "!": 2,
    "?": 2,
    "？": 2,
    "！": 2,
    ":": 3,
    "：": 3,
    "…": 4,
    '"': 5,
    "”": 5,
    "»": 5,
    "“": 5,
    ")": 6,
    ",": 7,
    "'": 5,
    "’": 5,
}


@dataclass(slots=True)
class Around:
    """What the containers around a piece say of it, worked out once for each container."""

    bits: int
    within: tuple[float, ...]
    articles: int


@dataclass(slots=True)
class Group:
    """Pieces whose elements are named alike: the paragraphs of a story mostly make one such group."""

    count: int = 0
    letters: int = 0
    linked: int = 0
    prose: int = 0


@dataclass(frozen=True, slots=True)
class Witness:
    """What the page says elsewhere of its article, as letters and words in one case."""

    title: frozenset[str]
    summary: str
    body: str

    @classmethod
    def of(cls, title: str, summary: str, body: str) -> Witness:
        """Make a witness of a title, a summary and a body."""
        return cls(frozenset(_WORD.findall(title.casefold())), _letters(summary), _letters(body))


class Region:
    """The pieces of a region, and what all of them have to do with each other."""

    def __init__(self, pieces: Sequence[Piece], witness: Witness) -> None:
        """Work out all that is common to several pieces."""
        self.pieces = pieces
        self.witness = witness
        self.sizes = [len(piece.text) for piece in pieces]
        self.links = [piece.linked / size if (size := len(piece.text)) else 0.0 for piece in pieces]
        self.total = sum(self.sizes) or 1
        self.all_links = sum(piece.linked for piece in pieces) / self.total
        self.prose = [
            size if size >= PROSE and share < 0.3 and piece.kind is not Kind.HEADING else 0
            for piece, size, share in zip(pieces, self.sizes, self.links, strict=True)
        ]
        self.prose_total = sum(self.prose) or 1
        self.counts = Counter(piece.text for piece in pieces)
        self.own = [classes.read(given) if (given := classes.names(piece.tag.attrs)) else 0 for piece in pieces]
        self.around: dict[int, Around] = {}
        self.direct: Counter[int] = Counter()
        self.groups: dict[tuple[str, str, int], Group] = {}
        self.keys = [self._group(i) for i in range(len(pieces))]
        self.main = self._main()

    def _group(self, i: int) -> tuple[str, str, int]:
        piece = self.pieces[i]
        listed = piece.tag.attrs.get("class", "")
        key = (piece.tag.name, listed if isinstance(listed, str) else " ".join(listed), piece.holder.depth)
        group = self.groups.setdefault(key, Group())
        group.count += 1
        group.letters += self.sizes[i]
        group.linked += piece.linked
        group.prose += self.prose[i]
        self.direct[id(piece.holder)] += self.prose[i]
        return key

    def _main(self) -> Holder | None:
        """Give the container that holds the most prose itself."""
        return max((piece.holder for piece in self.pieces), key=lambda holder: self.direct[id(holder)], default=None)

    def around_of(self, holder: Holder) -> Around:
        """Give what a container and those around it say of a piece in them."""
        known = self.around.get(id(holder))
        if known is not None:
            return known
        waiting = []
        one: Holder | None = holder
        while one is not None and id(one) not in self.around:
            waiting.append(one)
            one = one.parent
        found = self.around[id(one)] if one is not None else Around(0, (0.0,) * len(_WITHIN), 0)
        for inner in reversed(waiting):
            name = inner.tag.name
            small = inner.letters < OUTER_SHARE * self.total
            bits = found.bits | (inner.signs if small else inner.signs & classes.STORY)
            within = found.within
            if name in _WITHIN and small:
                within = tuple(1.0 if one == name else had for one, had in zip(_WITHIN, within, strict=True))
            found = self.around[id(inner)] = Around(bits, within, found.articles + (name == "article"))
        return found


def vectors(pieces: Sequence[Piece], witness: Witness) -> list[list[float]]:
    """Give the numbers of each piece of a region, in the order of `NAMES`."""
    region = Region(pieces, witness)
    return [
        [*words, *_containers(region, i), *place, *_neighbours(region, i), *above, *_repetition(region, i)]
        for i, (words, place, above) in enumerate(zip(map(_words, pieces), _places(region), _headings(region), strict=True))
    ]


def _words(piece: Piece) -> list[float]:
    text = piece.text
    size = len(text) or 1
    words = text.split()
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
        *(1.0 if bits & bit else 0.0 for bit in _BITS),
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
        group.count,
        group.letters / group.count,
        group.linked / (group.letters or 1),
    ]


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
    words = set(_WORD.findall(piece.text.casefold())) if region.sizes[i] < 300 else set()
    title = witness.title
    start = _letters(piece.text[:120])
    return [
        region.counts[piece.text],
        len(words & title) / len(words | title) if words and title else 0.0,
        1.0 if len(start) > 20 and start in witness.summary else 0.0,
        (1.0 if start[:60] in witness.body else 0.0) if witness.body and len(start) > 3 else -1.0,
        region.total,
        len(region.pieces),
        region.all_links,
    ]


def _letters(text: str) -> str:
    return "".join(_WORD.findall(text.casefold()))
