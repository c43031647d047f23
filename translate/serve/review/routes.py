"""The routes of the review page: requests come in, the desk is asked, JSON goes out."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from translate.errors import BitexteError, UsageError
from translate.languages import ADMINISTRATION
from translate.languages.interface import interface_languages, interface_strings
from translate.serve.guard import RefusedError, left
from translate.serve.review.answers import Answers, MissingError
from translate.serve.review.deciding import CodesError, ConflictError
from translate.serve.review.marks import value_of_parts
from translate.serve.review.page import Asset, Page
from translate.serve.review.rows import row_of_entry

Values = dict[str, str]
_CODES = {403: "forbidden", 404: "not_found", 405: "method", 413: "too_large", 421: "misdirected"}


def refuse(status: int, code: str, sentence: str, **more: Any) -> Response:
    """Return the answer to a request that is refused."""
    return JSONResponse({"error": {"code": code, "message": sentence[:1].upper() + sentence[1:], **more}}, status)


def review_app(answers: Answers, page: Page) -> Starlette:
    """Return the application of the review page, without its guard."""

    def reading(answer: Callable[[Values], Any]) -> Callable[[Request], Any]:
        async def endpoint(request: Request) -> Response:
            values = {**dict(request.query_params), **request.path_params}
            return JSONResponse(await run_in_threadpool(answer, values))

        return endpoint

    def writing(answer: Callable[[dict[str, Any]], Any], status: int = 200) -> Callable[[Request], Any]:
        async def endpoint(request: Request) -> Response:
            return JSONResponse(await run_in_threadpool(answer, await _body_of(request)), status)

        return endpoint

    async def export(request: Request) -> Response:
        made = await run_in_threadpool(answers.export, await _body_of(request))
        return Response(made.data, media_type=made.type, headers={"Content-Disposition": made.disposition})

    async def take_in(request: Request) -> Response:
        async with request.form(max_files=1, max_fields=4) as form:
            upload = form.get("file")
            if upload is None or isinstance(upload, str):
                raise UsageError("the request has no file.")
            data = await upload.read()
            return JSONResponse(await run_in_threadpool(answers.take_in, data, upload.filename or ""))

    async def interface(request: Request) -> Response:
        languages = list(interface_languages())
        wanted = request.query_params.get("language") or _preferred(
            request.headers.get("accept-language", ""), languages
        )
        language = wanted if wanted in languages else ADMINISTRATION
        strings = dict(interface_strings(language))
        return JSONResponse({"language": language, "languages": languages, "strings": strings})

    def asset(found: Asset) -> Response:
        return Response(found.data, headers={"Content-Type": found.type})

    async def file(request: Request) -> Response:
        found = page.assets.get(request.path_params["name"])
        return asset(found) if found else refuse(404, "not_found", "there is no such file.")

    async def index(request: Request) -> Response:
        return asset(page.index)

    routes = [
        Route("/", index),
        Route("/assets/{name}", file),
        Route("/api/interface", interface),
        Route("/api/documents", reading(answers.documents)),
        Route("/api/units", reading(answers.units)),
        Route("/api/units/{id:int}", reading(answers.unit)),
        Route("/api/units/{id:int}/alternatives", reading(answers.alternatives)),
        Route("/api/next", reading(answers.next)),
        Route("/api/concordance", reading(answers.concordance)),
        Route("/api/orphans", reading(answers.orphans)),
        Route("/api/preview", reading(answers.preview)),
        Route("/api/write", reading(answers.writing), methods=["GET"]),
        Route("/api/write", writing(answers.write, 202), methods=["POST"]),
        Route("/api/decisions", writing(answers.decide), methods=["POST"]),
        Route("/api/undo", writing(answers.undo), methods=["POST"]),
        Route("/api/redo", writing(answers.redo), methods=["POST"]),
        Route("/api/export", export, methods=["POST"]),
        Route("/api/import", take_in, methods=["POST"]),
    ]
    handlers: dict[Any, Any] = {
        ConflictError: lambda request, exc: _conflict(exc, answers),
        CodesError: lambda request, exc: refuse(422, "codes", str(exc), units=list(exc.faults)),
        RefusedError: lambda request, exc: refuse(exc.status, exc.code, exc.sentence),
        MissingError: lambda request, exc: refuse(404, "not_found", str(exc)),
        BitexteError: lambda request, exc: refuse(400, "bad_request", str(exc)),
        HTTPException: lambda request, exc: refuse(
            exc.status_code, _CODES.get(exc.status_code, "bad_request"), str(exc.detail)
        ),
        ClientDisconnect: left,
        500: lambda request, exc: refuse(500, "failed", "the page's server failed at this; its window says why."),
        TimeoutError: lambda request, exc: refuse(400, "bad_request", "the regular expression takes too long."),
        sqlite3.OperationalError: lambda request, exc: refuse(400, "bad_request", f"cannot be looked for: {exc}."),
    }
    return Starlette(routes=routes, exception_handlers=handlers)


def _conflict(exc: ConflictError, answers: Answers) -> Response:
    conflicts = [
        {
            "id": entry.id,
            "row": row_of_entry(entry, answers.desk),
            "yours": value_of_parts(parts, entry.source, entry.machine),
        }
        for entry, parts in exc.units
    ]
    return refuse(409, "conflict", str(exc), conflicts=conflicts)


async def _body_of(request: Request) -> dict[str, Any]:
    """Return the object that a request holds as JSON.

    :raises UsageError: where it is something else.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise UsageError("the request is no JSON.")
    with suppress(ValueError, RecursionError):
        value = json.loads(await request.body() or b"{}")
        json.dumps(value, ensure_ascii=False).encode()  # fails where a text has half a character
        if isinstance(value, dict):
            return value
    raise UsageError("the request is no object of JSON, in UTF-8.")


def _preferred(header: str, known: list[str]) -> str:
    """Return the first language of a browser that the page speaks."""
    for part in header.split(","):
        code = part.partition(";")[0].strip().partition("-")[0].lower()
        if code in known:
            return code
    return ADMINISTRATION
