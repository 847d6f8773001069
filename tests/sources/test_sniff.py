from __future__ import annotations

import gzip
import io
import tarfile
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import UnreadableError
from reader.sources.sniff import media_type_of, refuse_what_is_no_page


def problem(body: bytes, media_type: str = "") -> str:
    with pytest.raises(UnreadableError) as caught:
        refuse_what_is_no_page(body, source="x", media_type=media_type)
    return caught.value.problem


def zipped() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(zipfile.ZipInfo("a.txt"), "a")
    return file.getvalue()


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a PNG picture"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG picture"),
        (b"GIF89a\x01\x00", "a GIF picture"),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "a WebP picture"),
        (b"\x00\x00\x00\x18ftypmp42", "a film or a picture"),
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF document"),
        (b"\x7fELF\x02\x01", "a program"),
        (zipped(), "a zip archive"),
        (gzip.compress(b"<p>a</p>", mtime=0), "gzip data"),
        (b"SQLite format 3\x00", "a database"),
    ],
)
def test_what_is_no_page_is_called_by_its_name(body: bytes, name: str) -> None:
    assert name in problem(body)


def test_bytes_without_a_signature_are_judged_by_how_many_of_them_no_text_has() -> None:
    assert "binary" in problem(bytes(range(256)) * 20)
    assert "binary" in problem(bytes((7919 * i * i + 31 * i) % 251 for i in range(3000)))
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("a"), io.BytesIO(b""))
    assert "binary" in problem(file.getvalue())


@pytest.mark.parametrize(
    "body",
    [
        b"<title>\x1b]0;owned\x07</title><p>\x00\x9b31m words and more words, as many as a page has",
        "Die Fähre fährt wieder.".encode("latin-1"),
        "フェリーは月曜から再開する。".encode("shift_jis"),
        "フェリーは月曜から再開する。".encode("iso2022_jp"),
        "Паром снова ходит.".encode("koi8_r"),
        "The ferry runs again.".encode("utf-16"),
        "The ferry runs again.".encode("utf-16-le"),
        "<p>The ferry runs again.".encode("utf-16-be"),
        "The ferry runs again.".encode("utf-32"),
        b"PK is a name, and GIF is a word, but this is a text.",
    ],
)
def test_text_of_any_encoding_passes_and_so_do_strewn_in_controls(body: bytes) -> None:
    refuse_what_is_no_page(body, source="x")


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1).filter(lambda text: bool(text.strip())))
def test_no_text_is_taken_for_binary(text: str) -> None:
    body = b" " + text.encode()
    if not body.isspace():
        refuse_what_is_no_page(body, source="x")


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        (b"<!DOCTYPE html>", "text/html"),
        (b"\xef\xbb\xbf  <html lang=en>", "text/html"),
        (b"words, then <p>a paragraph", "text/html"),
        ("<p>wide</p>".encode("utf-16"), "text/html"),
        (b"<!-- saved from somewhere --><body>", "text/html"),
        (b"The ferry runs again.\n\nIt is said that 3 < 4 and a<b.", "text/plain"),
        (b"Dear <name>, the <pre-paid> card", "text/plain"),
        (b"", "text/plain"),
    ],
)
def test_a_tag_makes_a_page(body: bytes, media_type: str) -> None:
    assert media_type_of(body) == media_type
