"""Odd elements and what they say."""

from __future__ import annotations

import pytest
from lxml import etree

from reader.extraction.page import html_tree
from reader.extraction.page.normalise import normalise


def normal(body: str) -> str:
    root = html_tree.parse(f"<body>{body}</body>")
    normalise(root)
    found = root.find("body")
    assert found is not None
    return etree.tostring(found, encoding="unicode", method="html").removeprefix("<body>").removesuffix("</body>")


@pytest.mark.parametrize(
    ("odd", "plain"),
    [
        ("<p>a <math alttext='{\\displaystyle x^{2}}'><mi>x</mi></math> b</p>", "<p>a <span>x^{2}</span> b</p>"),
        ("<p>a <math><mi>x</mi><annotation>tex</annotation></math></p>", "<p>a <span>x</span></p>"),
        ("<p><img alt='T' src='t.png'>he lamp</p>", "<p><span>T</span>he lamp</p>"),
        ("<p>by the <button>workshop</button> there</p>", "<p>by the <span>workshop</span> there</p>"),
        ("<h3><button>Who pays?</button></h3>", "<h3><span>Who pays?</span></h3>"),
        ("<h2>Lamp<a href='#lamp'>¶</a></h2>", "<h2>Lamp</h2>"),
        ("<h2>Lamp <a href='#lamp'>lit</a></h2>", '<h2>Lamp <a href="#lamp">lit</a></h2>'),
        ("<span style='display:block'>a</span>", '<div style="display:block">a</div>'),
        ("<ul>Three wishes:<li>a</li></ul>", "<p>Three wishes:</p><ul><li>a</li></ul>"),
        ("<ul><li>a</li>and<li>b</li></ul>", "<ul><li>a</li><li>and</li><li>b</li></ul>"),
    ],
)
def test_it_is_given_the_elements_that_say_it(odd: str, plain: str) -> None:
    assert normal(odd) == plain


def test_a_picture_beside_a_word_is_no_letter() -> None:
    assert "<img" in normal("<p><img alt='T' src='t.png'> The lamp</p>")
    assert "<img" in normal("<p><img alt='The pier' src='t.png'>he lamp</p>")


def test_a_button_over_an_answer_is_its_heading() -> None:
    answer = "<div>The county pays two thirds, and the town the rest.</div>"
    assert normal(f"<button aria-expanded='false'>Who pays?</button>{answer}").startswith("<h3")
    assert normal(f"<button class='faq-toggle'>Who pays?</button>{answer}").startswith("<h3")
    assert normal(f"<button>Share</button>{answer}").startswith("<button>")
    assert normal("<button aria-expanded='false'>Menu</button><div>x</div>").startswith("<button")


def test_the_numbers_beside_code_are_gone() -> None:
    table = "<table><tr><td class='gutter'><pre>1\n2</pre></td><td><pre>go()\nstop()</pre></td></tr></table>"
    assert "<pre>1" not in normal(table)
    assert "go()" in normal(table)
    assert "7" not in normal("<pre><span class='lineno'>7</span>go()</pre>")


def test_code_in_a_step_stands_behind_it_and_the_list_counts_on() -> None:
    html = normal("<ol><li>Solder.</li><li>Copy:<pre>go()</pre></li><li>Wait.</li></ol>")
    assert html == '<ol><li>Solder.</li><li>Copy:</li></ol><pre>go()</pre><ol start="3"><li>Wait.</li></ol>'
    assert (
        normal("<ul><li>Copy:<pre>go()</pre> then wait</li></ul>")
        == "<ul><li>Copy:</li></ul><pre>go()</pre><div> then wait</div>"
    )
