"""The screen on which articles are read.

What comes in is an `OpenArticles`, handed down by the app; what goes out are the messages of `messages.py`.  The screen is
made of parts, one concern a file, which share what `base.py` lays out: the panes and what they list.

    base.py     the widgets, and what every part may ask of them
    panes.py    which panes are shown, which one has the keys, zen
    following.py  quotes, people and outline follow the text, and the text follows them
    search.py   search, matches, filter
    steps.py    sections, paragraphs, articles, marks
    carry.py    what leaves the app: links, the clipboard, the browser, a command
    keeping.py  what makes an article part of the library
    listening.py  what the widgets tell, and where that leads
    screen.py   the screen itself
"""
