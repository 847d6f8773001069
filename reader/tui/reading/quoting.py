"""What is done with a quote: copied with its speaker, cited, listed with what else the speaker says."""

from __future__ import annotations

from reader.model import Quote
from reader.tui.messages import TextCopied
from reader.tui.reading.following import FollowingActions
from reader.tui.state import pane_rows


class QuoteActions(FollowingActions):
    """Actions on the quote, or the person, that the cursor stands on."""

    def action_only_person(self) -> None:
        """List only one person's quotes, or everybody's again."""
        name, index = self._row()
        person = self._person(name, index) if self.only is None else None
        if self.only is None and person is None:
            self.say("Nobody of the article's people says this.")
            return
        entries = pane_rows.quotes(self.article, self.symbols, person)
        if person is not None and not entries:
            self.say(f"{self.article.people[person].name} is not quoted in this article.")
            return
        self.only, self.entries["quotes"] = person, entries
        self._starts["quotes"] = [entry.spans[0].block for entry in entries]
        self.lists["quotes"].show(pane_rows.cells(entries), at=0)
        self.entitle_passages()
        if (
            self.is_narrow and self.pane is not self.lists["quotes"]
        ):  # they are what was asked for, and have no room of their own
            self.action_pane("quotes")

    def action_copy_quote(self) -> None:
        """Copy a quote with its speaker."""
        if quote := self._quote():
            self.post_message(TextCopied(pane_rows.with_speaker(self.article, quote), "the quote"))

    def action_cite_quote(self) -> None:
        """Copy a quote as a Markdown citation."""
        if quote := self._quote():
            self.post_message(TextCopied(pane_rows.citation(self.article, quote), "the quote as Markdown"))

    def _quote(self) -> Quote | None:
        name, index = self._row()
        if name != "quotes" or index < 0:
            self.say("Put the cursor on a quote first.")
            return None
        return self.article.quotes[self.entries[name][index].of]
