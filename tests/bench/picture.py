"""Takes the README's picture from the running program: as SVG, or as the plain rows of a smaller screen.

python tests/bench/picture.py FILE.svg
python tests/bench/picture.py FILE.txt
"""

from __future__ import annotations

import argparse
import asyncio
import re
from pathlib import Path
from tempfile import TemporaryDirectory

from reader import resources
from reader.settings import Settings
from reader.tui.app import ReaderApp
from reader.tui.services import Services
from reader.tui.state.library_access import LibraryAccess
from reader.tui.state.open_articles import first_edition
from reader.tui.state.positions import Positions
from reader.tui.theme.themes import read_themes
from reader.worker import Worker

SIZE, TEXT_SIZE = (120, 38), (100, 26)
KEYS = ("j", "j", '"', "j", "j")


async def take(*, as_text: bool) -> str:
    """Open the bundled edition, wait until it is read, press a few keys, and return the screen."""
    worker = Worker()
    worker.start()
    with TemporaryDirectory() as state:
        settings = Settings()
        opened = first_edition(settings)
        worker.ask(opened.stories[opened.here].request)
        app = ReaderApp(
            opened,
            Services(
                settings=settings,
                worker=worker,
                library=LibraryAccess(Path(state) / "library.db"),
                positions=Positions(Path(state)),
                themes=read_themes((resources.styles() / "themes",)),
            ),
        )
        async with app.run_test(size=SIZE) as pilot:
            while any(story.reading is None and story.error is None for story in app.articles.opened.stories):
                await pilot.pause(0.1)
            await pilot.press(*KEYS)
            await pilot.pause()
            if as_text:
                rows = app.screen._compositor.render_strips()
                return "".join(f"{row.text.rstrip()}\n" for row in rows)
            picture = re.sub(r"@font-face \{.*?\}\s*", "", app.export_screenshot(title="reader"), flags=re.DOTALL)
            return picture.replace("Fira Code", "ui-monospace")


def main() -> None:
    """Write the picture; an SVG without the web fonts that Textual's template asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("file", metavar="FILE", type=Path, help="what is written, .svg or .txt")
    file: Path = parser.parse_args().file
    file.write_text(asyncio.run(take(as_text=file.suffix == ".txt")), encoding="utf-8")


if __name__ == "__main__":
    main()
