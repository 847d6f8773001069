"""What markdownify is taught: our own HTML in, Markdown that reads back as the same words out."""

from __future__ import annotations

import pytest

from reader.formats.markdown_converter import convert


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>2021. It rained.</p>", "2021\\. It rained."),
        ("<p>It was in 2021. It rained.</p>", "It was in 2021. It rained."),
        ("<p># no headline</p>", "\\# no headline"),
        ("<p>a *star* and a_b</p>", "a \\*star\\* and a_b"),
        ("<p>Look!<a href='https://a.example/'>here</a></p>", "Look\\![here](https://a.example/)"),
        ("<p>Look! <b>here</b></p>", "Look! **here**"),
        ("<h2>C#</h2>", "## C#"),
        ("<h2>C ##</h2>", "## C \\##"),
        ("<p>a<x-em>b</x-em>c</p>", "a<em>b</em>c"),
        ("<p>a | b</p>", "a | b"),
    ],
)
def test_what_could_be_markup_is_escaped_and_nothing_else(html: str, markdown: str) -> None:
    assert convert(html).strip() == markdown


def test_a_bar_is_escaped_in_a_cell_alone() -> None:
    assert "a \\| b" in convert("<table><tr><th>x</th></tr><tr><td>a | b</td></tr></table>")


def test_a_fence_is_longer_than_those_within() -> None:
    assert convert("<pre><code>```\nx\n```</code></pre>").strip() == "````\n```\nx\n```\n````"


def test_a_fence_names_its_language() -> None:
    assert convert("<pre><code class='language-python'>x = 1</code></pre>").strip().startswith("```python\n")
