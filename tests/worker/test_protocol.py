from __future__ import annotations

from pathlib import Path

import pytest

from reader.errors import QueryError, ReaderError, StatusError
from reader.model import Article, Heading, Run
from reader.newsroom import Request
from reader.newsroom.entry_reading import EntryRequest
from reader.newsroom.jobs import AddJob, ExportJob, Finished, Job, Progress, RefreshJob, Report
from reader.worker.protocol import ANSWERS, JOBS, ORDERS, REPORTS, Answer, Order

PLACE = Path("/home/ada/odd \udce9 name.db")  # a file's name need not be text


@pytest.mark.parametrize(
    "order",
    [
        Order(ticket=2, request=Request(source="-", body=b"\0\xff" * 3, kind="feed", timeout=1.5)),
        Order(ticket=3, request=EntryRequest(entry=7, library=PLACE, own_text=True), is_ahead=True),
    ],
)
def test_an_order_arrives_as_it_was_sent(order: Order) -> None:
    assert ORDERS.decode(ORDERS.encode(order)) == order


@pytest.mark.parametrize(
    "error",
    [
        ReaderError("it is broken"),
        StatusError("not found", status=404, retry_after=1.5, source="https://courier.example/a", advice="check the address"),
        QueryError("no such field", start=2, end=5),
    ],
)
def test_an_error_arrives_with_its_class_and_all_its_parts(error: ReaderError) -> None:
    again = ANSWERS.decode(ANSWERS.encode(Answer(ticket=1, error=error))).error
    assert type(again) is type(error)
    assert vars(again) == vars(error)
    assert str(again) == str(error)


@pytest.mark.parametrize(
    "job",
    [
        RefreshJob(library=PLACE, feeds=(3, 1)),
        AddJob(library=PLACE, source="courier.example"),
        ExportJob(library=PLACE, target=Path("b.epub"), article=Article(blocks=(Heading(runs=(Run(text="Tide"),), level=1),))),
    ],
)
def test_an_assignment_arrives_as_it_was_sent(job: Job) -> None:
    assert JOBS.decode(JOBS.encode(job)) == job


@pytest.mark.parametrize("report", [Progress(done=1, of=3, new=0), Finished(said="Kept: Tide", entry=4)])
def test_a_report_arrives_as_it_was_sent(report: Report) -> None:
    assert REPORTS.decode(REPORTS.encode(report)) == report
