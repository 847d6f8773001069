"""What stands in a message: dataclasses of this program as JSON, by a schema that is made from their annotations."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from types import NoneType, UnionType
from typing import Generic, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from reader.errors import ReaderError
from reader.schema import (
    BYTES,
    FLAG,
    INTEGER,
    NUMBER,
    TIME,
    Codec,
    Json,
    SchemaError,
    checked,
    field,
    optional,
    record,
    scalar,
    tagged,
    tuple_of,
)

T = TypeVar("T")


class Messages(Generic[T]):
    """Messages of one type, written and read."""

    def __init__(self, kind: object, known: Mapping[object, Codec] | None = None) -> None:
        """Take the type: a dataclass, or a union of several; nothing is made of it before the first message.

        Args:
            kind: what a message is.
            known: the codecs of types that have one of their own.
        """
        self._kind = kind
        self._known = known or {}

    def encode(self, message: T) -> bytes:
        """Return a message as bytes."""
        return json.dumps(self._codec.write(message), separators=(",", ":")).encode("ascii")

    def decode(self, data: bytes) -> T:
        """Return the message that some bytes hold.

        Raises:
            ValueError: they hold none.
        """
        try:
            message: T = self._codec.read(json.loads(data))
        except RecursionError as error:
            raise SchemaError("nested too deep") from error
        return message

    @cached_property
    def _codec(self) -> Codec:
        return _codec(self._kind, {**_SCALARS, **self._known})


def _codec(hint: object, codecs: dict[object, Codec]) -> Codec:
    """Return the codec that an annotation asks for; no type of a message holds itself."""
    if hint not in codecs:
        codecs[hint] = _derived(hint, codecs)
    return codecs[hint]


def _derived(hint: object, codecs: dict[object, Codec]) -> Codec:
    origin, inner = get_origin(hint), get_args(hint)
    if origin is tuple:
        return tuple_of(_codec(inner[0], codecs))
    if origin is Literal:
        return scalar(str)
    if origin in (Union, UnionType):
        return _union(inner, codecs)
    if not (isinstance(hint, type) and is_dataclass(hint)):
        raise TypeError(f"{hint} has no place in a message")
    names = get_type_hints(hint)
    return record(hint, [field(one.name, _codec(names[one.name], codecs)) for one in fields(hint)])


def _union(kinds: tuple[type, ...], codecs: dict[object, Codec]) -> Codec:
    some = [kind for kind in kinds if kind is not NoneType]
    made = [_codec(kind, codecs) for kind in some]
    codec = made[0] if len(made) == 1 else tagged({kind.__name__: (kind, one) for kind, one in zip(some, made, strict=True)})
    return codec if len(some) == len(kinds) else optional(codec)


def _error_written(error: ReaderError) -> Json:
    return {"type": type(error).__name__, **{name: value for name, value in vars(error).items() if not name.startswith("_")}}


def _error_read(value: object) -> ReaderError:
    parts = dict(checked(value, dict))
    kinds = {kind.__name__: kind for kind in _errors(ReaderError)}
    try:
        return kinds[parts.pop("type")](**parts)
    except (KeyError, TypeError) as error:
        raise SchemaError(f"no error of ours: {error}") from error


def _errors(kind: type[ReaderError]) -> list[type[ReaderError]]:
    return [kind, *(deeper for one in kind.__subclasses__() for deeper in _errors(one))]


_SCALARS: Mapping[object, Codec] = {
    str: scalar(str),
    int: INTEGER,
    bool: FLAG,
    float: NUMBER,
    bytes: BYTES,
    datetime: TIME,
    Path: Codec(str, lambda value: Path(checked(value, str))),
    ReaderError: Codec(_error_written, _error_read),
}
