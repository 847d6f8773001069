"""What is known of a region's segments in numbers, and what the second pass adds."""

from __future__ import annotations

from reader.extraction import pipeline
from reader.extraction.classify import context_features, features
from reader.extraction.classify.region_statistics import Region, StatedContent

FIRST = "The harbour office closed on Monday, and nobody could say when it would open its doors to the islanders again."
SECOND = (
    "The mayor said that the office would open again in May, and that until then the letters could be left with the baker."
)
PAGE = f"""<main><article><h2>Opening hours</h2><p>{FIRST}</p><ul><li><a href="https://courier.example/a">Bread</a></li>
<li>Boats</li></ul><p>{SECOND}</p><table><tr><td>Monday</td><td>8</td></tr><tr><td>Tuesday</td><td>9</td></tr></table></article></main>"""


def numbers(stated: StatedContent) -> list[dict[str, float]]:
    segments = pipeline.read_markup(PAGE, "").segments
    found = features.vectors(Region(segments, stated))
    assert [segment.kind for segment in segments] == ["heading", "paragraph", "listing", "paragraph", "table"]
    return [dict(zip(features.NAMES, row, strict=True)) for row in found]


def test_every_number_has_the_name_of_what_it_says() -> None:
    heading, first, listing, other, table = numbers(StatedContent.of("", "", ""))
    assert (heading["size"], heading["heading_level"], heading["prev_size"], heading["next_size"]) == (13, 2, -1, len(FIRST))
    assert (first["since_heading"], first["heading_size"], first["prev_heading"], first["until_prose"]) == (1, 13, 1, 2)
    assert (listing["items"], listing["links"], listing["link_share"]) == (2, 1, 5 / 11)
    assert (other["since_prose"], other["letters_since_heading"], other["next2_size"]) == (2, len(FIRST) + 11, -1)
    assert (table["is_table"], table["next_size"], table["letters_after"], table["count"]) == (1, -1, 0, 5)
    assert first["group_count"] == other["group_count"] == 2
    assert first["total"] == sum(row["size"] for row in (heading, first, listing, other, table))


def test_what_the_page_states_elsewhere_is_held_against_the_beginnings() -> None:
    rows = numbers(StatedContent.of(FIRST, FIRST, f"{FIRST} {SECOND}"))
    assert [row["in_summary"] for row in rows] == [0, 1, 0, 0, 0]
    assert [row["in_body"] for row in rows] == [0, 1, 0, 1, 0]
    assert (rows[1]["title_share"], rows[1]["words"], rows[1]["commas"]) == (1, 20, 1)
    assert {row["in_body"] for row in numbers(StatedContent.of("", "", ""))} == {-1}


def test_a_region_without_segments_has_no_numbers() -> None:
    region = Region([], StatedContent.of("", "", ""))
    assert features.vectors(region) == []
    assert context_features.vectors(region.shape(), []) == []
