"""The paths of the API: requests come in, the line and the jobs are asked, JSON goes out."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from translate.documents.kinds import KINDS_BY_SUFFIX
from translate.errors import BitexteError
from translate.languages import find_language
from translate.serve.api.admission import Admission
from translate.serve.api.document_paths import DocumentPaths
from translate.serve.api.documents import Jobs
from translate.serve.api.errors import ApiError, refusal
from translate.serve.api.languages import AUTO, Served
from translate.serve.api.line import Line, Wish
from translate.serve.api.openapi import specification
from translate.serve.api.parameters import Parameters
from translate.serve.api.settings import ServerSettings
from translate.serve.guard import RefusedError, left
from translate.text.words import has_letters

FORMATS = ("text", "html")
_CLEANING_SECONDS = 60
_write = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode


class Api:
    """What the paths need: the line of texts, the jobs, and who may ask."""

    def __init__(self, settings: ServerSettings, line: Line, jobs: Jobs) -> None:
        self._settings, self._line, self._jobs = settings, line, jobs
        self._admission = Admission(settings)
        self._served = Served(line.config)

    async def translate(self, request: Request) -> Response:
        parameters = await self._admission.admit(request)
        texts, is_list = self._texts(parameters)
        source = self._served.check_source(parameters.text("source"))
        target = self._served.check_target(parameters.text("target"), source)
        kind = parameters.text("format", "text")
        if kind not in FORMATS:
            raise ApiError(400, f"{kind[:20]} format is not supported; known: {', '.join(FORMATS)}")
        count = parameters.number("alternatives", 0)
        if count > self._settings.alternatives_limit:
            limit = self._settings.alternatives_limit
            raise ApiError(400, f"Invalid request: {count} alternatives are more than the limit of {limit}")
        detected = [self._served.detect(text) for text in texts] if source == AUTO else None
        languages = [one.language for one in detected] if detected else [source] * len(texts)
        wanted = [
            place
            for place, text in enumerate(texts)
            if languages[place] == self._served.source and target == self._served.target and is_worded(text)
        ]
        wishes = [Wish(texts[place], kind == "html", count) for place in wanted]
        done = dict(zip(wanted, await self._ask(request, wishes), strict=True))
        found = [done[place].text if place in done else text for place, text in enumerate(texts)]
        value: dict[str, Any] = {"translatedText": found if is_list else found[0]}
        if detected:
            values = [one.value for one in detected]
            value["detectedLanguage"] = values if is_list else values[0]
        if count:
            others = [list(done[place].alternatives) if place in done else [] for place in range(len(texts))]
            value["alternatives"] = others if is_list else others[0]
        return Response(_write(value), media_type="application/json")

    async def _ask(self, request: Request, wishes: Sequence[Wish]) -> list[Any]:
        if not wishes:
            return []
        return await self._line.translate(wishes, self._settings.seconds, request.is_disconnected)

    def _texts(self, parameters: Parameters) -> tuple[list[str], bool]:
        """Return the texts of a request, and whether it is a list of them.

        :raises ApiError: where there are none, too many, or one is too long.
        """
        value = parameters.values.get("q")
        if not value and isinstance(value, str | list | None):
            raise ApiError(400, "Invalid request: missing q parameter")
        texts: list[str] = value if isinstance(value, list) else [value]
        if not all(isinstance(text, str) for text in texts):
            raise ApiError(400, "Invalid request: q is a text, or a list of texts")
        if len(texts) > self._settings.batch_limit:
            raise ApiError(
                400, f"Invalid request: {len(texts)} texts are more than the limit of {self._settings.batch_limit}"
            )
        if not all(map(_is_whole, texts)):
            raise ApiError(400, "Invalid request: a text has half a character")
        longest = max(map(len, texts))
        if longest > self._settings.char_limit:
            raise ApiError(
                400,
                f"Invalid request: a text of {longest} characters is over the limit of {self._settings.char_limit}",
            )
        return texts, isinstance(value, list)

    async def detect(self, request: Request) -> Response:
        parameters = await self._admission.admit(request)
        texts, is_list = self._texts(parameters)
        found = [[self._served.detect(text).value] for text in texts]
        return JSONResponse(found if is_list else found[0])

    async def languages(self, request: Request) -> Response:
        return JSONResponse(self._served.value)

    async def settings(self, request: Request) -> Response:
        settings, served = self._settings, self._served
        pair = {
            name: {"code": code, "name": find_language(code).name}
            for name, code in (("source", served.source), ("target", served.target))
        }
        return JSONResponse(
            {
                "apiKeys": bool(settings.api_keys),
                "keyRequired": bool(settings.api_keys),
                "charLimit": settings.char_limit,
                "batchLimit": settings.batch_limit,
                "requestLimit": settings.req_limit,
                "alternativesLimit": settings.alternatives_limit,
                "fileSizeLimit": settings.file_limit,
                "bodySizeLimit": settings.body_limit,
                "waitingLimit": settings.waiting_limit,
                "frontendTimeout": 500,
                "filesTranslation": True,
                "suggestions": settings.suggestions,
                "supportedFilesFormat": sorted(KINDS_BY_SUFFIX),
                "language": pair,
            }
        )

    async def health(self, request: Request) -> Response:
        return JSONResponse({"status": "ok"})

    async def suggest(self, request: Request) -> Response:
        await self._admission.admit(request)
        return refusal(403, "Suggestions are not taken here; review translations with bitexte review.")

    async def metrics(self, request: Request) -> Response:
        lines = [
            ("bitexte_requests_total", "counter", self._admission.requests),
            ("bitexte_texts_total", "counter", self._line.translated),
            ("bitexte_texts_waiting", "gauge", self._line.waiting),
            ("process_cpu_seconds_total", "counter", time.process_time()),
        ]
        text = "".join(f"# TYPE {name} {kind}\n{name} {value}\n" for name, kind, value in lines)
        return PlainTextResponse(text, media_type="text/plain; version=0.0.4")

    async def spec(self, request: Request) -> Response:
        return JSONResponse(specification(self._admission.address(request)))

    async def home(self, request: Request) -> Response:
        return JSONResponse({"name": "bitexte", "specification": "/spec"})

    def app(self) -> Starlette:
        """Return the application, without what stands before it."""

        def route(path: str, answer: Callable[[Request], Awaitable[Response]], *methods: str) -> Route:
            return Route(path, answer, methods=list(methods or ("GET",)))

        documents = DocumentPaths(self._admission, self._jobs, self._line.config)
        routes = [
            route("/translate", self.translate, "POST"),  # the first that is looked at
            route("/", self.home, "GET", "POST"),
            route("/detect", self.detect, "POST"),
            route("/suggest", self.suggest, "POST"),
            route("/translate_file", documents.translate_file, "POST"),
            route("/download_file/{name:path}", documents.download),
            route("/languages", self.languages),
            route("/frontend/settings", self.settings),
            route("/health", self.health),
            route("/spec", self.spec),
            route("/v1/documents", documents.add_document, "POST"),
            route("/v1/documents/{id}", documents.document),
            route("/v1/documents/{id}", documents.remove_document, "DELETE"),
            route("/v1/documents/{id}/files/{name}", documents.document_file),
        ]
        if self._settings.metrics:
            routes.append(route("/metrics", self.metrics))

        @asynccontextmanager
        async def living(app: Starlette) -> AsyncIterator[None]:
            cleaning = asyncio.create_task(self._clean())
            yield
            cleaning.cancel()
            await run_in_threadpool(self._line.close)
            await run_in_threadpool(self._jobs.close)

        handlers: dict[Any, Any] = {
            ApiError: lambda request, exc: refusal(exc.status, str(exc), exc.headers),
            RefusedError: lambda request, exc: refusal(exc.status, exc.sentence),
            BitexteError: lambda request, exc: refusal(400, str(exc)),
            HTTPException: lambda request, exc: refusal(exc.status_code, str(exc.detail), exc.headers),
            ClientDisconnect: left,
            500: lambda request, exc: refusal(500, "The server failed at this request; its log says why."),
        }
        app = Starlette(routes=routes, exception_handlers=handlers, lifespan=living)
        app.router.redirect_slashes = False  # they are taken off before; a redirect would come back here
        return app

    async def _clean(self) -> None:
        while True:
            await asyncio.sleep(_CLEANING_SECONDS)
            await run_in_threadpool(self._jobs.remove_old, time.time())


def is_worded(text: str) -> bool:
    """Tell whether there is anything in a text that languages write in different ways."""
    return has_letters(text) or any(character.isdigit() for character in text)


def _is_whole(text: str) -> bool:
    """Tell whether a text has no half of a character, which only JSON can bring."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
