"""A broadcaster's story, as a page saved as text and as the page itself: both give the same article."""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape
from pathlib import Path

import pytest

from reader.extraction import Extraction, examine
from reader.model import Heading, Paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Player:
    title: str
    controls: tuple[str, ...]
    caption: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    furniture: tuple[str, ...]
    """Lines above the headline: the label of the skip links, the breaking-news label."""
    title: str
    body: tuple[str | Player, ...]
    headings: tuple[str, ...]
    """Those of the body that are sub-headlines."""
    credit: str
    picture_label: str
    about: str


def player(media: Player, *, caption_first: bool) -> str:
    controls = "".join(f"<span class='c-spinner'>{escape(words)}</span>" for words in media.controls[:1])
    controls += "".join(f"<div class='c-mmp__overlay'><p>{escape(words)}</p></div>" for words in media.controls[1:])
    shown = f"<div class='c-mmp__title'><h3>{escape(media.title)}</h3></div>{controls}"
    caption = f"<p class='media-caption'>{escape(media.caption)}</p>"
    parts = (caption, shown) if caption_first else (shown, caption)
    return f"<div class='wsw__embed'><div class='c-mmp'>{''.join(parts)}</div></div>"


def html(story: Story, *, heading: str = "h2") -> str:
    """Return the page; `heading` sets the sub-headlines: h2, h3, or strong for bold paragraphs."""
    body = []
    for at, part in enumerate(story.body):
        if isinstance(part, Player):
            body.append(player(part, caption_first=at > 0))
        elif part in story.headings:
            body.append(
                f"<p><strong>{escape(part)}</strong></p>" if heading == "strong" else f"<{heading}>{escape(part)}</{heading}>"
            )
        else:
            body.append(f"<p>{escape(part)}</p>")
    skip, breaking = story.furniture
    links = "".join(f'<li><a href="#{i}">Skip to part {i}</a></li>' for i in range(3))
    menu = "".join(
        f'<li><a href="/{name}">{name.title()}</a></li>' for name in ("world", "europe", "central-asia", "features")
    )
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(story.title)}</title>
<meta property="og:title" content="{escape(story.title, quote=True)}"></head><body>
<div class="acc-links"><h2>{escape(skip)}</h2><ul>{links}</ul></div>
<div class="breaking-news"><span>{escape(breaking)}</span></div>
<div class="hdr"><ul class="nav">{menu}</ul></div>
<div id="content"><div class="hdr-container"><h1 class="title pg-title">{escape(story.title)}</h1></div>
<div class="share"><ul><li><a href="https://x.example/share">Share</a></li><li><a href="/print">Print</a></li></ul></div>
<div class="body-container"><div class="wsw">{"".join(body)}<p>{escape(story.credit)}</p></div>
<ul class="author-list"><li class="about"><div class="thumb"><span>{escape(story.picture_label)}</span></div>
<div class="about-text"><p>{escape(story.about)}</p></div></li></ul></div></div>
<div class="media-block-wrap"><h2>Most popular</h2><ul><li><a href="/a">Ferry runs again after three weeks</a></li></ul></div>
<footer><p>Copyright 2026, all rights reserved.</p></footer></body></html>"""


REPOSITORY = Path(__file__).resolve().parents[2]
SEED = REPOSITORY.parent / "shared" / "seed"
needs_seed = pytest.mark.skipif(not SEED.is_dir(), reason="the seed example does not lie beside the checkout")

CONTROLS = ("please wait", "No media source currently available", "0:00 0:02:11 0:00")
OWN = Story(
    furniture=("Accessibility links", "Breaking News"),
    title="Tarnholm Calls For Joint Flood Defence After Night Of Broken Dikes",
    body=(
        Player(
            title="Sirens Sound As The Water Rises",
            controls=CONTROLS,
            caption="WATCH: Sirens sounded in four districts of Tarnholm shortly after midnight on March 3. (Courier)",
        ),
        "The mayor of Tarnholm says the towns along the river Aune should build one line of dikes together instead of four, after"
        " the flood of March 3 that drove at least 2,400 people out of their houses.",
        '"We have learnt tonight that water does not ask where our border is," Ilse Brandvik told the council in its first'
        " sitting after the flood.",
        "Her speech came after soldiers had carried sandbags for eleven hours and closed the last of three gaps in the eastern"
        " dike, while helpers from Vestmark searched the harbour quarter for two men who were still missing.",
        Player(
            title="Families 'Lost Everything' In The Harbour Quarter",
            controls=CONTROLS,
            caption="WATCH: Families in the harbour quarter went back to their houses on the morning after the flood.",
        ),
        "Engineers said the gates at Lower Aune had been opened an hour too late, though no details of the order were given.",
        "Gates Opened Late",
        "In neighbouring Vestmark, the water board said on March 4 that its own gauges had shown the wave six hours before it"
        " reached the town, and that a warning had been sent.",
        "The office that should have read it was closed for the night, the newspaper Aunetidende reported.",
        "A spokesman for the board said the fax machine had been switched off by a cleaner but nobody was to blame",
        "Money From The Capital",
        "The government promised 40 million crowns for the repair of the dikes and said that the army would stay until the last"
        " cellar was dry, which engineers expect to take three weeks.",
        "Brandvik said she would travel to the capital on Thursday to ask for twice as much.",
    ),
    headings=("Gates Opened Late", "Money From The Capital"),
    credit="With reporting by Aunetidende, AP, and dpa",
    picture_label="16x9 Image",
    about="Courier Radio reports the news from nine river towns in two languages. We tell our listeners what the water boards do"
    " not: how high, how fast, and who knew.",
)


def as_text(story: Story) -> str:
    lines: list[str] = [*story.furniture, story.title]
    for at, part in enumerate(story.body):
        if isinstance(part, Player):
            shown = "\n\n".join([f"{part.title}\n{part.controls[0]}", *part.controls[1:]])
            lines += [shown, part.caption] if at == 0 else [part.caption, shown]
        else:
            lines.append(part)
    return "\n\n".join([*lines, f"{story.credit}\n  • {story.picture_label}\n\n\n    {story.about}"])


def content(story: Story) -> list[str]:
    return [part for part in story.body if isinstance(part, str)]


def check(extraction: Extraction, story: Story) -> None:
    article = extraction.article
    assert article.title == story.title
    assert [block.text for block in article.blocks] == [story.title, *content(story)]
    assert all(isinstance(block, Heading) == (block.text in story.headings) for block in article.blocks[1:])
    assert all(isinstance(block, Heading | Paragraph) for block in article.blocks)
    assert [section.heading and section.heading.text for section in article.sections] == [None, *story.headings]
    assert article.notes == (story.credit,)
    dropped = {decision.text for decision in extraction.decisions if not decision.kept}
    assert {part.caption for part in story.body if isinstance(part, Player)} <= dropped


def seed() -> Story:
    """Read the seed example as the parts that a page is printed from."""
    lines = (SEED / "000_a0e6c886d0048261.txt").read_text("utf-8").split("\n")
    gold = json.loads((SEED / "gold.json").read_text("utf-8"))
    at = {number: lines[number - 1].strip() for number in range(1, len(lines) + 1)}
    stripped = [row["line"] for row in gold["strip_lines"]]
    skip, breaking, *rest = stripped
    first, second = rest[:5], rest[5:10]
    players = {
        first[0]: Player(title=at[first[0]], controls=tuple(at[n] for n in first[1:4]), caption=at[first[4]]),
        second[0]: Player(title=at[second[1]], controls=tuple(at[n] for n in second[2:5]), caption=at[second[0]]),
    }
    body = [players.get(number, at[number]) for number in sorted([*gold["content_lines"], *players])]
    return Story(
        furniture=(at[skip], at[breaking]),
        title=gold["title"],
        body=tuple(body),
        headings=tuple(section["heading"] for section in gold["sections"] if section["heading"]),
        credit=gold["credit_line"]["text"],
        picture_label=at[rest[10]].lstrip("• "),
        about=at[rest[11]],
    )


@needs_seed
def test_the_seed_as_text() -> None:
    body = (SEED / "000_a0e6c886d0048261.txt").read_bytes()
    story = seed()
    assert len(content(story)) == 58
    check(examine(body, media_type="text/plain"), story)


@needs_seed
@pytest.mark.parametrize("heading", ["h2", "h3", "strong"])
def test_the_seed_as_a_page(heading: str) -> None:
    check(examine(html(seed(), heading=heading).encode()), seed())


def test_a_story_as_text() -> None:
    check(examine(as_text(OWN), media_type="text/plain"), OWN)


@pytest.mark.parametrize("heading", ["h2", "h3", "strong"])
def test_a_story_as_a_page(heading: str) -> None:
    check(examine(html(OWN, heading=heading).encode(), url="https://courier.example/a/1.html"), OWN)
