"""What the ranker looks at when it weighs some words as the speaker of a quote."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from reader.language.lexicon.word_lists import Lexicon
from reader.language.quotes.quote_context import QuoteContext, QuoteSpan
from reader.language.quotes.speaker_mention import Mention
from reader.language.text.casing import is_title_case
from reader.language.text.tokens import QUOTE, TokenRow

_TOUCHING = frozenset({"0", "mark", "colon"})
_WIDTHS = ("", "1", *("2-3",) * 2, *("4-7",) * 4, *("8-15",) * 8)  # by the number of words
_ADJACENT = frozenset({",", "—", "–", "--", "-", ".", "،", "、", "，", ";"})


def features(segment: QuoteSpan, mention: Mention | None, context: QuoteContext, last: Mention | None) -> list[str]:
    """Return the features of one choice for a quote's speaker.

    Args:
        segment: the quote.
        mention: the words that may name the speaker; None: nobody in particular speaks.
        context: what stands around it.
        last: the words that named the speaker of the quote before.
    """
    if mention is None:
        return _nobody(segment, context, last)
    if mention.passage != segment.passage:
        return _elsewhere(segment, mention, context, last)
    return _beside(segment, mention, context, last)


def _nobody(segment: QuoteSpan, context: QuoteContext, last: Mention | None) -> list[str]:
    size, shape, opening = context.size, context.shape, context.opening
    before = word_before(segment, context.row)
    same = [each for each in context.own if context.row.sentence[each.first] == context.row.sentence[segment.at]]
    related = any(each.relation for each in same)
    touched = [each.relation for each in context.own if each.verb >= 0 and _touches(context.row, *each.edges, segment.at)]
    accorded = any(each.relation == "acc" for each in same)
    found = [
        f"0:closing {context.closing is not None:d} {size}",
        "0",
        f"0:touched {max(touched, default='-')}",
        f"0:touched {bool(touched):d} {size} {opening}{shape}",
        f"0:accorded {accorded:d}",
        f"0:subject {any(each.before == 'start' for each in same):d} {size}",
        f"0:size {size}",
        f"0:{opening}{shape}",
        f"0:{opening}{shape} size {size}",
        f"0:related {related:d}",
        f"0:related {related:d} size {size} {opening}",
        f"0:mentions {bool(context.own):d} last {last is not None:d}",
    ]
    if context.heading:
        found.append("0:heading")
    if segment.mark.single:
        found.append("0:single")
    for kind in ("scare", "works", "prepositions", "articles", "say", "weak", "be", "that"):
        if before in context.lexicon[kind]:
            found.append(f"0:after {kind}")
            found.append(f"0:after {kind} {size} {opening}")
    if opening == "A" and is_title_case(segment.words):
        found.append(f"0:title-case {size}")
        if before in context.lexicon["works"] or before in context.lexicon["makes"]:
            found.append("0:title-case after works")
    if not same:
        found.append(f"0:alone {size} {opening}{shape}")
    if segment.at + 1 < len(context.row.words) and context.row.words[segment.at + 1][0].isalnum():
        found.append(f"0:word behind {size}")
    return found


def word_before(segment: QuoteSpan, row: TokenRow) -> str:
    """Return the word before a quote in lower case, past a comma or colon; empty at the start of a passage."""
    at = segment.at - 1
    if at >= 0 and row.words[at] in ",:":
        at -= 1
    return row.lower[at] if at >= 0 else ""


def _elsewhere(segment: QuoteSpan, mention: Mention, context: QuoteContext, last: Mention | None) -> list[str]:
    row = context.row
    far = mention.passage - segment.passage
    where = "next" if far > 0 else f"prev{min(-far, 3)}"
    is_last = mention is last
    first = segment.at == (row.quotes[0] if row.quotes else -1)
    alone = "none" if not context.own else "some" if not context.related else "related"
    found = [
        where,
        f"{where} last {is_last:d}",
        f"{where} {mention.kind.value}",
        f"{where} {mention.relation or '-'}",
        f"{where} last {is_last:d} own {alone}",
        f"{where} last {is_last:d} own {alone} first {first:d} {context.size}",
        f"{where} last {is_last:d} starts {segment.at == 0:d}",
        f"{where} last {is_last:d} {context.opening}{context.shape}",
        f"{where} last {is_last:d} bare verb {context.bare_verb:d}",
    ]
    if segment.mark.continues:
        found.append(f"{where} last {is_last:d} continues")
    if context.colon_before and far == -1:
        found.append(f"{where} colon {mention.relation or '-'}")
    if not context.own:
        found.append(f"{where} {mention.kind.value} {mention.relation or '-'} alone")
    return found


def _beside(segment: QuoteSpan, mention: Mention, context: QuoteContext, last: Mention | None) -> list[str]:
    row, at = context.row, segment.at
    low, high = mention.edges
    side = "b" if mention.last <= at else "a"
    relation = mention.relation or "-"
    sentences = min(abs(row.sentence[mention.first] - row.sentence[at]), 3)
    gap = _gap(row, low, high, at, context.lexicon)
    between = _between(segment, mention, context)
    quotes = _quotes_between(row, min(at, low), max(at, high), at)
    shape, opening, size = context.shape, context.opening, context.size
    kind = mention.kind.value
    spot = f"{side} {relation}"
    found = [
        f"{spot}",
        f"{kind}",
        f"{kind} {relation}",
        f"{spot} gap {gap}",
        f"{spot} gap {gap} {shape}",
        f"{spot} gap {gap} {opening}{shape} s{sentences}",
        f"{spot} s{sentences} q{quotes}",
        f"{side} s{sentences}",
        f"{side} between {between}",
        f"{spot} between {between}",
        f"{side} {mention.before}",
        f"{spot} {mention.before}",
        f"{kind} {mention.before} {bool(mention.relation):d}",
        f"{side} q{quotes}",
        f"{spot} size {size} s{sentences}",
    ]
    if mention is last:
        found += ["last", f"last {spot} s{sentences}", f"last q{quotes} {opening}"]
    if gap in _TOUCHING and mention.verb >= 0:
        found.append(f"touching {relation}")
    return found + _of_its_sentence(segment, mention, context, side, sentences, between)


def _of_its_sentence(
    segment: QuoteSpan, mention: Mention, context: QuoteContext, side: str, sentences: int, between: str
) -> list[str]:
    row, at, relation = context.row, segment.at, mention.relation or "-"
    shape, opening, size = context.shape, context.opening, context.size
    found = [f"behind {mention.behind} {bool(mention.relation):d}", f"{side} behind {mention.behind} {relation}"]
    if not mention.relation and mention.before in ("start", "quote"):
        found += [
            f"subject {side} s{sentences} {mention.behind}",
            f"subject {side} s{sentences} between {between} size {size}",
        ]
    if segment.mark.continues:
        found.append(f"continues {side} {relation} s{sentences}")
    if context.closing is not None:
        found.append(f"closing {mention is context.closing:d} {side} {relation}")
    if mention.relation != "acc" and row.sentence[at] in context.accorded:
        found.append(f"accorded to another {relation}")
    if not mention.relation and not context.related:
        found.append(f"{side} s{sentences} nobody related between {between}")
    if sentences == 0 and side == "b" and mention.verb == at - 1:
        found.append(f"object of {relation} {size}")
        if row.lower[mention.verb] in context.lexicon["makes"]:
            found.append(f"makes {is_title_case(segment.words):d} {opening}{shape}")
    return found


def _quotes_between(row: TokenRow, start: int, end: int, at: int) -> int:
    """Return how many quotes stand strictly between two words, the quote itself apart; at most 2."""
    count = bisect_left(row.quotes, end) - bisect_right(row.quotes, start)
    return max(0, min(count - (start < at < end), 2))


def _gap(row: TokenRow, low: int, high: int, at: int, lexicon: Lexicon) -> str:
    start, end = _bounds(low, high, at)
    if start >= end:
        return "0" if high <= at or low > at else "inside"
    plain = row.plain[end] - row.plain[start]
    if not plain:
        return _signs(row.words[start:end])
    size = _WIDTHS[plain] if plain < len(_WIDTHS) else "16+"
    if row.quoted(start, end):
        return f"quote {size}"
    if high <= at:
        if row.words[end - 1] == ":":
            return f"colon {size}"
        if row.lower[bisect_right(row.plain, row.plain[start], start) - 1] in lexicon["that"]:
            return f"that {size}"
    return size


def _touches(row: TokenRow, low: int, high: int, at: int) -> bool:
    start, end = _bounds(low, high, at)
    if start >= end:
        return high <= at or low > at
    return row.plain[end] == row.plain[start] and _signs(row.words[start:end]) in _TOUCHING


def _bounds(low: int, high: int, at: int) -> tuple[int, int]:
    return (high, at) if high <= at else (at + 1, low) if low > at else (at, at)


def _signs(words: list[str]) -> str:
    if ":" in words:
        return "colon"
    return "mark" if all(word in _ADJACENT for word in words) else "quote" if QUOTE in words else "sign"


def _between(segment: QuoteSpan, mention: Mention, context: QuoteContext) -> str:
    low, high = (mention.last, segment.at) if mention.last <= segment.at else (segment.at + 1, mention.first)
    start, end = bisect_left(context.firsts, low), bisect_left(context.firsts, high)
    related = context.relations[end] - context.relations[start] if start < end else 0
    return f"{min(related, 2)}r" if related else f"{min(max(end - start, 0), 3)}"
