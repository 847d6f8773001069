"""Markdownify, taught what it does not know about Markdown; imported only when Markdown is asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Protocol

from markdownify import ATX, MarkdownConverter

_CLOSING_HASHES = re.compile(r"(?:(?<=\s)|^)(?=#+$)")
_CELLS = frozenset({"td", "th"})
_LABEL = re.compile(r"[\[\]\s\\]+")
_FENCES = re.compile("`{3,}")
_LANGUAGE = re.compile(r"language-([\w+#.-]+)")
_JOINING = "\u0338"
"""Joins with a `>` before it into one character (NFC)."""
# What opens a block, underlines a headline or draws a table need only be escaped at the start of a line; markdownify would
# escape the full stop of "in 2021." too.
_ANYWHERE = re.compile(r"[\\`*\[\]~]|(?<![^\W_])_|_(?![^\W_])|<(?=[A-Za-z/!?]|$)|&(?=#?\w+;|$)")
_AT_START = re.compile(r"^(\s*)(>|[-+](?=\s|$)|[-=:|](?=[-=:|\s]*$)|#{1,6}(?=\s|$))")
_NUMBER_AT_START = re.compile(r"^(\s*[0-9]{1,9})([.)](?=\s|$))")


class Element(Protocol):
    """As much of an element (or of a text between elements) as is asked for here."""

    name: str | None
    next_sibling: Element | None

    def find(self, name: str) -> Element | None: ...  # noqa: D102 - that of Beautiful Soup
    def get_attribute_list(self, key: str) -> Sequence[str]: ...  # noqa: D102


def convert(html: str) -> str:
    """Return HTML of our own as Markdown: hashes before headlines, one bullet, escapes where they are needed."""
    converter = Converter(autolinks=False, bullets="-", heading_style=ATX, sub_symbol="<sub>", sup_symbol="<sup>")
    return converter.convert(html)


def _written_out(tag: str) -> Callable[[object, Element, str, set[str]], str]:
    """Return the method that leaves an element as it is."""

    def convert(_self: object, el: Element, text: str, parent_tags: set[str]) -> str:
        return f"<{tag}>{text}</{tag}>"

    return convert


class Converter(MarkdownConverter):
    """HTML of our own to Markdown; elements whose names begin with `x-` are written out.

    What is overridden stands in markdownify's documentation, but not in the types that it ships.
    """

    def escape(self, text: str, parent_tags: set[str]) -> str:
        """Escape what could be markup."""
        text = _ANYWHERE.sub(r"\\\g<0>", text)
        text = _AT_START.sub(r"\1\\\2", text)
        text = _NUMBER_AT_START.sub(r"\1\\\2", text)
        if parent_tags & _CELLS:
            text = text.replace("|", r"\|")
        return text.replace(_JOINING, f"&#{ord(_JOINING)};")

    def process_text(self, el: Element, parent_tags: set[str] | None = None) -> str:
        """Escape words; an exclamation mark before a link would make it a picture."""
        text = str(super().process_text(el, parent_tags=parent_tags))  # type: ignore[misc]  # missing in its types
        leads_to_link = el.next_sibling is not None and el.next_sibling.name == "a"
        return f"{text[:-1]}\\!" if text.endswith("!") and leads_to_link else text

    def convert_hN(self, n: int, el: Element, text: str, parent_tags: set[str]) -> str:  # noqa: N802 - markdownify's name
        """Set a headline; hashes at its end would be taken for its closing."""
        return str(super().convert_hN(n, el, _CLOSING_HASHES.sub(r"\\", text.strip()), parent_tags))  # type: ignore[misc]  # missing in its types

    def convert_pre(self, el: Element, text: str, parent_tags: set[str]) -> str:
        """Fence preformatted text with more backticks than stand in it."""
        body = text.removesuffix("\n")
        fence = "`" * max([3, *(len(run) + 1 for run in _FENCES.findall(body))])
        code = el.find("code")
        name = _LANGUAGE.fullmatch(" ".join(code.get_attribute_list("class"))) if code else None
        return f"\n\n{fence}{name[1] if name else ''}\n{body}\n{fence}\n\n"

    def convert_footer(self, el: Element, text: str, parent_tags: set[str]) -> str:
        """Set the author of a block quotation, and an article's notes, as paragraphs."""
        return f"\n\n{text.strip()}\n\n"

    def convert_x_reference(self, el: Element, text: str, parent_tags: set[str]) -> str:
        """Set the mark of a footnote."""
        return f"[^{_LABEL.sub('-', text)}]"

    def convert_aside(self, el: Element, text: str, parent_tags: set[str]) -> str:
        """Set a footnote."""
        label = "".join(el.get_attribute_list("id")).removeprefix("note-")
        return f"\n\n[^{_LABEL.sub('-', label)}]: {' '.join(text.split())}\n\n"

    convert_x_em = _written_out("em")
    convert_x_strong = _written_out("strong")
    convert_x_del = _written_out("del")
    convert_x_code = _written_out("code")
    convert_x_sup = _written_out("sup")
    convert_x_sub = _written_out("sub")

    def convert_x_comment(self, el: Element, text: str, parent_tags: set[str]) -> str:
        """Set an empty comment."""
        return "\n\n<!-- -->\n\n"
