"""The front page: what the library holds, by feed, tag and saved query, and the article that is being read.

It is the reading screen with two lists more.  What comes in is a `LibraryAccess`, who fetches from the library; what goes
out are the messages of `tui/wishes.py` (an entry is to be opened, the feeds asked, ...), which the app carries out.

    scopes.py    the rows of the front page: everything, unread, starred, saved queries, tags, feeds
    rows.py      entries as rows, fetched a chunk at a time as they are drawn
    glimpse.py   what is shown of an entry before it is opened
    picking.py   the front page of `reader pick`
    frame.py     where the panes stand: feeds, entries, article
    base.py      the lists, and what they show
    moving.py    from feeds to entries to the text, and back; from one unread entry to the next
    marking.py   read, star, tag, delete, undo
    finding.py   filter, search, saved queries, people
    asking.py    refresh, add, export, browser: what other processes and programs do
    screen.py    the screen itself
"""
