"""Links in view are labelled; the letters of a label follow its link."""

from __future__ import annotations

from typing import Final

from reader.model import Article, Span
from reader.tui.article_pane.widgets import PaneWidgets
from reader.tui.messages import LinkFollowed, LinkWanted
from reader.tui.state.link_hints import labels
from reader.tui.typesetting.styled_spans import Link, links

WEB: Final = ("http://", "https://")


class LinkHints:
    """The labels of the links in view, and the letters typed so far."""

    def __init__(self, widgets: PaneWidgets) -> None:
        """Begin without labels."""
        self._widgets = widgets
        self._typed = ""
        self.labelled: dict[str, Link] = {}
        """The links that can be followed now, by their labels."""

    def show(self, article: Article) -> None:
        """Label the links in view."""
        widgets = self._widgets
        widgets.take_count()
        first, last = widgets.view.span_in_view()
        seen = [link for link in links(article) if first <= (link.block, link.end) and (link.block, link.start) < last]
        if not seen:
            widgets.say("No link is in view.")
            return
        self._typed = ""
        self.labelled = dict(zip(labels(len(seen)), seen, strict=True))
        widgets.view.label(
            {label: Span(block=link.block, start=link.start, end=link.end) for label, link in self.labelled.items()}
        )
        widgets.say("A label reads the link here; with Shift, in the browser.")
        widgets.focus(widgets.key_catcher)

    def use(self, letter: str | None) -> None:
        """Take a letter of a label; follow the link when it is whole.  None: no letter has been typed."""
        self._typed += letter or ""
        known = self._typed.lower()
        if letter and known not in self.labelled and any(label.startswith(known) for label in self.labelled):
            return
        chosen = self.labelled.get(known)
        self._clear()
        if chosen is None:
            self._widgets.say(f"No link is labelled {letter!r}." if letter else "")
        elif self._typed != known or not chosen.href.startswith(WEB):
            self._widgets.post(LinkFollowed(chosen.href))
        else:
            self._widgets.post(LinkWanted(chosen.href))

    def _clear(self) -> None:
        self.labelled = {}
        self._widgets.view.label({})
        self._widgets.focus(self._widgets.view)
