"""The only room where the stages meet.

source --sources--> Page --extract--> Article, Decisions --language--> Article        reading
Article --formats--> document --library--> kept, opened again offline                 archive, keeping
page or site's name --feeds--> subscription, or a kept article                         adding
lists of subscriptions --feeds--> library, and back                                    importing
feeds that are due --sources, feeds--> new entries in the library                      refresh, rounds, schedule, tidying
entries --library, formats--> files with citations                                     exporting
"""

from reader.newsroom.reading import Reading, Request, annotated, examine, has_story, read, skim, study

__all__ = ["Reading", "Request", "annotated", "examine", "has_story", "read", "skim", "study"]
