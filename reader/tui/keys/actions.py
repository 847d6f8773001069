"""Every action of the app, once: its id, its keys, what it does and where it works.

The bindings of widgets and screens, the help, the palette and the settings' `keys` are all made from this table, so that none
of them can say something else than another.  Ids are the public names of the actions: settings use them, and the function of
`tui/commands` that does an action is found by its id.

Keys are written as they are typed (`]`, `G`, `ctrl+l`); alternatives are parted by spaces.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from textual.binding import Binding


class Action(NamedTuple):
    """Something the user can do."""

    id: str
    keys: str
    """Parted by spaces."""
    title: str
    """A few words; help and palette show them."""
    tooltip: str
    """One sentence."""
    method: str = ""
    """The method of the widget, screen or app that does it, without `action_`; empty: a function of `tui/commands` does."""


class Group(NamedTuple):
    """The actions that work in one place."""

    title: str
    actions: tuple[Action, ...]

    @property
    def bindings(self) -> list[Binding]:
        """The group as Textual's bindings."""
        from textual.binding import Binding  # noqa: PLC0415 -- the command line prints this table without Textual

        return [
            Binding(
                ",".join(_spelled(key) for key in action.keys.split()),
                action.method or f"app.command('{action.id}')",
                action.title,
                show=False,
                tooltip=action.tooltip,
                id=action.id,
            )
            for action in self.actions
        ]


_SPELLED: Final = {",": "comma", "+": "plus"}


def _spelled(key: str) -> str:
    return _SPELLED.get(key, key)


def _action(name: str, keys: str, title: str, tooltip: str, *, method: str = "") -> Action:
    return Action(id=name, keys=keys, title=title, tooltip=tooltip, method=method)


APP: Final = Group(
    title="Everywhere",
    actions=(
        _action("help", "? f1", "help", "Every action with its keys; / searches them, and Enter does one.", method="help"),
        _action("palette", ":", "commands", "Choose an action by its name.", method="palette"),
        _action("theme", "T", "next theme", "Show the same in the next theme's colours.", method="next_theme"),
        _action("redraw", "ctrl+l", "draw anew", "Draw the whole screen anew.", method="redraw"),
        _action("suspend", "ctrl+z", "suspend", "Go back to the shell; `fg` comes back here.", method="suspend_process"),
        _action("quit", "Q", "quit", "Leave the app at once.", method="quit"),
    ),
)

MOTIONS: Final = Group(
    title="Moving",
    actions=(
        _action("down", "j down", "line down", "Down one line; a number before it says how many.", method="line(1)"),
        _action("up", "k up", "line up", "Up one line; a number before it says how many.", method="line(-1)"),
        _action("half-down", "d ctrl+d", "half a page down", "Down half a page.", method="half_page(1)"),
        _action("half-up", "u ctrl+u", "half a page up", "Up half a page.", method="half_page(-1)"),
        _action("page-down", "space pagedown ctrl+f", "page down", "Down one page.", method="page(1)"),
        _action("page-up", "b pageup ctrl+b", "page up", "Up one page.", method="page(-1)"),
        _action("top", "g home", "to the top", "To the top; with a number before it, to that line.", method="top"),
        _action("bottom", "G end", "to the end", "To the end; with a number before it, to that line.", method="bottom"),
    ),
)

READING: Final = Group(
    title="Reading",
    actions=(
        _action("next-section", "]", "next section", "To the next sub-headline."),
        _action("previous-section", "[", "previous section", "To the sub-headline before."),
        _action("next-paragraph", "}", "next paragraph", "To the next paragraph."),
        _action("previous-paragraph", "{", "previous paragraph", "To the paragraph before."),
        _action("search", "/", "search", "Light every match of some words in the text; n and N go from match to match."),
        _action("next", "n", "next match, or unread", "The next match of the search; without one, the next unread article."),
        _action("previous-match", "N", "previous match", "The match before; without a search, mark read or unread."),
        _action("previous-unread", "p", "previous unread", "The unread article before this one."),
        _action("next-article", "J", "next article", "Open the next article."),
        _action("previous-article", "K", "previous article", "Open the article before."),
        _action("links", ";", "links", "Label the links on the screen; the label's key follows one."),
        _action("browser", "o", "open in browser", "Open the article's page in the browser."),
        _action("copy-link", "y", "copy link", "Copy the article's address."),
        _action("pipe", "|", "pipe to a command", "Give the article's text to a command of yours."),
        _action("stripped", "v", "what was stripped", "Show what was left out, each piece with the rule that took it."),
        _action("mark", "m", "set a mark", "Mark this place with the letter that you type next."),
        _action("to-mark", "'", "to a mark", "Go to the place of the letter that you type next; '' goes back."),
        _action("left", "left", "table left", "Move wide tables and code to the left."),
        _action("right", "right", "table right", "Move wide tables and code to the right."),
        _action("direction", "D", "reading direction", "Order right-to-left text here, or leave it to the terminal."),
    ),
)

PANES: Final = Group(
    title="Panes",
    actions=(
        _action("quotes", '"', "quotes", "To the quotes and their speakers, and back."),
        _action("people", "@", "people", "To the people of the article, and back."),
        _action("outline", "#", "outline", "To the outline of the article, and back."),
        _action("entries", "=", "articles", "To the list of articles, and back."),
        _action("next-pane", "tab", "next pane", "To the next pane."),
        _action("previous-pane", "shift+tab", "previous pane", "To the pane before."),
        _action("zen", "z", "article alone", "Show the article alone, or all panes again."),
        _action("narrower", "<", "narrower text", "Fewer columns of text."),
        _action("wider", ">", "wider text", "More columns of text."),
        _action("escape", "escape", "clear", "Clear the search, then the filter, then go back to the text."),
        _action("back", "q", "back", "Back one level; at the top, quit."),
        _action("undo", "U", "undo", "Take the last change back."),
    ),
)

LISTS: Final = Group(
    title="Lists",
    actions=(
        _action("open", "enter l", "open", "Open what the cursor stands on.", method="open"),
        _action("leave", "h", "back to the text", "Back to the article's text.", method="leave"),
        _action("filter", "F", "filter", "Show only the rows that hold the words you type.", method="filter"),
    ),
)

PASSAGES: Final = Group(
    title="Quotes and people",
    actions=(
        _action("next-passage", ".", "next passage", "To the next passage of this person, or of this quote."),
        _action("previous-passage", ",", "previous passage", "To the passage before."),
        _action("only-person", "p", "only this person's quotes", "Show this person's quotes alone, or all again."),
        _action("copy-quote", "y", "copy quote", "Copy the quote with its speaker."),
        _action("cite-quote", "Y", "copy as Markdown", "Copy the quote as a Markdown citation."),
    ),
)

LIBRARY: Final = Group(
    title="Library",
    actions=(
        _action("add", "a", "add a page or feed", "Follow the feed of a site, or keep a page: type its address."),
        _action("keep", "c", "keep this article", "Keep this article in the library: it opens without a network."),
        _action("star", "s", "star", "Star this article, or take the star away; what is starred never expires."),
        _action("tag", "t", "tag", "Give this article a tag; with - before the word, take it away."),
        _action("refresh", "r", "refresh this", "Ask the feed that the cursor stands on what is new."),
        _action("refresh-all", "R", "refresh all", "Ask all feeds that are due what is new."),
        _action("export", "e", "export", "Write this article to a folder, or the whole list to FILE.epub."),
        _action("everywhere", "*", "this person everywhere", "All that the library knows of this person."),
        _action("in-the-news", "i", "in the news", "Who is named in most articles of the week."),
    ),
)

FRONT: Final = Group(
    title="Front page",
    actions=(
        _action("feeds", "f", "feeds", "To the feeds, tags and saved queries, and back."),
        _action("to-list", "h", "back to the list", "From the text back to the list of articles."),
        _action("all-read", "A", "mark all read", "Mark all articles of this list as read."),
        _action("full-text", "x", "full text or feed's", "The article's page, or the text that its feed gives."),
        _action("save-query", "S", "save this list", "Keep what is filtered or searched under a name."),
        _action("delete", "X", "delete", "Delete this article, unsubscribe this feed, or forget this saved query."),
    ),
)

SEARCH: Final = Group(
    title="Search",
    actions=(
        _action("search-back", "escape", "back", "Back to where the search was opened.", method="back"),
        _action("search-line", "tab shift+tab /", "line or list", "From the line to what is found, and back.", method="other"),
        _action("search-order", "o", "order", "The best match first, or the newest again.", method="order"),
        _action("search-leave", "q", "leave the search", "Back to where the search was opened.", method="back"),
    ),
)

ITEM_SCREEN: Final = Group(
    title="A person's page, in the news",
    actions=(_action("leaf-back", "q escape", "back", "Back to where it was opened.", method="back"),),
)

GROUPS: Final = (MOTIONS, READING, PANES, LISTS, PASSAGES, LIBRARY, FRONT, SEARCH, ITEM_SCREEN, APP)


def every_action() -> Iterable[Action]:
    """Return all actions, in the order of the help."""
    return (action for group in GROUPS for action in group.actions)


def find(name: str) -> Action:
    """Return the action of an id."""
    return next(action for action in every_action() if action.id == name)


def done_by(methods: Mapping[str, str]) -> Group:
    """Return some actions for a screen that does them itself, by its methods for their ids."""
    return Group(title="", actions=tuple(find(name)._replace(method=method) for name, method in methods.items()))


PRESETS: Final[Mapping[str, Mapping[str, str]]] = {
    "newsboat": {
        "links": "u,;",
        "half-up": "ctrl+u",
        "half-down": "ctrl+d",
        "page-up": "pageup,b,ctrl+b",
        "top": "home,g",
        "bottom": "end,G",
        "palette": ":,ctrl+p",
        "filter": "ctrl+f,F",
        "page-down": "space,pagedown",
        "export": "s,e",
        "star": "ctrl+e",
        "stripped": "v,ctrl+v",
    }
}
"""Keys of other programs, for those whose fingers know them; `preset` in the settings' keys names one."""


def keymap(changed: Mapping[str, str]) -> dict[str, str]:
    """Return the keys that differ from the table's, by action: those of the preset that is named, then the user's own."""
    own = {action: keys for action, keys in changed.items() if action != "preset"}
    return {**PRESETS.get(changed.get("preset", ""), {}), **own}


def keys_of(action: Action, changed: Mapping[str, str]) -> tuple[str, ...]:
    """Return the keys of an action as they are typed, with the user's changes."""
    keys = keymap(changed).get(action.id, "")
    return tuple(part.strip() for part in keys.split(",")) if keys else tuple(action.keys.split())
