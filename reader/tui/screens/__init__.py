"""Screens that lie over the article: the index of all actions, as help and as palette."""
