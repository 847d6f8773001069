"""Pages, feeds and lists that are made to hurt, for every stage.

These are the small ones, which every test run can afford; tests/bench/bombs has those that take a server or twenty megabytes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

MB = 1_000_000
SMALL = MB - 1_000
"""Bytes: as large as a bomb may be that has to be read in five seconds."""
HEAD = b"<!doctype html><html lang=en><head><title>A bomb</title></head><body><article><h1>A bomb</h1>"
STORY = b"<p>The ferry to Lower Quay runs again from Monday, when the tide is high enough for it to pass the bar.</p>" * 3


def filled(piece: bytes, size: int, *, head: bytes = HEAD + STORY) -> bytes:
    """Give a page of one piece, as often as fits."""
    return head + piece * ((size - len(head)) // len(piece))


def counted(piece: str, size: int, *, head: bytes = HEAD + STORY) -> bytes:
    """Give a page of pieces that are all different: `{}` in each is its number."""
    made, length, number = [head], len(head), 0
    while length < size:
        made.append(piece.replace("{}", str(number)).encode())
        length += len(made[-1])
        number += 1
    return b"".join(made)


def counted_in(language: str, piece: Callable[[int], str], size: int) -> bytes:
    """Give a page in a language of pieces that are all different."""
    head = HEAD.replace(b"lang=en", f"lang={language}".encode()) + b"<p>"
    return head + "".join(piece(number) for number in range(size // len(piece(0).encode()))).encode()


def han(number: int) -> str:
    """Give two kanji that no other number has."""
    return chr(0x5000 + number % 997) + chr(0x5400 + number // 997)


def in_json_ld(value: str) -> bytes:
    """Give a page with some JSON-LD."""
    script = f'<html><head><script type="application/ld+json">{value}</script></head><body>'
    return script.encode() + HEAD + STORY


def of_names(size: int) -> bytes:
    """Give a page of capitalised words, no two alike."""
    given, family = (
        "Ada Bo Cara Dan Eva Finn Greta Hugo Ines Jon".split(),
        "berg dal holm lund nes rud stad vik wold by".split(),
    )
    words = (f"{given[n % 10]} {a.title()}{b}{c} " for n in range(10) for a in family for b in family for c in family)
    text = "".join(words)
    return HEAD + b"<p>" + (text * (size // len(text) + 1))[: size - 200].encode()


PAGES: Mapping[str, Callable[[int], bytes]] = {
    "100,000 nested tags": lambda size: filled(b"<div>", size) + STORY,
    "nested emphasis": lambda size: filled(b"<b>x", size),
    "nested lists": lambda size: filled(b"<ul><li>a", size),
    "nested tables": lambda size: filled(b"<table><tr><td>", size),
    "nested quotations": lambda size: filled(b"<blockquote>", size),
    "unclosed paragraphs": lambda size: filled(b"<p>a", size),
    "unclosed links": lambda size: filled(b"<a href=/x>link ", size),
    "unclosed lists": lambda size: filled(b"<li>item", size),
    "unclosed quotation marks in tags": lambda size: filled(b"<p class='x", size),
    "less-than signs": lambda size: filled(b"<", size),
    "ampersands": lambda size: filled(b"&", size, head=HEAD + b"<p>"),
    "links": lambda size: counted('<a href="/{}">l</a> ', size),
    "lines broken by <br>": lambda size: filled(b"a<br>", size, head=HEAD + b"<p>"),
    "one long line": lambda size: filled(b"word, and more words; ", size, head=HEAD + b"<p>"),
    "one long word": lambda size: filled(b"a", size, head=HEAD + b"<p>"),
    "one long word with hyphens": lambda size: filled(b"a-", size, head=HEAD + b"<p>"),
    "single letters with full stops": lambda size: filled(b"m.", size, head=HEAD + b"<p>"),
    "a table of 10,000 columns": lambda size: HEAD + STORY + b"<table>" + (b"<tr>" + b"<td>cell" * 10_000) * max(size // 90_000, 1),
    "a table of 20,000 rows": lambda size: filled(b"<tr><td>a<td>b<td>c<td>d", size, head=HEAD + STORY + b"<table>"),
    "cells that span everything": lambda size: filled(b"<table><tr><td colspan=99999999 rowspan=99999999>cell</table>", size),
    "100,000 attributes": lambda size: counted("a{}=b ", size, head=HEAD + STORY + b"<p ") + b">words",
    "a long class": lambda size: filled(b"share-nav ", size, head=HEAD + STORY + b'<p class="') + b'">words',
    "a long address": lambda size: filled(b"a/../", size, head=HEAD + STORY + b'<p>It is <a href="http://a.example/') + b'">here</a> and there',
    "a long host": lambda size: filled("я.".encode(), size, head=HEAD + STORY + b'<p>It is <a href="http://') + b'">here</a> and there',
    "headings": lambda size: filled(b"<h2>Heading", size),
    "pictures": lambda size: counted('<figure><img src="/{}.jpg"><figcaption>Photo: Ada {}</figcaption></figure>', size),
    "short pieces of many kinds": lambda size: filled(b"<p>Share<p>12:30<p>By Ada<p>(AP)<p>Read more: x", size),
    "a title of a megabyte": lambda size: filled(b"| a - b ", size, head=b"<html><head><title>") + b"</title><body>" + STORY,
    "a description of a megabyte": lambda size: filled(b"word ", size, head=b'<html><head><meta name=description content="') + b'"><body>' + STORY,
    "bylines": lambda size: counted('<p class="byline">By Ada {} and Bo, staff writer</p>', size),
    "addresses in metadata": lambda size: counted('<link rel="canonical" href="http://a.example/{}">', size, head=b"<html><head>") + STORY,
    "white space in JSON-LD": lambda size: in_json_ld(" " * size + "{}"),
    "numbers for authors": lambda size: in_json_ld('{"@type": "NewsArticle", "author": [' + "1," * (size // 2) + "1]}"),
    "nested JSON-LD": lambda size: in_json_ld('{"@type": "NewsArticle", "author": ' + "[" * (size // 3) + "]" * (size // 3) + "}"),
    "a long number in JSON-LD": lambda size: in_json_ld('{"@type": "NewsArticle", "datePublished": ' + "1" * size + "}"),
    "combining marks": lambda size: filled("\u0301".encode(), size, head=HEAD + b"<p>a"),
    "joined emoji": lambda size: filled("\U0001f468\u200d".encode(), size, head=HEAD + b"<p>a"),
    "letters of both directions": lambda size: filled("aב".encode(), size, head=HEAD + b"<p>a"),
    "one long line of Chinese": lambda size: filled("船".encode(), size, head=HEAD + b"<p>"),
    "controls": lambda size: filled(b"\x1b[31m\x9b\x00", size, head=HEAD + b"<p>a"),
    "character references": lambda size: filled(b"&#27;", size, head=HEAD + b"<p>a"),
    "billion laughs": lambda size: (
        b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "ha">'
        + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(12))
        + b"]>" + HEAD + STORY + b"<p>&m;</p>"
    ),
    "outside entities": lambda size: b'<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + HEAD + STORY + b"<p>&a;</p>",
    "an endless comment": lambda size: filled(b"-", size, head=HEAD + STORY + b"<!--"),
    "an endless script": lambda size: filled(b"<p>a", size, head=HEAD + STORY + b"<script>"),
    "pre-formatted lines": lambda size: filled(b"a\n", size, head=HEAD + STORY + b"<pre>"),
    "bytes of no charset": lambda size: filled(bytes(range(128, 256)), size, head=HEAD + STORY + b"<p>"),
}  # fmt: skip

PASSAGES: Mapping[str, Callable[[int], bytes]] = {
    "capitalised words": of_names,
    "names that are alike": lambda size: counted("Ada Berg{} met Bo Berg{}. ", size, head=HEAD + b"<p>"),
    "one name": lambda size: filled(b"Ada Berg ", size, head=HEAD + b"<p>"),
    "initials": lambda size: filled(b"J. ", size, head=HEAD + b"<p>"),
    "100 kB of quotation marks": lambda size: filled(b'"', size, head=HEAD + b"<p>"),
    "100 kB of opening marks": lambda size: filled("“".encode(), size, head=HEAD + b"<p>"),
    "100 kB of single marks": lambda size: filled(b"'s ", size, head=HEAD + b"<p>"),
    "marks of many kinds": lambda size: filled("“a ‘b „c «d »e ”f ’g \" ' ".encode(), size, head=HEAD + b"<p>"),
    "50,000 short quotes": lambda size: filled(b'"a," he said. ', size, head=HEAD + b"<p>"),
    "a quote a paragraph": lambda size: filled(b'<p>"Go on," said Ada Berg.', size),
    "quotes that are never closed": lambda size: filled(b'<p>"Go on, she said', size),
    "speakers": lambda size: counted('"Go on," said Ada Berg{}. She said: "No." ', size, head=HEAD + b"<p>"),
    "statements": lambda size: filled(b"He said that she said that ", size, head=HEAD + b"<p>"),
    "roles": lambda size: filled(b"the mayor, Ada Berg, the engineer, ", size, head=HEAD + b"<p>"),
    "dialogue": lambda size: filled("<p>— Go on — said Ada — now.".encode(), size),
    "Chinese quotes": lambda size: filled("“走，”王小明说。".encode(), size, head=HEAD.replace(b"lang=en", b"lang=zh") + b"<p>"),
    "Japanese names": lambda size: filled("「行く」と山田太郎さんは言った。".encode(), size, head=HEAD.replace(b"lang=en", b"lang=ja") + b"<p>"),
    "Katakana": lambda size: filled("カ".encode(), size, head=HEAD.replace(b"lang=en", b"lang=ja") + b"<p>"),
    "Arabic quotes": lambda size: filled("«نعم» قال محمد ".encode(), size, head=HEAD.replace(b"lang=en", b"lang=ar") + b"<p>"),
    "Russian names": lambda size: filled("«Да», — сказал Иван Громов. ".encode(), size, head=HEAD.replace(b"lang=en", b"lang=ru") + b"<p>"),
    "Chinese names that are all different": lambda size: counted_in("zh", lambda n: f"王{han(n)}说：“走。”", size),
    "Japanese names that are all different": lambda size: counted_in("ja", lambda n: f"山田{han(n)}氏は「行く」と述べた。", size),
    "names of one family": lambda size: counted("Ada{} Berg said no. Berg wept. ", size, head=HEAD + b"<p>"),
    "couples": lambda size: counted("Ada and Bo Berg{} wept. ", size, head=HEAD + b"<p>"),
    "namesakes with titles": lambda size: HEAD + b"<p>Ada Berg met Bo Berg. " + b"Mr. Berg saw Mrs. Berg. " * (size // 24),
    "nominals": lambda size: counted('The mayor, Ada Berg{}, wept. "No," said the mayor. ', size, head=HEAD + b"<p>"),
    "pronouns far from names": lambda size: filled(b'and then "no," she said, ', size, head=HEAD + b"<p>Ada Berg met Eva Dal. Eva Dal"),
    "a passage of names before one of quotes": lambda size: filled(b'"no," she said. ', size, head=HEAD + b"<p>" + b"Ada Berg said no. " * (size // 40) + b"<p>"),
    "a sentence that signs end": lambda size: HEAD + b"<p>" + b"she said that all is well and " * (size // 60) + b" *" * (size // 4),
    "headlines that are quoted": lambda size: counted('<h2>"No {} is no"</h2><p>"No {} is no," said Ada Berg.', size),
    "quotations with authors": lambda size: counted("<blockquote>No {}. <cite>Ada Berg{}, mayor</cite></blockquote><p>Ada Berg{} wept.", size),
    "plurals in single marks": lambda size: HEAD + "<p>‘as’ ".encode() + "cats’ ".encode() * (size // 8),
    "German nouns": lambda size: filled("Haus Baum Straße ".encode(), size, head=HEAD.replace(b"lang=en", b"lang=de") + b"<p>"),
}  # fmt: skip
