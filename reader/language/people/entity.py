"""A person in the making, and which of several namesakes a short name means."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reader.language.lexicon.gazetteer import sex
from reader.language.lexicon.name_forms import Key, nominatives
from reader.language.lexicon.word_lists import Lexicon
from reader.language.people.name_spans import Name


@dataclass(slots=True)
class PersonEntity:
    """A person in the making."""

    key: Key
    """Of the fullest form, without case endings."""
    names: list[Name] = field(default_factory=list)
    sex: str = ""
    """f, m, or empty where nothing tells."""
    role: str = ""
    full: str = ""
    """The full name where the article writes it only in parts: "Albert and Rosa Quill"; else empty."""
    described: set[str] = field(default_factory=set)
    """All words of the titles and appositions that stand beside the name, in lower case."""


def sex_of(entity: PersonEntity, lexicon: Lexicon) -> str:
    """Return what the polite titles before a person's names tell, else the given name."""
    for name in entity.names:
        if polite := _polite(name, lexicon):
            return polite
    if not entity.names:
        return ""
    first = next((name.parts[0] for name in entity.names if len(name.parts) > 1), entity.names[0].parts[0])
    return next((known for form in nominatives(first.split(" ")[0], lexicon.language) if (known := sex(form))), "")


def sex_of_words(words: Iterable[str], lexicon: Lexicon) -> str:
    """Return the sex that a role's words tell, in lower case: "the actress", "la presidente"; empty if none does."""
    for word in words:
        if word in lexicon.any_of("roles_female", "articles_female"):
            return "f"
        if word in lexicon.any_of("roles_male", "articles_male"):
            return "m"
    return ""


def _polite(name: Name, lexicon: Lexicon) -> str:
    polite = {title.lower().rstrip(".") for title in name.titles}
    if polite & (lexicon.any_of("titles_female", "roles_female")):
        return "f"
    return "m" if polite & (lexicon.any_of("titles_male", "roles_male")) else ""


def share(fitting: Sequence[PersonEntity], names: Iterable[Name], lexicon: Lexicon) -> None:
    """Assign each place of a short name, in text order, to the namesake who is meant.

    It is whom the polite title suits, and of several who was named last before.
    """
    if len(fitting) == 1:
        fitting[0].names += names
        return
    heard = sorted((name.passage, name.start, at) for at, entity in enumerate(fitting) for name in entity.names)
    latest: dict[int, tuple[int, int]] = {}
    sexes = [sex_of(entity, lexicon) for entity in fitting]
    titled = [any(_polite(name, lexicon) for name in entity.names) for entity in fitting]
    next_heard = 0
    bare: set[int] = set()
    for name in names:
        place = (name.passage, name.start)
        while next_heard < len(heard) and heard[next_heard][:2] < place:
            latest[heard[next_heard][2]] = heard[next_heard][:2]
            next_heard += 1
        wanted = _wanted(name, lexicon)
        suited = [at for at in range(len(fitting)) if not wanted or sexes[at] in (wanted, "")] or [*range(len(fitting))]
        if name.titles and (bearing := [at for at in suited if _bears(fitting[at], name)]):
            suited = bearing
        elif name.titles and len(suited) > 1 and heard:
            suited = [next((at for _, _, at in heard if at in suited), suited[0])]  # the article's own "Mr. Prat"
        if not name.titles and (called := [at for at in suited if at in bare]):
            suited = called  # the article's own "Prat", though his wife has been named since
        chosen = max((at for at in suited if at in latest), key=lambda at: (latest[at], at), default=suited[0])
        if not name.titles:
            bare.add(chosen)
        fitting[chosen].names.append(name)
        latest[chosen] = place
        if not titled[chosen] and (polite := _polite(name, lexicon)):
            sexes[chosen], titled[chosen] = polite, True


def _bears(entity: PersonEntity, name: Name) -> bool:
    return any(not set(name.titles).isdisjoint(each.titles) for each in entity.names if len(each.parts) > 1)


def _wanted(name: Name, lexicon: Lexicon) -> str:
    titles = {title.lower().rstrip(".") for title in name.titles}
    return "f" if titles & lexicon["titles_female"] else "m" if titles & lexicon["titles_male"] else ""
