from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.address import mixes_scripts, shown


@pytest.mark.parametrize(
    ("url", "as_shown"),
    [
        ("https://example.org/a?b#c", "https://example.org/a?b#c"),
        ("https://ada:secret@example.org/@a", "https://example.org/@a"),
        ("https://a@b:c@example.org", "https://example.org"),
        ("https://example.org?q=a@b", "https://example.org?q=a@b"),
        ("https://münchen.example/Straße", "https://münchen.example/Straße"),
        ("https://пример.example/", "https://пример.example/"),
        ("https://新聞abcニュース.example/", "https://新聞abcニュース.example/"),
        ("https://раypal.example:8080/x", "https://xn--ypal-43d9g.example:8080/x"),
        ("https://ada@раypal.example", "https://xn--ypal-43d9g.example"),
        ("seed:harbour", "seed:harbour"),
        ("a file@home.html", "a file@home.html"),
        ("mailto:ada@example.org", "mailto:ada@example.org"),
        ("", ""),
    ],
)
def test_an_address_is_shown_without_credentials_and_disguise(url: str, as_shown: str) -> None:
    assert shown(url) == as_shown
    assert shown(as_shown) == as_shown


@given(st.text(), st.sampled_from(["", "https://", "http://a:b@", "ftp://é"]))
def test_showing_twice_changes_nothing(text: str, start: str) -> None:
    once = shown(start + text)
    assert shown(once) == once


@given(st.text("абвгдежзик", min_size=1), st.text("abcdefghijk", min_size=1))
def test_cyrillic_and_latin_in_one_label_are_never_shown_as_they_are(cyrillic: str, latin: str) -> None:
    assert mixes_scripts(cyrillic + latin)
    assert shown(f"https://{cyrillic}{latin}.example/").isascii()


def test_punycode_is_what_the_name_resolves_as() -> None:
    assert shown("https://раypal.example").removeprefix("https://") == "раypal.example".encode("idna").decode()
