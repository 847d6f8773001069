from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.address import display_url, mixes_scripts, redact, with_credentials


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
    assert display_url(url) == as_shown
    assert display_url(as_shown) == as_shown


@given(st.text(), st.sampled_from(["", "https://", "http://a:b@", "ftp://é"]))
def test_showing_twice_changes_nothing(text: str, start: str) -> None:
    once = display_url(start + text)
    assert display_url(once) == once


@given(st.text("абвгдежзик", min_size=1), st.text("abcdefghijk", min_size=1))
def test_cyrillic_and_latin_in_one_label_are_never_shown_as_they_are(cyrillic: str, latin: str) -> None:
    assert mixes_scripts(cyrillic + latin)
    assert display_url(f"https://{cyrillic}{latin}.example/").isascii()


def test_punycode_is_what_the_name_resolves_as() -> None:
    assert display_url("https://раypal.example").removeprefix("https://") == "раypal.example".encode("idna").decode()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("http://ada:secret@a.example/: no such host", "http://a.example/: no such host"),
        ("see https://ada@a.example/x and ftp://b:c@d/", "see https://a.example/x and ftp://d/"),
        ("http://ada:p@ss@a.example/", "http://a.example/"),
        ("http://a.example/@ada", "http://a.example/@ada"),
        ("ada@a.example", "ada@a.example"),
    ],
)
def test_no_address_in_a_line_shows_a_password(text: str, told: str) -> None:
    assert redact(text) == told


@pytest.mark.parametrize(
    ("url", "of", "given"),
    [
        ("http://a.example/b", "http://ada:x@a.example/a", "http://ada:x@a.example/b"),
        ("http://A.example:80/b", "http://ada:x@a.example:80/a?b", "http://ada:x@A.example:80/b"),
        ("https://a.example/b", "http://ada:x@a.example/a", "https://a.example/b"),
        ("http://a.example:8080/b", "http://ada:x@a.example/a", "http://a.example:8080/b"),
        ("http://b.example/b", "http://ada:x@a.example/a", "http://b.example/b"),
        ("http://eve:y@a.example/b", "http://ada:x@a.example/a", "http://eve:y@a.example/b"),
        ("http://a.example/b", "http://a.example/a", "http://a.example/b"),
        ("", "http://ada:x@a.example/a", ""),
    ],
)
def test_a_password_is_carried_within_one_host_only(url: str, of: str, given: str) -> None:
    assert with_credentials(url, of=of) == given
