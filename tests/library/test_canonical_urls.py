from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library import canonical_urls


@pytest.mark.parametrize(
    ("url", "known_as"),
    [
        ("http://www.courier.example:80/a/?utm_medium=feed&id=3#c", "https://courier.example/a?id=3"),
        ("https://courier.example", "https://courier.example/"),
        ("https://courier.example:8443/x", "https://courier.example:8443/x"),
        ("seed:harbour", "seed:harbour"),
        ("https://[::1", "https://[::1"),
        ("https://courier.example:99999999/", "https://courier.example:99999999/"),
    ],
)
def test_a_story_is_known_by_its_canonical_address(url: str, known_as: str) -> None:
    assert canonical_urls.canonical(url) == known_as


@given(st.text())
def test_a_canonical_address_is_its_own_canonical_address(url: str) -> None:
    once = canonical_urls.canonical("https://courier.example/" + url)
    assert canonical_urls.canonical(once) == once
