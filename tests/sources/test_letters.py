from __future__ import annotations

import time
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.extraction import extract
from reader.model import Article
from reader.sources.letters import is_letter, page_of_letters

HTML = """<!doctype html><html><head><title>Newsletter 14</title><style>p {color: red}</style></head><body>
<table><tr><td><p>The harbour inquiry opened on Sunday before a full hall, and the mayor spoke for an hour.</p>
<p>“We were warned in März,” said Maria Okonkwo, and nobody in the hall said a word after that.</p></td></tr></table>
<p><a href="https://courier.example/unsubscribe">Unsubscribe</a></p></body></html>"""
TEXT = "The harbour inquiry opened on Sunday\nbefore a full hall.\n\n> We were warned in March,\n> she wrote.\n\nIt sits again on Tuesday.\n-- \nThe Courier, Quay 4\n"


def letter(
    *, html: str = "", text: str = TEXT, subject: str = "Was im März geschah", sender: str = "Jörg Ränder <j@courier.example>"
) -> bytes:
    made = EmailMessage()
    made["Subject"], made["From"], made["To"] = subject, sender, "b@b.example"
    made["Date"] = "Sun, 01 Nov 2026 08:12:00 +0100"
    made.set_content(text)
    if html:
        made.add_alternative(html, subtype="html")
    made.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="a.png")
    return made.as_bytes()


def article(body: bytes) -> Article:
    page, _ = page_of_letters(body)
    return extract(page, charset="utf-8")


def texts(read: Article) -> list[str]:
    return [block.text for block in read.blocks]


@pytest.mark.parametrize("ends", [b"\n", b"\r\n"])
def test_a_letter_is_an_article_with_its_subject_sender_and_date(ends: bytes) -> None:
    read = article(letter(html=HTML).replace(b"\n", ends))
    assert read.title == "Was im März geschah"
    assert read.byline == ("Jörg Ränder",)
    assert read.published is not None
    assert read.published.isoformat() == "2026-11-01T08:12:00+01:00"
    text = " ".join(texts(read))
    assert "“We were warned in März,” said Maria Okonkwo" in text
    assert "Newsletter 14" not in text
    assert "color" not in text
    assert texts(read).count("Was im März geschah") == 1


def test_plain_text_is_put_into_paragraphs_without_its_signature() -> None:
    assert texts(article(letter())) == [
        "Was im März geschah",
        "The harbour inquiry opened on Sunday before a full hall.",
        "We were warned in March, she wrote.",
        "It sits again on Tuesday.",
    ]


def test_markup_in_plain_text_is_text() -> None:
    page, _ = page_of_letters(letter(text="a <script>b</script> & c", subject="<b>bold</b>"))
    assert b"a &lt;script&gt;b&lt;/script&gt; &amp; c" in page
    assert b"<h1>&lt;b&gt;bold&lt;/b&gt;</h1>" in page


def test_a_box_is_its_letters_one_after_the_other() -> None:
    box = b"".join(
        b"From a@b.example Sun Nov  1 08:12:00 2026\n" + letter(subject=f"Letter {number}") + b"\n" for number in (1, 2)
    )
    assert is_letter(box)
    text = texts(article(box))
    assert text[0] == "2 letters"
    assert [one for one in text if one.startswith("Letter ")] == ["Letter 1", "Letter 2"]


def test_a_box_of_one_letter_is_that_letter() -> None:
    assert article(b"From a@b.example Sun Nov  1 08:12:00 2026\n" + letter(html=HTML)).title == "Was im März geschah"


@pytest.mark.parametrize("named", ["Snapshot-Content-Location: {}\n", ""])
def test_a_page_saved_as_a_letter_is_that_page_with_its_address(named: str) -> None:
    url = "https://courier.example/a/4471.html"
    saved = (
        f"From: <Saved by Blink>\n{named.format(url)}Subject: Wall\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; type="text/html"; boundary="--b"\n\n'
        f"----b\nContent-Type: text/html; charset=iso-8859-1\nContent-Location: {url}\nContent-Transfer-Encoding: quoted-printable\n\n"
        "<html><head><title>Fl=FC=C3=9Fe</title></head><body><p>a=\nb</p></body></html>\n"
        "----b\nContent-Type: text/css\nContent-Location: cid:css\n\np {}\n----b--\n"
    ).encode()
    assert is_letter(saved)
    page, address = page_of_letters(saved)
    assert address == url
    assert page.decode().strip() == "<html><head><title>Flü\u00c3\u009fe</title></head><body><p>ab</p></body></html>"


@pytest.mark.parametrize(
    ("body", "is_one"),
    [
        (b"From: a@b.example\nSubject: x\n\nhello", True),
        (b"\nReceived: by x\n\tfrom y\nDate: z\n\nhello", True),
        (b"Subject: a thing of text\nDate: today\n\nNot a letter.", False),
        (b"From: here\nto there: a road\n\nA road.", False),
        (b"<html><body>From: a\nSubject: b\n</body>", False),
        (b"A title: with a colon\nAnd: another\n\nText", False),
        (b"", False),
    ],
)
def test_a_letter_is_known_by_its_head(body: bytes, is_one: bool) -> None:
    assert is_letter(body) is is_one


@pytest.mark.parametrize("charset", ["nonsense", "utf-8", "utf-7", "idna", "unicode_escape", "\x00"])
def test_a_charset_that_is_none_or_wrong_loses_no_letter(charset: str) -> None:
    body = f"From: a@b.example\nMIME-Version: 1.0\nContent-Type: text/plain; charset={charset}\n\nTide \xe9 tables\n".encode(
        "latin-1"
    )
    assert b"tables" in page_of_letters(body)[0]


def test_a_letter_that_means_harm_costs_little() -> None:
    boundaries = b"".join(b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (depth, depth) for depth in range(3_000))
    many = b"From: " + b",".join(b"<a%d@b.example>" % number for number in range(50_000)) + b"\nMIME-Version: 1.0\n\nx"
    parts = b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 100_000
    for body in (b"From: a@b.example\nMIME-Version: 1.0\n" + boundaries, many, parts):
        before = time.process_time()
        page_of_letters(body)
        assert time.process_time() - before < 6


@given(st.binary(max_size=400), st.binary(max_size=200))
def test_any_bytes_behind_a_head_are_read_or_left_out(head: bytes, rest: bytes) -> None:
    page, _ = page_of_letters(b"From: a@b.example\nMIME-Version: 1.0\n" + head + b"\n\n" + rest)
    assert page.startswith((b"<!doctype html>", rest[:1]))
