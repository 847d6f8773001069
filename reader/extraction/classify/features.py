"""What is known of each segment in numbers: its words, its containers, its place, its neighbours.

`NAMES` says what each number is; the model of `classifier` was trained on exactly these, in this order.  They are made
column by column for a whole region, several times as fast as segment by segment.  None depends on the language of the words:
`phrases` is asked what they say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise

from reader.extraction.classify.region_statistics import FAR, WITHIN, Region, distances
from reader.extraction.hints import class_names
from reader.extraction.page.text import letters
from reader.extraction.segments.segment import Kind, Segment
from reader.model import Listing

PHRASES = ("label", "share", "related", "newsletter", "cookies", "comments", "copyright", "about", "caption", "media-player")
CLASSES = tuple(name for name in class_names.NAMES if name not in ("correction", "callout"))
"""Not what is decided by a rule."""
MOST_LETTERS, MOST_SEGMENTS, MOST_ALIKE, MOST_ECHOES = 12_000, 100, 30, 3
"""Counts beyond these say no more: a story may be longer than any that the model has seen."""
LONGEST_TITLE = 160
"""Characters; a longer segment is not held against the title."""
FIRST_WORDS = 12
"""Words whose capitals are counted."""
SUMMED_UP = 20
"""Segments, from the first, among which the summary is looked for."""
NAMES = (
    *"size words link_share links strong_share end commas capitals address".split(),
    *"heading_level items is_table is_pre tag".split(),
    *(f"phrase_{name}" for name in PHRASES),
    *(f"class_{name}" for name in CLASSES),
    *(f"in_{name}" for name in WITHIN),
    *"articles_around holder_share holder_links parent_share parent_links depth_from_main in_main holder_prose".split(),
    *"group_prose group_count group_size group_links".split(),
    *"index_share letters_before letters_after prose_before prose_after since_prose until_prose".split(),
    *"prev_size prev_links prev_heading prev_phrase next_size next_links next_heading next_phrase".split(),
    *"prev2_size next2_size prev_same_holder next_same_holder".split(),
    *"since_heading letters_since_heading heading_phrase heading_size h1_before".split(),
    *"echoes echo_of_earlier title_share in_summary in_body total count all_links page_kind".split(),
)

Column = Sequence[float]

_BITS = tuple(class_names.NAMES[name] for name in CLASSES)
_TAGS = {
    name: float(number) for number, name in enumerate("p div li td section article blockquote body main dd dt".split(), 1)
}
_ENDS = {
    mark: float(number) for number, marks in enumerate((".。", "!?？！", ":：", "…", "\"”»“'’", ")", ","), 1) for mark in marks
}
_PHRASES = {phrase: float(number) for number, phrase in enumerate(PHRASES, 1)}
_ONE_HOT = {phrase: tuple(float(phrase == name) for name in PHRASES) for phrase in PHRASES}
_NO_PHRASE = (0.0,) * len(PHRASES)
_ADDRESS = re.compile(r"https?://|www\.|@\w|©|\(c\)", re.I)
_OF_ADDRESSES = ("://", "@", "©", "www.", "WWW.", "(c)", "(C)")
"""What an address has in it: to look for these is faster than to ask the pattern."""
_ENOUGH = 100_000
"""Characters whose words are counted: a paragraph of 20 MB, cut into words, takes 300."""


def vectors(region: Region) -> list[tuple[float, ...]]:
    """Return the numbers of each segment of a region, in the order of `NAMES`.

    All are floats: Python compares those with each other twice as fast as with integers.
    """
    if not region.segments:
        return []
    shapes = zip(*_shapes(region), strict=True)
    places = zip(*_places(region), *_neighbours(region), *_headings(region), *_repetition(region), strict=True)
    phrases = [_ONE_HOT.get(segment.phrase, _NO_PHRASE) for segment in region.segments]
    page = (
        float(min(region.total, MOST_LETTERS)),
        float(min(len(region.segments), MOST_SEGMENTS)),
        region.all_links,
        float(region.stated.kind),
    )
    return [
        (*shape, *phrase, *around, *like, *place, *page)
        for shape, phrase, around, like, place in zip(
            shapes, phrases, _containers(region), _likes(region), places, strict=True
        )
    ]


def _shapes(region: Region) -> tuple[Column, ...]:
    """Return what each segment is by itself."""
    segments, sizes = region.segments, region.sizes
    texts = [segment.text for segment in segments]
    return (
        [float(size or 1) for size in sizes],
        [_many_words(segment) for segment in segments],
        region.links,
        [float(segment.links) for segment in segments],
        [segment.strong / (size or 1) for segment, size in zip(segments, sizes, strict=True)],
        [_ENDS.get(text[-1:], 0.0) for text in texts],
        [
            float(text.count(",") if text.isascii() else text.count(",") + text.count("、") + text.count("，"))
            for text in texts
        ],
        [*map(_capitals, texts)],
        [1.0 if _has_address(text) else 0.0 for text in texts],
        [float(segment.level) if segment.kind is Kind.HEADING else 0.0 for segment in segments],
        [float(len(segment.block.items)) if isinstance(segment.block, Listing) else 0.0 for segment in segments],
        [1.0 if segment.kind is Kind.TABLE else 0.0 for segment in segments],
        [1.0 if segment.kind is Kind.PREFORMATTED else 0.0 for segment in segments],
        [_TAGS.get(segment.tag.name, 0.0) for segment in segments],
    )


def _many_words(segment: Segment) -> float:
    """Return how many words a segment has."""
    text = segment.text
    if segment.block is None and 0 < len(text) <= _ENOUGH:  # one line, each space in it parts two words
        return text.count(" ") + 1.0
    return float(len(text[:_ENOUGH].split()))


def _capitals(text: str) -> float:
    """Return how many of the first words begin with a capital; 0 to 1."""
    first = text[:_ENOUGH].split(None, FIRST_WORDS)[:FIRST_WORDS]
    return sum([word[0].isupper() for word in first]) / (len(first) or 1)


def _has_address(text: str) -> bool:
    return any(map(text.__contains__, _OF_ADDRESSES)) and _ADDRESS.search(text) is not None


def _places(region: Region) -> tuple[Column, ...]:
    """Return where each segment stands: among the segments, the letters and the prose of the region."""
    count, total, prose_total = len(region.segments), region.total, region.prose_total
    letters_to = [*accumulate(region.sizes, initial=0)]
    prose_to = [*accumulate(region.prose, initial=0)]
    return (
        [i / count for i in range(count)],
        [before / total for before in letters_to[:-1]],
        [(total - so_far) / total for so_far in letters_to[1:]],
        [before / prose_total for before in prose_to[:-1]],
        [(prose_total - so_far) / prose_total for so_far in prose_to[1:]],
        distances(region.prose),
        distances(region.prose[::-1])[::-1],
    )


def _neighbours(region: Region) -> tuple[Column, ...]:
    """Return what stands on each side of each segment, and how long that is which stands behind it; -1: there is none."""
    segments = region.segments
    sizes = [-1.0, -1.0, *map(float, region.sizes), -1.0, -1.0]
    links = [-1.0, *region.links, -1.0]
    headings = [-1.0, *(1.0 if segment.kind is Kind.HEADING else 0.0 for segment in segments), -1.0]
    phrases = [-1.0, *(1.0 if segment.phrase else 0.0 for segment in segments), -1.0]
    together = [0.0, *(1.0 if one.container is other.container else 0.0 for one, other in pairwise(segments)), 0.0]
    before = sizes[1:-3], links[:-2], headings[:-2], phrases[:-2]
    after = sizes[3:-1], links[2:], headings[2:], phrases[2:]
    return *before, *after, sizes[:-4], sizes[4:], together[:-1], together[1:]


def _headings(region: Region) -> Iterator[Column]:
    """Return what the heading above each segment says."""
    rows: list[tuple[float, ...]] = []
    since, letters, phrase, size, h1 = FAR, 0.0, 0.0, -1.0, 0.0
    for segment, own in zip(region.segments, region.sizes, strict=True):
        rows.append((since, letters, phrase, size, h1))
        if segment.kind is Kind.HEADING:
            h1 = 1.0 if segment.level == 1 else h1
            since, letters, size, phrase = 1.0, 0.0, float(own), _PHRASES.get(segment.phrase, 0.0)
        else:
            since, letters = min(since + 1.0, FAR), letters + own
    return zip(*rows, strict=True)


def _repetition(region: Region) -> tuple[Column, ...]:
    """Return how often a segment's beginning comes again, and whether the page's own words have it."""
    segments, sizes, stated = region.segments, region.sizes, region.stated
    count = len(segments)
    echoes = [float(min(found, MOST_ECHOES)) for found, _ in region.echoes]
    later = [1.0 if is_later else 0.0 for _, is_later in region.echoes]
    shares, summed, in_body = [0.0] * count, [0.0] * count, [-1.0] * count
    if stated.title:
        shares = [
            stated.share(segment.text) if size < LONGEST_TITLE else 0.0 for segment, size in zip(segments, sizes, strict=True)
        ]
    for i in range(count if stated.body else min(SUMMED_UP, count) if stated.summary else 0):
        start = letters(segments[i].text[:120])
        summed[i] = 1.0 if len(start) > 20 and start in stated.summary else 0.0
        if stated.body and len(start) > 3:
            in_body[i] = 1.0 if start[:60] in stated.body else 0.0
    return echoes, later, shares, summed, in_body


def _likes(region: Region) -> Iterator[tuple[float, ...]]:
    """Return what the segments that are named as one is are, taken together."""
    known = {
        key: (
            group.prose / region.prose_total,
            float(min(group.count, MOST_ALIKE)),
            group.letters / group.count,
            group.linked / (group.letters or 1),
        )
        for key, group in region.groups.items()
    }
    return map(known.__getitem__, region.keys)


def _containers(region: Region) -> Iterator[tuple[float, ...]]:
    """Return what the containers around each segment say."""
    known: dict[tuple[int, int], tuple[float, ...]] = {}
    for segment in region.segments:
        key = id(segment.container), segment.hints
        if key not in known:
            known[key] = _around(region, segment)
        yield known[key]


def _around(region: Region, segment: Segment) -> tuple[float, ...]:
    container = segment.container
    around = region.around_of(container)
    parent = container.parent or container
    main = region.main or container
    return (
        *_spread(around.bits | segment.hints),
        *around.within,
        float(around.articles),
        container.letters / region.total,
        container.linked / (container.letters or 1),
        parent.letters / region.total,
        parent.linked / (parent.letters or 1),
        float(container.depth - main.depth),
        1.0 if container is main else 0.0,
        region.direct[id(container)] / region.prose_total,
    )


@lru_cache(maxsize=1024)
def _spread(bits: int) -> tuple[float, ...]:
    return tuple(1.0 if bits & bit else 0.0 for bit in _BITS)
