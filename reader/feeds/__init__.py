"""Page to Feed: what a site publishes for readers like this one, in all the shapes that it may have.

    parse           RSS, Atom and RDF (feedparser behind one door) and JSON Feed, told apart by their bytes
    discover        the feeds that a page names, and where a site's feed would stand if it names none
    opml            lists of subscriptions, in and out
    newsboat        newsboat's `urls` file

feedparser reads 1,953 of the 1,958 cases of its own test suite, the next best 920; it is asked not to sanitize, since an
entry's HTML passes `extract` as a page's does.  An item with 100,000 nested tags takes it nine seconds, so what comes from the
network is parsed in a process that can be killed (`Parser`).
"""

from reader.feeds.discovery import candidates, discover
from reader.feeds.parser_process import Parser
from reader.feeds.parsing import parse

__all__ = ["Parser", "candidates", "discover", "parse"]
