"""Articles set by hand, so that the app is tested without the stages below it; all text is invented."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from reader import resources
from reader.library import Library, actions, entries, subscriptions
from reader.model import (
    Article,
    Block,
    Decision,
    Entry,
    Figure,
    Heading,
    Item,
    Listing,
    Page,
    Paragraph,
    Person,
    Post,
    Preformatted,
    Quotation,
    Quote,
    Run,
    Span,
    Speaker,
    SpeakerKind,
    Style,
    Table,
)
from reader.newsroom import Reading, Request
from reader.newsroom.entry_reading import EntryRequest
from reader.newsroom.keeping import file_story
from reader.settings import Settings
from reader.tui.app import ReaderApp
from reader.tui.services import Services
from reader.tui.state.library_access import LibraryAccess
from reader.tui.state.open_articles import OpenArticle, OpenArticles
from reader.tui.state.positions import Positions
from reader.tui.theme.themes import read_themes
from reader.worker import Worker

ZONE = timezone(timedelta(hours=1))


def runs(text: str) -> tuple[Run, ...]:
    return (Run(text=text),)


def paragraph(text: str) -> Paragraph:
    return Paragraph(runs=runs(text))


def heading(text: str, level: int = 2) -> Heading:
    return Heading(runs=runs(text), level=level)


HARBOUR_TEXT = (
    "The inquiry into the collapse of the old harbour wall at Brackwater opened on Monday with a warning from the town’s mayor "
    "that the cost of repairs has already doubled since the storm of 4 October.",
    "“We were warned in March, and we did nothing,” said Maria Okonkwo, the mayor of Brackwater. “That is the sentence I have to "
    "live with.”",
    "The storm tore 60 metres of stone from the eastern mole, sank eleven boats and left the fish market under a metre of water. "
    "Nobody was hurt.",
    "Tunde Adeyemi, the minister for ports, told the inquiry that his office had never turned the town away. “No funds were "
    "refused,” he said. “None were asked for.”",
    "Okonkwo has until Friday to hand over the letters that passed between the town hall and the ministry.",
    "The engineers’ report, published on the eve of the hearing, found that two of the nine piers had been undermined by dredging "
    "in 2019, and that the survey ordered afterwards was never carried out.",
    "“A harbour does not fall down in a night,” said Ines Castellan, who led the survey team. “It falls down for years, and then "
    "one night you notice.”",
    "Her team measured the piers in January. By March the cracks had grown by the width of a hand.",
    "The fishing co-operative has moved its auction to the ferry terminal, where the first catch since the storm was sold on "
    "Saturday at half its usual price.",
    "“We can mend nets,” said Jonah Pell, who has fished from Brackwater for thirty years. “We cannot mend a sea wall.”",
)


def _quote(article_blocks: tuple[Block, ...], words: str, person: int, name: str) -> Quote:
    for index, block in enumerate(article_blocks):
        start = block.text.find(words)
        if start >= 0:
            where = (Span(block=index, start=start, end=start + len(words)),)
            return Quote(
                where=where, speaker=Speaker(kind=SpeakerKind.NAMED, text=name, person=person), cue="said", confidence=0.9
            )
    raise AssertionError(words)


def _mentions(article_blocks: tuple[Block, ...], *names: str) -> tuple[Span, ...]:
    found = [
        Span(block=index, start=at, end=at + len(name))
        for index, block in enumerate(article_blocks)
        for name in names
        for at in range(len(block.text))
        if block.text.startswith(name, at)
    ]
    return tuple(
        span
        for span in sorted(found)
        if not any(o != span and o.block == span.block and o.start <= span.start and span.end <= o.end for o in found)
    )


def _harbour() -> Article:
    text = HARBOUR_TEXT
    linked = Paragraph(
        runs=(
            Run(text="The full "),
            Run(text="report of the engineers", href="https://brackwater.example/report"),
            Run(text=" and the "),
            Run(
                text="timetable of the hearings", href="https://brackwater.example/hearings", style=frozenset({Style.EMPHASIS})
            ),
            Run(text=" are open to the public."),
        )
    )
    blocks: tuple[Block, ...] = (
        heading("Harbour inquiry opens after storm", 1),
        *map(paragraph, text[:5]),
        heading("What the report says"),
        *map(paragraph, text[5:8]),
        Figure(
            image="https://brackwater.example/mole.jpg",
            caption="The eastern mole on the morning after the storm",
            credit="Photo: L. Marsh",
        ),
        linked,
        heading("On the quay"),
        *map(paragraph, text[8:]),
    )
    people = (
        ("Maria Okonkwo", "mayor of Brackwater", ("Maria Okonkwo", "Okonkwo")),
        ("Tunde Adeyemi", "minister for ports", ("Tunde Adeyemi", "Adeyemi")),
        ("Ines Castellan", "led the survey team", ("Ines Castellan",)),
        ("Jonah Pell", "", ("Jonah Pell",)),
    )
    said = (
        ("We were warned in March, and we did nothing,", 0),
        ("That is the sentence I have to live with.", 0),
        ("No funds were refused,", 1),
        ("None were asked for.", 1),
        ("A harbour does not fall down in a night,", 2),
        ("It falls down for years, and then one night you notice.", 2),
        ("We can mend nets,", 3),
        ("We cannot mend a sea wall.", 3),
    )
    return Article(
        url="https://brackwater.example/harbour-inquiry",
        title="Harbour inquiry opens after storm",
        byline=("Ada Ferreira",),
        published=datetime(2026, 11, 1, 9, 12, tzinfo=ZONE),
        site="Brackwater Courier",
        language="en",
        blocks=blocks,
        notes=("With reporting by the Coast Press Agency",),
        people=tuple(
            Person(name=name, aliases=aliases, role=role, mentions=_mentions(blocks, *aliases))
            for name, role, aliases in people
        ),
        quotes=tuple(_quote(blocks, words, person, people[person][0]) for words, person in said),
    )


def _shapes() -> Article:
    """One block of each kind, the odd scripts, and text that tries to drive the terminal."""
    inner = Listing(
        items=(
            Item(runs=runs("salt cod")),
            Item(runs=runs("mackerel, of which only a third reached the market in the first week")),
        ),
        ordered=True,
    )
    budget = Table(
        header=(runs("Item"), runs("2025"), runs("2026")),
        rows=((runs("Masonry"), runs("1,200"), runs("14,500")), (runs("Divers"), runs("80"), runs("950"))),
    )
    wide = Table(
        header=tuple(runs(f"Quarter {n}") for n in range(1, 13)),
        rows=tuple(tuple(runs(f"{n * m * 1000:,}") for n in range(1, 13)) for m in range(1, 4)),
    )
    blocks: tuple[Block, ...] = (
        heading("Shapes of the coast", 1),
        Paragraph(
            runs=(
                Run(text="A line with "),
                Run(text="strong", style=frozenset({Style.STRONG})),
                Run(text=", "),
                Run(text="emphatic", style=frozenset({Style.EMPHASIS})),
                Run(text=" and "),
                Run(text="struck", style=frozenset({Style.DELETED})),
                Run(text=" words, some "),
                Run(text="code()", style=frozenset({Style.CODE})),
                Run(text=" and a "),
                Run(text="link", href="https://coast.example/a"),
                Run(text="."),
            )
        ),
        Quotation(
            paragraphs=(runs("The sea gives nothing back that it has not first improved."), runs("It is a hard editor.")),
            author="Harbour log, 1911",
        ),
        Listing(items=(Item(runs=runs("What was landed:"), inner=(inner,)), Item(runs=runs("What was lost: eleven boats")))),
        budget,
        wide,
        Preformatted(
            text="def tide(hour):\n    return 'high' if hour % 12 < 6 else 'low'  # a line of code that is far too long for the column",
            language="python",
        ),
        Figure(alt="A drawing of the mole", credit="Town archive"),
        heading("港で何が起きたか"),
        paragraph(
            "港の東側の防波堤は、十月四日の嵐で六十メートルにわたって崩れた。市長は「三月に警告を受けていた」と語り、修理費はすでに倍になったと述べた。"
        ),
        heading("מה אמר השר", 3),
        paragraph(
            "השר לענייני נמלים אמר ביום שני כי משרדו (במחוז המזרחי) לא סירב לשום בקשה, וכי 14 מכתבים נשלחו ב-2019 אל העירייה."
        ),
        paragraph("قال وزير الموانئ إن مكتبه لم يرفض أي طلب من البلدة."),
        paragraph("A family 👩‍👩‍👧 with a flag 🇳🇴 walked the cafe\u0301 row; Zażółć gęślą jaźń."),
        Post(time=datetime(2026, 11, 1, 9, 12, tzinfo=UTC), title="The tide turns"),
        paragraph("At noon the water stood two hand’s breadths below the quay."),
    )
    return Article(
        title="Shapes of the coast",
        language="en",
        blocks=blocks,
        truncated=True,
        notes=("Correction: the mole is older than stated.",),
    )


@pytest.fixture
def harbour() -> Article:
    return _harbour()


@pytest.fixture
def shapes() -> Article:
    return _shapes()


class FakeWorker(Worker):
    """Answers at once from what it was given, without a process."""

    def __init__(self, readings: dict[str, Reading]) -> None:
        super().__init__()
        self.readings = readings
        self.asked: list[str] = []

    def start(self) -> None:
        return None

    def ask(self, request: Request | EntryRequest, *, is_ahead: bool = False) -> int:
        self.asked.append(request.source)
        return len(self.asked)


def reading(article: Article, decisions: Iterable[Decision] = ()) -> Reading:
    return Reading(
        page=Page(url=article.url, fetched_at=datetime(2026, 11, 1, tzinfo=UTC)), article=article, decisions=tuple(decisions)
    )


AppMaker = Callable[..., ReaderApp]
FrontMaker = Callable[..., ReaderApp]


@pytest.fixture
def make_app(tmp_path: Path) -> AppMaker:
    """Gives the app with some articles open that have been read already."""

    def make(
        *articles: Article,
        settings: Settings | None = None,
        decisions: Iterable[Decision] = (),
        themes: Iterable[Path] = (),
        positions: Positions | None = None,
        **more: object,
    ) -> ReaderApp:
        stories = tuple(
            OpenArticle(request=Request(source=article.url or f"seed:{number}"), reading=reading(article, decisions))
            for number, article in enumerate(articles)
        )
        sheets = read_themes((resources.styles() / "themes", *themes))
        return ReaderApp(
            OpenArticles(stories=stories, **more),  # type: ignore[arg-type]
            Services(
                settings=settings or Settings(),
                worker=FakeWorker({}),
                themes=sheets,
                positions=positions or Positions(None),
                library=LibraryAccess(tmp_path / "data" / "library.db"),
            ),
        )

    return make


@pytest.fixture(autouse=True)
def _fixed_zone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.setenv("READER_HOME", str(tmp_path))
    monkeypatch.delenv("NO_COLOR", raising=False)
    for desktop in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME", "TMUX", "STY"):
        monkeypatch.delenv(desktop, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("BROWSER", str(_program(tmp_path / "browser", 'echo "$1" >> "$0.opened"')))


def _program(path: Path, script: str) -> Path:
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def opened(tmp_path: Path) -> Callable[[], list[str]]:
    """Returns the addresses that the browser was given."""

    def read() -> list[str]:
        file = tmp_path / "browser.opened"
        return file.read_text().splitlines() if file.exists() else []

    return read


_NOW = datetime(2024, 11, 23, 12, tzinfo=UTC)
TITLES = (
    "Harbour inquiry opens after storm", "Bridge closes for the winter", "Ferry to Solvay runs again",
    "Museum returns carved door", "Town votes on the new quay", "Storm warning for the coast",
)  # fmt: skip


class Silent(Worker):
    """Is asked, and never answers by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[Request | EntryRequest] = []

    def start(self) -> None:
        return None

    def ask(self, request: Request | EntryRequest, *, is_ahead: bool = False) -> int:
        self.asked.append(request)
        return len(self.asked)


@pytest.fixture
def path(tmp_path: Path, harbour: Article) -> Path:
    """Give the file of a library with two papers, six stories, and the page of one of them."""
    place = tmp_path / "data" / "library.db"
    with Library(place) as library:
        courier = subscriptions.subscribe(library, "https://courier.example/rss", title="Brackwater Courier", folder="Local")
        herald = subscriptions.subscribe(library, "https://herald.example/rss", title="Solvay Herald", tags=["sea"])
        ids: list[int] = []
        for number, title in enumerate(TITLES):
            entry = Entry(
                guid=str(number),
                url=f"https://courier.example/{number}",
                title=title,
                published=_NOW - timedelta(hours=number),
                summary=f"What happened to number {number}, in a sentence.",
                content=f"<p>The feed says of number {number} that the town has waited for it long enough.</p>",
            )
            ids += entries.take_in(library, (courier, herald)[number % 2], [entry], _NOW)
        entries.take_in(library, herald, [Entry(guid="same", url="https://courier.example/0?utm_source=rss")], _NOW)
        file_story(library, ids[0], replace(harbour, url="https://courier.example/0", published=_NOW), _NOW)
        actions.tag(library, [ids[3]], "culture", _NOW)
        subscriptions.save_query(library, "storms", "storm")
    return place


@pytest.fixture
def make_front(path: Path) -> FrontMaker:
    """Gives the app on the front page of that library."""

    def make(settings: Settings | None = None) -> ReaderApp:
        return ReaderApp(
            OpenArticles(stories=()),
            Services(
                settings=settings or Settings(),
                worker=Silent(),
                themes=read_themes((resources.styles() / "themes",)),
                positions=Positions(None),
                library=LibraryAccess(path),
            ),
        )

    return make
