"""The words of feeds: titles, plain text and names, which arrive with more markup, or less, than they say."""

from __future__ import annotations

import re
from html import escape, unescape

from lxml import etree, html

from reader.model.text import line, plain

_PAIRED = (
    "a|abbr|acronym|b|bdi|bdo|big|blink|blockquote|center|cite|code|del|dfn|div|em|font|h[1-6]|i|ins|kbd|label|li|mark|nobr|ol|p|q|s|"
    "samp|small|span|strike|strong|sub|sup|time|tt|u|ul|var"
)
_PAIR = re.compile(rf"<({_PAIRED})(?:\s[^<>]*)?>(.*?)</\1\s*>", re.DOTALL | re.IGNORECASE)
_SINGLE = re.compile(r"<(?:br|hr)(?:\s[^<>]*)?/?>|<(?:img|wbr)(?:\s[^<>]*)?/?>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
_UNSEEN = re.compile(r"<(script|style)(?:\s[^<>]*)?>.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--")
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
_MAIL_AND_NAME = re.compile(r"[^\s@]{1,200}@[^\s@(]{1,200}\s{0,8}\((.+)\)")
_NAME_AND_MAIL = re.compile(
    r"[\"']?([^<(\[@]{1,200}?)[\"']?\s{0,8}[<(\[]\s{0,8}(?:mailto:)?[^\s@]{1,200}@[^\s@>)\]]{1,200}\s{0,8}[>)\]]"
)
_START = 90
"""Characters of a title that is made of an entry's first words."""


def title_of(text: str) -> str:
    """Return the words of a title that may hold markup, without saying so.

    Only what is markup for sure leaves: known elements with both their tags.  `<head>` and `List<String>` are words.
    """
    for _ in range(2):  # many titles are escaped twice
        if "<" in text:
            text = _SINGLE.sub(" ", _UNSEEN.sub("", text))
            before = ""
            while before != text:
                before, text = text, _PAIR.sub(r"\2", text)
        text = unescape(text)
    return text


def words_of(markup: str) -> str:
    """Return the plain words of HTML, on one line."""
    if "<" not in markup and "&" not in markup:
        return markup
    try:
        root = html.fragment_fromstring(markup, create_parent="div")
    except (etree.LxmlError, ValueError):
        return markup
    for unseen in root.iter("script", "style"):
        unseen.clear(keep_tail=True)
    for block in root.iter("p", "br", "div", "li", "tr", "td", "h1", "h2", "h3", "h4", "blockquote", "figure"):
        block.tail = f" {plain(block.tail or '')}"  # lxml reads `&#1;`, and takes it for no text to be written
    return "".join(map(str, root.itertext()))


def as_markup(text: str) -> str:
    """Return an entry's text as HTML: text without any tag keeps its paragraphs and its lines."""
    if not text.strip() or _TAG.search(text):
        return text
    paragraphs = _BLANK_LINES.split(unescape(text).replace("\r\n", "\n").strip())
    return "".join(f"<p>{'<br>'.join(map(escape, paragraph.split(chr(10))))}</p>" for paragraph in paragraphs)


def first_words(text: str) -> str:
    """Return the beginning of a text, for an entry without a title."""
    words = line(text)
    if len(words) <= _START:
        return words
    start = words[:_START]
    sentence = re.match(r".{20,}?[.!?。！？](?=\s|$)", start)
    return sentence[0] if sentence else f"{start.rpartition(' ')[0] or start}…"


def person_name(text: str) -> str:
    """Return the name out of `ada@courier.example (Ada Ferreira)` and the like; an address alone stays."""
    text = line(text)
    found = _MAIL_AND_NAME.fullmatch(text) or _NAME_AND_MAIL.fullmatch(text)
    return found[1].strip() if found else text.removeprefix("mailto:")
