"""The only room where the stages meet.

source --sources--> Page --extraction--> Article, Decisions --language--> Article     reading
Article --formats--> document --library--> kept, opened again offline                 library_file, keeping, entry_reading
page or site's name --feeds--> subscription, or a kept article                         adding
lists of subscriptions --feeds--> library, and back                                    importing
feeds that are due --sources, feeds--> new entries in the library                      refresh, host_queue, schedule, rules
servers --sources, sync--> states and entries in the library, and back                  remote
entries --library, formats--> files with citations                                     exporting
what the app has done meanwhile                                                        jobs
"""

from typing import TYPE_CHECKING

from reader.lazy_import import lazy_names
from reader.newsroom.reading import (
    Reading,
    Request,
    annotate_reading,
    has_story,
    read,
    read_annotated,
    read_article,
    read_page,
)

if TYPE_CHECKING:
    from reader.newsroom.keeping import keep_marked, open_entry, stored
else:
    __getattr__ = lazy_names(__name__, dict.fromkeys(("keep_marked", "open_entry", "stored"), "reader.newsroom.keeping"))

__all__ = [
    "Reading",
    "Request",
    "annotate_reading",
    "has_story",
    "keep_marked",
    "open_entry",
    "read",
    "read_annotated",
    "read_article",
    "read_page",
    "stored",
]
