"""Faults that readers met on real pages, each in invented words: what must not be called a person, and what a role is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader import annotate, from_text
from reader.model import Article, QuoteKind


def _read(*paragraphs: str, language: str = "") -> Article:
    return annotate(replace(from_text("\n\n".join(("News", *paragraphs))), language=language))


def _names(*paragraphs: str, language: str = "") -> set[str]:
    return {person.name for person in _read(*paragraphs, language=language).people}


@pytest.mark.parametrize(
    "text",
    [
        "Der Bereich Telekommunikation wächst um acht Prozent. Nur zehn Prozent der Versorger melden Ausfälle. Solche Verträge sind selten.",
        "Die Profis der Mannschaften flogen nach Hause. Im Bundesstaat Florida wird wieder gewählt. Solche Anlagen kosten viel.",
        "Die Ermittlungen zu Betrugsvorwürfen laufen seit Mai, teilte die Staatsanwaltschaft mit.",
    ],
)
def test_german_nouns_are_no_people(text: str) -> None:
    assert _names(text, language="de") == set()


@pytest.mark.parametrize(
    "text",
    [
        "The ferry left Tanner's Row at nine. Dogwood Avenue was closed. The Ferry ran aground.",
        "She studied at Harlan University before she joined Sinn Mara, a party.",
        "The crash happened in a Volkswagen Polo near the Stadio Renzo Bianchi.",
    ],
)
def test_streets_schools_parties_cars_and_films_are_no_people(text: str) -> None:
    assert _names(text) == set()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Harlow Assemblyman Theo Simmons voted against it.", {"Theo Simmons"}),
        ("Justices Ruth Halloran and Pieter Sommer wrote the opinion.", {"Ruth Halloran", "Pieter Sommer"}),
        ("Albert and Rosa Quill lost their boat. Rosa Quill wept.", {"Albert Quill", "Rosa Quill"}),
    ],
)
def test_names_stand_without_titles_and_couples_are_two_people(text: str, names: set[str]) -> None:
    assert _names(text) == names


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The harbour master, Joseph Tarrant, said the gate was old.", "harbour master"),
        ("Daniel Corrigan, a former ambassador to the U.K., said the talks had failed.", "ambassador to the U.K."),
        ("They met after Elisa Moran joined Professor Ian Bradley in the laboratory. Ian Bradley smiled.", "Professor"),
        ("Attacks aimed at shoring up President Omar al-Hadid's government went on.", "President"),
    ],
)
def test_a_role_is_what_the_words_beside_the_name_say(text: str, role: str) -> None:
    people = _read(text).people
    assert role.lower() in {person.role.lower().removeprefix("the ").removeprefix("a former ") for person in people}


def test_the_teller_of_two_short_quotes_says_both() -> None:
    article = _read("Daniel Corrigan spoke on Friday. He called the plan “fatuous” and its author’s silence “absurd.”")
    assert [quote.kind for quote in article.quotes] == [QuoteKind.DIRECT, QuoteKind.DIRECT]
    assert all(quote.speaker and quote.speaker.person == 0 for quote in article.quotes)


def test_the_next_in_a_list_is_no_role() -> None:
    people = _read("He flew with Jean Brunel, the billionaire Adam Marsh and the lawyer Carla Voss.").people
    assert {person.name: person.role for person in people if person.name in ("Jean Brunel", "Adam Marsh")} == {
        "Jean Brunel": "",
        "Adam Marsh": "billionaire",
    }


def test_a_role_may_name_whose_it_is() -> None:
    (person, *_) = _read("Nora Jell, President Ada Prat’s adviser on trade, said that the talks had failed.").people
    assert (person.name, person.role) == ("Nora Jell", "President Ada Prat’s adviser on trade")
