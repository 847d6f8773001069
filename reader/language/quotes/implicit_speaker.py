"""Gives speech behind a dash to somebody where no words name a speaker: who spoke before, or whom the passage is about.

– Jag har jobbat här i 31 år, säger Birgitta Nyström.
– Vad ska jag göra nu?

Jan Nowak był zły. – Chcemy głowy ministra – oświadczył.

Ewa Nowak wyszła. „Niczego nie podpisałam” – powiedziała.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.language.lexicon.word_lists import NORDIC, Lexicon
from reader.language.quotes.quote_context import QuoteSpan
from reader.language.quotes.speaker_mention import Mention
from reader.language.text.tokens import TokenRow
from reader.model import SpeakerKind

SURE = 0.6
_WITHOUT_SUBJECTS = frozenset({"ar", "es", "it", "pl", "pt", "ru", "tr", "uk"})
"""Languages in which a verb needs no subject: „Nie wiem” – powiedziała."""
_DASHES = ("–", "—", "―", "-")
_VERB = 3  # words behind a quote by which its verb must have come


def speaker(
    segment: QuoteSpan,
    row: TokenRow,
    own: Sequence[Mention],
    before: tuple[QuoteSpan | None, Mention | None, str],
    lexicon: Lexicon,
) -> Mention | None:
    """Return who says a quote for which no speaker was found; None if it is no speech behind a dash, or nobody can be told.

    Args:
        segment: the quote.
        row: the words of its passage.
        own: the mentions of its passage.
        before: the quote before it with its speaker, and the text of the passage that one stands in.
        lexicon: of its language.
    """
    earlier, last, text = before
    drops = lexicon.language in _WITHOUT_SUBJECTS
    if (segment.mark.dash or drops) and (earlier is None or earlier.passage < segment.passage):
        verbs = lexicon["say"].intersection(row.lower[segment.at + 1 : segment.at + 1 + _VERB])
        named = [each for each in own if each.last <= segment.at and each.kind is SpeakerKind.NAMED and each.before == "start"]
        if verbs and named:
            return named[-1]
        if verbs and drops and last is not None and earlier is not None and earlier.passage == segment.passage - 1:
            return last
    if drops and row.words[segment.at - 1 : segment.at] == [":"]:
        saying = not lexicon["say"].isdisjoint(row.lower[max(0, segment.at - _VERB) : segment.at])
        told = [each for each in own if each.last <= segment.at and each.kind is SpeakerKind.NAMED]
        if saying and told:
            return told[-1]  # "وسئل الدرويش عن السبب فقال: «تعبت»"
    if earlier is None or last is None:
        return None
    if segment.mark.dash and earlier.mark.dash and earlier.passage == segment.passage:
        return last
    below = lexicon.language in NORDIC and earlier.passage == segment.passage - 1 == last.passage and segment.at == 0
    return last if below and text.lstrip().startswith(_DASHES) else None
