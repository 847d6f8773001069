"""What is kept, in one SQLite file: feeds, entries, articles, people and quotes over all of them, and what the user did.

Comes in: entries (from `feeds/`), articles that have been read and annotated, each with its document (from `formats/`), and
what the user does.  Goes out: entries by query, passages, people.  Every time is UTC.

    store               the file: opening, writing, and saying what is wrong
    copies              backing it up, and putting a copy back
    schema              the tables, and the migrations
    subscriptions       feeds, what is remembered of each between two refreshes, retention, saved queries
    entries, addresses  entries: one row a story, however many feeds it stands in and addresses it has
    articles            their pages, once they have been read
    stories, sketches   the same story in several feeds, found by its words
    query, search       the query language; queries run
    words, index        what the full-text index holds, snippets; writing it
    names, identities   one person over all articles; merging: what the user says about that
    tallies             what a front page counts
    people              a person's page, who is in the news
    actions, journal    read, star, tag, delete; undoing: the last of them, taken back
    remote              servers that keep the reading state too, and what they have still to be told

SQLite of the standard library, because it needs no server, survives being killed, and its FTS5 finds a common word's newest
hits among 100,000 articles in about a millisecond, as long as newest first is the order of the row ids (`schema`).  Rejected:
an ORM (the queries are the point here), a full-text library of its own (two stores that can disagree), and files in folders
(no counting, no undo in one step).
"""

from typing import TYPE_CHECKING

from reader.lazy_import import lazy_names

if TYPE_CHECKING:
    from reader.library.store import Library
else:
    __getattr__ = lazy_names(__name__, {"Library": "reader.library.store"})

__all__ = ["Library"]
