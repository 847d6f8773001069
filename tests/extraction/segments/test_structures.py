"""Lists, tables and preformatted text."""

from __future__ import annotations

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
