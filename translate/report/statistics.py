"""The statistics of a corpus as JSON, or as one HTML page with plots that needs nothing from outside."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from html import escape

from translate.corpus.statistics import Amount, Statistics, label_of
from translate.report.page import begin_page, end_page

_MOST_DOCUMENTS = 500
_HEAD = ("units", "source words", "target words", "source characters", "target characters")


def as_dict(found: Statistics) -> dict[str, object]:
    """Return the counts under their names."""
    return {
        **asdict(found.total),
        "duplicates": {"pair": found.same_pair, "source": found.same_source, "target": found.same_target},
        **{name: dict(values) for name, values in _classes(found).items()},
        "documents": {name: asdict(amount) for name, amount in found.documents.items()},
    }


def format_json(found: Statistics) -> str:
    return json.dumps(as_dict(found), ensure_ascii=False, indent=1) + "\n"


def format_page(found: Statistics, title: str) -> str:
    """Return the page: counts, bars of lengths, scores, origins and states, and a table of documents."""
    return "\n".join(_page(found, title)).encode("utf-8", "backslashreplace").decode() + "\n"


def _classes(found: Statistics) -> dict[str, Mapping[str, int]]:
    """Return what is counted in classes, in the order of these."""
    scores = sorted(found.scores.items(), key=lambda one: (not one[0].isdigit(), one[0].zfill(3)))
    return {
        "lengths": {label_of(length): count for length, count in sorted(found.lengths.items())},
        "scores": dict(scores),
        "origins": dict(found.origins.most_common()),
        "states": dict(found.states.most_common()),
        "languages": dict(found.languages.most_common()),
    }


def _page(found: Statistics, title: str) -> Iterator[str]:
    yield begin_page(title)
    yield _table({"all": found.total})
    duplicates = f"{found.same_pair:,} pairs, {found.same_source:,} sources, {found.same_target:,} targets"
    yield f"<p>Repeated beyond the first: {duplicates}.</p>"
    for name, values in _classes(found).items():
        yield f'<h2>{name.title()}</h2><div class="bars">'
        most = max(values.values(), default=1)
        for label, count in values.items():
            bar = f'<div class="bar" style="width:{100 * count / most:.1f}%"></div>'
            yield f"<span>{escape(label)}</span>{bar}<span>{count:,}</span>"
        yield "</div>"
    yield "<h2>Documents</h2>"
    largest = sorted(found.documents.items(), key=lambda one: -one[1].units)
    yield _table(dict(largest[:_MOST_DOCUMENTS]))
    if len(largest) > _MOST_DOCUMENTS:
        yield f"<p>The largest {_MOST_DOCUMENTS} of {len(largest):,} documents.</p>"
    yield end_page()


def _table(rows: Mapping[str, Amount]) -> str:
    head = "".join(f"<th scope=col>{name}</th>" for name in ("", *_HEAD))
    body = "".join(
        f"<tr><td>{escape(name)}</td>" + "".join(f"<td>{value:,}</td>" for value in asdict(amount).values()) + "</tr>"
        for name, amount in rows.items()
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
