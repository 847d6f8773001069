"""Bytes to a tree: charset, bounded lxml tree, and the chosen region as BeautifulSoup tags."""
