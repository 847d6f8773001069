"""What the room makes of small articles: quotes, speakers, people, statements."""

from __future__ import annotations

import pytest

from reader.language import annotate
from reader.model import Article, Figure, Heading, Paragraph, Preformatted, Quotation, Quote, QuoteKind, Run, SpeakerKind


def _runs(text: str) -> tuple[Run, ...]:
    return (Run(text=text),)


def _read(*paragraphs: str, title: str = "News of the day", language: str = "en") -> Article:
    story = [Paragraph(runs=_runs(text)) for text in paragraphs]
    return annotate(Article(language=language, blocks=(Heading(runs=_runs(title), level=1), *story)))


def _said(article: Article) -> list[tuple[str, str | None]]:
    return [
        (article.words(quote.where), _name(article, quote)) for quote in article.quotes if quote.kind is not QuoteKind.INDIRECT
    ]


def _name(article: Article, quote: Quote) -> str | None:
    if quote.speaker is None:
        return None
    return quote.speaker.text if quote.speaker.person is None else article.people[quote.speaker.person].name


@pytest.mark.parametrize(
    ("language", "text", "words", "name"),
    [
        (
            "en",
            "“The lock gates are rotten,” said Tomas Brandl, the harbour master.",
            "The lock gates are rotten,",
            "Tomas Brandl",
        ),
        ("en", "‘We are staying,’ said Ceri Powell.", "We are staying,", "Ceri Powell"),
        ("fr", "« Nous restons », a déclaré la maire, Hélène Garnier.", "Nous restons", "Hélène Garnier"),
        ("fr", "« Nous restons », explique Hélène Garnier.", "Nous restons", "Hélène Garnier"),
        ("de", "„Wir bleiben“, sagte Klaus Ehlers.", "Wir bleiben", "Klaus Ehlers"),
        ("de", "»Wir bleiben«, sagte die Bürgermeisterin Anna Krüger.", "Wir bleiben", "Anna Krüger"),
        ("es", "«Nos quedamos», dijo Lucía Herrera.", "Nos quedamos", "Lucía Herrera"),
        ("it", "«Restiamo qui», ha detto Paolo Ferri.", "Restiamo qui", "Paolo Ferri"),
        ("pt", "“Vamos ficar”, disse Joana Martins.", "Vamos ficar", "Joana Martins"),
        ("nl", "“We blijven hier”, zegt Pieter de Vries.", "We blijven hier", "Pieter de Vries"),
        ("pl", "„Zostajemy tutaj” – powiedziała Anna Nowak.", "Zostajemy tutaj", "Anna Nowak"),
        ("ru", "«Мы остаёмся», — сказал Иван Громов.", "Мы остаёмся", "Иван Громов"),
        ("uk", "«Ми залишаємося», — сказала Олена Коваль.", "Ми залишаємося", "Олена Коваль"),
        ("tr", "“Burada kalıyoruz” dedi Ayşe Demir.", "Burada kalıyoruz", "Ayşe Demir"),
        ("sv", "”Vi stannar här”, säger Karin Ek.", "Vi stannar här", "Karin Ek"),
        ("ar", "قال الرئيس أحمد منصور: «سنبقى هنا».", "سنبقى هنا", "أحمد منصور"),
        ("ja", "山田太郎首相は「ここに残る」と述べた。", "ここに残る", "山田太郎"),
        ("zh", "市长王建国说：“我们留下来。”", "我们留下来。", "王建国"),
    ],
)
def test_a_quote_is_given_in_every_language(language: str, text: str, words: str, name: str) -> None:
    assert _said(_read(text, language=language)) == [(words, name)]


def test_a_language_without_lists_gets_its_quotes_and_no_speakers() -> None:
    article = _read("«Unsa ang imong ngalan», miingon si Pedro Santos.", language="ceb")
    assert _said(article) == [("Unsa ang imong ngalan", None)]


def test_the_cue_and_the_words_that_name_the_speaker_are_kept() -> None:
    article = _read("Lena Fischer opened the bridge. “It took nine years,” she added.")
    (quote,) = article.quotes
    assert quote.cue == "added"
    assert quote.speaker is not None
    assert quote.speaker.kind is SpeakerKind.PRONOUN
    assert quote.speaker.where is not None
    assert article.words([quote.speaker.where]) == "she"
    assert article.people[quote.speaker.person or 0].name == "Lena Fischer"
    assert 0.5 < quote.confidence <= 1


def test_a_pronoun_goes_by_sex_where_it_is_known() -> None:
    article = _read("Joanna Price met Chancellor Felix Brandt in Vienna. “It was a frank talk,” she said.")
    assert _said(article) == [("It was a frank talk,", "Joanna Price")]


def test_an_unnamed_source_is_said_as_such() -> None:
    article = _read("Pavel Novak “will be questioned again,” the newspaper quoted a police source as saying.")
    (quote,) = article.quotes
    assert quote.speaker is None or quote.speaker.person is None
    assert [person.name for person in article.people] == ["Pavel Novak"]


def test_the_name_of_a_work_is_said_by_nobody() -> None:
    article = _read("Idris Okoro, who wrote “The Salt Road” in 2011, lives in Leeds.")
    (quote,) = article.quotes
    assert (quote.kind, quote.speaker) == (QuoteKind.TITLE, None)


def test_a_quote_of_several_paragraphs_is_one_quote() -> None:
    article = _read(
        "Marta Kovacs, the city engineer, said: “The bridge was built in a hurry.",
        "“Nobody asked where the water would go.",
        "“Now we know.”",
    )
    (quote,) = [each for each in article.quotes if each.kind is QuoteKind.DIRECT]
    assert [span.block for span in quote.where] == [1, 2, 3]
    assert _name(article, quote) == "Marta Kovacs"


def test_a_dash_opens_speech_where_the_language_has_it_so() -> None:
    article = _read("— Мы ждали год, — сказала Анна Белова. — Больше не будем.", language="ru")
    assert _said(article) == [("Мы ждали год,", "Анна Белова"), ("Больше не будем.", "Анна Белова")]


def test_a_block_quotation_belongs_to_whom_it_names() -> None:
    blocks = (
        Heading(runs=_runs("News of the day"), level=1),
        Paragraph(runs=_runs("Ruth Halloran spoke for an hour.")),
        Quotation(paragraphs=(_runs("We were warned."), _runs("We did not listen.")), author="Ruth Halloran"),
    )
    article = annotate(Article(language="en", blocks=blocks))
    assert _said(article) == [("We were warned.\nWe did not listen.", "Ruth Halloran")]


def test_a_headline_s_quote_is_given_as_in_the_story() -> None:
    article = _read("“We were warned twice,” Marta Kovacs said.", title="‘We were warned’: engineer on the flood")
    assert _said(article)[0] == ("We were warned", "Marta Kovacs")


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Marta Kovacs said that the bridge was safe.", "the bridge was safe", "Marta Kovacs"),
        ("The bridge was never quite safe, Marta Kovacs said.", "The bridge was never quite safe", "Marta Kovacs"),
        ("According to Marta Kovacs, the bridge was never safe.", "the bridge was never safe", "Marta Kovacs"),
    ],
)
def test_a_statement_without_marks_is_a_kind_of_its_own(text: str, words: str, name: str) -> None:
    article = _read(text)
    (quote,) = article.quotes
    assert (quote.kind, article.words(quote.where), _name(article, quote)) == (QuoteKind.INDIRECT, words, name)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("French President Claire Dumont spoke. Mrs. Dumont left. Dumont's office closed.", {"Claire Dumont": 3}),
        ("Karim Haddad was held. His brother Nabil Haddad fled. Karim Haddad drove.", {"Karim Haddad": 2, "Nabil Haddad": 1}),
        (
            "Ursula von der Berg met Bashar al-Hakim. Von der Berg praised Hakim.",
            {"Ursula von der Berg": 2, "Bashar al-Hakim": 2},
        ),
        ("Saleh Abderrahim was sought. Police found Salah Abderrahim in Lyon.", {"Salah Abderrahim": 2}),
        ("John T. Mercer wrote to J. Mercer's son, Paul Mercer.", {"John T. Mercer": 2, "Paul Mercer": 1}),
        ("Ibrahim (or Brahim) Bencherif left. A reporter met Ibrahim Bencherif.", {"Ibrahim (or Brahim) Bencherif": 2}),
    ],
)
def test_each_person_stands_in_the_index_once(text: str, people: dict[str, int]) -> None:
    found = _read(text).people
    assert [len(person.mentions) for person in found] == list(people.values())
    assert all(name in person.aliases for name, person in zip(people, found, strict=True))


def test_figures_and_preformatted_text_are_not_read() -> None:
    blocks = (
        Heading(runs=_runs("News of the day"), level=1),
        Figure(caption="“Look here,” said Marta Kovacs."),
        Preformatted(text="“Look there,” said Pavel Novak."),
        Paragraph(runs=_runs("Nothing was said by Lena Fischer.")),
    )
    article = annotate(Article(language="en", blocks=blocks))
    assert article.quotes == ()
    assert [person.name for person in article.people] == ["Lena Fischer"]
