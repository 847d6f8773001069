"""Where on the page the article stands: the subtree that holds the most text of the kind that stories are made of.

Decided on the lxml tree, before any soup is made.  Every block element that holds words of its own is a unit; a unit speaks
for the containers around it by the characters that do not lead anywhere, and against them where it is a list of links or
stands in a container that calls itself something else than a story.  The container with the greatest sum is the region:
a sum, unlike a mean, rises as long as what is added is story, and falls with what is not.
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from reader.extraction.hints import class_names
from reader.extraction.page.soup import INLINE
from reader.extraction.page.text import letters

NEVER_TEXT = tuple(
    "script style noscript template svg iframe textarea head link meta input frameset applet progress meter rt rp".split()
)
"""Elements whose content is never a story's text."""
SELDOM_TEXT = tuple("button select nav canvas object embed dialog audio video datalist option map".split())
"""Elements that hold none either, unless the page forgot to close them and they hold all that follows."""
STORY_TAGS = ("article", "main", "h1", "p")
MOST_PARAGRAPHS = 4

AGAINST = (
    class_names.AROUND | class_names.SHARE | class_names.RELATED | class_names.COMMENTS | class_names.NEWSLETTER
    | class_names.NAVIGATION | class_names.ADVERT | class_names.NOTICE | class_names.ABOUT
    | class_names.TAGS | class_names.PLAYER
)  # fmt: skip
AWAY = class_names.COMMENTS | class_names.RELATED | class_names.NAVIGATION | class_names.NOTICE | class_names.ABOUT
"""Of these, the hints of text that is long as a story is and yet none."""
SHORT = 25
"""Characters; shorter units say nothing for or against."""
LONG = 500
"""Characters; what a unit has beyond these adds no more."""
PROSE = 80
"""Characters; a unit at least as long that is not made of links is a paragraph of prose."""
OUTER_SHARE = 0.3
"""A container with more than this share of the page's prose is not judged by its class: it is the page, or the story."""
NEVER_STORY = class_names.COMMENTS | class_names.NOTICE | class_names.NAVIGATION
"""PhraseTable that are believed of a container of any size, unless the headline stands in it."""

MOST_NOTICE = 4000
"""Characters of prose; a notice with more of it may be how a builder of sites names the page."""
NO_STORY = 1 << 30
"""Beside the bits of `class_names`: of comments and of such a notice, no part is story, whatever it is called: their
authors name parts of them `content` too."""
MOST_LEAD = 1500
"""Characters; more text than this between the headline and the region is no standfirst."""

LITTLE, MUCH_MORE = 200, 3
"""Of a sum: when the best is less than the first, and would be so many times as much without most of the hints, those are not
believed: builders of sites name containers of all kinds alike."""
NOTHING = 100
"""Of a sum: when all that is not comments has less, the page is a thread, whose story they are."""
BELIEVED = class_names.RELATED | class_names.COMMENTS | class_names.NOTICE
"""PhraseTable that are believed all the same."""
ALL = -1
"""Every hint."""

LINKS_SHARE, MOST_LINKS = 0.5, 200
AWAY_SHARE, AROUND_SHARE = 0.1, 0.2
_FACTORS = {
    "p": 1.0,
    "blockquote": 0.8,
    "pre": 0.8,
    "li": 0.5,
    "td": 0.5,
    "dd": 0.6,
    "figcaption": 0.0,
    "h1": 0.0,
    "footer": -0.3,
}
_LEAVES = frozenset("p h1 h2 h3 h4 h5 h6 li td th tr blockquote pre ul ol dl dd dt".split())
_AROUND_TAGS = frozenset(("aside", "footer"))


@dataclass(slots=True)
class BlockIndex:
    """All block elements of a page in document order, as columns."""

    elements: list[etree._Element]
    tags: list[str]
    parents: list[int]
    letters: list[int]
    """Characters of the element's own words, links included."""
    linked: list[int]
    headline: int = 0
    """Place of the headline of the article; 0: it is not known."""


def prune(root: etree._Element) -> None:
    """Take out of a tree what is never a story's text; what follows such an element stays."""
    etree.strip_elements(root, *NEVER_TEXT, with_tail=False)
    for element in list(root.iter(*SELDOM_TEXT)):
        if _holds_story(element):
            element.tag = "div"
    etree.strip_elements(root, *SELDOM_TEXT, with_tail=False)


def _holds_story(element: etree._Element) -> bool:
    paragraphs = 0
    for inner in element.iter(*STORY_TAGS):
        paragraphs += 1 if inner.tag == "p" else MOST_PARAGRAPHS
        if paragraphs >= MOST_PARAGRAPHS:
            return True
    return False


def choose(body: etree._Element, title: str = "") -> list[etree._Element]:
    """Return the element that holds the article, behind what stands between it and the headline; the body, if none is better.

    The article has the title, which is the text of its headline, if the page prints one.
    """
    index = _index(body)
    index.headline = _headline(index, letters(title)) if title else 0
    best, total = _best(index, _scores(index))
    for least, believed in ((LITTLE, BELIEVED), (NOTHING, BELIEVED & ~class_names.COMMENTS)):
        if total < least:
            other, more = _best(index, _scores(index, believed))
            if more > MUCH_MORE * max(total, 0.0) and more > LITTLE:
                best, total = other, more
    if total <= 0:
        return [body]
    return [*_lead(index, best), index.elements[best]]


def _headline(index: BlockIndex, title: str) -> int:
    """Return the place of the headline that says the title; 0: none does, or several, or it stands below half of the text."""
    found = [
        i
        for i, tag in enumerate(index.tags)
        if tag == "h1" and letters("".join(map(str, index.elements[i].itertext()))) == title
    ]
    return found[0] if len(found) == 1 and 2 * sum(index.letters[: found[0]]) <= sum(index.letters) else 0


def _best(index: BlockIndex, sums: list[float]) -> tuple[int, float]:
    """Return the container with the greatest sum, and the sum; never a leaf, whose container it gives instead."""
    parents = index.parents
    for i in range(len(parents) - 1, 0, -1):
        sums[parents[i]] += sums[i]
    best = max(range(len(parents)), key=lambda i: (sums[i], i))
    total = sums[best]
    while best and index.tags[best] in _LEAVES:
        best = parents[best]
    return best, total


def _lead(index: BlockIndex, best: int) -> list[etree._Element]:
    """Return the elements between the headline and the region, where the standfirst is: none, if they hold more than that."""
    elements, parents = index.elements, index.parents
    head = next((i for i in range(best - 1, -1, -1) if index.tags[i] == "h1"), None)
    if head is None or _is_inside(parents, best, head):
        return []
    found: list[int] = []
    at = head + 1
    while at < best:
        if _is_inside(parents, best, at):  # a container of the region: look inside it
            at += 1
            continue
        found.append(at)
        end = at + 1
        while end < best and _is_inside(parents, end, at):
            end += 1
        at = end
    size = sum(index.letters[i] - index.linked[i] for i in range(head + 1, best))
    return [elements[i] for i in found] if found and size <= MOST_LEAD else []


def _is_inside(parents: list[int], i: int, container: int) -> bool:
    """Tell whether element `i` stands in `container`; both are indices in document order."""
    while i > container:
        i = parents[i]
    return i == container


def _index(body: etree._Element) -> BlockIndex:
    index = BlockIndex([body], [str(body.tag)], [0], [len((body.text or "").strip())], [0])
    elements, tags, parents, letters, linked = index.elements, index.tags, index.parents, index.letters, index.linked
    container, inner, link = body, 0, False
    opened: list[tuple[etree._Element, int, bool]] = []
    push, pop, inline = opened.append, opened.pop, INLINE  # found once: this is a walk over the whole page
    walk = body.iter()
    next(walk)
    for element in walk:
        parent = element.getparent()
        while container is not parent:  # in document order: what does not hold this element holds none of the next
            container, inner, link = pop()
        at, in_link = inner, link
        push((container, inner, link))
        container, tag = element, element.tag
        if tag not in inline:
            inner = len(elements)
            elements.append(element)
            tags.append(tag)
            parents.append(at)
            letters.append(0)
            linked.append(0)
        elif tag == "a":
            link = True
        if (text := element.text) and not text.isspace():
            size = len(text.strip())
            letters[inner] += size
            if link:
                linked[inner] += size
        if (tail := element.tail) and not tail.isspace():
            size = len(tail.strip())
            letters[at] += size
            if in_link:
                linked[at] += size
    return index


def _scores(index: BlockIndex, believed: int = ALL) -> list[float]:
    """Return what each element's own words say for the containers around it, where some hints of theirs are believed."""
    parents, all_letters = index.parents, index.letters
    prose, headed, speaks = _inner_totals(index)
    outer = prose[0] * OUTER_SHARE
    inherited = [0] * len(parents)
    scores = [0.0] * len(parents)
    for i, tag in enumerate(index.tags):
        if not speaks[i]:
            continue
        own = class_names.of(index.elements[i]) & believed
        if tag in _AROUND_TAGS:
            own |= class_names.NAVIGATION
        if headed[i]:
            own &= class_names.STORY
        elif prose[i] > outer:
            own &= class_names.STORY | NEVER_STORY
        if not own & class_names.STORY and (
            own & class_names.COMMENTS or (own & class_names.NOTICE and prose[i] <= MOST_NOTICE)
        ):
            own |= NO_STORY
        around = own | inherited[parents[i]]
        hints = inherited[i] = own if own & class_names.STORY and not around & NO_STORY else around
        if (size := all_letters[i]) >= SHORT:
            scores[i] = _score(size, index.linked[i], hints, _FACTORS.get(tag, 0.7))
    above = [max(score, 0.0) for score in scores[: index.headline]]
    if sum(above) <= sum(score for score in scores[index.headline :] if score > 0):
        for i, much in enumerate(above):
            scores[i] -= much
    return scores


def _inner_totals(index: BlockIndex) -> tuple[list[int], list[bool], list[bool]]:
    """Return for each element the characters of prose in it, whether a headline is, and whether a text of any length is."""
    prose = [
        size - linked if size >= PROSE and linked * 2 < size else 0
        for size, linked in zip(index.letters, index.linked, strict=True)
    ]
    headed = [tag == "h1" for tag in index.tags]
    speaks = [size >= SHORT for size in index.letters]
    for i in range(len(prose) - 1, 0, -1):
        if speaks[i] or headed[i]:
            parent = index.parents[i]
            prose[parent] += prose[i]
            headed[parent] |= headed[i]
            speaks[parent] |= speaks[i]
    return prose, headed, speaks


def _score(size: int, linked: int, hints: int, factor: float) -> float:
    if linked * 2 > size:
        return -LINKS_SHARE * min(linked, MOST_LINKS)
    weight = min(size - 2 * linked, LONG) * factor
    if not hints & AGAINST or (hints & class_names.STORY and not hints & NO_STORY):
        return weight
    return -AWAY_SHARE * abs(weight) if hints & AWAY else AROUND_SHARE * weight
