"""What the reader does to entries: read and unread, stars, tags, deleting, and taking it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reader.library import Library, actions, subscriptions
from reader.model import Saved
from reader.tui.frontpage.moving import MovingActions
from reader.tui.frontpage.scopes import Scope
from reader.tui.reading.keeping import UNFIT
from reader.tui.state.preview import now

_NOTHING_HERE = "Put the cursor on an article first."


class MarkingActions(MovingActions):
    """Changes that the library's journal can take back."""

    @property
    def meant(self) -> Saved | None:
        """The entry that an action is about; None: the cursor is on a feed, or on a page that is no entry."""
        if self.is_in_feeds or (self.spot == "text" and (self.opened is None or self.shelf.here)):
            return None
        return self.pointed

    def change(self, ids: Sequence[int], work: Callable[[Library], int], told: Callable[[int], str]) -> None:
        """Have some entries changed; then draw them anew, count, and tell how many it were."""

        def then(many: int) -> None:
            self.redraw_entries(None if len(ids) > 1 else ids)
            self.recount()
            self.say(told(many))

        self.clerk.write(work, then)

    def action_star(self) -> None:
        """Star an entry, or take its star away."""
        saved = self.meant
        if saved is None:
            super().action_star()
            return
        self.change(
            [saved.id],
            lambda library: actions.star(library, [saved.id], now(), starred=not saved.starred),
            lambda _: "Unstarred." if saved.starred else "Starred.",
        )

    async def action_tag(self) -> None:
        """Ask for a tag."""
        if self.meant is None:
            await super().action_tag()
        else:
            await self.ask("tag-entry", "tag: ")

    def tag(self, words: str) -> None:
        """Give the entry a tag, or take it away if a hyphen stands before it."""
        saved, name = self.meant, words.strip().removeprefix("-")
        if saved is None or not name or any(sign in name for sign in UNFIT):
            self.say("A tag is one word.")
            return
        tagged = not words.strip().startswith("-")
        self.change(
            [saved.id],
            lambda library: actions.tag(library, [saved.id], name, now(), tagged=tagged),
            lambda many: f"{'Tagged' if tagged else 'Untagged'} {name}." if many else f"It was so already: {name}.",
        )

    def toggle_read(self) -> None:
        """Mark an entry read or unread."""
        saved = self.meant
        if saved is None:
            self.say(_NOTHING_HERE)
            return
        self.change(
            [saved.id],
            lambda library: actions.mark_read(library, [saved.id], now(), read=saved.read_at is None),
            lambda _: "Marked read." if saved.read_at is None else "Marked unread.",
        )

    def action_all_read(self) -> None:
        """Mark everything in the list as read."""
        ids, title = tuple(self.rows.ids), self.scope.title
        self.change(
            ids,
            lambda library: actions.mark_read(library, ids, now()),
            lambda many: f"{many:,} of {title} marked read; U takes it back." if many else "Nothing here is unread.",
        )

    def note_opened(self, saved: Saved) -> None:
        """Mark an entry as read because it is open."""
        if saved.read_at is None:

            def then(changed: bool) -> None:  # noqa: FBT001 -- what the library says
                if changed:
                    self.redraw_entries([saved.id])
                    self.recount()

            self.clerk.write(lambda library: actions.open_up(library, saved.id, now()), then)

    def action_delete(self) -> None:
        """Delete an entry; in the feeds, unsubscribe or forget what the cursor stands on."""
        if self.is_in_feeds:
            self._forget(self.scope_here)
            return
        saved = self.meant
        if saved is None:
            self.say(_NOTHING_HERE)
            return
        if self.spot == "text":
            self.to_list("entries")
        self._part(lambda library: actions.delete(library, [saved.id], now()), lambda _: "Deleted; U takes it back.", saved.id)

    def _forget(self, scope: Scope | None) -> None:
        if scope is not None and scope.kind == "feed":
            feed, title = scope.feeds[0], scope.title
            self._part(
                lambda library: subscriptions.unsubscribe(library, feed, now()),
                lambda gone: f"{title}: followed no longer, {gone:,} entries gone with it; U takes it back.",
            )
        elif scope is not None and scope.kind == "query":
            name = scope.title
            self._part(lambda library: subscriptions.forget_query(library, name, now()), lambda _: f"Forgotten: {name}.")
        else:
            self.say("Only feeds and saved queries can be taken away here.")

    def _part(self, work: Callable[[Library], int], told: Callable[[int], str], entry: int | None = None) -> None:
        def then(many: int) -> None:
            if entry is not None:
                self.show_ids([one for one in self.rows.ids if one != entry], at=self._next_to(entry))
            self.read_anew()
            self.say(told(many))

        self.clerk.write(work, then)

    def _next_to(self, entry: int) -> int | None:
        place = self.rows.place_of(entry)
        ids = self.rows.ids
        return next((ids[at] for at in (place + 1, place - 1) if 0 <= at < len(ids)), None)

    def read_anew(self) -> None:
        """List and count everything anew: something has come or gone."""
        self.redraw_entries()
        self.look_up_ids()
        self.recount()

    def action_undo(self) -> None:
        """Take the last change to the library back."""

        def then(label: str) -> None:
            self.read_anew()
            self.say(f"Taken back: {label}." if label else "There is nothing to take back.")

        self.clerk.write(actions.undo, then)
