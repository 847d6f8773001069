"""The app: sources go in, and are read on the screen until the reader leaves.

The face of this room is `open_app` and `pick`, looked up when they are first used: importing the room imports no Textual.

    app                 the one app: it owns the services, and does what screens ask of it by `messages`
    launch, session     begin it, before and after Textual is imported
    key_dispatch        keys are used as soon as they come
    overlays            screens that are opened over what is read: help and palette, pages about people
    external_programs   other programs: the browser, commands
    commands/           what keys do: plain functions, a module a subject, named by the table of actions
    screens/            one screen a file; the article screen and the front page contain the same article pane
    article_pane/       an article with its passages, and what has state in it: search, link hints, bookmarks, prompt
    library_browser/    the library looked through, beside an article pane
    services/           what the app owns and screens do not know: the worker's articles, jobs, entries, themes
    widgets/            one widget a file, on Textual's Line API: its Markdown widget took 20 to 70 times as long
    typesetting/        an article in lines
    layout/             where the panes stand, and how rows and the lines between them are drawn
    state/              what the app remembers while it is open
    keys/               every action once: bindings, help, palette and settings are made from it
    theme/              palettes, styles, symbols
    startup/            the article on the screen before Textual is loaded; signals that end the app
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.tui.launch import open_app, pick

__all__ = ["open_app", "pick"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("reader.tui.launch"), name)
