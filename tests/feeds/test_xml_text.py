from __future__ import annotations

import pytest

from reader.feeds.xml_text import decoded, is_cut_off, repaired, without_broken_end

WORDS = "Мост закрыли на ремонт — «Вести»"


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("charset", [None, "windows-1251", "iso-8859-1", "nonsense"])
def test_a_mark_and_the_bytes_count_more_than_what_the_server_says(name: str, charset: str | None) -> None:
    assert decoded(f"<rss>{WORDS}</rss>".encode(name), charset) == f"<rss>{WORDS}</rss>"


@pytest.mark.parametrize(("name", "label"), [("cp1251", "windows-1251"), ("koi8-r", "KOI8-R"), ("cp932", "Shift_JIS")])
def test_what_is_said_is_honoured_by_server_and_declaration(name: str, label: str) -> None:
    words = "港の橋が閉鎖" if name == "cp932" else "Мост закрыли"
    declared = f'<?xml version="1.0" encoding="{label}"?><rss>{words}</rss>'
    assert words in decoded(declared.encode(name), None)
    assert words in decoded(f"<rss>{words}</rss>".encode(name), label)


def test_latin_1_is_what_browsers_take_it_for() -> None:
    assert decoded(b"<rss>\x93Caf\xe9\x94</rss>", "iso-8859-1") == "<rss>“Café”</rss>"
    assert decoded(b"<rss>\x93Caf\xe9\x94</rss>", None) == "<rss>“Café”</rss>"


def test_one_bad_byte_spoils_one_letter() -> None:
    body = WORDS.encode() + b"\xff" + WORDS.encode()
    assert decoded(body, None) == f"{WORDS}\ufffd{WORDS}"
    assert decoded(b'<?xml version="1.0" encoding="utf-8"?><rss>caf\xe9</rss>', None).endswith("caf\ufffd</rss>")


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("<a>Q&A</a>", "<a>Q&amp;A</a>"),
        ("<a>?a=1&b=2&copy=3</a>", "<a>?a=1&amp;b=2&amp;copy=3</a>"),
        ("<a>&nbsp;&eacute;&hellip;</a>", "<a>\xa0é…</a>"),
        ("<a>&amp;&lt;&#38;&#x26;&#X41;&quot;</a>", "<a>&amp;&lt;&#38;&#38;&#65;&quot;</a>"),
        ("<a>&unknown;</a>", "<a>&amp;unknown;</a>"),
        ("<a>x\x0b&#1;&#xFFFE;&#99999999;y</a>", "<a>xy</a>"),
        ("<a><![CDATA[Q&A <b>&nbsp;]]>&B</a>", "<a><![CDATA[Q&A <b>&nbsp;]]>&amp;B</a>"),
        ("<!-- Q&A --><a/>", "<!-- Q&A --><a/>"),
        ('<?xml version="1.0" encoding="koi8-r"?>\n<a/>', "<a/>"),
    ],
)
def test_what_breaks_xml_is_made_what_was_meant(text: str, mended: str) -> None:
    assert repaired(text) == mended


@pytest.mark.parametrize(
    ("text", "is_cut"),
    [
        ("<rss><channel></channel></rss>", False),
        ("<rss><channel></channel></rss>\n<!-- served in 3 ms -->", False),
        ("<rss><channel><item><title>Ti", True),
        ("<feed xmlns='x'><entry></entry>", True),
        ("<atom:feed><entry/></atom:feed>", False),
        ("<rdf:RDF><item/></rdf:RDF>", False),
        ("<rdf:RDF><item/>", True),
        ("no feed", False),
    ],
)
def test_a_feed_that_breaks_off_is_noticed(text: str, is_cut: bool) -> None:
    assert is_cut_off(text) is is_cut


def test_of_a_feed_that_breaks_off_the_broken_item_is_left_out() -> None:
    assert without_broken_end("<rss><item>1</item><item>2") == "<rss><item>1</item>"
    assert without_broken_end("<rss><item>1") == "<rss><item>1"
