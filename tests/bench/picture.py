"""Takes the README's picture from the running program.

python tests/bench/picture.py FILE.svg
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
from reader.tui.state.open_articles import first_edition
from reader.tui.state.positions import Positions
from reader.tui.theme.themes import read_themes
from reader.worker import Worker

SIZE = (120, 38)
KEYS = ("j", "j", '"', "j", "j")


async def take() -> str:
    """Open the bundled edition, wait until it is read, press a few keys, and give the screen as SVG."""
    worker = Worker()
    worker.start()
    with TemporaryDirectory() as state:
        settings = Settings()
        shelf = first_edition(settings)
        worker.ask(shelf.stories[shelf.here].request)
        app = ReaderApp(
            shelf,
            settings,
            worker=worker,
            themes=read_themes((resources.styles() / "themes",)),
            positions=Positions(Path(state)),
        )
        async with app.run_test(size=SIZE) as pilot:
            while any(story.reading is None and story.error is None for story in app.shelf.stories):
                await pilot.pause(0.1)
            await pilot.press(*KEYS)
            await pilot.pause()
            return app.export_screenshot(title="reader")


def main() -> None:
    """Write the picture, without the web fonts that Textual's template asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("file", metavar="FILE.svg", type=Path, help="what is written; the README shows tests/tui/readme.svg")
    file: Path = parser.parse_args().file
    picture = re.sub(r"@font-face \{.*?\}\s*", "", asyncio.run(take()), flags=re.DOTALL)
    file.write_text(picture.replace("Fira Code", "ui-monospace"), encoding="utf-8")


if __name__ == "__main__":
    main()
