import pytest

from reader.extraction.page.charset import codec, decode

GREETING = "Žluťoučký kůň – “přehlídka”"


def page(charset: str, words: str) -> str:
    return f'<html><head><meta charset="{charset}"></head><body><p>{words}</p></body></html>'


def test_a_byte_order_mark_beats_what_was_declared() -> None:
    assert decode("\ufeffčaj".encode(), "latin-1") == "čaj"
    assert decode("\ufeffčaj".encode("utf-16-le"), None) == "čaj"


def test_what_the_source_declared_beats_the_meta_tag() -> None:
    body = page("utf-8", "caf\xe9").encode("latin-1")
    assert "café" in decode(body, "iso-8859-1")


@pytest.mark.parametrize(
    ("label", "encoding", "words"),
    [
        ("windows-1251", "cp1251", "Мэр сказал, что мост закрыт"),
        ("shift_jis", "cp932", "市長は橋を閉鎖すると述べた①"),
        ("euc-kr", "cp949", "시장은 다리를 폐쇄한다고 말했다"),
        ("gb2312", "gb18030", "市长表示大桥将关闭镕"),
        ("big5", "big5hkscs", "市長表示大橋將關閉"),
        ("iso-8859-2", "iso-8859-2", "Žluťoučký kůň"),
        ("iso-2022-jp", "iso-2022-jp", "市長は橋を閉鎖する"),
    ],
)
def test_the_meta_tag_is_read(label: str, encoding: str, words: str) -> None:
    assert words in decode(page(label, words).encode(encoding))


def test_latin_1_means_what_it_means_to_browsers() -> None:
    assert codec("ISO-8859-1") == codec(" latin1 ") == codec("us-ascii") == "cp1252"
    assert "“so” – €" in decode(page("iso-8859-1", "“so” – €").encode("cp1252"))


def test_valid_utf_8_beats_an_old_meta_tag() -> None:
    assert GREETING in decode(page("windows-1252", GREETING).encode())


def test_without_any_statement_the_bytes_are_asked() -> None:
    assert decode(GREETING.encode()) == GREETING
    russian = "Мэр города сказал в понедельник, что мост через реку останется закрытым до весны. " * 5
    assert decode(russian.encode("cp1251")) == russian
    assert decode(b"caf\xe9 society and the d\xe9j\xe0 vu of the clich\xe9 in the caf\xe9") is not None


def test_an_unknown_label_is_as_none() -> None:
    assert codec("klingon") == codec("base64") == codec("rot13") == codec("") == ""
    assert decode("čaj".encode(), "klingon") == "čaj"
