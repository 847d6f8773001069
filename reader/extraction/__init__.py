"""Page to Article.

In come the bytes of a page and what its source said of them; out come an article and a decision on every piece of the page.
Nothing here raises: a bad page gives an article with less in it.

    charset     bytes to text, as browsers resolve it
    markup      text (HTML or plain) to an lxml tree, within bounds
    metadata    what the page says of its article: jsonld, headlines, titles, bylines, dates
    region      the subtree where the article stands, decided on the lxml tree
    soup, cut   that subtree alone as BeautifulSoup tags, cut into pieces (structures, figures, inline)
    decide      piece by piece kept or dropped, by what their words (signs) and containers (classes) say
    state       the story of a page that a program builds, from the program's data
    compose     kept pieces to blocks of runs

Plain text takes the same road: its paragraphs become elements of a small tree and meet the same word lists.  What was
rejected: a soup of the whole page (it alone costs more than all of this), trusting `<article>` (several stand on a third of
all pages), and JSON-LD's `articleBody` as the body (it has no paragraphs, and is whole on one page in ten) where the page
prints one.
"""

from __future__ import annotations

from reader.lazy_import import postpone

postpone("soupsieve")  # BeautifulSoup's CSS selectors, which nobody here uses: half of what loading this room would cost

from reader.extraction.pipeline import Extraction, examine, extract, from_text  # noqa: E402 -- it loads BeautifulSoup

__all__ = ["Extraction", "examine", "extract", "from_text"]
