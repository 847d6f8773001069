"""Article to Article: who is named in it, who says what.

In comes an article of blocks, out goes the same article with `people` and `quotes`.  The road, as `annotate.py` has it:

    passages      the lines of the blocks that are read; figures and preformatted text are not
    guess         the language, by script and commonest words, if the page does not tell it rightly
    names, weigh  runs of capitals (`arabic` and `han` find names without, `german` among nouns), and which are people's,
                  by their `looks`, what stands around them and the `company` they keep
    people, roles full names first, family names spread from them; titles and appositions
    marks         what stands between quotation marks, or behind a dash (`dialogue`), parted where the paper speaks (`incise`)
    tokens        a passage as a row of words in which each quote is one word
    speakers      the words that may name a speaker, with the say-verb that holds them (`wording`, `verbs`)
    scene, clues  what is looked at for each quote and candidate; the `ranker` weighs it
    telling       pronouns (`antecedents`) and nominals (`nominals`) resolved, kinds, paragraphs joined
    indirect      what is reported without marks (`reported`: behind a verb, before one, beside "according to"; by `mood`)

Why it is done this way:

- **Rules find, a ranker decides.**  What may be a name, a quote or a speaker is found by patterns anybody can read; which of
  the candidates it is, by a log-linear model over some hundred features, since hand-set weights lost eight points to learnt
  ones.  Weights are a text file, learnt by `tests/bench/quotes/train.py` from `tests/corpus/`; English has a model of its own,
  because the features of the other languages, fewer in the corpus, drew it down by two points.
- **No model to download.**  spaCy and its like take hundreds of megabytes and seconds to start, and named the right person
  less often (`tests/bench/README.md`).
- **Words are data.**  Say-verbs, titles, roles and the like stand in `data/LANGUAGE.txt`, names in lists built from openly
  licensed sources; a language is read when its first article comes.  A language without a list gets its quotes, and no
  speakers rather than wrong ones.
- **Doubt is told.**  A quote's confidence is the ranker's probability times that of the antecedent.  Whom nothing names (a
  source, a crowd, a poster) is kept as the article words it, with no person behind it.
- **A nominal is weighed against nobody.**  Rules that asked for a printed role left "the barrister" and "the Norwegian
  diplomat" without a person; a ranker over role, place and who spoke last names more of them, and still leaves a source alone.
- **Japanese and Chinese go by rules** (`han_speakers`, `han_statements`): without spaces the row of words fails, and the words
  around the marks tell it plainly.
- Rejected: one classifier for names and speakers together (errors of one spoiled the other); a parser (too slow); a name as a
  person only if a gazetteer has it (most names in the news are in none).
"""

from __future__ import annotations

from reader.language.annotate import annotate

__all__ = ["annotate"]
