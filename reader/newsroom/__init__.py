"""The only room where the stages meet.

source --sources--> Page --extract--> Article, Decisions --language--> Article        reading
"""

from reader.newsroom.reading import Reading, Request, examine, has_story, read, skim, study

__all__ = ["Reading", "Request", "examine", "has_story", "read", "skim", "study"]
