"""An app that sends couriers out for what takes longer than a page, and takes in what they bring."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import on

from reader.newsroom.jobs import AddJob, ExportJob, Finished, Job, Progress, RefreshJob
from reader.tui import wishes
from reader.tui.app import ReaderApp
from reader.tui.state.library_access import LibraryAccess
from reader.tui.state.preview import EMPTY, now
from reader.worker import JobProcess

if TYPE_CHECKING:
    from reader.tui.frontpage.screen import FrontPage


class AssigningApp(ReaderApp):
    """Has feeds asked and followed, pages kept and files written, while the reader reads on."""

    clerk: LibraryAccess
    offline = False
    """No connection is opened for a page."""
    front: FrontPage | None = None
    """The front page; None: the app was opened on something else."""
    _couriers: list[JobProcess]
    """Who is out."""

    def make_front(self) -> FrontPage:
        """Make the front page."""
        from reader.tui.frontpage.screen import FrontPage  # noqa: PLC0415 -- an article is shown without

        return FrontPage(EMPTY, clerk=self.clerk, symbols=self.symbols, column=self.settings.width)

    @on(wishes.FeedsWanted)
    def _feeds_wanted(self, event: wishes.FeedsWanted) -> None:
        if not self.clerk.has_file:
            self.reading.say("No feed is followed yet: a adds one.")
        elif any(isinstance(courier.job, RefreshJob) for courier in self._couriers):
            self.reading.say("The feeds are being asked already.")
        elif self.offline:
            self.reading.say("This needs the network; the app was opened with --offline.")
        else:
            self._send_out(RefreshJob(library=self.clerk.path, feeds=event.feeds, timeout=self.settings.timeout), "asking …")

    @on(wishes.AddWanted)
    def _add_wanted(self, event: wishes.AddWanted) -> None:
        self._send_out(AddJob(library=self.clerk.path, source=event.source, timeout=self.settings.timeout), "adding …")
        self.reading.say(f"Looking for a feed at {event.source} …")

    @on(wishes.FilesWanted)
    def _files_wanted(self, event: wishes.FilesWanted) -> None:
        self._send_out(ExportJob(library=self.clerk.path, entries=event.entries, target=event.target), "writing …")

    def _send_out(self, assignment: Job, words: str) -> None:
        courier = JobProcess(assignment)
        self._couriers.append(courier)
        asyncio.get_running_loop().add_reader(courier.descriptor, self._hear_courier, courier)
        self._tell_progress(words)

    def _hear_courier(self, courier: JobProcess) -> None:
        for report in courier.receive():
            match report:
                case Progress():
                    self._tell_progress(f"{report.done}/{report.of} feeds, {report.new} new")
                    if report.new and self.front:
                        self.front.fill()
                case Finished():
                    asyncio.get_running_loop().remove_reader(courier.descriptor)
                    courier.close()
                    self._couriers.remove(courier)
                    self._tell_progress("")
                    self.call_later(self._take_in, report)
                    return

    def _tell_progress(self, words: str) -> None:
        if self.front:
            if words and not self.front.progress:
                self.front.say("")  # what was said before would hide it
            self.front.show_progress(words)
        elif words:
            self.reading.say(words)

    async def _take_in(self, done: Finished) -> None:
        """Show what an assignment has brought."""
        if self.reading.shelf.is_first_run and (done.feed is not None or done.entry is not None):
            self.front = self.make_front()
            self.reading = self.prepared(self.front)
            await self.push_screen(self.reading)  # the first screen cannot be left (Textual 8.2.8): it stays below
        if self.front:
            self.front.read_anew()
            self.front.show_new(done.feed, done.entry)
        self.reading.say(done.said)

    @on(wishes.KeepWanted)
    def _keep_wanted(self, event: wishes.KeepWanted) -> None:
        story = self.shelf.stories[self.shelf.here]
        article, source = story.article, story.request.source
        if article is None:
            return
        if event.target is not None:
            self._send_out(ExportJob(library=self.clerk.path, article=article, target=event.target), "writing …")
            return
        from reader.newsroom.keeping import keep_marked  # noqa: PLC0415 -- few pages are kept

        told = "Kept, with a star." if event.star else f"Kept, tagged {event.tag}." if event.tag else "Kept."
        where = "" if source == "-" else source
        self.clerk.write(
            lambda library: keep_marked(library, article, now(), source=where, star=event.star, tag=event.tag),
            lambda _: self.reading.say(told),
        )
