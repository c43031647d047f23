"""The paths of documents: uploads come in, jobs are begun and asked, and files of theirs go out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response

from translate.config import Config
from translate.documents.kinds import KINDS_BY_SUFFIX
from translate.formats import FORMATS
from translate.serve.api.admission import Admission
from translate.serve.api.documents import OUT, Job, Jobs
from translate.serve.api.errors import ApiError, refusal
from translate.serve.api.languages import AUTO, Served
from translate.serve.api.parameters import Parameters, Upload

_MEMORY, _GLOSSARY = "memory", "glossary"
_LONGEST_ENDING = 9


class DocumentPaths:
    """Answers requests about documents."""

    def __init__(self, admission: Admission, jobs: Jobs, config: Config) -> None:
        self._admission, self._jobs, self._config = admission, jobs, config
        self._served = Served(config)

    async def translate_file(self, request: Request) -> Response:
        parameters = await self._admission.admit(request)
        upload = self._upload(parameters)
        self._check_languages(parameters.text("source"), parameters.text("target"))
        job = await run_in_threadpool(self._jobs.add, upload, self._config, is_awaited=True)
        state = await self._ended(request, job)
        if state["state"] == "failed":
            raise ApiError(400, f"The document cannot be translated: {state.get('message', '')}")
        name = f"{job.id}.{self._shown(job, str(state['translated']))}"
        return JSONResponse({"translatedFileUrl": f"{self._admission.address(request)}/download_file/{quote(name)}"})

    def _check_languages(self, source: str, target: str) -> None:
        """Refuse another pair than the one that is served."""
        own = self._served
        if own.check_source(source) not in (AUTO, own.source) or own.check_target(target, own.source) != own.target:
            raise ApiError(400, f"Documents are translated from {own.source} into {own.target} alone")

    async def _ended(self, request: Request, job: Job) -> dict[str, Any]:
        """Wait until a job has ended, as long as somebody waits for it."""
        while (state := job.state)["state"] not in ("done", "failed"):
            await run_in_threadpool(self._jobs.wait, job, 1.0)
            if await request.is_disconnected():
                raise ApiError(499, "The client has gone")
        return state

    def _upload(self, parameters: Parameters) -> Upload:
        upload = parameters.files.get("file")
        if upload is None:
            raise ApiError(400, "Invalid request: missing file parameter")
        if upload.ending not in KINDS_BY_SUFFIX:
            known = ", ".join(sorted(KINDS_BY_SUFFIX))
            raise ApiError(400, f"Invalid request: {upload.ending[:20] or 'no'} file ending; known: {known}")
        return upload

    def _shown(self, job: Job, name: str) -> str:
        """Return what a file of a job is called in a download: after the upload, whatever it is called on the disk."""
        stem = job.name.replace("\\", "/").rpartition("/")[2].rpartition(".")[0].strip(". ") or "document"
        return stem + name.removeprefix("document")

    async def download(self, request: Request) -> Response:
        number, _, shown = request.path_params["name"].partition(".")
        job = self._jobs.find(number)
        for name in job.files() if job else []:
            if job and self._shown(job, name) == shown:
                return FileResponse(job.folder / OUT / name, filename=shown)
        return refusal(404, "There is no such file; translations are kept for an hour.")

    async def add_document(self, request: Request) -> Response:
        parameters = await self._admission.admit(request)
        upload = self._upload(parameters)
        languages = (("source", self._served.source), ("target", self._served.target))
        self._check_languages(*(parameters.text(name, usual) for name, usual in languages))
        config, more = self._config, {}
        formats = parameters.text("formats", "") or ",".join(config.output.formats)
        for name in formats.split(","):
            FORMATS.load(name)  # refuses what it does not know
        config = replace(config, output=replace(config.output, formats=tuple(formats.split(","))))
        if glossary := parameters.files.get(_GLOSSARY):
            name = f"glossary{_ending(glossary)}"
            more[name] = glossary.data
            config = replace(config, engine=replace(config.engine, glossary=name))
        if memory := parameters.files.get(_MEMORY):
            name = f"memory{_ending(memory)}"
            more[name] = memory.data
            config = replace(config, memory=replace(config.memory, files=(*config.memory.files, name)))
        job = await run_in_threadpool(self._jobs.add, upload, config, more)
        return JSONResponse(self._value(job), 202, headers={"Location": f"/v1/documents/{job.id}"})

    def _value(self, job: Job) -> dict[str, Any]:
        state = job.state
        shown = {key: value for key, value in state.items() if key != "translated"}
        files = [f"/v1/documents/{job.id}/files/{quote(self._shown(job, name))}" for name in job.files()]
        return {"id": job.id, "name": job.name, **shown, "files": files}

    def _job(self, request: Request) -> Job:
        job = self._jobs.find(request.path_params["id"])
        if job is None:
            raise ApiError(404, "There is no such document; those that are done are kept for an hour")
        return job

    async def document(self, request: Request) -> Response:
        await self._admission.check(request)
        return JSONResponse(self._value(self._job(request)))

    async def remove_document(self, request: Request) -> Response:
        await self._admission.check(request)
        await run_in_threadpool(self._jobs.remove, self._job(request))
        return Response(status_code=204)

    async def document_file(self, request: Request) -> Response:
        await self._admission.check(request)
        job, shown = self._job(request), request.path_params["name"]
        for name in job.files():
            if self._shown(job, name) == shown:
                return FileResponse(job.folder / OUT / name, filename=shown)
        return refusal(404, "The document has no such file.")


def _ending(upload: Upload) -> str:
    ending = upload.ending
    return ending if ending[1:].isalnum() and len(ending) <= _LONGEST_ENDING else ""
