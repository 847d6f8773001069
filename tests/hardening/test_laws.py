"""What fuzzing found, each as small as it gets, and the same bodies on a few inputs of every test run."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.errors import FeedError
from reader.extraction import extract
from reader.feeds import opml
from tests.bench.fuzz.bodies import BODIES, seeds


@pytest.mark.parametrize(
    "text", ["\ufffc", "He said \ufffc. Then she left.", "“Go on,” \ufffc said Ada Berg. \ufffc", "\ufffc\ufffc said \ufffc"]
)
def test_the_sign_for_an_object_in_a_text_is_a_sign_like_any_other(text: str) -> None:
    for language in range(12):
        BODIES["words"](bytes([language]) + text.encode())


@pytest.mark.parametrize(
    "url", ["http://[x", "http://[::1", "http://a]b/", "//[", "http://\u2100/", "http://a:b:c/", "\ud800", "http://a\0b", "a:"]
)
def test_a_page_at_an_address_that_is_none_is_a_page_like_any_other(url: str) -> None:
    links = f"<link rel=canonical href='{url}'><meta property=og:url content='{url}'><meta property=og:image content='{url}'>"
    page = (
        f"<html><head>{links}</head><body><article><h1>A</h1><p>The <a href='{url}'>ferry</a> to Lower Quay runs again from Monday, when "
        "the tide is high enough for it to pass the bar, and the fare is what it was before the <a href='/b'>storm</a>.</p>"
    )
    for address in ("", url):
        article = extract(page.encode("utf-8", "surrogatepass"), url=address)
        assert "ferry" in article.blocks[1].text


@pytest.mark.parametrize("body", [b"<opmlhttp://a.example>", b"<:/>", b"<?x?>", b"<opml:a/>", b"\xff\xff", b""])
def test_a_list_whose_root_has_no_proper_name_is_none(body: bytes) -> None:
    with pytest.raises(FeedError):
        opml.read(body)


@pytest.mark.parametrize("name", BODIES)
@given(data=st.data())
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_input_breaks_a_law(name: str, data: st.DataObject) -> None:
    known = SEEDS[name]
    cut = st.builds(
        lambda seed, at, size: seed[at % len(seed) :][:size],
        st.sampled_from(known),
        st.integers(0, 20_000),
        st.integers(1, 400),
    )
    pieces = st.one_of(
        cut, cut, st.binary(max_size=8), st.text(max_size=8).map(lambda text: text.encode("utf-8", "surrogatepass"))
    )
    BODIES[name](b"".join(data.draw(st.lists(pieces, max_size=8))))


SEEDS = {name: seeds(name) for name in BODIES}
