"""The commands by name: in which module each stands, so that calling one loads no other, and what it does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

READ = ""
"""The name of the command that is meant where none is named."""


@dataclass(frozen=True, slots=True)
class CommandEntry:
    """What is known of a command before its module is loaded."""

    module: str
    """Below `reader.cli.commands`."""
    summary: str
    """What it does, in a line without a full stop."""


COMMANDS: Mapping[str, CommandEntry] = {
    READ: CommandEntry("read", "read the news in the terminal"),
    "cat": CommandEntry("cat", "print the article"),
    "open": CommandEntry("read", "open sources in the app"),
    "quotes": CommandEntry("views", "list who says what"),
    "people": CommandEntry("views", "list who is named"),
    "outline": CommandEntry("views", "list the sections"),
    "links": CommandEntry("views", "list the links of the story"),
    "meta": CommandEntry("views", "print what is known about the article"),
    "explain": CommandEntry("views", "tell why each piece of the page was kept or dropped"),
    "add": CommandEntry("add", "follow a feed, or keep an article"),
    "list": CommandEntry("entries", "list entries, newest first"),
    "search": CommandEntry("entries", "find words in what is kept"),
    "pick": CommandEntry("entries", "choose an entry in the app, and print it"),
    "queries": CommandEntry("changes", "list saved queries, save one, or forget one"),
    "person": CommandEntry("person", "tell who somebody is in all that is kept"),
    "refresh": CommandEntry("refresh", "ask the feeds what is new"),
    "sync": CommandEntry("sync.command", "keep one reading state with a server"),
    "mark": CommandEntry("changes", "mark entries as read"),
    "star": CommandEntry("changes", "star entries: they never expire"),
    "tag": CommandEntry("changes", "give entries a tag: they never expire"),
    "delete": CommandEntry("changes", "delete entries"),
    "tags": CommandEntry("changes", "list the tags"),
    "undo": CommandEntry("changes", "put back what the last change changed"),
    "rules": CommandEntry("refresh", "list the rules for what arrives, and what they would select"),
    "feeds": CommandEntry("feeds", "list the feeds, or change one"),
    "import": CommandEntry("add", "follow the feeds of a list"),
    "export": CommandEntry("export", "write articles to files, with their source"),
    "backup": CommandEntry("export", "copy the library, or put a copy back"),
    "config": CommandEntry("config", "show where the settings are, what they are, and whether they are good"),
    "keys": CommandEntry("config", "list the keys of the app"),
    "doctor": CommandEntry("doctor", "look whether terminal and installation are in order"),
    "completion": CommandEntry("help", "print the completions for a shell"),
    "help": CommandEntry("help", "print the help of a command"),
    "man": CommandEntry("help", "print the manual page"),
}
