"""What is reported without marks, and by whom; and what looks like it and is none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader import annotate, from_text
from reader.model import QuoteKind


def _told(text: str, language: str = "en") -> list[tuple[str, str]]:
    read = annotate(replace(from_text(f"News\n\n{text}"), language=language))
    said = [quote for quote in read.quotes if quote.kind is QuoteKind.INDIRECT]
    return [(quote.speaker.text if quote.speaker else "", read.words(quote.where)) for quote in said]


@pytest.mark.parametrize(
    ("text", "speaker", "statement"),
    [
        ("Ana Prat said on Monday that the bridge was safe.", "Ana Prat", "the bridge was safe"),
        ("The bridge would stay shut, the city engineer said.", "the city engineer", "The bridge would stay shut"),
        ("About 310 jobs will go, chief executive Ana Prat said.", "Ana Prat", "About 310 jobs will go"),
        ("The cause was heart failure, her son, Earl Prat, said.", "Earl Prat", "The cause was heart failure"),
        (
            "The prince told a crowded sitting of the council that he would abdicate in May.",
            "The prince",
            "he would abdicate in May",
        ),
        ("The clerk told reporters she had never seen the letter.", "The clerk", "she had never seen the letter"),
        ("The guards warned the river would rise again.", "The guards", "the river would rise again"),
        ("Ana Prat thanked the crew and said she had slept well.", "Ana Prat", "she had slept well"),
        ("A senior Prat adviser said talks had broken down.", "A senior Prat adviser", "talks had broken down"),
        ("With fires burning across Ruritania, Ana Prat warned that worse was to come.", "Ana Prat", "worse was to come"),
        ("A video from the camp said no town that resists would be spared.", "", "no town that resists would be spared"),
        ("PORT LANDER (Reuters) - A ferry caught fire, the coast guard said.", "the coast guard", "A ferry caught fire"),
        ("“I am glad,” Brent Prat said, adding that he had 30 days to appeal.", "Brent Prat", "he had 30 days to appeal"),
        ("According to Ana Prat, director of the port, the bridge will stay shut.", "Ana Prat", "the bridge will stay shut"),
        (
            "A person close to her, who asked for silence, said the star had met producer Hal Prat.",
            "A person",
            "the star had met producer Hal Prat",
        ),
        ("The bridge is safe now, said the Health Ministry.", "Health Ministry", "The bridge is safe now"),
        ("Four bolts were missing, according to the Harbour Office.", "Harbour Office", "Four bolts were missing"),
        ("Ana Prat told a House committee the bank was in no hurry.", "Ana Prat", "the bank was in no hurry"),
        ("Ana Prat promised to pay all of it by June.", "Ana Prat", "to pay all of it by June"),
        ("Ana Prat advised the council that it must vote by June.", "Ana Prat", "it must vote by June"),
        ("According to him, doctors at three hospitals knew of it.", "him", "doctors at three hospitals knew of it"),
    ],
)
def test_statements_are_told_with_who_made_them(text: str, speaker: str, statement: str) -> None:
    found = _told(text)
    assert [words for _, words in found] == [statement]
    assert speaker in {found[0][0], ""}


@pytest.mark.parametrize(
    ("language", "text", "speaker", "statement"),
    [
        ("fr", "Le pont ne rouvrira pas avant mai, a annoncé mardi la maire de Brizay, Hélène Prat.", "Hélène Prat",
         "Le pont ne rouvrira pas avant mai"),
        ("fr", "Aucun acheteur ne s’est présenté, selon un conseiller du maire.", "un conseiller",
         "Aucun acheteur ne s’est présenté"),
        ("de", "Der Sprecher sagte, die Polizei werde vorbereitet sein.", "Der Sprecher", "die Polizei werde vorbereitet sein"),
        ("de", "Das Ministerium teilte auf Anfrage mit, es gebe ausreichend Impfstoff.", "Das Ministerium",
         "es gebe ausreichend Impfstoff"),
        ("de", "Die Brücke bleibt bis Mai gesperrt, wie Bürgermeister Jörg Prat mitteilte.", "Jörg Prat",
         "Die Brücke bleibt bis Mai gesperrt"),
        ("de", "Die Brücke bleibt gesperrt, teilte die Polizei mit.", "die Polizei", "Die Brücke bleibt gesperrt"),
        ("de", "Der Etat sei gekürzt worden, betonte sie. „Wer kürzt, zahlt.“", "sie", "Der Etat sei gekürzt worden"),
        ("de", "Das Urteil werde »keinen Bestand haben«, sagte die Anwältin.", "die Anwältin", "Das Urteil werde »keinen Bestand haben«"),
        ("de", "Die Bank baut rund 1.200 Stellen ab. Das teilte das Institut mit.", "Institut", "Die Bank baut rund 1.200 Stellen ab"),
        ("fr", "Le ministre, Luc Prat, a promis mardi de trouver une autre solution.", "Luc Prat", "de trouver une autre solution"),
        ("fr", "D’après un conseiller de l’exécutif, le chef savait que Prat partirait.", "un conseiller", "le chef savait que Prat partirait"),
        ("es", "El marinero Tomás Prat negó haber cobrado un solo euro.", "Tomás Prat", "haber cobrado un solo euro"),
        ("it", "Poi il ministro ha precisato di non voler ricorrere alla legge.", "il ministro", "di non voler ricorrere alla legge"),
        ("it", "L’azienda, secondo Ugo Bellandi, avrebbe disatteso l’accordo firmato.", "Ugo Bellandi", "avrebbe disatteso l’accordo firmato"),
        ("nl", "Volgens hem zijn er negen bijeenkomsten geweest.", "hem", "zijn er negen bijeenkomsten geweest"),
        ("fr", "Selon la préfète, Anne Prat, personne n’a été blessé hier.", "Anne Prat", "personne n’a été blessé hier"),
        ("nl", "Volgens de wethouder zijn er negen bijeenkomsten geweest.", "de wethouder",
         "zijn er negen bijeenkomsten geweest"),
        ("es", "El alcalde aseguró el martes que las obras terminarán en mayo.", "El alcalde", "las obras terminarán en mayo"),
        ("it", "Il ministro ha detto che la legge non cambierà.", "Il ministro", "la legge non cambierà"),
        ("ar", "قال سامر العكاري إن الماء حق للجميع في البلاد.", "سامر العكاري", "الماء حق للجميع في البلاد"),
        ("ar", "وأكدت رئيسة النقابة هدى خوري، أمس الأحد، أن المدرسة ستفتح أبوابها غدا.", "هدى خوري", "المدرسة ستفتح أبوابها غدا"),
        ("ar", "وبحسب الخبير نبيل قاسم، فإن مستوى النهر انخفض كثيرا.", "نبيل قاسم", "مستوى النهر انخفض كثيرا"),
        ("pl", "Most na rzece będzie gotowy jesienią – poinformował minister Jan Sowa.", "Jan Sowa", "Most na rzece będzie gotowy jesienią"),
        ("pl", "Do pożaru doszło z winy dozorcy – poinformował w środę minister zdrowia Jan Sowa.", "Jan Sowa", "Do pożaru doszło z winy dozorcy"),
        ("zh", "云溪市市长沈雅琴14日宣布，老石桥将原址加固，不再拆除。", "沈雅琴", "老石桥将原址加固，不再拆除"),
        ("zh", "市議員謝佩珊對記者表示，通知單停水後才送到。", "謝佩珊", "通知單停水後才送到"),
        ("ja", "葉山千鶴子市長は10日の会見で、新市場の開業を4月に延期すると発表した。", "葉山千鶴子", "新市場の開業を4月に延期する"),
        ("ja", "栗原大氏は街頭演説で、対策の遅れを追及する考えを示した。", "栗原大", "対策の遅れを追及する考え"),
        ("ja", "黒田哲さんによると、秋の水揚げは年間の半分を占める。", "黒田哲", "秋の水揚げは年間の半分を占める"),
        ("tr", "Bakan Selim Aksoy, köprünün yıl sonunda trafiğe açılacağını söyledi.", "Selim Aksoy", "köprünün yıl sonunda trafiğe açılacağını"),
        ("tr", "Ayşe Demir okulun yarın kapalı olduğunu ifade etti.", "Ayşe Demir", "okulun yarın kapalı olduğunu"),
        ("tr", "Selim Aksoy'a göre köprü yıl sonunda trafiğe açılacak.", "Selim Aksoy", "köprü yıl sonunda trafiğe açılacak"),
    ],
)  # fmt: skip
def test_statements_are_told_in_other_languages(language: str, text: str, speaker: str, statement: str) -> None:
    assert _told(text, language) == [(speaker, statement)]


@pytest.mark.parametrize(
    "text",
    [
        "In an open letter to the commissioner, the union wrote: “Enough.”",
        "Asked about the sentence, O’Boyle replied in two words.",
        "The sharpest exchange came when the moderator, Alma Greer, asked.",
        "Officials named a man they said may have planned the raid.",
        "Voss said nothing for several seconds.",
        "The mayor had, in the words of one surveyor, “a floor of chocolate”.",
        "The transport minister, Ana Prat, promised a law.",
        "He read it aloud to the families, and then could not go on.",
    ],
)
def test_what_reports_nothing_is_no_statement(text: str) -> None:
    assert _told(text) == []


def test_a_german_sentence_goes_on_in_the_mood_of_what_was_told() -> None:
    found = _told("Der Minister sagte, er habe sich geirrt. Von Täuschung könne aber keine Rede sein. Es regnete.", "de")
    assert [words for _, words in found] == ["er habe sich geirrt", "Von Täuschung könne aber keine Rede sein"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "沈雅琴说：“桥很老。”"),
        ("zh", "沈雅琴说，“桥很老。”"),
        ("zh", "沈雅琴走了，桥还在。"),
        ("ja", "葉山千鶴子市長は「延期する」と述べた。"),
        ("ja", "葉山千鶴子市長は10日に市場を訪れた。"),
    ],
)
def test_quotes_alone_are_no_statements_in_chinese_and_japanese(language: str, text: str) -> None:
    assert _told(text, language) == []


def test_a_turkish_object_is_no_statement() -> None:
    assert _told("Selim Aksoy köprünün yeni planını dün öğleden sonra açıkladı.", "tr") == []


def test_a_clause_in_another_word_order_is_no_statement_in_french() -> None:
    assert _told("La ministre de la Culture, Aurore Prat, a indiqué son désaccord.", "fr") == []
