"""The article pane: an article with the lists of its passages; both the article screen and the front page contain one.

What comes in are `OpenArticles`, handed down by a screen; what goes out are the messages of `tui/messages.py`.  A screen that
contains the pane is its owner: it says where the panes stand and what is written over them (`PaneOwner`).  A front page that
inherits from the article screen was rejected: neither is the other, and what they share is an object.

    pane         the pane: the article that is shown, and which of its panes is open
    widgets      the widgets that all of it works on
    passages     outline, people and quotes follow the text, and the text follows them
    search       the search in the text
    link_hints   links are followed by labels
    bookmarks    places to come back to
    prompt_line  questions on the line of state, answered by a callback
"""
