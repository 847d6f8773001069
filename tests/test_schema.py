from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

import pytest

from reader.schema import (
    BYTES,
    FLAG,
    INTEGER,
    NUMBER,
    TIME,
    Codec,
    Field,
    SchemaError,
    enumeration,
    field,
    optional,
    record,
    set_of,
    tagged,
    text,
    tuple_of,
)


class Wind(StrEnum):
    NORTH = "north"
    EAST = "east"


@dataclass(frozen=True, kw_only=True)
class Boat:
    name: str
    crew: int = 0
    tags: frozenset[Wind] = frozenset()

    @property
    def label(self) -> str:
        return f"{self.name} ({self.crew})"


BOAT = record(
    Boat,
    [
        Field("label", text(str), "label", is_derived=True),
        field("name", text(str.strip)),
        field("crew", INTEGER, omitted=0),
        field("tags", set_of(enumeration(Wind)), omitted=frozenset()),
    ],
)


@pytest.mark.parametrize(
    ("codec", "value", "json"),
    [
        (FLAG, True, True),
        (INTEGER, 7, 7),
        (NUMBER, 0.5, 0.5),
        (TIME, datetime(2026, 11, 1, tzinfo=UTC), "2026-11-01T00:00:00+00:00"),
        (BYTES, b"\0\xff", "AP8="),
        (optional(INTEGER), None, None),
        (tuple_of(INTEGER), (1, 2), [1, 2]),
        (set_of(enumeration(Wind)), frozenset(Wind), ["east", "north"]),
        (BOAT, Boat(name="Tern"), {"label": "Tern (0)", "name": "Tern"}),
        (BOAT, Boat(name="Tern", crew=3), {"label": "Tern (3)", "name": "Tern", "crew": 3}),
        (tagged({"boat": (Boat, BOAT)}), Boat(name="Tern"), {"type": "boat", "label": "Tern (0)", "name": "Tern"}),
    ],
)
def test_a_value_is_written_and_read_back(codec: Codec, value: object, json: object) -> None:
    assert codec.write(value) == json
    assert codec.read(json) == value


@pytest.mark.parametrize(
    ("codec", "json", "problem"),
    [
        (FLAG, 1, "int, not bool"),
        (INTEGER, True, "bool, not int"),
        (INTEGER, "1", "str, not int"),
        (NUMBER, "1", "str, not float"),
        (NUMBER, False, "bool, not int"),
        (TIME, "2026-11-01T00:00:00", "without an offset"),
        (TIME, "yesterday", "isoformat"),
        (BYTES, "é", "ASCII"),
        (enumeration(Wind), "south", "south"),
        (tuple_of(INTEGER), "12", "str, not list"),
        (set_of(enumeration(Wind)), {}, "dict, not list"),
        (BOAT, {"crew": 1}, "name is missing"),
        (BOAT, {"name": "Tern", "crew": "three"}, "crew: str, not int"),
        (tuple_of(BOAT), [{"name": 3}], "name: int, not str"),
        (tagged({"boat": (Boat, BOAT)}), {"type": "raft"}, "nothing is of type 'raft'"),
        (tagged({"boat": (Boat, BOAT)}), {"type": []}, "nothing is of type"),
    ],
)
def test_what_a_schema_does_not_say_is_refused_and_named(codec: Codec, json: object, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        codec.read(json)


def test_text_passes_the_gate_both_ways() -> None:
    assert BOAT.write(Boat(name=" Tern "))["name"] == "Tern"  # type: ignore[index, call-overload]  # it is a record
    assert BOAT.read({"name": " Tern "}) == Boat(name="Tern")


def test_an_error_of_a_field_within_a_field_names_the_way_to_it() -> None:
    fleet = record(lambda boats: boats, [field("boats", tuple_of(BOAT))])
    with pytest.raises(SchemaError, match="boats: crew: str, not int"):
        fleet.read({"boats": [{"name": "Tern", "crew": "x"}]})
