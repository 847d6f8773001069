"""Pages of invented news that the tests of this room set their markup into."""

from __future__ import annotations

from reader.extraction import extract
from reader.model import Article, Block, Paragraph

TEXT = (
    "The ferry to Lindholm has not sailed since the storm of last Tuesday, and the council of the island said on Friday that"
    " nobody could tell when it would.",
    "Repairs to the ramp were to have begun in spring, the harbour office wrote in a letter, but the money had gone to the"
    " bridge at Vester instead.",
    "“We carry our bread home in rowing boats,” said Marta Ekblad, who keeps the shop. “That is how my grandmother did it.”",
    "The ministry answered that a smaller boat would be sent before the month was out, and that it could carry two cars.",
)


def page(*inside: str, title: str = "Island without a ferry", head: str = "") -> str:
    return f"""<html lang="en"><head><title>{title}</title><meta property="og:title" content="{title}">{head}</head><body>
<main><article><h1>{title}</h1><p>{TEXT[0]}</p><p>{TEXT[1]}</p>{"".join(inside)}<p>{TEXT[2]}</p><p>{TEXT[3]}</p></article></main>
<footer><p>All rights reserved.</p></footer></body></html>"""


def blocks(*inside: str, url: str = "https://courier.example/news/ferry") -> list[Block]:
    found = extract(page(*inside), url=url).blocks
    assert [block.text for block in found if isinstance(block, Paragraph)][:2] == list(TEXT[:2])
    return [block for block in found[1:] if block.text not in TEXT]


URL = "https://news.example/a/1"
FIRST = (
    "The lamp keepers of Brask voted on Sunday to light the pier again, four winters after the council had the last of the"
    " lanterns carried into a cellar."
)
SECOND = (
    "Nobody could say what the oil would cost. The harbour fund has promised a third of it, and a baker who lives by the"
    " steps has promised buns."
)
THIRD = (
    "The lanterns were made in 1902 by a smith who was paid in eels. Eleven of the fourteen still burn, which is more than"
    " can be said of the street lights."
)


def pier(*inside: str, head: str = "") -> str:
    return (
        f"<html><head><title>Pier to be lit again</title>{head}</head><body><article><h1>Pier to be lit again</h1>"
        f"<div class='story'><p>{FIRST}</p><p>{SECOND}</p>{''.join(inside)}<p>{THIRD}</p></div></article></body></html>"
    )


def read_pier(*inside: str, head: str = "") -> Article:
    return extract(pier(*inside, head=head), url=URL)


def paragraphs(article: Article) -> list[str]:
    return [block.text for block in article.blocks if isinstance(block, Paragraph)]
