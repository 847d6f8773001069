"""What the second pass knows of the first."""

from __future__ import annotations

from reader.extraction import pipeline
from reader.extraction.classify import context_features
from reader.extraction.classify.region_statistics import Region, StatedContent

FIRST = "The harbour office closed on Monday, and nobody could say when it would open its doors to the islanders again."


SECOND = (
    "The mayor said that the office would open again in May, and that until then the letters could be left with the baker."
)


PAGE = f"""<main><article><h2>Opening hours</h2><p>{FIRST}</p><ul><li><a href="https://courier.example/a">Bread</a></li>
<li>Boats</li></ul><p>{SECOND}</p><table><tr><td>Monday</td><td>8</td></tr><tr><td>Tuesday</td><td>9</td></tr></table></article></main>"""


def test_the_second_pass_knows_the_scores_around_a_segment() -> None:
    segments = pipeline.read_markup(PAGE, "").segments
    scores = [1.0, 2.0, -3.0, 4.0, -5.0]
    rows = [
        dict(zip(context_features.NAMES, row, strict=True))
        for row in context_features.vectors(Region(segments, StatedContent.of("", "", "")).shape(), scores)
    ]
    assert [row["score"] for row in rows] == scores
    assert (rows[2]["score_prev2"], rows[2]["score_prev"], rows[2]["score_next"], rows[2]["score_next2"]) == (1, 2, 4, -5)
    assert rows[0]["score_prev"] == rows[4]["score_next"] == context_features.EDGE
    assert rows[1]["score_heading"] == 1
    assert (rows[0]["kept_before"], rows[4]["kept_after"]) == (0, 0)
    assert rows[1]["kept_in_group"] == rows[3]["kept_in_group"] == 1
