"""What was kept of an entry before: each text that another took the place of, whole, so that it can be put back.

In come the rows of an article that is about to be replaced, out goes a version; `undo` and `articles` use it.
"""
