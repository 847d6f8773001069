from __future__ import annotations

import json

from reader import settings
from reader.library import Library, identities
from reader.model import Person
from reader.newsroom import library_file
from tests.cli.commands.conftest import rows, titles
from tests.cli.conftest import Call


def test_a_file_is_kept_and_its_people_are_known(call: Call, story: str) -> None:
    done = call("add", story)
    assert (done.status, done.out) == (0, "")
    assert "kept: Harbour inquiry opens" in done.err
    assert titles(call("list", "kept", "person:okonkwo")) == ["Harbour inquiry opens"]
    page = json.loads(call("person", "okonkwo", "-f", "json").out)
    assert page["name"] == "Maria Okonkwo"
    assert any("We were warned" in quote["text"] for quote in page["quotes"])
    kinds = {row[0] for row in rows(call("person", "Maria", "Okonkwo"))}
    assert {"quote", "article"} <= kinds
    assert rows(call("person", "--in-the-news", "--days", "1"))[0][:2] == ["Maria Okonkwo", "1"]


def test_two_names_are_made_one_person_and_two_again(call: Call, followed: str) -> None:
    with library_file.to_keep(settings.folders()) as library:
        _name_people(library)
    assert call("person", "Robert Hale", "--merge", "Bob Hale").status == 0
    page = json.loads(call("person", "bob hale", "-f", "json").out)
    assert page["counts"]["articles"] == 2
    assert call("person", "Robert Hale", "--split", "bridge").status == 0
    assert json.loads(call("person", "Robert Hale", "-f", "json").out)["counts"]["articles"] == 1
    assert call("person", "Nobody", "--merge", "Bob Hale").status == 1


def _name_people(library: Library) -> None:
    ids = [row[0] for row in library.rows("SELECT id FROM entries ORDER BY id")]
    with library.writing() as connection:
        for identity, name in zip(ids[1:], ("Robert Hale", "Bob Hale"), strict=True):
            identities.record(connection, identity, [Person(name=name, aliases=(name,))])
