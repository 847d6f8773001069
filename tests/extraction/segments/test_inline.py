"""Words with their links and emphasis."""

from __future__ import annotations

from reader.model import Paragraph, Run, Style
from tests.extraction.pages import blocks


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
