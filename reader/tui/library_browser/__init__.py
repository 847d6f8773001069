"""The library as it is looked through: by feed, tag and saved query, with a preview of what the cursor stands on.

What comes in is the app's `LibraryAccess`; what goes out are the messages of `tui/messages.py` (an entry is to be opened, the
feeds asked, ...), which the app carries out.  The front page is the screen that shows it.

    browser     scopes, entries and the article pane together: levels, and what is opened
    scope_list  the list of scopes
    listing     the entries of the scope that is open, filtered
    scopes      everything, unread, starred, saved queries, tags, feeds: what each selects, and how its row is drawn
    entry_rows  entries as rows, fetched a chunk at a time as they are drawn
    titles      what is written over the panes; `empty_list` why there is nothing in one
    delays      what is done once the cursor rests
"""
