"""Scores the whole room on the corpus, language by language: what a reader would see, right or wrong.

    python tests/bench/quotes/score.py [-v] [LANGUAGE...]

The rankers were taught by this corpus (`train.py --cross` tells how they do on articles not taught), the rules for Japanese and
Chinese were not.  A quote's speaker is right if it is the right person, or nobody of the index where the corpus names nobody.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from reader.language import annotate
from reader.model import Article, Quote, QuoteKind, Span
from tests.training.quotes.corpus import Passage, Text, texts
from tests.training.quotes.examples import article, named


def overlap(span: Span, passage: Passage) -> int:
    """Return how many characters a span and a tagged stretch share."""
    return min(span.end, passage.end) - max(span.start, passage.start) if span.block == passage.paragraph else 0


def holder(read: Article, text: Text, index: int) -> str | None:
    """Return whom of the head a person of the index is, by most of the mentions."""
    tags = [passage for passage in text.of_kind("p", "s") if passage.who not in (None, "-")]
    votes = Counter(tag.who for span in read.people[index].mentions for tag in tags if overlap(span, tag) > 0)
    return votes.most_common(1)[0][0] if votes else None


def wanted(text: Text, passage: Passage) -> str | None:
    """Return who says a quote by the corpus; None for nobody of the head."""
    who = text.speakers[passage.number].who if passage.number is not None else passage.who
    return None if who == "-" else who


def score(text: Text, notes: list[str]) -> Counter[str]:
    """Count what is right in one article."""
    read = annotate(article(text.paragraphs))
    count: Counter[str] = Counter()
    ids = [holder(read, text, index) for index in range(len(read.people))]
    for passage in text.of_kind("q", "i"):
        kinds = {QuoteKind.INDIRECT} if passage.kind == "i" else set(QuoteKind) - {QuoteKind.INDIRECT}
        hits = [(sum(overlap(span, passage) for span in quote.where), quote) for quote in read.quotes if quote.kind in kinds]
        size, best = max(hits, key=lambda pair: pair[0], default=(0, None))
        count[f"{passage.kind} gold"] += 1
        if best is None or 2 * size < passage.end - passage.start:
            notes.append(f"{text.file}: missed {text.words(passage)[:50]!r}")
            continue
        count[f"{passage.kind} found"] += 1
        said = speaker(best, ids)
        right = said == wanted(text, passage) and (best.speaker is not None or passage.number is None)
        count[f"{passage.kind} right"] += right
        if not right:
            notes.append(
                f"{text.file}: {text.words(passage)[:50]!r} to {said} {best.speaker and best.speaker.text!r}, want {wanted(text, passage)}"
            )
    count["indirect"] += sum(quote.kind is QuoteKind.INDIRECT for quote in read.quotes)
    gold = named(text)
    mentions = [(span.block, span.start, span.end) for person in read.people for span in person.mentions]
    hit = {
        each for each in gold if any(each[0] == block and each[1] < end and start < each[2] for block, start, end in mentions)
    }
    count["m gold"], count["m found"], count["m hit"] = len(gold), len(mentions), len(hit)
    count["people gold"], count["people found"] = len(text.people), len(read.people)
    count["people hit"] = len({each for each in ids if each})
    notes += [f"{text.file}: invented {person.name!r}" for person, who in zip(read.people, ids, strict=True) if who is None]
    return count


def speaker(quote: Quote, ids: list[str | None]) -> str | None:
    """Return whom of the head a quote was given to."""
    return ids[quote.speaker.person] if quote.speaker and quote.speaker.person is not None else None


def main() -> None:
    """Print a line a language."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("languages", nargs="*", help="all, if none is named")
    parser.add_argument("-v", "--verbose", action="store_true", help="say what came out wrong")
    options = parser.parse_args()
    asked = options.languages
    by_language: dict[str, Counter[str]] = {}
    for text in texts():
        notes: list[str] = []
        if not asked or text.language in asked:
            by_language.setdefault(text.language, Counter()).update(score(text, notes))
        if options.verbose:
            print("\n".join(notes))
    for language, count in sorted(by_language.items()):
        shares = (
            ("quotes right", "q right", "q gold"),
            ("statements found", "i found", "i gold"),
            ("and right", "i right", "i found"),
            ("mentions recalled", "m hit", "m gold"),
            ("precise", "m hit", "m found"),
            ("people", "people hit", "people gold"),
            ("precise", "people hit", "people found"),
        )
        print(
            language,
            *(f"{name} {count[part] / max(count[whole], 1):.2f}" for name, part, whole in shares),
            f"({count['q gold']} quotes)",
        )


if __name__ == "__main__":
    main()
