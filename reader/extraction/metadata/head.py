"""What a page states of itself: its meta tags and its JSON-LD, as found."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from reader.extraction.metadata import jsonld
from reader.model.text import line


@dataclass(slots=True)
class Head:
    """The page's own statements, as found."""

    url: str
    metas: dict[str, list[str]] = field(default_factory=dict)
    things: list[jsonld.Thing] = field(default_factory=list)

    def meta(self, *names: str) -> str:
        """Return the first value of the first of some meta tags that has one."""
        return next((values[0] for name in names if (values := self.metas.get(name))), "")

    def stated(self, name: str, *inner: str) -> str:
        """Return the first string that the JSON-LD objects have under a name."""
        return next((found for thing in self.things if (found := jsonld.first(thing.get(name), *inner))), "")


def read(root: etree._Element, url: str) -> Head:
    """Return what a page states of itself; the tree must still have its scripts."""
    return Head(url, _metas(root), jsonld.read(root))


def _metas(root: etree._Element) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        content = meta.get("content")
        if content and not content.isspace():
            for attribute in ("property", "name", "itemprop"):
                if name := meta.get(attribute):
                    found.setdefault(name.strip().lower(), []).append(line(content))
    return found


def words(element: etree._Element) -> str:
    """Return all words in an element, as one line."""
    return line("".join(map(str, element.itertext())))
