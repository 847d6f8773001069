"""The road through the room: bytes, tree, region, segments, decisions, article."""

from __future__ import annotations

from dataclasses import dataclass, field

from bs4.element import Tag
from lxml import etree

from reader.extraction import compose, embedded_data, region
from reader.extraction.classify import classifier, footnotes, rules, subheadings
from reader.extraction.classify.region_statistics import PROSE, StatedContent
from reader.extraction.hints import phrases
from reader.extraction.metadata import bylines, page_facts
from reader.extraction.page import charset as charsets
from reader.extraction.page import html_tree, soup
from reader.extraction.page.normalise import normalise
from reader.extraction.page.text import letters
from reader.extraction.page.visible import drop_hidden
from reader.extraction.segments import segmenter
from reader.extraction.segments.segment import Kind, Segment
from reader.model import Article, Block, Decision, Heading, Paragraph, Run
from reader.model.text import line, plain

_PLAIN = frozenset(("text/plain", "text/markdown", "text/x-markdown"))


SHORT_STORY = 1500
"""Characters; a story that is not free and shorter than this has been cut off."""
UNTITLED = 80
"""Characters of an article's text that stand for a title which the page does not have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """An article, and what was decided of each segment of its page."""

    article: Article
    decisions: tuple[Decision, ...]


@dataclass(slots=True)
class Reading:
    """A page that has been cut, but not decided."""

    facts: page_facts.Facts
    segments: list[Segment]
    soups: list[Tag]
    """What was cut."""
    is_plain: bool = False
    is_walled: bool = False
    """Behind the region stands that the rest is for subscribers."""
    programs: list[etree._Element] = field(default_factory=list)
    """The scripts that may hold the story's data."""


def examine(body: bytes | str, *, url: str = "", media_type: str = "text/html", charset: str | None = None) -> Extraction:
    """Extract an article and keep every decision; never raises."""
    text, is_utf8 = (body, False) if isinstance(body, str) else charsets.resolve(body, charset)
    is_plain = media_type.partition(";")[0].strip().lower() in _PLAIN
    encoded = body if is_utf8 and isinstance(body, bytes) else None
    reading = read_plain(text, url) if is_plain else read_markup(text, url, encoded)
    extraction = finish(reading, None if is_plain else classifier.MODEL)
    for tags in reading.soups:
        soup.release(tags)
    return extraction


def read_plain(text: str, url: str) -> Reading:
    """Cut plain text into segments."""
    root = html_tree.parse_plain(plain(text))
    facts = page_facts.Facts(url=url, base=url)
    tags = soup.convert(_body(root))
    return Reading(facts, segmenter.Segmenter(url).cut(tags), [tags], is_plain=True)


def read_markup(text: str, url: str, encoded: bytes | None = None) -> Reading:
    """Cut the region of a page where its article stands into segments; `encoded`: see `markup.parse`."""
    root = html_tree.parse(text, encoded)
    normalise(root)
    facts = page_facts.read(root, url)
    programs = embedded_data.programs(root)
    region.prune(root)
    drop_hidden(root)
    chosen = region.choose(_body(root), facts.title)
    tags = soup.gather(chosen)
    segments = segmenter.Segmenter(facts.base).cut(tags)
    return Reading(facts, segments, [tags], is_walled=_is_walled(chosen[-1]), programs=programs)


def _is_walled(chosen: etree._Element) -> bool:
    """Tell whether a box right behind the region, or behind a container around it, is a call to subscribe."""
    one: etree._Element | None = chosen
    while one is not None and one.tag not in ("body", "main"):
        for behind in one.itersiblings():
            texts = [line(str(text)) for text in behind.itertext() if not str(text).isspace()]
            if sum(map(len, texts)) <= phrases.LONGEST and any(
                phrases.known().read(text) == "paywall" for text in texts if text
            ):
                return True
        one = one.getparent() if one.tag != "article" else None
    return False


def finish(reading: Reading, model: classifier.Model | None) -> Extraction:
    """Decide the segments of a reading and make an article of what is kept."""
    segments, facts = reading.segments, reading.facts
    stated = StatedContent.of(facts.title, facts.summary, facts.body, facts.kind)
    rules.decide(segments, stated, facts.title, model)
    _drop_byline(segments, facts.byline)
    segments = [*segments, *_unprinted(reading, [segment for segment in segments if segment.kept])]
    subheadings.promote(segments, is_plain=reading.is_plain)
    if not facts.title:
        facts.title = _first_line(segments, facts)
    return _extraction(segments, facts, is_walled=reading.is_walled)


def _drop_byline(segments: list[Segment], byline: tuple[str, ...]) -> None:
    """Drop the line above the story that names its authors: the byline says it."""
    for segment in segments:
        if not segment.kept or segment.kind is Kind.FIGURE:
            continue
        if len(segment.text) >= PROSE:
            return
        names = bylines.clean([segment.text])
        if names and set(names) <= set(byline) and (bylines.begins_with_by(segment.text) or segment.text in byline):
            segment.drop("byline", segment.score)


def _unprinted(reading: Reading, kept: list[Segment]) -> list[Segment]:
    """Return the segments of a story of which the page prints next to nothing, where the page has it for programs.

    What is printed of it is dropped then, but for what stands before its beginning, and what says that it is cut off.
    """
    printed = [segment.text for segment in kept if segment.kind is not Kind.FIGURE]
    size = sum(map(len, printed))
    if reading.is_plain or size >= SHORT_STORY:
        return []
    facts = reading.facts
    story = embedded_data.find(reading.programs, printed, facts.title)
    if not story and len(facts.body) > max(embedded_data.SHORTEST, embedded_data.MORE * size):
        story = embedded_data.paragraphs(facts.body)
    if not story:
        return []
    bare = letters(embedded_data.words(story))
    first = next((i for i, segment in enumerate(kept) if letters(segment.text) in bare), 0)
    for segment in (*kept[first:], *(segment for segment in reading.segments if segment.rule == "paywall")):
        segment.drop("state", segment.score)
    tags = soup.gather([_body(html_tree.parse(story))])
    reading.soups.append(tags)
    segments = segmenter.Segmenter(facts.base).cut(tags)
    rules.decide(segments, StatedContent.of("", "", ""), facts.title, None)
    return segments


def _body(root: etree._Element) -> etree._Element:
    found = root.find("body")
    return root if found is None else found


def extract(body: bytes | str, *, url: str = "", media_type: str = "text/html", charset: str | None = None) -> Article:
    """Extract the article of a page; never raises: a bad page gives an article with less in it."""
    return examine(body, url=url, media_type=media_type, charset=charset).article


def from_markup(markup: str, *, url: str = "", title: str = "") -> Article:
    """Cut markup that is all its author's, such as an entry of a feed, into an article; strips nothing.

    Args:
        markup: HTML without anything around it.
        url: what relative links are resolved against.
        title: the article's.
    """
    facts = page_facts.Facts(url=url, base=url, title=title)
    root = html_tree.parse(markup)
    normalise(root)
    etree.strip_elements(root, *region.NEVER_TEXT, with_tail=False)
    tags = soup.gather([_body(root)])
    segments = segmenter.Segmenter(url).cut(tags)
    footnotes.decide(segments)
    article = _extraction(segments, facts).article
    soup.release(tags)
    return article


def from_text(text: str) -> Article:
    """Cut plain text into an article, title first; strips nothing."""
    found = [line(words) for words in html_tree.paragraphs(plain(text))]
    found = [words for words in found if words]
    if not found:
        return Article()
    title = found[0]
    blocks: list[Block] = [
        Heading(runs=(Run(text=title),), level=1),
        *(Paragraph(runs=(Run(text=words),)) for words in found[1:]),
    ]
    return Article(title=title, blocks=tuple(blocks))


def _first_line(segments: list[Segment], facts: page_facts.Facts) -> str:
    """Find words for a title where the page names none: its first line, or the start of its first text."""
    kept = [segment for segment in segments if segment.kept]
    for segment in kept:
        if segment.kind in (Kind.HEADING, Kind.PARAGRAPH) and len(segment.text) <= rules.PLAYER_TITLE:
            segment.drop("title")
            return segment.text
        if segment.text:
            start = line(segment.text[:UNTITLED])
            return start if len(segment.text) <= UNTITLED else f"{start.rpartition(' ')[0] or start}…"
    return (facts.site or facts.url or "…") if kept else ""


def _is_truncated(segments: list[Segment], facts: page_facts.Facts, *, is_walled: bool) -> bool:
    """Tell whether the page is cut off: it says so, or it is not free and there is little of it."""
    if any(segment.rule == "paywall" for segment in segments):
        return True
    if is_walled and sum(len(segment.text) for segment in segments if segment.kept) < SHORT_STORY:
        return True
    return facts.truncated and sum(len(segment.text) for segment in segments if segment.kept) < SHORT_STORY


def _extraction(segments: list[Segment], facts: page_facts.Facts, *, is_walled: bool = False) -> Extraction:
    made = compose.compose(segments, facts.title)
    article = Article(
        url=facts.url,
        title=facts.title,
        byline=facts.byline,
        published=facts.published,
        modified=facts.modified,
        site=facts.site,
        language=facts.language,
        summary=facts.summary,
        lead_image=facts.lead_image,
        blocks=tuple(made.blocks),
        notes=tuple(made.notes),
        truncated=_is_truncated(segments, facts, is_walled=is_walled),
    )
    return Extraction(article=article, decisions=tuple(made.decisions))
