"""What the page asks, and what it is told: one method a route."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from translate.data import Ruling
from translate.errors import BitexteError, UsageError
from translate.serve.review import listing as lists
from translate.serve.review.alternatives import Alternatives
from translate.serve.review.concordance import hits_in_units
from translate.serve.review.deciding import decide, wish_of
from translate.serve.review.desk import Desk
from translate.serve.review.entry import Entry
from translate.serve.review.exchange import Exported, export_units, import_units
from translate.serve.review.resources import Resources
from translate.serve.review.rows import decision_value, orphan_value, plain_of, row_of_entry, unit_value
from translate.serve.review.writing import Writing

_MOST_DECISIONS = 10_000
_MOST_HITS = 50
_DECIDED, _REFUSED = "verdict > ''", "refused"
"""Of which units each document's are counted; each has its index, as a count over all takes longer than a decision."""
_PREVIEWED = 20_000
"""Units of a document that are shown at most."""


class MissingError(BitexteError):
    """There is no unit or document of this number."""


class Answers:
    """The desk, and what is beside it, for the page."""

    def __init__(self, desk: Desk, writing: Writing, *, plain: bool = False) -> None:
        self.desk, self._writing, self._plain = desk, writing, plain
        self._resources = Resources(desk.config, desk.out)
        self._alternatives = Alternatives(desk)
        self._lists = lists.Lists()
        self._issues: dict[int, dict[str, int]] = {}
        self._issues_of = ""

    def documents(self, values: Mapping[str, str]) -> dict[str, Any]:
        with self.desk.lock:
            desk = self.desk
            desk.catch_up()
            reviewed, refused = self._count(_DECIDED), self._count(_REFUSED)
            changed: dict[str, str] = {}
            for decision in desk.log:
                changed[decision.document] = f"{decision.time[:19]}Z"
            issues = self._count_issues()
            latest = desk.log[-1].time if desk.log else ""
            config = desk.config
            return {
                "folder": desk.out.resolve().name,
                "source_language": desk.languages[0],
                "target_language": desk.languages[1],
                "plain": self._plain,
                "documents": [
                    {
                        "doc": doc,
                        "name": name,
                        "units": units,
                        "reviewed": reviewed.get(doc, 0),
                        "refused": refused.get(doc, 0),
                        "issues": issues.get(doc, {}),
                        "changed": changed.get(name),
                    }
                    for doc, name, _, units in desk.documents
                ],
                "orphaned": len(desk.orphans),
                "log": desk.version,
                "to_write": latest > self._writing.decided,
                "writing": self._writing.progress,
                "can": {
                    "write": self._writing.is_possible,
                    "alternatives": self._writing.is_possible,
                    "memory": bool(config.memory.files),
                    "terms": config.engine.glossary is not None,
                },
            }

    def _count(self, which: str, docs: Iterable[int] | None = None) -> dict[int, int]:
        """Return how many units of documents, or of each, are such; those without any are left out."""
        among = "" if docs is None else f"doc IN ({','.join(map(str, docs))}) AND "
        query = f"SELECT doc, count(*) FROM unit WHERE {among}{which} GROUP BY doc"
        return dict(self.desk.connection.execute(query).fetchall())

    def _count_issues(self) -> dict[int, dict[str, int]]:
        if self._issues_of != self.desk.version:
            query = (
                "SELECT u.doc, i.name, count(*) FROM issue i JOIN unit u ON u.id = i.unit WHERE i.severity >= 2 "
                "GROUP BY u.doc, i.name ORDER BY count(*) DESC"
            )
            self._issues = {}
            for doc, name, count in self.desk.connection.execute(query):
                self._issues.setdefault(doc, {})[name] = count
            self._issues_of = self.desk.version
        return self._issues

    def units(self, values: Mapping[str, str]) -> dict[str, Any]:
        with self.desk.lock:
            desk = self.desk
            desk.catch_up()
            wanted = lists.listing_of(values)
            start, count = lists.number_of(values, "from") or 0, lists.number_of(values, "count") or 100
            key = self._key_of(values)
            total, numbers = self._lists.page(desk.connection, wanted, key, start, count)
            answer: dict[str, Any] = {
                "total": total,
                "from": start,
                "log": desk.version,
                "rows": [row_of_entry(entry, desk) for number in numbers if (entry := desk.entry(number))],
            }
            if (find := lists.number_of(values, "find")) is not None:
                answer["at"] = self._lists.row_of(desk.connection, wanted, key, find)
            return answer

    def _key_of(self, values: Mapping[str, str]) -> str:
        """Return under which key a list is kept: that of the page, or one for how things stand."""
        return f"list {values['list'][:40]}" if values.get("list") else self.desk.version

    def next(self, values: Mapping[str, str]) -> dict[str, Any]:
        with self.desk.lock:
            desk = self.desk
            number, row = lists.number_of(values, "id"), lists.number_of(values, "from_row")
            way, want = values.get("way", "next"), values.get("want", "any")
            if number is None and row is None:
                raise UsageError("'id' is missing.")
            if way not in ("next", "previous"):
                raise UsageError(f"unknown way '{way[:40]}'. Known: next, previous.")
            if want not in lists.WANTED:
                raise UsageError(f"unknown wish '{want[:40]}'. Known: {', '.join(lists.WANTED)}.")
            wanted, key = lists.listing_of(values), self._key_of(values)
            if number is not None:
                row = self._lists.row_of(desk.connection, wanted, key, number)
            found = self._lists.next(desk.connection, wanted, key, row, want, backwards=way == "previous")
            return {"id": found[0], "at": found[1]} if found else {"id": None, "at": None}

    def unit(self, values: Mapping[str, Any]) -> dict[str, Any]:
        with self.desk.lock:
            entry = self._entry(values)
            value = unit_value(entry, self.desk)
        return value | {"matches": self._resources.matches(entry), "terms": self._resources.terms(entry)}

    def alternatives(self, values: Mapping[str, Any]) -> dict[str, Any]:
        with self.desk.lock:
            entry = self._entry(values)
        count = min(lists.number_of(values, "count") or 4, 10)
        return {"alternatives": self._alternatives.find(entry, count)}

    def _entry(self, values: Mapping[str, Any]) -> Entry:
        entry = self.desk.entry(int(values["id"]))
        if entry is None:
            raise MissingError(f"there is no unit {values['id']}.")
        return entry

    def decide(self, body: dict[str, Any]) -> dict[str, Any]:
        wishes = body.get("decisions")
        if not isinstance(wishes, list) or not 0 < len(wishes) <= _MOST_DECISIONS:
            raise UsageError(f"'decisions' is a list of 1 to {_MOST_DECISIONS} decisions.")
        group = body.get("group") or ""
        if not isinstance(group, str) or len(group) > 100:
            raise UsageError("'group' is a name of at most 100 characters.")
        with self.desk.lock:
            saved = decide(self.desk, [wish_of(wish) for wish in wishes], group)
            return self._saved([number for number, _ in saved])

    def undo(self, body: dict[str, Any]) -> dict[str, Any]:
        return self._step(body, back=True)

    def redo(self, body: dict[str, Any]) -> dict[str, Any]:
        return self._step(body, back=False)

    def _step(self, body: dict[str, Any], *, back: bool) -> dict[str, Any]:
        with self.desk.lock:
            desk = self.desk
            desk.catch_up()
            group = body.get("group") or ""
            if not isinstance(group, str):
                raise UsageError("'group' is a name.")
            if type(body.get("id")) is int:
                numbers, group = [body["id"]], ""
            elif group:
                numbers = desk.members(group)
            else:
                numbers, group = desk.last_of_mine(back=back)
            done = desk.step(numbers, back=back, group=group)
            return self._saved(done) | {"undone": {"group": group} if group and done else None}

    def _saved(self, numbers: list[int]) -> dict[str, Any]:
        """Return units as they stand after they were written and read back."""
        desk = self.desk
        entries = [entry for number in numbers if (entry := desk.entry(number))]
        docs = sorted({entry.doc for entry in entries})
        reviewed = self._count(_DECIDED, docs)
        return {
            "saved": [
                {
                    "id": entry.id,
                    "row": row_of_entry(entry, desk),
                    "decision": decision_value(desk.latest[entry.id], entry.source),
                }
                for entry in entries
            ],
            "log": desk.version,
            "documents": [{"doc": doc, "reviewed": reviewed.get(doc, 0)} for doc in docs],
        }

    def concordance(self, values: Mapping[str, str]) -> dict[str, Any]:
        words, side = values.get("q", "").strip(), values.get("in", "both")
        if side not in ("source", "target", "both"):
            raise UsageError(f"unknown side '{side[:40]}'. Known: source, target, both.")
        if not words:
            return {"hits": [], "more": False}
        with self.desk.lock:
            hits = hits_in_units(self.desk, words, side, _MOST_HITS + 1)
        if len(hits) <= _MOST_HITS:
            hits += self._resources.hits(words, side, _MOST_HITS + 1 - len(hits))
        return {"hits": hits[:_MOST_HITS], "more": len(hits) > _MOST_HITS}

    def orphans(self, values: Mapping[str, str]) -> dict[str, Any]:
        with self.desk.lock:
            self.desk.catch_up()
            return {"orphans": [orphan_value(decision) for decision in self.desk.orphans]}

    def preview(self, values: Mapping[str, str]) -> dict[str, Any]:
        with self.desk.lock:
            doc = lists.number_of(values, "doc")
            found = next((one for one in self.desk.documents if one[0] == doc), None)
            if found is None:
                raise MissingError("there is no such document.")
            _, name, first, count = found
            blocks: dict[int, list[dict[str, Any]]] = {}
            for number in range(first, first + min(count, _PREVIEWED)):
                entry = self.desk.entry(number)
                if entry is None:
                    continue
                shown = entry.source if entry.ruling is Ruling.REJECT or not entry.target.text else entry.target
                block = entry.unit.source.span.block if entry.unit.source.span else number
                blocks.setdefault(block, []).append({"id": number, "plain": plain_of(entry.source, shown)})
            kind = name.rpartition(".")[2] if "." in name else "text"
            return {"name": name, "kind": kind, "blocks": [{"parts": parts} for parts in blocks.values()]}

    def write(self, body: dict[str, Any]) -> dict[str, Any]:
        return {"writing": self._writing.start()}

    def writing(self, values: Mapping[str, str]) -> dict[str, Any]:
        last = self._writing.last
        return {"writing": self._writing.progress, "last": last.value if last else None}

    def export(self, body: dict[str, Any]) -> Exported:
        values = {key: str(value) for key, value in body.items() if value is not None and not isinstance(value, bool)}
        with self.desk.lock:
            return export_units(self.desk, values.pop("kind", ""), lists.listing_of(values))

    def take_in(self, data: bytes, name: str) -> dict[str, Any]:
        with self.desk.lock:
            return import_units(self.desk, data, name).value | {"log": self.desk.version}
