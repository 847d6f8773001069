"""Lists, tables and preformatted text."""

from __future__ import annotations

import pytest

from reader.model import Listing, Preformatted, Table
from tests.extraction.pages import blocks


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


def test_preformatted_text_keeps_its_white_space() -> None:
    (found,) = blocks("<pre><code class='language-text'>07:10  Lindholm\n07:55  Vester</code></pre>")
    assert found == Preformatted(text="07:10  Lindholm\n07:55  Vester", language="text")


@pytest.mark.parametrize(
    "code",
    [
        "<pre>go()<br>  stop()</pre>",
        "<pre><ol><li><code>go()</code></li><li><code>  stop()</code></li></ol></pre>",
        "<pre><code><span style='display:grid'><span data-line=''>go()</span><span data-line=''>  stop()</span></span></code></pre>",
        "<pre><div>go()</div><div>  stop()</div></pre>",
        "<pre><code>go()\n</code><code>  stop()</code></pre>",
    ],
)
def test_each_line_of_code_stands_on_its_own(code: str) -> None:
    (found,) = blocks(code)
    assert found.text == "go()\n  stop()"


@pytest.mark.parametrize(
    "code",
    [
        "<pre><code class='language-Rust'>go()</code></pre>",
        "<div class='highlight-source-rust'><pre>go()</pre></div>",
        "<pre data-lang='rust'>go()</pre>",
    ],
)
def test_the_language_of_code_is_read_wherever_it_is_named(code: str) -> None:
    (found,) = blocks(code)
    assert isinstance(found, Preformatted)
    assert found.language == "rust"


def test_a_list_counts_as_its_element_says() -> None:
    items = "<li>The first of the rules is to oil the gauge.</li><li value='9'>The ninth is to look below the water.</li>"
    (found,) = blocks(f"<ol start='4' type='i' reversed>{items}</ol>")
    assert isinstance(found, Listing)
    assert (found.start, found.numbering, found.reversed, found.items[1].value) == (4, "i", True, 9)
    assert found.labels == ("iv", "ix")
    (other,) = blocks(f"<ol reversed>{items.replace(' value=' + chr(39) + '9' + chr(39), '')}</ol>")
    assert isinstance(other, Listing)
    assert other.labels == ("2", "1")


def test_a_definition_stands_with_its_term() -> None:
    (found,) = blocks("<dl><dt>Product:</dt><dd>Hand flare</dd><div><dt>Batch:</dt><dd>L 24</dd></div></dl>")
    assert isinstance(found, Listing)
    assert found.text == "Product: Hand flare\nBatch: L 24"


def test_a_long_cell_or_a_picture_in_one_does_not_dissolve_a_table_with_a_head() -> None:
    rows = "".join(
        f"<tr><td>{name}</td><td>{text}</td></tr>"
        for name, text in (("Ebb", "A diver. " * 150), ("Noon", "<figure><img src='n.jpg'></figure>Bells."))
    )
    (found,) = blocks(f"<table><tr><th>Film</th><th>Story</th></tr>{rows}</table>")
    assert isinstance(found, Table)
    assert [row[0][0].text for row in found.rows] == ["Ebb", "Noon"]
