"""What is done with quotes and people: copied, cited, listed alone, looked up in the whole library."""

from __future__ import annotations

from reader.model import Quote
from reader.tui.article_pane.pane import ArticlePane
from reader.tui.messages import PersonWanted, TextCopied
from reader.tui.state import pane_rows


def go_passage(pane: ArticlePane, step: int) -> None:
    """Go to another passage of the row under the cursor."""
    pane.passages.step_passage(step * pane.take_count())


def toggle_only_person(pane: ArticlePane) -> None:
    """List only one person's quotes, or everybody's again."""
    passages = pane.passages
    person = passages.person_of(*passages.row_here) if passages.only is None else None
    if passages.only is None and person is None:
        pane.say("Nobody of the article's people says this.")
    elif not passages.list_quotes(person):
        assert person is not None
        pane.say(f"{pane.article.people[person].name} is not quoted in this article.")
    elif pane.is_narrow and pane.focused is not pane.lists["quotes"]:
        pane.open_list("quotes")  # they are what was asked for, and have no room of their own


def copy_quote(pane: ArticlePane) -> None:
    """Copy a quote with its speaker."""
    if quote := _quote(pane):
        pane.widgets.post(TextCopied(pane_rows.with_speaker(pane.article, quote), "the quote"))


def cite_quote(pane: ArticlePane) -> None:
    """Copy a quote as a Markdown citation."""
    if quote := _quote(pane):
        pane.widgets.post(TextCopied(pane_rows.citation(pane.article, quote), "the quote as Markdown"))


def _quote(pane: ArticlePane) -> Quote | None:
    quote = pane.passages.quote_here
    if quote is None:
        pane.say("Put the cursor on a quote first.")
    return quote


def show_person(pane: ArticlePane) -> None:
    """Show all that the library knows of the person that the cursor stands on."""
    if name := pane.passages.person_here:
        pane.widgets.post(PersonWanted(name))
    else:
        pane.say("Nobody is named in this article.")
