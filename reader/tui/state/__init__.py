"""What the app remembers while it is open: articles, positions, searches, links, the library's answers."""
