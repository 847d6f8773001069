"""Which segments of the region are the story's: kept or dropped, each with the rule that decided and its score.

The rules come in order; the first that decides a segment has decided it.  What words say beyond doubt is decided first
(`phrases`); the model of `classifier` decides the rest; the last rules look at what has been kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reader.extraction.classify import (
    blockquotes,
    boxes,
    classifier,
    corrections,
    footnotes,
    pictures,
    posts,
    promotions,
    region_statistics,
    subheadings,
)
from reader.extraction.classify.region_statistics import StatedContent
from reader.extraction.hints import class_names, phrases
from reader.extraction.segments.segment import Kind, Segment

NOTES = frozenset(("credit", "correction"))
STRONG_SIGNS = frozenset(("media-player", "caption", "label", "picture-label", "paywall"))
"""PhraseTable that decide a segment of any shape; the others are hints for the model."""
LEAST_KEPT, ENOUGH_KEPT = 0.15, 0.6
"""Shares of a region's prose: when less than the first would be kept, the threshold falls until the second is."""
UNSURE = -1.2
"""Score below which the model is sure that a sub-headline is none."""
SURE_HEADING = 1.0
ROW = 3
"""Sub-headlines of one level in one container that stand over nothing that is kept: they tell a list, over embedded things."""
SHORT = 40
"""Characters of a dropped label between a sub-headline and its text."""
PLAYER_TITLE = 160
"""Characters; the title of a player is at most as long."""

_SENTENCE_ENDS = (".", "!", "?", "…", "。", "！", "？", "؟", "।")


def decide(segments: Sequence[Segment], stated: StatedContent, title: str, model: classifier.Model | None) -> None:
    """Decide every segment of the region; without a model, all that no rule drops is kept."""
    by_rules(segments, title)
    if model is not None:
        _weighed(segments, stated, model)
    promotions.decide(segments)
    boxes.decide(segments)
    _set_in(segments)
    _sub_headlines(segments)
    footnotes.decide(segments)
    blockquotes.decide(segments)
    posts.decide(segments)
    _pulled(segments)
    _bare_headings(segments)
    pictures.decide(segments)


def by_rules(segments: Sequence[Segment], title: str) -> None:
    """Decide the segments of which there is no doubt."""
    table = phrases.known()
    for segment in segments:
        segment.phrase = table.read(segment.text) if segment.kind not in (Kind.FIGURE, Kind.PREFORMATTED) else ""
    _players(segments)
    pictures.caption(segments)
    for segment in segments:
        if not segment.decided:
            _by_words(segment, title)
        if segment.kind is Kind.LISTING and not segment.decided and _is_about(segment):
            segment.drop("about")
    corrections.decide(segments)
    boxes.related(segments)
    _about_box(segments)


def _players(segments: Sequence[Segment]) -> None:
    """Take the title of a media player with the words of its controls, which come as a row of at least two."""
    for i, segment in enumerate(segments):
        if segment.phrase != "media-player":
            continue
        before = segments[i - 1] if i else None
        follows = i + 1 < len(segments) and segments[i + 1].phrase == "media-player"
        if before is None or not before.text or not follows or before.phrase or before.decided:
            continue
        if len(before.text) <= PLAYER_TITLE and before.text[-1] not in ".!?…":
            before.drop("media-player")


def _by_words(segment: Segment, title: str) -> None:
    if segment.kind is not Kind.LISTING and same(segment.text, title):
        segment.drop("title")
    elif segment.kind is Kind.HEADING and segment.hints & class_names.HIDDEN:
        segment.drop("hidden")  # for screen readers alone: "Article content"
    elif segment.phrase in NOTES:
        segment.drop("note")
    elif segment.phrase in STRONG_SIGNS:
        segment.drop(segment.phrase)


def _weighed(segments: Sequence[Segment], stated: StatedContent, model: classifier.Model) -> None:
    """Let the model decide what no rule has decided."""
    words = [segment for segment in segments if segment.kind is not Kind.FIGURE]
    scores = model.scores(words, stated)
    threshold = _threshold(words, scores)
    for segment, score in zip(words, scores, strict=True):
        if segment.decided:
            continue
        if score > threshold:
            segment.keep("kept" if score > 0 else "kept-for-want-of-better", score)
        else:
            segment.drop("weighed", score)


def _set_in(segments: Sequence[Segment]) -> None:
    """Keep tables and preformatted text that are set into a row of the story's paragraphs, and sentences listed in one."""
    words = [segment for segment in segments if segment.kind is not Kind.FIGURE]
    for before, segment, after in zip(words, words[1:], words[2:], strict=False):
        if segment.kept or segment.rule != "weighed" or not _may_be_set_in(segment):
            continue
        around = (before.container, after.container)
        in_row = (
            before.kept
            and (after.kept or segment.kind is Kind.LISTING)
            and any(container in around for container in (segment.container, segment.container.parent))
        )
        if in_row and segment.linked * 2 < len(segment.text):
            segment.keep("set-in", segment.score)


def _may_be_set_in(segment: Segment) -> bool:
    if segment.kind is not Kind.LISTING:
        return segment.kind in (Kind.TABLE, Kind.PREFORMATTED)
    items = segment.text.split("\n")
    return not segment.linked and len(items) > 1 and all(item.endswith(_SENTENCE_ENDS) for item in items)


def _threshold(segments: Sequence[Segment], scores: Sequence[float]) -> float:
    """Return the score that a segment must pass: 0, but less where that would leave next to nothing of a region full of prose.

    The region has been chosen for its prose; when the model likes none of it, it is the model that does not know such pages.
    """
    prose = sorted(
        (
            (score, len(segment.text))
            for segment, score in zip(segments, scores, strict=True)
            if region_statistics.is_prose(segment)
        ),
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


def _pulled(segments: Sequence[Segment]) -> None:
    """Drop quotes that are set out from the text whose sentences they repeat, and a paragraph that follows its own copy."""
    before: Segment | None = None
    said: set[str] = set()
    for segment in segments:
        if not segment.kept or segment.kind is not Kind.PARAGRAPH:
            continue
        if len(segment.text) >= region_statistics.PROSE and segment.text in said:
            segment.drop("repeated")  # a copy for windows of another width
            continue
        said.add(segment.text)
        if before is not None and segment.text == before.text and len(segment.text) > SHORT:
            segment.drop("repeated")
        elif len(segment.text) > SHORT and _is_set_out(segment) and _is_said(segment, segments):
            segment.drop("pull-quote")
        else:
            before = segment


def _is_set_out(segment: Segment) -> bool:
    return any(
        container.tag.name in ("blockquote", "aside", "figure") or container.hints & class_names.PULLED
        for container in segment.container.chain()
    )


def _is_said(segment: Segment, segments: Sequence[Segment]) -> bool:
    words = segment.text.strip("\"“”„«»'‘’. ")
    return any(
        words in other.text for other in segments if other is not segment and other.kept and len(other.text) >= len(words)
    )


def _is_about(segment: Segment) -> bool:
    """Tell whether a list is a box about an author: it begins with the label of a picture."""
    first = next((words for words in segment.tag.stripped_strings), "")
    return phrases.known().read(first) == "picture-label"


def _about_box(segments: Sequence[Segment]) -> None:
    """What follows the picture of the author is about the author."""
    start = next((i for i, segment in enumerate(segments) if segment.phrase == "picture-label"), None)
    if start is None or not any(segment.kept for segment in segments[:start]):
        return
    for segment in segments[start:]:
        if not segment.decided:
            segment.drop("about")


def _sub_headlines(segments: Sequence[Segment]) -> None:
    """Keep a sub-headline of which the model is not sure, where the text below it is kept."""
    below: Segment | None = None
    for segment in reversed(segments):
        if segment.kind is Kind.FIGURE:
            continue
        in_doubt = segment.rule == "weighed" and segment.score > UNSURE and not segment.phrase
        over_text = below is not None and below.kept and below.kind is not Kind.HEADING
        if in_doubt and over_text and (segment.kind is Kind.HEADING or _is_set_as_heading(segment)):
            segment.keep("sub-headline", segment.score)
        if segment.kept or len(segment.text) > SHORT:
            below = segment


def _is_set_as_heading(segment: Segment) -> bool:
    return segment.kind is Kind.PARAGRAPH and subheadings.stands_out(segment)


def _bare_headings(segments: Sequence[Segment]) -> None:
    """Drop a sub-headline behind which no text is left, unless it surely stands over a picture, or in a row of its like."""
    below, after = False, None
    bare: list[Segment] = []
    for segment in reversed(segments):
        if segment.kept and segment.kind is Kind.HEADING:
            over_picture = after is not None and after.kind is Kind.FIGURE and segment.score > SURE_HEADING
            if not below and not over_picture:
                bare.append(segment)
        elif segment.kept and segment.kind is not Kind.FIGURE:
            below = True
        after = segment
    rows = Counter((id(segment.container), segment.level) for segment in bare)
    for segment in bare:
        if not below or rows[id(segment.container), segment.level] < ROW:
            segment.drop("nothing-below", segment.score)


def same(text: str, title: str) -> bool:
    """Tell whether a segment says the title and nothing else, give or take punctuation and capitals."""
    if not title or abs(len(text) - len(title)) > 12:
        return False
    return _letters(text) == _letters(title)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
