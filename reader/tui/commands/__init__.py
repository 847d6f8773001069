"""What keys do: plain functions, a module a subject, on the object that a screen owns: an `ArticlePane` or a `LibraryBrowser`.

`article_commands` and `front_page_commands` name the function of each action in the table (`keys/actions.py`) by its id.  The
front page has all commands of an article, and replaces those which in a library mean something more.

    steps      from section to section, paragraph to paragraph, article to article; bookmarks
    panes      which panes are shown, and how the text stands in its own
    quotes     quotes and people
    sharing    what leaves the app: links, the clipboard, the browser, a program
    keeping    what makes an article part of the library
    entries    read, star, tag, delete, undo: the entries of the library
    finding    filter, search, saved queries
    feeds      feeds asked and followed, files written
"""
