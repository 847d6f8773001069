"""How values become JSON and JSON becomes values again, said once for both ways.

A `Codec` writes a value as JSON and reads it back.  Codecs are made of codecs: `tuple_of`, `optional`, `record` (a dataclass,
by a table of its fields), `tagged` (one of several dataclasses).  All that is read is checked, since it comes from files that
anybody may have edited, and reading never runs anything.

msgspec and cattrs were weighed: msgspec reads no union of dataclasses, which the blocks of an article are, and cattrs takes
33 ms to import, two thirds of what all of `formats` takes.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from functools import partial
from typing import Any, TypeVar

T = TypeVar("T")
Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]
_REQUIRED = object()


class SchemaError(ValueError):
    """A value is not what its schema says; the message begins with the names of the fields that lead to it."""


@dataclass(frozen=True, slots=True)
class Codec:
    """The two ways between the values of one type and JSON."""

    write: Callable[[Any], Json]
    read: Callable[[object], Any]
    """Raises `SchemaError`, or another `ValueError` of what it calls."""


@dataclass(frozen=True, slots=True)
class Field:
    """One attribute of a dataclass in a record."""

    name: str
    """The key; empty: the codec writes a record, whose keys stand among those of this one."""
    codec: Codec
    attribute: str
    omitted: object = _REQUIRED
    """The value that is not written, and that a record without the key has."""
    is_derived: bool = False
    """It is written for those who read the JSON, and not read back."""


def field(name: str, codec: Codec, *, omitted: object = _REQUIRED) -> Field:
    """Return a field whose key is the attribute's name."""
    return Field(name, codec, name, omitted)


def checked(value: object, kind: type[T]) -> T:
    """Return a value if it is of a type; True and False are no numbers.

    Raises:
        SchemaError: it is of another type.
    """
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise SchemaError(f"{type(value).__name__}, not {kind.__name__}")
    return value


def scalar(kind: type) -> Codec:
    """Return the codec of a type that JSON has itself."""
    return Codec(_same, partial(checked, kind=kind))


def text(gate: Callable[[str], str]) -> Codec:
    """Return the codec of text that passes a gate both ways."""
    return Codec(gate, lambda value: gate(checked(value, str)))


def enumeration(kind: type[Enum]) -> Codec:
    """Return the codec of an enumeration whose values are text."""
    return Codec(lambda value: value.value, lambda value: kind(checked(value, str)))


def tuple_of(codec: Codec) -> Codec:
    """Return the codec of any number of values."""
    write, read = codec.write, codec.read
    return Codec(lambda values: [write(value) for value in values], lambda value: tuple(map(read, checked(value, list))))


def set_of(codec: Codec) -> Codec:
    """Return the codec of a set, written in alphabetical order."""
    write, read = codec.write, codec.read
    return Codec(lambda values: sorted(map(write, values)), lambda value: frozenset(map(read, checked(value, list))))  # type: ignore[type-var]  # text can be ordered


def optional(codec: Codec) -> Codec:
    """Return the codec of a value that may be missing, which is null then."""
    return Codec(
        lambda value: None if value is None else codec.write(value),
        lambda value: None if value is None else codec.read(value),
    )


def record(kind: Callable[..., object], fields: Sequence[Field]) -> Codec:
    """Return the codec of a dataclass: a JSON object with the fields in their order."""
    stored = [field for field in fields if not field.is_derived]

    def write(value: object) -> Json:
        data: dict[str, Json] = {}
        for field in fields:
            part = getattr(value, field.attribute)
            if field.omitted is not _REQUIRED and part == field.omitted:
                continue
            if field.name:
                data[field.name] = field.codec.write(part)
            else:
                data.update(checked(field.codec.write(part), dict))
        return data

    def read(value: object) -> object:
        data = checked(value, dict)
        return kind(**{field.attribute: _part(data, field) for field in stored})

    return Codec(write, read)


def tagged(codecs: Mapping[str, tuple[type, Codec]]) -> Codec:
    """Return the codec of one of several types: the record of its own codec, with its name as `type` in front."""
    writers = {kind: (name, codec.write) for name, (kind, codec) in codecs.items()}

    def write(value: object) -> Json:
        name, write_record = writers[type(value)]
        return {"type": name, **checked(write_record(value), dict)}

    def read(value: object) -> object:
        name = checked(value, dict).get("type")
        if not isinstance(name, str) or name not in codecs:
            raise SchemaError(f"nothing is of type {name!r}")
        return codecs[name][1].read(value)

    return Codec(write, read)


def _part(data: Mapping[str, object], field: Field) -> object:
    try:
        if not field.name:
            return field.codec.read(data)
        if field.name in data:
            return field.codec.read(data[field.name])
    except ValueError as error:
        raise SchemaError(f"{field.name}: {error}" if field.name else str(error)) from error
    if field.omitted is _REQUIRED:
        raise SchemaError(f"{field.name} is missing")
    return field.omitted


def _same(value: Json) -> Json:
    return value


def _number(value: object) -> float:
    return checked(value, int) if isinstance(value, int) else checked(value, float)


def _time(value: object) -> datetime:
    when = datetime.fromisoformat(checked(value, str))
    if when.tzinfo is None:
        raise SchemaError("a time without an offset")
    return when


FLAG = scalar(bool)
INTEGER = scalar(int)
NUMBER = Codec(_same, _number)
"""A float; JSON of others may write a whole one without a point."""
TIME = Codec(datetime.isoformat, _time)
"""An aware time in ISO 8601."""
BYTES = Codec(lambda value: b64encode(value).decode("ascii"), lambda value: b64decode(checked(value, str)))
