"""The commands of the library, each described once."""

from __future__ import annotations

from reader.cli.command import Command
from reader.cli.options import GENERAL, HEADER, OUTPUT, ROWS, TIMEOUT, WIDTH, Option, formats

LIMIT = Option(flags=("-n", "--limit"), name="limit", metavar="ROWS", help="print at most so many; 0 prints all")
_TABLE = (formats(*ROWS), OUTPUT, WIDTH, HEADER, LIMIT, *GENERAL)
_REMOVE = Option(flags=("--remove",), name="remove", help="take it away again")
_TITLE = Option(flags=("--title",), name="title", metavar="TITLE", help="call the feed so; empty: as it calls itself")
_FOLDER = Option(flags=("--folder",), name="folder", metavar="FOLDER", help="put the feed there; / parts folders in folders")
_KEEP = Option(flags=("--keep-days",), name="keep_days", metavar="DAYS", help="for how long read entries stay, or ever")
_AHEAD = Option(
    flags=("--read-ahead",),
    name="read_ahead",
    metavar="WHEN",
    choices=("on", "off"),
    help="read the pages of new entries at each refresh, so that they open without a network",
)
_QUERY = (
    'Words, "phrases", beginnings (harb*), unread, read, starred, kept, feed:NAME, tag:NAME, person:NAME, '
    "quoted:NAME, title:WORD, before:2026-11, after:2026-11-23, newer:2d, older:3w (h, d, w, m, y), id:NUMBER. Side by side "
    "all must hold; -TERM leaves out, A or B takes either, ( ) group."
)

KEEPING: tuple[Command, ...] = (
    Command(
        name="add",
        summary="follow a feed, or keep an article",
        run="commands.feeds:add",
        operands="URL|FILE...",
        options=(
            Option(flags=("--feed",), name="as_feed", help="never keep it as an article"),
            Option(flags=("--article",), name="as_article", help="keep the page itself, look for no feed"),
            _FOLDER,
            Option(flags=("--tags",), name="tags", metavar="TAGS", help="of the feed or the article, parted by commas"),
            TIMEOUT,
            *GENERAL,
        ),
        details="The feed is found from any page of a site, and from the site's bare name. A page that names none is kept.",
        examples=(
            ("reader add example.org", "follow the site's feed"),
            ("reader add --folder Local https://example.org/rss.xml", "follow a feed"),
            ("reader add --article https://example.org/news/harbour", "keep an article"),
            ("reader add page.html", "keep a saved page"),
        ),
    ),
    Command(
        name="list",
        summary="list entries, newest first",
        run="commands.entries:list_entries",
        operands="[QUERY...]",
        options=_TABLE,
        details=_QUERY + " In a pipe: id, date, unread, starred, title, feeds, tags, address, parted by tabs.",
        examples=(
            ("reader list unread newer:2d", "what is new"),
            ("reader list 'feed:courier (harbour or ferry)'", "of one feed"),
            ("reader list -n 0 starred -f jsonl", "all that is starred, as JSON Lines"),
        ),
    ),
    Command(
        name="search",
        summary="find words in what is kept",
        run="commands.entries:find",
        operands="QUERY...",
        options=(
            *_TABLE,
            Option(flags=("--by-relevance",), name="relevance", help="the best match first, not the newest"),
        ),
        details="Newest first, each with the passage. " + _QUERY,
        examples=(
            ("reader search harbour wall", "both words"),
            ("reader search '\"harbour wall\" -bridge newer:1m'", "a phrase, of this month"),
            ("reader search --by-relevance storm", "the best match first"),
        ),
    ),
    Command(
        name="pick",
        summary="choose an entry in the app, and print it",
        run="commands.pick:pick",
        operands="[QUERY...]",
        options=(formats(*ROWS), OUTPUT, *GENERAL),
        details=(
            "The app is drawn on stderr, so that stdout takes the result: the entry's address, or id:NUMBER where it has "
            "none; with -f its row. Enter chooses; q leaves with status 1. " + _QUERY
        ),
        examples=(
            ("reader pick unread | xargs reader cat", "print one"),
            ("reader pick -f jsonl tag:inquiry | jq .title", "its title"),
        ),
    ),
    Command(
        name="queries",
        summary="list saved queries, save one, or forget one",
        run="commands.entries:queries",
        operands="[NAME [QUERY...]]",
        options=(formats(*ROWS), OUTPUT, WIDTH, HEADER, _REMOVE, *GENERAL),
        details="They stand on the front page of the app. With NAME alone, its query is printed. " + _QUERY,
        examples=(
            ("reader queries weather storm or tide", "save one"),
            ("reader queries weather | xargs reader list", "what it selects"),
            ("reader queries weather --remove", "forget it"),
        ),
    ),
    Command(
        name="person",
        summary="tell who somebody is in all that is kept",
        run="commands.person:person",
        operands="[NAME]",
        options=(
            *_TABLE,
            Option(flags=("--in-the-news",), name="in_the_news", help="who is named in most articles, and how many before"),
            Option(flags=("--days",), name="days", metavar="N", help="with --in-the-news: of how many days (7)"),
            Option(flags=("--merge",), name="merge", metavar="NAME", help="say that the two are one person"),
            Option(
                flags=("--split",), name="split", metavar="QUERY", help="say that in these articles it is another of that name"
            ),
        ),
        details="Roles with their dates, every quote with date and source, articles, and who is named in the same ones.",
        examples=(
            ("reader person Ada Ferreira", "her page"),
            ("reader person okonkwo -f tsv | grep ^quote", "all that was said"),
            ("reader person --in-the-news --days 30", "who is in the news"),
            ("reader person 'Robert Hale' --merge 'Bob Hale'", "they are one"),
        ),
    ),
    Command(
        name="refresh",
        summary="ask the feeds what is new",
        run="commands.refresh:refresh",
        operands="[FEED...]",
        options=(formats(*ROWS), OUTPUT, WIDTH, HEADER, TIMEOUT, *GENERAL),
        details="Without FEED all that are due: an hour after the last answer, later after a failure or if the server wants.",
        examples=(
            ("reader refresh", "all that are due"),
            ("reader refresh courier", "one, now"),
            ("reader refresh -f tsv | awk -F'\\t' '$2 > 0'", "which had something new"),
        ),
    ),
    Command(
        name="mark",
        summary="mark entries as read",
        run="commands.entries:mark",
        operands="QUERY...",
        options=(Option(flags=("--unread",), name="unread", help="mark them as unread"), *GENERAL),
        examples=(("reader mark feed:courier older:1w", "what is old"), ("reader mark --unread id:1871", "one again")),
    ),
    Command(
        name="star",
        summary="star entries: they never expire",
        run="commands.entries:star",
        operands="QUERY...",
        options=(_REMOVE, *GENERAL),
        examples=(
            ("reader star quoted:Ferreira", "where she is quoted"),
            ("reader star --remove starred", "take all stars away"),
        ),
    ),
    Command(
        name="tag",
        summary="give entries a tag: they never expire",
        run="commands.entries:tag",
        operands="TAG QUERY...",
        options=(_REMOVE, *GENERAL),
        examples=(
            ("reader tag inquiry harbour newer:1m", "tag what is found"),
            ("reader tag --remove inquiry tag:inquiry", "and take it away"),
        ),
    ),
    Command(
        name="undo",
        summary="put back what the last change changed",
        run="commands.entries:undo",
        operands="",
        examples=(("reader undo", "after mark, star, tag or feeds --remove; again for the one before"),),
    ),
    Command(
        name="feeds",
        summary="list the feeds, or change one",
        run="commands.feeds:feeds",
        operands="[FEED...]",
        options=(
            formats(*ROWS, "opml"),
            OUTPUT,
            WIDTH,
            HEADER,
            Option(flags=("--remove",), name="remove", help="follow the feed no longer"),
            _TITLE,
            _FOLDER,
            _KEEP,
            _AHEAD,
            *GENERAL,
        ),
        details=(
            "FEED is an id, an address, or part of a title or folder. What is starred, tagged or in another feed stays when a "
            "feed is removed; reader undo brings back the rest. In a pipe: id, unread, title, folder, address, last failure."
        ),
        examples=(
            ("reader feeds", "all, with their unread entries"),
            ("reader feeds courier --folder Local --keep-days 30", "change one"),
            ("reader feeds courier --remove", "follow it no longer"),
            ("reader feeds -f opml > feeds.opml", "take them elsewhere"),
        ),
    ),
    Command(
        name="import",
        summary="follow the feeds of a list",
        run="commands.feeds:import_lists",
        operands="FILE...",
        options=(TIMEOUT, *GENERAL),
        details="OPML with its folders, or newsboat's urls with its tags. Queries and commands in it are told, never run.",
        examples=(
            ("reader import feeds.opml", "from another reader"),
            ("reader import ~/.newsboat/urls", "from newsboat"),
        ),
    ),
    Command(
        name="export",
        summary="write articles to files, with their source",
        run="commands.export:export",
        operands="[QUERY...]",
        options=(formats("md", "text", "html", "jsonl", "epub"), OUTPUT, *GENERAL),
        details=(
            "Each article ends with a citation: names, title, paper, date, address, and when it was looked up. What has not "
            "been read yet is written as its feed gives it. " + _QUERY
        ),
        examples=(
            ("reader export tag:inquiry -o inquiry/", "a Markdown file an article"),
            ("reader export -f epub 'unread newer:1w' -o week.epub", "a book"),
            ("reader export -f jsonl starred | jq .title", "for another program"),
        ),
    ),
    Command(
        name="backup",
        summary="copy the library, or put a copy back",
        run="commands.export:backup",
        operands="FILE",
        options=(
            Option(flags=("--restore",), name="restore", help="put FILE in the library's place; that one is moved aside"),
            *GENERAL,
        ),
        details="The copy is whole, also while the app or a refresh writes. A damaged copy is not put back.",
        examples=(
            ("reader backup news.db", "write a copy"),
            ("reader backup --restore news.db", "put it back"),
        ),
    ),
)
