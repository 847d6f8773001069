"""Page to Article.

In come the bytes of a page and what its source said of them; out come an article and a decision on every segment of the page.
Nothing here raises: a bad page gives an article with less in it.

    page            bytes to text as browsers resolve it, text to an lxml tree within bounds, the chosen region to tags
    hints           what class names and stock phrases hint at
    metadata        what the page states and prints of its article: title, byline, dates, site
    region          the subtree where the article stands, chosen on the lxml tree
    segments        that subtree cut into segments: paragraphs, headings, lists, tables, figures
    classify        each segment kept or dropped
    embedded_data   the story of a page that a program builds, from the program's data
    compose         kept segments to blocks of runs
    pipeline        the road through these

Plain text takes the same road: its paragraphs become elements of a small tree and meet the same word lists.  What was
rejected: tags for the whole page (they alone cost more than all of this), trusting `<article>` (several stand on a third of
all pages), and JSON-LD's `articleBody` as the body (it has no paragraphs, and is whole on one page in ten) where the page
prints one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.lazy_import import lazy_names, postpone

if TYPE_CHECKING:
    from reader.extraction.pipeline import Extraction, examine, extract, from_markup, from_text
else:
    _NAMES = ("Extraction", "examine", "extract", "from_markup", "from_text")
    _load = lazy_names(__name__, dict.fromkeys(_NAMES, "reader.extraction.pipeline"))

    def __getattr__(name: str) -> object:
        postpone("soupsieve")  # BeautifulSoup's CSS selectors, unused here: 27 of the 72 ms to import bs4 and lxml
        return _load(name)


__all__ = ["Extraction", "examine", "extract", "from_markup", "from_text"]
