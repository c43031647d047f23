"""A small server that speaks the contract of the review page: units are made by number, decisions live in memory.

It serves tests of the page alone: a hundred thousand units at once, and answers that a folder would not give on demand.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import translate
from translate.languages.interface import interface_strings

ASSETS = Path(translate.__file__).parent / "serve" / "assets" / "review"
TYPES = {".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
TOKEN = "of-this-start"
POLL_SECONDS = 0.02
"""How long a server that is told to stop may take to see it."""
WORDS = "La commission examine le rapport sur la pêche et les transports du mois de mai".split()
MACHINE_WORDS = "The committee examines the report on fisheries and transport for the month of May".split()
BOLD = [{"c": 1, "k": "start", "t": "bold", "p": 1, "l": "<b>"}, {"c": 2, "k": "end", "p": 1, "l": "</b>"}]
Json = dict[str, Any]
WRITTEN = {"ok": True, "message": "", "documents": 1, "time": "2026-11-29T08:00:00Z"}
ORPHAN = {
    "name": "gone.md#1",
    "document": "gone.md",
    "source_plain": "Vieux",
    "plain": "Old",
    "verdict": "edit",
    "author": "a",
    "time": "2026-11-29T08:00:00Z",
    "reason": "no such source",
}


def plain(parts: list[Any]) -> str:
    marks = {1: "{1}", 2: "{/1}"}
    return "".join(part if isinstance(part, str) else marks.get(part["c"], f"{{{part['c']}/}}") for part in parts)


@dataclass
class Folder:
    """What a run left: `units` of them, every third with codes, every fifth with an issue; `fixed` ones are given."""

    units: int
    documents: int = 1
    fixed: dict[int, Json] = field(default_factory=dict)
    decisions: dict[int, list[Json]] = field(default_factory=dict)
    undone: dict[int, list[Json]] = field(default_factory=dict)
    lists: dict[str, list[int]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    sent: list[Json] = field(default_factory=list)
    fails: int = 0
    """How many decisions to answer with 503, as a server that is gone does."""

    @property
    def size(self) -> int:
        return -(-self.units // self.documents)

    def row(self, unit: int) -> Json:
        doc, number = divmod(unit, self.size)
        count = 4 + unit * 7 % 40
        source: list[Any] = [" ".join(WORDS[i % len(WORDS)] for i in range(count)) + f" ({unit})."]
        machine: list[Any] = [" ".join(MACHINE_WORDS[i % len(MACHINE_WORDS)] for i in range(count)) + f" ({unit})."]
        if unit % 3 == 0:
            source, machine = (
                ["Un ", BOLD[0], "mot", BOLD[1], " ", *source],
                ["A ", BOLD[0], "word", BOLD[1], " ", *machine],
            )
        issues = [] if unit % 5 else [self.issue("numbers", "error" if unit % 10 else "warning", 2, 4)]
        row: Json = {
            "source": source,
            "target": machine,
            "issues": issues,
            "score": 40 + unit % 60,
            "origin": "machine",
        }
        row |= self.fixed.get(unit, {})
        row |= {"id": unit, "number": number + 1, "doc": doc, "name": f"document{doc}.md#{unit}", "state": "draft"}
        row |= {"machine": row["target"], "verdict": None, "dirty": False, "refused": unit % 50 == 7}
        if last := self.standing(unit):
            row |= {"verdict": last["verdict"], "state": "reviewed"}
            row["target"] = last.get("parts", row["target"])
            row["issues"] = [{**issue, "dismissed": issue["check"] in last["dismissed"]} for issue in row["issues"]]
        row["seen"] = f"{unit}-{len(self.decisions.get(unit, []))}"
        return row | {"source_plain": plain(row["source"]), "target_plain": plain(row["target"])}

    @staticmethod
    def issue(check: str, severity: str, start: int, end: int) -> Json:
        places = [{"side": "target", "start": start, "end": end}]
        told = {"message": f"{check} differ", "value": None, "dismissed": False}
        return {"check": check, "severity": severity, "places": places, **told}

    def standing(self, unit: int) -> Json | None:
        last = (self.decisions.get(unit) or [None])[-1]
        return None if last is None or last["verdict"] == "reopen" else last

    def passes(self, unit: int, wanted: str) -> bool:
        row = self.row(unit) if wanted in ("issues", "refused", "edited") else {}
        return {
            "todo": lambda: self.standing(unit) is None,
            "issues": lambda: any(not issue["dismissed"] for issue in row["issues"]),
            "refused": lambda: row["refused"],
            "edited": lambda: row["verdict"] == "edit",
            "human": lambda: self.standing(unit) is not None,
        }.get(wanted, lambda: True)()

    def listed(self, asked: dict[str, str]) -> range | list[int]:
        wanted, text = asked.get("filter", "all"), asked.get("q", "")
        doc = asked.get("doc")
        all_of = (
            range(self.units)
            if doc is None
            else range(int(doc) * self.size, min((int(doc) + 1) * self.size, self.units))
        )
        if wanted == "all" and not text and "sort" not in asked:
            return all_of
        key = json.dumps({name: asked.get(name) for name in ("doc", "filter", "q", "sort", "list")})
        if key not in self.lists:
            found = [unit for unit in all_of if self.passes(unit, wanted)]
            found = [unit for unit in found if not text or text in self.row(unit)["source_plain"]]
            self.lists[key] = sorted(found, key=lambda u: self.row(u)["score"]) if "sort" in asked else found
        return self.lists[key]

    def decide(self, decisions: list[Json]) -> tuple[int, Json]:
        self.sent.extend(decisions)
        if self.fails:
            self.fails -= 1
            return 503, {"error": {"code": "busy", "message": "try again"}}
        rows = [(decision, self.row(decision["id"])) for decision in decisions]
        conflicts = [
            {"id": row["id"], "row": row, "yours": made.get("parts")}
            for made, row in rows
            if made["seen"] != row["seen"]
        ]
        if conflicts:
            return 409, {"error": {"code": "conflict", "message": "changed", "conflicts": conflicts}}
        for made, row in rows:
            wanted = sorted(part["c"] for part in row["source"] if not isinstance(part, str))
            numbers = [part["c"] for part in made.get("parts", row["target"]) if not isinstance(part, str)]
            if sorted(numbers) != wanted and made["verdict"] in ("edit", "accept"):
                missing = [number for number in wanted if number not in numbers]
                told = {"id": row["id"], "missing": missing, "doubled": [], "foreign": [], "order": []}
                return 422, {"error": {"code": "codes", "message": "codes", "units": [told]}}
        for made, row in rows:
            self.record(made, row)
        return 200, self.saved([row["id"] for _, row in rows])

    def record(self, made: Json, row: Json) -> None:
        kept: Json = {"verdict": made["verdict"], "dismissed": made.get("dismissed", [])}
        by_number = {part["c"]: part for part in row["source"] if not isinstance(part, str)}
        if made["verdict"] == "edit":
            parts = made.get("parts", [made.get("plain", "")])
            kept["parts"] = [part if isinstance(part, str) else by_number[part["c"]] for part in parts]
        elif made["verdict"] == "accept":
            kept["parts"] = row["target"]
        elif made["verdict"] == "reject":
            kept["parts"] = row["source"]
        self.decisions.setdefault(row["id"], []).append(kept)

    def saved(self, units: list[int]) -> Json:
        return {
            "saved": [{"id": unit, "row": self.row(unit), "decision": {}} for unit in units],
            "log": self.log,
            "documents": self.reviewed(),
        }

    def reviewed(self) -> list[Json]:
        done = [unit for unit in list(self.decisions) if self.standing(unit)]
        return [
            {"doc": doc, "reviewed": sum(unit // self.size == doc for unit in done)} for doc in range(self.documents)
        ]

    @property
    def log(self) -> str:
        return str(sum(map(len, self.decisions.values())))

    def summary(self) -> Json:
        starts = range(0, self.units, self.size)
        documents = [
            {
                "doc": doc,
                "name": f"chapter/document{doc}.md",
                "units": min(self.size, self.units - start),
                "reviewed": self.reviewed()[doc]["reviewed"],
                "refused": 1,
                "issues": {"numbers": 2},
                "changed": None,
            }
            for doc, start in enumerate(starts)
        ]
        folder = {"folder": "out", "source_language": "fr", "target_language": "en", "plain": False, "orphaned": 1}
        can = {"write": True, "alternatives": True, "memory": True, "terms": True}
        return folder | {
            "documents": documents,
            "log": self.log,
            "to_write": bool(self.decisions),
            "writing": None,
            "can": can,
        }

    def details(self, unit: int) -> Json:
        row = self.row(unit)
        near = [
            {"id": u, "source_plain": self.row(u)["source_plain"], "target_plain": self.row(u)["target_plain"]}
            for u in (unit - 1, unit + 1)
            if 0 <= u < self.units
        ]
        match = {
            "source": "La commission",
            "target": "The commission",
            "target_parts": ["The commission"],
            "percentage": 85,
        }
        match |= {"memory": "x.tmdb", "date": "", "difference": [["=", "La "], ["-", "commission"], ["+", "réunion"]]}
        history = [
            {
                "verdict": made["verdict"],
                "plain": "",
                "author": "a",
                "time": "2026-11-29T08:00:00Z",
                "group": "",
                "undone": False,
            }
            for made in reversed(self.decisions.get(unit, []))
        ]
        return row | {
            "machine_plain": plain(row["machine"]),
            "context": {"before": near[:1] if unit else [], "after": near[-1:]},
            "edits": [
                {"step": "measures", "stage": "after", "start": 0, "old": "5 km", "new": "3 mi", "reason": "a measure"}
            ],
            "notes": [{"text": "mind the tone", "author": "client"}],
            "matches": [match],
            "terms": [{"source": "commission", "target": "committee", "kept": True, "start": 3, "end": 13}],
            "difference": [["=", "The "], ["-", "old"], ["+", "new"]] if row["verdict"] == "edit" else [],
            "history": history,
        }

    def undo(self, body: Json) -> Json:
        unit = body.get("id", next(reversed(self.decisions), None))
        if not self.decisions.get(unit):
            return {"saved": [], "undone": None, "log": self.log}
        self.undone.setdefault(unit, []).append(self.decisions[unit].pop())
        return self.saved([unit]) | {"undone": {"group": ""}}

    def get(self, path: str, asked: dict[str, str]) -> Json:
        name, *rest = path.removeprefix("/api/").split("/")
        if name == "units" and rest:
            another = {"parts": ["Another text."], "plain": "Another text.", "score": 70.0}
            return {"alternatives": [another]} if rest[1:] else self.details(int(rest[0]))
        answers = {
            "interface": self.interface,
            "documents": lambda _: self.summary(),
            "units": self.page_of,
            "next": self.next_of,
            "concordance": self.concordance,
            "orphans": lambda _: {"orphans": [ORPHAN]},
            "preview": self.preview,
            "write": lambda _: {"writing": None, "last": WRITTEN},
        }
        return answers[name](asked)

    @staticmethod
    def interface(asked: dict[str, str]) -> Json:
        language = asked.get("language", "en")
        return {"language": language, "languages": ["en", "fr"], "strings": dict(interface_strings(language))}

    def page_of(self, asked: dict[str, str]) -> Json:
        ids, first = self.listed(asked), int(asked.get("from", 0))
        rows = [self.row(unit) for unit in ids[first : first + int(asked.get("count", 100))]]
        answer: Json = {"total": len(ids), "from": first, "log": self.log, "rows": rows}
        if "find" in asked:
            answer["at"] = ids.index(int(asked["find"])) if int(asked["find"]) in ids else None
        return answer

    def next_of(self, asked: dict[str, str]) -> Json:
        ids, step = self.listed(asked), 1 if asked["way"] == "next" else -1
        at = ids.index(int(asked["id"])) + step
        while 0 <= at < len(ids) and not self.passes(ids[at], asked.get("want", "any")):
            at += step
        return {"id": ids[at], "at": at} if 0 <= at < len(ids) else {"id": None, "at": None}

    @staticmethod
    def concordance(asked: dict[str, str]) -> Json:
        marks = {"source": [[0, 2]], "target": []}
        hit = {"where": "folder", "id": 2, "document": "d", "source": asked["q"], "target": "found", "marks": marks}
        return {"hits": [hit], "more": False}

    def preview(self, _: dict[str, str]) -> Json:
        shown = range(min(self.size, 20))
        blocks = [{"parts": [{"id": unit, "plain": self.row(unit)["target_plain"]}]} for unit in shown]
        return {"name": "document0.md", "kind": "markdown", "blocks": blocks}

    def post(self, path: str, body: Json) -> tuple[int, Json]:
        if path == "/api/decisions":
            return self.decide(body["decisions"])
        if path == "/api/undo":
            return 200, self.undo(body)
        return 202, {"writing": {"done": 0, "all": self.documents}, "saved": [], "log": self.log}


@contextmanager
def served(folder: Folder) -> Iterator[str]:
    """Serve `folder` while the block lasts; give the address of the page."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1  # head and body in one packet: else the second waits for the first one's receipt

        def log_message(self, *_: object) -> None:
            pass

        def answer(self, status: int, body: bytes, kind: str = "application/json") -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind + "; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Content-Security-Policy", POLICY)
            self.end_headers()
            self.wfile.write(body)

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            folder.asked.append(self.path)
            name = parts.path.rpartition("/")[2] or "index.html"
            if parts.path.startswith("/api/"):
                asked = {key: values[0] for key, values in parse_qs(parts.query).items()}
                self.answer(200, json.dumps(folder.get(parts.path, asked)).encode())
            elif (ASSETS / name).is_file():
                body = (ASSETS / name).read_bytes().replace(b"{{token}}", TOKEN.encode())
                self.answer(200, body, TYPES[Path(name).suffix])
            else:
                self.answer(404, b"{}")

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if self.headers["X-Token"] != TOKEN:
                self.answer(403, json.dumps({"error": {"code": "forbidden", "message": "token"}}).encode())
                return
            status, answer = folder.post(self.path, json.loads(body))
            self.answer(status, json.dumps(answer).encode())

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(POLL_SECONDS,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
