"""Article to Article: who is named in it, who says what.

In comes an article of blocks, out goes the same article with `people` and `quotes`.  The road, as `annotate.py` has it:

    text/         passages (the lines that are read), the language, quotation marks, dialogue dashes, the row of tokens
    lexicon/      the words of a language, lists of names, how names are bent
    people/       name_spans finds runs of capitals (name_spans_arabic names without), name_classifier tells people's
                  by name_features and context_features; clustering puts the spellings of one person together; roles
    quotes/       speaker_candidates with the say-verb that holds them (speech_verbs), their speaker_features, and
                  attribution: a ranker chooses; quote_kind tells speech from scare quotes and titles
    reported/     statements without marks: a clause behind its verb, before it, beside "according to", or in the subjunctive
    coreference/  resolver: whom a pronoun or a nominal means, the paragraphs of one quote joined, headlines
    cjk/          all of this for Chinese and Japanese, which have no spaces

Why it is done this way:

- **Rules find, a ranker decides.**  What may be a name, a quote or a speaker is found by patterns anybody can read; which of
  the candidates it is, by a log-linear model over some hundred features, since hand-set weights lost eight points to learnt
  ones.  Weights are a text file, learnt by `tests/training/quotes/train.py` from `tests/corpus/`; English has a model of its
  own, because the features of the other languages, fewer in the corpus, drew it down by two points.
- **No model to download.**  spaCy and its like take hundreds of megabytes and seconds to start, and named the right person
  less often (`tests/bench/README.md`).
- **Words are data.**  Say-verbs, titles, roles and the like stand in `data/LANGUAGE.txt`, names in lists built from openly
  licensed sources; a language is read when its first article comes.  A language without a list gets its quotes, and no
  speakers rather than wrong ones.
- **Doubt is shown.**  A quote's confidence is the ranker's probability times that of the antecedent.  Whom nothing names (a
  source, a crowd, a poster) is kept as the article words it, with no person behind it.
- **A nominal is weighed against nobody.**  Rules that asked for a printed role left "the barrister" and "the Norwegian
  diplomat" without a person; a ranker over role, place and who spoke last names more of them, and still leaves a source alone.
- **Japanese and Chinese go by rules** (`cjk`): without spaces the row of tokens fails, and the words
  around the marks tell it plainly.
- Rejected: one classifier for names and speakers together (errors of one spoiled the other); a parser (too slow); a name as a
  person only if a gazetteer has it (most names in the news are in none).
"""

from __future__ import annotations

from reader.language.annotate import annotate

__all__ = ["annotate"]
