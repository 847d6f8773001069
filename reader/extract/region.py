"""Where on the page the article stands: the subtree that holds the most text of the kind that stories are made of.

Decided on the lxml tree, before any soup is made.  Every block element that holds words of its own is a unit; a unit speaks
for the containers around it by the characters that do not lead anywhere, and against them where it is a list of links or
stands in a container that calls itself something else than a story.  The container with the greatest sum is the region:
a sum, unlike a mean, rises as long as what is added is story, and falls with what is not.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from reader.extract import classes
from reader.extract.inline import INLINE

NEVER_TEXT = tuple(
    "script style noscript template svg iframe textarea head link meta input frameset applet progress meter".split()
)
"""Elements whose content is never a story's text."""
SELDOM_TEXT = tuple("button select nav canvas object embed dialog audio video datalist option map".split())
"""Elements that hold none either, unless the page forgot to close them and they hold all that follows."""
STORY_TAGS = ("article", "main", "h1", "p")
MOST_PARAGRAPHS = 4

AGAINST = (
    classes.AROUND | classes.SHARE | classes.RELATED | classes.COMMENTS | classes.NEWSLETTER | classes.NAVIGATION
    | classes.ADVERT | classes.NOTICE | classes.ABOUT | classes.TAGS | classes.PLAYER
)  # fmt: skip
AWAY = classes.COMMENTS | classes.RELATED | classes.NAVIGATION | classes.NOTICE | classes.ABOUT
"""Of these, the signs of text that is long as a story is and yet none."""
SHORT = 25
"""Characters; shorter units say nothing for or against."""
LONG = 500
"""Characters; what a unit has beyond these adds no more."""
OUTER_SHARE = 0.6
"""A container with more than this share of the page's text is not judged by its class: it is the page."""

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
_AROUND_TAGS = frozenset(("aside", "footer", "form"))


@dataclass(slots=True)
class Survey:
    """All block elements of a page in document order, as columns."""

    elements: list[etree._Element] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    letters: list[int] = field(default_factory=list)
    """Characters of the element's own words, links included."""
    linked: list[int] = field(default_factory=list)
    signs: list[int] = field(default_factory=list)


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


def choose(body: etree._Element) -> etree._Element:
    """Give the element that holds the article; the body itself, where no element is better."""
    survey = _survey(body)
    count = len(survey.elements)
    total = survey.letters.copy()
    for i in range(count - 1, 0, -1):
        total[survey.parents[i]] += total[i]
    sums = _scores(survey, total)
    for i in range(count - 1, 0, -1):
        sums[survey.parents[i]] += sums[i]
    best = max(range(count), key=lambda i: (sums[i], i))
    return survey.elements[best] if sums[best] > 0 else body


def _survey(body: etree._Element) -> Survey:
    survey = Survey()
    elements, parents, letters, linked = survey.elements, survey.parents, survey.letters, survey.linked
    elements.append(body)
    parents.append(0)
    letters.append(_size(body.text))
    linked.append(0)
    survey.signs.append(0)
    walk = [(iter(body), 0, False)]
    while walk:
        children, at, in_link = walk[-1]
        for child in children:
            tag = child.tag
            inner, link = at, in_link
            if tag not in INLINE:
                inner = len(elements)
                elements.append(child)
                parents.append(at)
                letters.append(0)
                linked.append(0)
                survey.signs.append(classes.read(given) if (given := classes.names(classes.attributes(child))) else 0)
            elif tag == "a":
                link = True
            if text := child.text:
                size = _size(text)
                letters[inner] += size
                if link:
                    linked[inner] += size
            if tail := child.tail:
                size = _size(tail)
                letters[at] += size
                if in_link:
                    linked[at] += size
            if len(child):
                walk.append((iter(child), inner, link))
                break
        else:
            walk.pop()
    return survey


def _size(text: str | None) -> int:
    return len(text.strip()) if text else 0


def _scores(survey: Survey, total: list[int]) -> list[float]:
    """Give what each element's own words say for the containers around it."""
    outer = total[0] * OUTER_SHARE
    inherited = [0] * len(total)
    scores = [0.0] * len(total)
    for i, element in enumerate(survey.elements):
        own = survey.signs[i] if total[i] < outer else 0
        if element.tag in _AROUND_TAGS and total[i] < outer:
            own |= classes.AROUND
        around = inherited[survey.parents[i]]
        signs = inherited[i] = own if own & classes.STORY else own | around
        letters, linked = survey.letters[i], survey.linked[i]
        if letters < SHORT:
            continue
        scores[i] = _score(letters, linked, signs, _FACTORS.get(element.tag, 0.7))
    return scores


def _score(letters: int, linked: int, signs: int, factor: float) -> float:
    if linked * 2 > letters:
        return -0.5 * min(linked, LONG)
    weight = min(letters - 2 * linked, LONG) * factor
    if signs & classes.STORY or not signs & AGAINST:
        return weight
    return -0.5 * abs(weight) if signs & AWAY else 0.2 * weight
