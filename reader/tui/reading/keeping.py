"""What makes the article part of the library: kept, starred, tagged; and who is named in it, in all that is kept."""

from __future__ import annotations

from pathlib import Path

from reader.tui.reading.carry import CarryActions
from reader.tui.wishes import AddWanted, FeedsWanted, KeepWanted, NewsWanted, PersonWanted

UNFIT = '" ()'
"""What no tag may hold: a query could not name it."""


class KeepActions(CarryActions):
    """What makes an article part of the library."""

    def action_keep(self) -> None:
        """Keep the article."""
        self._keep(KeepWanted())

    def action_star(self) -> None:
        """Keep the article, with a star."""
        self._keep(KeepWanted(star=True))

    async def action_tag(self) -> None:
        """Ask for a tag to keep the article with."""
        await self.ask("tag", "tag: ")

    async def action_export(self) -> None:
        """Ask where to write the article."""
        await self.ask("export", "export to folder or FILE.epub: ")

    async def action_add(self) -> None:
        """Ask for an address."""
        await self.ask("add", "add: ")

    def action_refresh(self) -> None:
        """Ask the feeds what is new."""
        self.action_refresh_all()

    def action_refresh_all(self) -> None:
        """Ask all feeds that are due what is new."""
        self.post_message(FeedsWanted(None))

    def action_everywhere(self) -> None:
        """Show all that the library knows of the person that the cursor stands on."""
        name = self.person_here()
        if name:
            self.post_message(PersonWanted(name))
        else:
            self.say("Nobody is named in this article.")

    def action_in_the_news(self) -> None:
        """Show who is in the news."""
        self.post_message(NewsWanted())

    def person_here(self) -> str:
        """Give the name of the person under the cursor of people or quotes, else of the first; empty if nobody is."""
        name = "quotes" if self.focused is self.lists["quotes"] else "people"
        row, people = self.lists[name].index, self.article.people
        if row < 0 or not people:
            return ""
        of = self.entries[name][row].of
        if name == "people":
            return people[of].name
        speaker = self.article.quotes[of].speaker
        return people[speaker.person].name if speaker and speaker.person is not None else ""

    def answer(self, purpose: str, words: str | None) -> None:
        """Do what the words ask for that were typed."""
        if purpose == "tag" and words and any(sign in words.strip() for sign in UNFIT):
            self.say("A tag is one word.")
        elif purpose == "tag" and words:
            self._keep(KeepWanted(tag=words.strip()))
        elif purpose == "export" and words:
            self._keep(KeepWanted(target=Path(words.strip())))
        elif purpose == "add" and words:
            self.post_message(AddWanted(words.strip()))
        else:
            super().answer(purpose, words)

    def _keep(self, wish: KeepWanted) -> None:
        if self.article.blocks:
            self.post_message(wish)
        else:
            self.say("There is no article to keep yet.")
