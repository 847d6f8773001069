"""Which panes are shown, how the text stands in its own, and the way back."""

from __future__ import annotations

from collections.abc import Callable

from reader.tui.article_pane.pane import ArticlePane
from reader.tui.messages import WidthChosen
from reader.tui.state import status_text

_NARROWEST, _WIDEST = 40, 120


def go_pane(pane: ArticlePane, step: int, open_list: Callable[[str], None] | None = None) -> None:
    """Go to the next pane as they stand, or to the one before; `open_list` opens a list, if the pane does not."""
    names = pane.grid.shown()
    if pane.is_narrow and not pane.is_zen:
        names = ("article", *(name for name in pane.lists if pane.has_rows(name)))
    at = names.index(str(pane.focused.id)) if pane.focused.id in names else 0
    name = names[(at + step) % len(names)]
    if name == "article":
        pane.to_text()
    else:
        (open_list or pane.open_list)(name)


def toggle_zen(pane: ArticlePane) -> None:
    """Show the article alone, or everything again."""
    pane.is_zen = not pane.is_zen
    pane.to_text()


def resize_text(pane: ArticlePane, step: int) -> None:
    """Set the text in more or fewer columns; a count says how many."""
    columns = pane.take_count(0) or pane.view.column + step
    columns = min(max(columns, _NARROWEST), _WIDEST)
    pane.view.column = columns
    pane.say(f"{columns} columns")
    pane.widgets.post(WidthChosen(columns))


def scroll_sideways(pane: ArticlePane, step: int) -> None:
    """Move wide tables and code."""
    before = pane.view.text_column.shift
    pane.view.move_column(shift=before + step * pane.take_count())
    if pane.view.text_column.shift == before:
        pane.say("Nothing here is wider than the screen." if not before else "")


def toggle_direction(pane: ArticlePane) -> None:
    """Change who puts right-to-left text in order."""
    reorder = not pane.view.text_column.reorder
    pane.widgets.set_reorder(reorder=reorder)
    pane.say("Right-to-left text is put in order here." if reorder else "Right-to-left text is left to the terminal.")


def toggle_stripped(pane: ArticlePane) -> None:
    """Show what was stripped from the page, or hide it again."""
    pieces = pane.show_stripped(is_shown=not pane.shows_stripped)
    if pane.shows_stripped:
        pane.say(status_text.stripped(pieces))


async def search_text(pane: ArticlePane) -> None:
    """Ask what to search in the text; matches are lit while it is typed."""

    def done(words: str | None) -> None:
        if words is None:
            pane.search.give_up()
        elif words and words != pane.search.words:
            pane.search.look_for(pane.article, words)

    pane.search.begin()
    await pane.prompt.ask(
        "/", done, words=pane.search.words, typed=lambda words: pane.search.look_for(pane.article, words), is_about_text=True
    )


def clear(pane: ArticlePane) -> None:
    """Clear the search, then the filter, then the light; then go back to the text."""
    pane.take_count()
    pane.say("")
    if not (pane.search.clear() or pane.clear_filter()):
        pane.passages.clear_light()
        pane.to_text()
    pane.passages.update_titles()


def go_back(pane: ArticlePane) -> None:
    """Go one level back: to the text, out of zen, out of the app."""
    pane.take_count()
    if pane.focused is not pane.view:
        pane.to_text()
    elif pane.is_zen:
        toggle_zen(pane)
    else:
        pane.app.exit(0)
