"""Every action of the app, once: its id, its keys, what it does and where it works.

The bindings of widgets and screens, the help, the palette and the settings' `keys` are all made from this table, so that none
of them can say something else than another.  Ids are the public names of the actions: settings use them.

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
    call: str
    """The method that does it, without `action_`."""
    title: str
    """A few words; help and palette show them."""
    tooltip: str
    """One sentence."""


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
                action.call,
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


def _action(name: str, keys: str, call: str, title: str, tooltip: str) -> Action:
    return Action(id=name, keys=keys, call=call, title=title, tooltip=tooltip)


APP: Final = Group(
    title="Everywhere",
    actions=(
        _action("help", "? f1", "help", "help", "Every action with its keys; / searches them, and Enter does one."),
        _action("palette", ":", "palette", "commands", "Choose an action by its name."),
        _action("theme", "T", "next_theme", "next theme", "Show the same in the next theme's colours."),
        _action("redraw", "ctrl+l", "redraw", "draw anew", "Draw the whole screen anew."),
        _action("suspend", "ctrl+z", "suspend_process", "suspend", "Go back to the shell; `fg` comes back here."),
        _action("quit", "Q", "quit", "quit", "Leave the app at once."),
    ),
)

MOTIONS: Final = Group(
    title="Moving",
    actions=(
        _action("down", "j down", "down", "line down", "Down one line; a number before it says how many."),
        _action("up", "k up", "up", "line up", "Up one line; a number before it says how many."),
        _action("half-down", "d ctrl+d", "half_down", "half a page down", "Down half a page."),
        _action("half-up", "u ctrl+u", "half_up", "half a page up", "Up half a page."),
        _action("page-down", "space pagedown ctrl+f", "page_down", "page down", "Down one page."),
        _action("page-up", "b pageup ctrl+b", "page_up", "page up", "Up one page."),
        _action("top", "g home", "top", "to the top", "To the top; with a number before it, to that line."),
        _action("bottom", "G end", "bottom", "to the end", "To the end; with a number before it, to that line."),
    ),
)

READING: Final = Group(
    title="Reading",
    actions=(
        _action("next-section", "]", "section(1)", "next section", "To the next sub-headline."),
        _action("previous-section", "[", "section(-1)", "previous section", "To the sub-headline before."),
        _action("next-paragraph", "}", "paragraph(1)", "next paragraph", "To the next paragraph."),
        _action("previous-paragraph", "{", "paragraph(-1)", "previous paragraph", "To the paragraph before."),
        _action(
            "search", "/", "search", "search", "Light every match of some words in the text; n and N go from match to match."
        ),
        _action(
            "next", "n", "next", "next match, or unread", "The next match of the search; without one, the next unread article."
        ),
        _action(
            "previous-match",
            "N",
            "previous_match",
            "previous match",
            "The match before; without a search, mark read or unread.",
        ),
        _action("previous-unread", "p", "previous_unread", "previous unread", "The unread article before this one."),
        _action("next-article", "J", "article(1)", "next article", "Open the next article."),
        _action("previous-article", "K", "article(-1)", "previous article", "Open the article before."),
        _action("links", ";", "links", "links", "Label the links on the screen; the label's key follows one."),
        _action("browser", "o", "browser", "open in browser", "Open the article's page in the browser."),
        _action("copy-link", "y", "copy_link", "copy link", "Copy the article's address."),
        _action("pipe", "|", "pipe", "pipe to a command", "Give the article's text to a command of yours."),
        _action(
            "stripped", "v", "stripped", "what was stripped", "Show what was left out, each piece with the rule that took it."
        ),
        _action("mark", "m", "mark", "set a mark", "Mark this place with the letter that you type next."),
        _action("to-mark", "'", "to_mark", "to a mark", "Go to the place of the letter that you type next; '' goes back."),
        _action("left", "left", "sideways(-8)", "table left", "Move wide tables and code to the left."),
        _action("right", "right", "sideways(8)", "table right", "Move wide tables and code to the right."),
        _action(
            "direction", "D", "direction", "reading direction", "Order right-to-left text here, or leave it to the terminal."
        ),
    ),
)

PANES: Final = Group(
    title="Panes",
    actions=(
        _action("quotes", '"', "pane('quotes')", "quotes", "To the quotes and their speakers, and back."),
        _action("people", "@", "pane('people')", "people", "To the people of the article, and back."),
        _action("outline", "#", "pane('outline')", "outline", "To the outline of the article, and back."),
        _action("entries", "=", "pane('entries')", "articles", "To the list of articles, and back."),
        _action("next-pane", "tab", "next_pane(1)", "next pane", "To the next pane."),
        _action("previous-pane", "shift+tab", "next_pane(-1)", "previous pane", "To the pane before."),
        _action("zen", "z", "zen", "article alone", "Show the article alone, or all panes again."),
        _action("narrower", "<", "resize(-4)", "narrower text", "Fewer columns of text."),
        _action("wider", ">", "resize(4)", "wider text", "More columns of text."),
        _action("escape", "escape", "escape", "clear", "Clear the search, then the filter, then go back to the text."),
        _action("back", "q", "back", "back", "Back one level; at the top, quit."),
        _action("undo", "U", "undo", "undo", "Take the last change back."),
    ),
)

LISTS: Final = Group(
    title="Lists",
    actions=(
        _action("open", "enter l", "open", "open", "Open what the cursor stands on."),
        _action("leave", "h", "leave", "back to the text", "Back to the article's text."),
        _action("filter", "F", "filter", "filter", "Show only the rows that hold the words you type."),
    ),
)

PASSAGES: Final = Group(
    title="Quotes and people",
    actions=(
        _action(
            "next-passage", ".", "screen.passage(1)", "next passage", "To the next passage of this person, or of this quote."
        ),
        _action("previous-passage", ",", "screen.passage(-1)", "previous passage", "To the passage before."),
        _action(
            "only-person",
            "p",
            "screen.only_person",
            "only this person's quotes",
            "Show this person's quotes alone, or all again.",
        ),
        _action("copy-quote", "y", "screen.copy_quote", "copy quote", "Copy the quote with its speaker."),
        _action("cite-quote", "Y", "screen.cite_quote", "copy as Markdown", "Copy the quote as a Markdown citation."),
    ),
)

LIBRARY: Final = Group(
    title="Library",
    actions=(
        _action("add", "a", "add", "add a page or feed", "Follow the feed of a site, or keep a page: type its address."),
        _action("keep", "c", "keep", "keep this article", "Keep this article in the library: it opens without a network."),
        _action("star", "s", "star", "star", "Star this article, or take the star away; what is starred never expires."),
        _action("tag", "t", "tag", "tag", "Give this article a tag; with - before the word, take it away."),
        _action("refresh", "r", "refresh", "refresh this", "Ask the feed that the cursor stands on what is new."),
        _action("refresh-all", "R", "refresh_all", "refresh all", "Ask all feeds that are due what is new."),
        _action("export", "e", "export", "export", "Write this article to a folder, or the whole list to FILE.epub."),
        _action("everywhere", "*", "everywhere", "this person everywhere", "All that the library knows of this person."),
        _action("in-the-news", "i", "in_the_news", "in the news", "Who is named in most articles of the week."),
    ),
)

FRONT: Final = Group(
    title="Front page",
    actions=(
        _action("feeds", "f", "pane('feeds')", "feeds", "To the feeds, tags and saved queries, and back."),
        _action("to-list", "h", "to_list", "back to the list", "From the text back to the list of articles."),
        _action("all-read", "A", "all_read", "mark all read", "Mark all articles of this list as read."),
        _action("full-text", "x", "full_text", "full text or feed's", "The article's page, or the text that its feed gives."),
        _action("save-query", "S", "save_query", "save this list", "Keep what is filtered or searched under a name."),
        _action("delete", "X", "delete", "delete", "Delete this article, unsubscribe this feed, or forget this saved query."),
    ),
)

SEARCH: Final = Group(
    title="Search",
    actions=(
        _action("search-back", "escape", "back", "back", "Back to where the search was opened."),
        _action(
            "search-line",
            "tab shift+tab /",
            "other",
            "line or list",
            "From the line to what is found, and back.",
        ),
        _action("search-order", "o", "order", "order", "The best match first, or the newest again."),
        _action("search-leave", "q", "back", "leave the search", "Back to where the search was opened."),
    ),
)

LEAF: Final = Group(
    title="A person's page, in the news",
    actions=(_action("leaf-back", "q escape", "back", "back", "Back to where it was opened."),),
)

GROUPS: Final = (MOTIONS, READING, PANES, LISTS, PASSAGES, LIBRARY, FRONT, SEARCH, LEAF, APP)


def every_action() -> Iterable[Action]:
    """Give all actions, in the order of the help."""
    return (action for group in GROUPS for action in group.actions)


def pick(*names: str) -> Group:
    """Give some actions, for a screen where they do the same in another way."""
    return Group(title="", actions=tuple(action for action in every_action() if action.id in names))


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
    """Give the keys that differ from the table's, by action: those of the preset that is named, then the user's own."""
    own = {action: keys for action, keys in changed.items() if action != "preset"}
    return {**PRESETS.get(changed.get("preset", ""), {}), **own}


def keys_of(action: Action, changed: Mapping[str, str]) -> tuple[str, ...]:
    """Give the keys of an action as they are typed, with the user's changes."""
    keys = keymap(changed).get(action.id, "")
    return tuple(part.strip() for part in keys.split(",")) if keys else tuple(action.keys.split())
