"""What a page's elements become: runs, lists, tables, figures, quotations, code, posts."""

from __future__ import annotations

from datetime import UTC, datetime

from reader.extraction import examine, extract
from reader.model import Block, Figure, Heading, Listing, Paragraph, Post, Preformatted, Quotation, Run, Style, Table

TEXT = (
    "The ferry to Lindholm has not sailed since the storm of last Tuesday, and the council of the island said on Friday that"
    " nobody could tell when it would.",
    "Repairs to the ramp were to have begun in spring, the harbour office wrote in a letter, but the money had gone to the"
    " bridge at Vester instead.",
    "“We carry our bread home in rowing boats,” said Marta Ekblad, who keeps the shop. “That is how my grandmother did it.”",
    "The ministry answered that a smaller boat would be sent before the month was out, and that it could carry two cars.",
)


def page(*inside: str, title: str = "Island without a ferry", head: str = "") -> str:
    return f"""<html lang="en"><head><title>{title}</title><meta property="og:title" content="{title}">{head}</head><body>
<main><article><h1>{title}</h1><p>{TEXT[0]}</p><p>{TEXT[1]}</p>{"".join(inside)}<p>{TEXT[2]}</p><p>{TEXT[3]}</p></article></main>
<footer><p>All rights reserved.</p></footer></body></html>"""


def blocks(*inside: str, url: str = "https://courier.example/news/ferry") -> list[Block]:
    found = extract(page(*inside), url=url).blocks
    assert [block.text for block in found if isinstance(block, Paragraph)][:2] == list(TEXT[:2])
    return [block for block in found[1:] if block.text not in TEXT]


def test_links_and_emphasis_become_runs() -> None:
    words = "She <b>had</b> written <a href='/letters?id=7'>three <em>long</em> letters</a> about it to the harbour office, and waited."
    (found,) = blocks(f"<p>{words}</p>")
    assert isinstance(found, Paragraph)
    target = "https://courier.example/letters?id=7"
    assert found.runs == (
        Run(text="She "),
        Run(text="had", style=frozenset({Style.STRONG})),
        Run(text=" written "),
        Run(text="three ", href=target),
        Run(text="long", style=frozenset({Style.EMPHASIS}), href=target),
        Run(text=" letters", href=target),
        Run(text=" about it to the harbour office, and waited."),
    )


def test_only_addresses_that_a_reader_can_follow_are_links() -> None:
    words = "<a href='javascript:x()'>one</a> <a href='#note'>two</a> <a href='mailto:desk@courier.example'>three</a>"
    (found,) = blocks(f"<p>The office has listed all that it knows of the matter: {words} and says no more about it.</p>")
    assert isinstance(found, Paragraph)
    assert [run.href for run in found.runs if run.href] == ["mailto:desk@courier.example"]


def test_lists_are_nested_as_on_the_page() -> None:
    (found,) = blocks(
        "<p>What the island asks for:</p><ul><li>A ramp of stone, and not of wood<ol><li>by the spring</li><li>paid by the state"
        "</li></ol></li><li>A boat that carries two cars at a time</li></ul>"
    )[-1:]
    assert isinstance(found, Listing)
    assert not found.ordered
    assert [len(item.inner) for item in found.items] == [1, 0]
    assert found.items[0].inner[0].ordered
    assert (
        found.text
        == "A ramp of stone, and not of wood\nby the spring\npaid by the state\nA boat that carries two cars at a time"
    )


def test_a_table_has_its_header_cells() -> None:
    (found,) = blocks(
        "<table><tr><th>Year</th><th>Days without a ferry</th></tr><tr><td>2024</td><td>11</td></tr><tr><td>2025</td><td>40</td></tr></table>"
    )
    assert isinstance(found, Table)
    assert [cell[0].text for cell in found.header] == ["Year", "Days without a ferry"]
    assert found.text == "Year\tDays without a ferry\n2024\t11\n2025\t40"


def test_a_figure_keeps_caption_and_credit_apart() -> None:
    (found,) = blocks(
        "<figure><img src='/ramp.jpg' alt='A broken ramp' width=800><figcaption>The ramp on Friday."
        " <span class='credit'>Photo: Jon Ask</span></figcaption></figure>"
    )
    assert found == Figure(
        image="https://courier.example/ramp.jpg", alt="A broken ramp", caption="The ramp on Friday.", credit="Photo: Jon Ask"
    )


def test_a_caption_beside_its_picture_is_the_pictures() -> None:
    (found,) = blocks("<div class='photo'><img src='/ramp.jpg' width=800><p class='caption'>The ramp on Friday.</p></div>")
    assert isinstance(found, Figure)
    assert found.caption == "The ramp on Friday."


def test_bold_paragraphs_and_bold_lines_are_sub_headlines() -> None:
    found = blocks(f"<p><strong>A letter from the office</strong></p><p>{TEXT[2]}</p><p><b>Two cars</b><br>{TEXT[3]}</p>")
    assert [block.text for block in found if isinstance(block, Heading)] == ["A letter from the office", "Two cars"]


def test_a_heading_for_screen_readers_alone_is_no_sub_headline() -> None:
    found = blocks(f"<h2 class='visually-hidden'>Article content</h2><p>{TEXT[2]}</p><h2>Two cars</h2><p>{TEXT[3]}</p>")
    assert [block.text for block in found if isinstance(block, Heading)] == ["Two cars"]


def test_a_block_quotation_has_its_author_apart() -> None:
    said = "Nobody who lives on the mainland knows what it is to wait for the weather, and for the office, and for the weather again."
    (found,) = blocks(f"<blockquote><p>{said}</p><cite>Elof Brandt, fisherman</cite></blockquote>")
    assert isinstance(found, Quotation)
    assert (found.text, found.author) == (said, "Elof Brandt, fisherman")


def test_a_pull_quote_that_repeats_the_text_is_stripped() -> None:
    extraction = examine(page("<blockquote class='pullquote'><p>“We carry our bread home in rowing boats”</p></blockquote>"))
    assert not any(isinstance(block, Quotation) for block in extraction.article.blocks)
    assert [
        decision.kept
        for decision in extraction.decisions
        if decision.text.startswith("“We carry our bread home in rowing boats”")
    ]


def test_preformatted_text_keeps_its_white_space() -> None:
    (found,) = blocks("<pre><code class='language-text'>07:10  Lindholm\n07:55  Vester</code></pre>")
    assert found == Preformatted(text="07:10  Lindholm\n07:55  Vester", language="text")


def test_credits_and_corrections_are_notes() -> None:
    extraction = examine(page("<p>Correction: An earlier version of this article named the wrong harbour.</p>"))
    assert extraction.article.notes == ("Correction: An earlier version of this article named the wrong harbour.",)


def test_what_is_called_a_correction_is_a_note() -> None:
    words = "The ramp lies at Lindholm and not, as we wrote on Friday, at Vester, where there is none."
    box = f"<div class='story-correction'><h4>Put right</h4><p>{words}</p></div>"
    extraction = examine(page(box))
    assert extraction.article.notes == (words,)
    assert [decision.rule for decision in extraction.decisions if decision.text == "Put right"] == ["label"]


def test_each_post_of_a_live_page_opens_a_section() -> None:
    posts = "".join(
        f"<article class='live-post'><time datetime='2026-03-04T{hour:02}:15:00Z'>{hour}.15</time><h2>{title}</h2><p>{text}</p></article>"
        for hour, title, text in (
            (11, "Boat on its way", TEXT[3]),
            (10, "Bread in rowing boats", TEXT[2]),
            (9, "No ferry today", TEXT[0]),
        )
    )
    article = extract(
        f"<html><head><title>The ferry, live</title></head><body><h1>The ferry, live</h1><div class='liveblog'>{posts}</div></body>"
    )
    found = [block for block in article.blocks if isinstance(block, Post)]
    assert [post.title for post in found] == ["Boat on its way", "Bread in rowing boats", "No ferry today"]
    assert found[0].time == datetime(2026, 3, 4, 11, 15, tzinfo=UTC)
    assert [section.heading for section in article.sections] == found


def test_a_page_that_asks_for_a_subscription_is_cut_off() -> None:
    assert extract(page("<div class='paywall'><p>Subscribe to continue reading this story.</p></div>")).truncated
    assert not extract(page()).truncated
