"""`export` and `backup`: what is kept, out of the library, and the library itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from reader import formats, settings
from reader.cli.commands.library_access import many, now, query, to_read
from reader.cli.exit_status import DONE, NOTHING_FOUND
from reader.cli.options import Choices
from reader.cli.output.console import Console
from reader.errors import UsageError
from reader.library import Library, search
from reader.library import backup as library_backup
from reader.newsroom import library_file
from reader.newsroom.exporting import ExportedArticle, as_record, exported_articles, write_epub, write_files

_BETWEEN = {"md": "\n---\n\n", "text": "\n" + "─" * 72 + "\n\n"}


def export(choices: Choices, console: Console) -> int:
    """Print or write the articles that a query selects, each with a citation."""
    kind, wanted = choices.format or "md", query(choices.words)
    with to_read() as library:
        ids = search.ids(library, wanted)
        if not ids:
            console.say("nothing found")
            return NOTHING_FOUND
        if kind == "epub":
            _book(library, ids, choices, console)
        elif kind == "jsonl":
            for clipping in exported_articles(library, ids, now()):
                console.write(formats.dumped(dict(as_record(clipping))))
        elif choices.output not in ("", "-") and _is_folder(choices.output):
            written = write_files(exported_articles(library, ids, now()), Path(choices.output), kind)
            console.say(f"{many(len(written), 'file')} in {choices.output}")
        elif kind == "html" and len(ids) > 1:
            advice = "-o with a folder's name, such as -o articles/"
            raise UsageError(f"{many(len(ids), 'article')} cannot be one HTML document", advice=advice)
        else:
            _print(exported_articles(library, ids, now()), kind, console)
    return DONE


def _print(found: Iterable[ExportedArticle], kind: str, console: Console) -> None:
    for number, clipping in enumerate(found):
        console.write(_BETWEEN.get(kind, "") if number else "")
        console.write(formats.FORMATS[kind].write(clipping.article))


def _book(library: Library, ids: Sequence[int], choices: Choices, console: Console) -> None:
    if choices.output in ("", "-") or _is_folder(choices.output):
        raise UsageError("a book needs a file", advice="-o news.epub")
    title = f"{' '.join(choices.words) or 'Broadsheet'}, {now():%Y-%m-%d}"
    written = write_epub(exported_articles(library, ids, now()), Path(choices.output), title=title, now=now())
    console.say(f"{many(written, 'article')} in {choices.output}")


def _is_folder(name: str) -> bool:
    return name.endswith("/") or Path(name).is_dir()


def backup(choices: Choices, console: Console) -> int:
    """Write a copy of the library, or put one back."""
    if len(choices.words) != 1:
        raise UsageError("backup needs one file", advice="reader backup news.db, and back: reader backup --restore news.db")
    path, copy = library_file.path_of(settings.folders()), Path(choices.words[0])
    if choices.restore:
        aside = library_backup.restore(path, copy, now())
        console.say(f"{copy} is the library now{f'; the one before is {aside}' if aside else ''}")
    else:
        library_backup.back_up(path, copy / path.name if copy.is_dir() else copy)
        console.say(f"a copy is in {copy} (reader backup --restore {copy} puts it back)")
    return DONE
