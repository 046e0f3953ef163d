"""check: an article, claim by claim, against what else is in the ledger."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sayso.cli._report import REPORT, deliver, form, tell_stale
from sayso.cli._settings import LEDGER, WORKERS, settings
from sayso.cli._words import shown
from sayso.errors import ReadError

if TYPE_CHECKING:
    from sayso.model import Document

__all__ = ["command"]


@click.command("check")
@click.argument("article", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@LEDGER
@WORKERS
@REPORT
def command(
    article: Path, paths: tuple[Path, ...], ledger: Path | None, workers: int | None, file: Path | None, as_json: bool, as_table: bool
) -> int:
    """Check an article, claim by claim, against what else is in the ledger.

    ARTICLE and each PATH are read into the ledger first. Each claim is in line with others, differs from them, has only others near
    it that cannot be compared (with what differs), or nothing is found on the same dimension, place and days.
    """
    from sayso.cli.add import add
    from sayso.comparison.payload import check_payload
    from sayso.findings.agreement import check
    from sayso.ledger import Ledger
    from sayso.linking import link

    chosen = settings()
    out = form(file, as_json=as_json, as_table=as_table)
    own = _article(article)
    code = add((article, *paths), chosen.ledger_or(ledger), chosen.workers_or(workers))
    with Ledger(chosen.ledger_or(ledger)) as opened:
        told = [link(entry) for entry in opened.find()]
        inside = sorted((t for t in told if t.document.id == own.id), key=lambda t: t.claim.span)
        checked = tuple(check(inside, told))
        whole = check_payload(own, checked, opened.documents, told, opened.unread)
        tell_stale(opened)
    deliver(whole, out, _table)
    click.echo(_summary(whole), err=True)
    return code


def _article(path: Path) -> Document:
    from sayso import readers
    from sayso.model import Unread

    found = list(readers.read((path,)))
    documents = [item for item in found if not isinstance(item, Unread)]
    if len(documents) != 1:
        reasons = "; ".join(item.reason for item in found if isinstance(item, Unread))
        raise ReadError(f"{path}: {reasons or f'holds {len(documents)} documents, and an article is one'}")
    return documents[0]


def _summary(whole: dict[str, Any]) -> str:
    from collections import Counter

    verdicts = Counter(one["verdict"] for one in whole["check"]["claims"])
    told = ", ".join(f"{number} {verdict}" for verdict, number in verdicts.most_common())
    return f"{shown(whole['title'])}: {told}" if told else f"{shown(whole['title'])}: no claims found in it"


def _table(whole: dict[str, Any]) -> None:
    from sayso.cli._checked import show

    show(whole)
