"""The clause before its say-verb."""

from __future__ import annotations

import pytest

from tests.language.reading import stated


@pytest.mark.parametrize(
    ("language", "text", "speaker", "statement"),
    [
        ("en", "The bridge would stay shut, the city engineer said.", "the city engineer", "The bridge would stay shut"),
        ("en", "About 310 jobs will go, chief executive Ana Prat said.", "Ana Prat", "About 310 jobs will go"),
        ("en", "The cause was heart failure, her son, Earl Prat, said.", "Earl Prat", "The cause was heart failure"),
        ("en", "PORT LANDER (Reuters) - A ferry caught fire, the coast guard said.", "the coast guard", "A ferry caught fire"),
        ("en", "The bridge is safe now, said the Health Ministry.", "Health Ministry", "The bridge is safe now"),
        (
            "fr",
            "Le pont ne rouvrira pas avant mai, a annoncé mardi la maire de Brizay, Hélène Prat.",
            "Hélène Prat",
            "Le pont ne rouvrira pas avant mai",
        ),
        (
            "de",
            "Die Brücke bleibt bis Mai gesperrt, wie Bürgermeister Jörg Prat mitteilte.",
            "Jörg Prat",
            "Die Brücke bleibt bis Mai gesperrt",
        ),
        ("de", "Die Brücke bleibt gesperrt, teilte die Polizei mit.", "die Polizei", "Die Brücke bleibt gesperrt"),
        ("de", "Der Etat sei gekürzt worden, betonte sie. „Wer kürzt, zahlt.“", "sie", "Der Etat sei gekürzt worden"),
        (
            "de",
            "Das Urteil werde »keinen Bestand haben«, sagte die Anwältin.",
            "die Anwältin",
            "Das Urteil werde »keinen Bestand haben«",
        ),
        (
            "de",
            "Die Bank baut rund 1.200 Stellen ab. Das teilte das Institut mit.",
            "Institut",
            "Die Bank baut rund 1.200 Stellen ab",
        ),
        (
            "pl",
            "Most na rzece będzie gotowy jesienią – poinformował minister Jan Sowa.",
            "Jan Sowa",
            "Most na rzece będzie gotowy jesienią",
        ),
        (
            "pl",
            "Do pożaru doszło z winy dozorcy – poinformował w środę minister zdrowia Jan Sowa.",
            "Jan Sowa",
            "Do pożaru doszło z winy dozorcy",
        ),
    ],
)
def test_a_clause_before_a_verb_is_reported(language: str, text: str, speaker: str, statement: str) -> None:
    found = stated(text, language)
    assert [words for words, _ in found] == [statement]
    assert speaker in {found[0][1], ""}


def test_a_clause_in_another_word_order_is_no_statement_in_french() -> None:
    assert stated("La ministre de la Culture, Aurore Prat, a indiqué son désaccord.", "fr") == []


@pytest.mark.parametrize(
    "text", ["When the mayor, Ana Prat, said no more.", "It was he, Ana Prat said: “No.”", "“No,” Ana Prat said."]
)
def test_a_question_or_a_quote_is_none(text: str) -> None:
    assert stated(text) == []
