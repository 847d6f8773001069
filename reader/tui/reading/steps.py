"""From section to section, paragraph to paragraph, article to article; and marks to come back to."""

from __future__ import annotations

from reader.model import Heading, Post
from reader.tui.messages import ReadToggled, StoryWanted
from reader.tui.reading.search import SearchActions
from reader.tui.widgets.key_catcher import KeyCatcher

_MARKING, _GOING = "mark", "to_mark"


class StepActions(SearchActions):
    """Steps that are longer than lines."""

    pending = ""
    """What the next key is for: a mark to set or to go to; empty: nothing."""
    places: dict[tuple[int, str], tuple[int, int]]
    """Marks by story and letter: block and character."""

    def action_section(self, step: int) -> None:
        """To another sub-headline."""
        heads = [at for at, block in enumerate(self.article.blocks) if not at or isinstance(block, Heading | Post)]
        self._step(heads, step)

    def action_paragraph(self, step: int) -> None:
        """To another paragraph."""
        self._step(list(range(len(self.article.blocks))), step)

    def _step(self, blocks: list[int], step: int) -> None:
        count = self.take_count()
        block, offset = self.view.place
        if step > 0:
            ahead = [at for at in blocks if at > block]
            target = ahead[min(count, len(ahead)) - 1] if ahead else None
        else:
            behind = [at for at in blocks if (at, 0) < (block, offset)]
            target = behind[-min(count, len(behind))] if behind else None
        if target is None:
            self.view.move_to(None if step > 0 else 0)
        else:
            self.view.reveal(target, top=True)

    def action_article(self, step: int) -> None:
        """Open another article."""
        count = len(self.shelf.stories)
        target = self.shelf.here + step * self.take_count()
        if 0 <= target < count:
            self.post_message(StoryWanted(target))
        else:
            self.say(
                "This is the only article."
                if count == 1
                else "There is no article " + ("after" if step > 0 else "before") + " this one."
            )

    def action_next(self) -> None:
        """To the next match, or the next unread article."""
        if self.words:
            self.step_match(self.take_count())
        else:
            self.to_unread(1)

    def action_previous_match(self) -> None:
        """To the match before; without a search, mark the article read or unread."""
        if self.words:
            self.step_match(-self.take_count())
        else:
            self.toggle_read()

    def toggle_read(self) -> None:
        """Mark the article read or unread."""
        self.post_message(ReadToggled(self.shelf.here))

    def action_previous_unread(self) -> None:
        """To the unread article before."""
        self.to_unread(-1)

    def to_unread(self, step: int) -> None:
        """To the next unread article, or the one before."""
        target = self.shelf.next_unread(step)
        if target is None:
            self.say("Nothing is left unread.")
        else:
            self.post_message(StoryWanted(target))

    def action_mark(self) -> None:
        """Wait for the letter of a mark to set."""
        self._wait(_MARKING, "Mark this place: a letter")

    def action_to_mark(self) -> None:
        """Wait for the letter of a mark to go to."""
        self._wait(_GOING, "Go to the mark: its letter")

    def _wait(self, pending: str, message: str) -> None:
        self.take_count()
        self.pending = pending
        self.say(message)
        self.set_focus(self.query_one(KeyCatcher))

    def use_letter(self, letter: str) -> None:
        """Set a mark, or go to one."""
        pending, self.pending = self.pending, ""
        self.set_focus(self.view)
        self.say("")
        if not letter:
            return
        key = (self.shelf.here, letter)
        if pending == _MARKING:
            self.places[key] = self.view.place
            self.say(f"Marked {letter!r}.")
        elif key in self.places:
            place = self.places[key]
            self.places[(self.shelf.here, "'")] = self.view.place
            self.view.reveal(*place, top=True)
            self.say(f"At mark {letter!r}.")
        else:
            self.say(f"There is no mark {letter!r}.")
