"""What leads out of the article: links, the clipboard, the browser, a command of the user's."""

from __future__ import annotations

from typing import Final

from reader.model import Span
from reader.tui.messages import LinkFollowed, LinkWanted, TextCopied
from reader.tui.reading.steps import StepActions
from reader.tui.state.link_hints import labels
from reader.tui.typesetting.styled_spans import Link, links
from reader.tui.widgets.key_catcher import KeyCatcher

_WEB: Final = ("http://", "https://")


class CarryActions(StepActions):
    """Links and copies."""

    labelled: dict[str, Link]
    """The links that can be followed now, by their labels."""
    typed = ""
    shows_stripped = False

    def action_links(self) -> None:
        """Label the links in view."""
        self.take_count()
        first, last = self.view.span_in_view()
        seen = [link for link in links(self.article) if first <= (link.block, link.end) and (link.block, link.start) < last]
        if not seen:
            self.say("No link is in view.")
            return
        self.labelled = dict(zip(labels(len(seen)), seen, strict=True))
        self.typed = ""
        self.view.label(
            {label: Span(block=link.block, start=link.start, end=link.end) for label, link in self.labelled.items()}
        )
        self.say("A label reads the link here; with Shift, in the browser.")
        self.set_focus(self.query_one(KeyCatcher))

    def use_label(self, letter: str | None) -> None:
        """Take a letter of a label; follow the link when it is whole."""
        self.typed += letter or ""
        known = self.typed.lower()
        if letter and known not in self.labelled and any(label.startswith(known) for label in self.labelled):
            return
        chosen = self.labelled.get(known)
        in_browser = self.typed != known
        self.end_labels()
        if chosen is None:
            self.say(f"No link is labelled {letter!r}." if letter else "")
        elif in_browser or not chosen.href.startswith(_WEB):
            self.post_message(LinkFollowed(chosen.href))
        else:
            self.post_message(LinkWanted(chosen.href))

    def end_labels(self) -> None:
        """Take the labels away."""
        self.labelled = {}
        self.view.label({})
        self.set_focus(self.view)

    @property
    def address(self) -> str:
        """The page's address, also of one that could not be read; empty: it has none."""
        source = self.story.request.source
        return self.article.url or (source if source.startswith(_WEB) else "")

    def action_browser(self) -> None:
        """Open the page in the browser."""
        if self.address:
            self.post_message(LinkFollowed(self.address))
        else:
            self.say("This article has no address.")

    def action_copy_link(self) -> None:
        """Copy the page's address."""
        if self.address:
            self.post_message(TextCopied(self.address, "the link"))
        else:
            self.say("This article has no address.")

    async def action_pipe(self) -> None:
        """Ask for a command."""
        await self.ask("pipe", "| ")

    def action_sideways(self, step: int) -> None:
        """Move wide tables and code."""
        before = self.view.text_column.shift
        self.view.move_column(shift=before + step * self.take_count())
        if self.view.text_column.shift == before:
            self.say("Nothing here is wider than the screen." if not before else "")

    def action_direction(self) -> None:
        """Change who puts right-to-left text in order."""
        reorder = not self.view.text_column.reorder
        self.view.move_column(reorder=reorder)
        for pane in (self.grid, self.status, *self.lists.values()):
            pane.reorder = reorder
            pane.forget_rows()
        self.say("Right-to-left text is put in order here." if reorder else "Right-to-left text is left to the terminal.")
