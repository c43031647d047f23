"""The API as OpenAPI describes it, for tools that make clients."""

from __future__ import annotations

from typing import Any

from translate import __version__

_TEXTS = {"oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
_ERROR = {"type": "object", "required": ["error"], "properties": {"error": {"type": "string"}}}
_DETECTED = {
    "type": "object",
    "required": ["language", "confidence"],
    "properties": {"language": {"type": "string"}, "confidence": {"type": "integer", "minimum": 0, "maximum": 100}},
}
_JOB = {
    "type": "object",
    "required": ["id", "name", "state", "files"],
    "properties": {
        "id": {"type": "string"},
        "name": {"type": "string"},
        "state": {"enum": ["queued", "running", "done", "failed"]},
        "segments": {"type": "object", "properties": {"done": {"type": "integer"}, "all": {"type": "integer"}}},
        "issues": {"type": "object", "additionalProperties": {"type": "integer"}},
        "message": {"type": "string"},
        "files": {"type": "array", "items": {"type": "string"}},
    },
}


def _json(schema: dict[str, Any]) -> dict[str, Any]:
    return {"application/json": {"schema": schema}}


def _answers(good: str, schema: dict[str, Any], *bad: int) -> dict[str, Any]:
    failed = {str(status): {"description": "refused", "content": _json(_ERROR)} for status in bad}
    return {good: {"description": "done", "content": _json(schema)}} | failed


def _posted(properties: dict[str, Any], required: list[str]) -> dict[str, Any]:
    schema = {"type": "object", "required": required, "properties": properties}
    kinds = ("application/json", "application/x-www-form-urlencoded", "multipart/form-data")
    return {"required": True, "content": {kind: {"schema": schema} for kind in kinds}}


def _uploaded(properties: dict[str, Any], required: list[str]) -> dict[str, Any]:
    schema = {"type": "object", "required": required, "properties": properties}
    return {"required": True, "content": {"multipart/form-data": {"schema": schema}}}


_TEXT: dict[str, Any] = {"type": "string"}
_FILE: dict[str, Any] = {"type": "string", "format": "binary"}
_ID = [{"name": "id", "in": "path", "required": True, "schema": _TEXT}]
_COSTLY = (400, 403, 413, 415, 429, 500, 503)
_PATHS: dict[str, Any] = {
    "/translate": {
        "post": {
            "summary": "Translate a text, or several",
            "requestBody": _posted(
                {
                    "q": _TEXTS,
                    "source": _TEXT,
                    "target": _TEXT,
                    "format": {"enum": ["text", "html"]},
                    "alternatives": {"type": "integer", "minimum": 0},
                    "api_key": _TEXT,
                },
                ["q", "source", "target"],
            ),
            "responses": _answers(
                "200",
                {
                    "type": "object",
                    "required": ["translatedText"],
                    "properties": {
                        "translatedText": _TEXTS,
                        "detectedLanguage": {"oneOf": [_DETECTED, {"type": "array", "items": _DETECTED}]},
                        "alternatives": {"type": "array"},
                    },
                },
                *_COSTLY,
            ),
        }
    },
    "/detect": {
        "post": {
            "summary": "Tell the language of a text",
            "requestBody": _posted({"q": _TEXTS, "api_key": _TEXT}, ["q"]),
            "responses": _answers("200", {"type": "array", "items": _DETECTED}, *_COSTLY),
        }
    },
    "/languages": {
        "get": {
            "summary": "List the languages",
            "responses": _answers(
                "200",
                {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "properties": {"code": _TEXT, "name": _TEXT, "targets": {"type": "array", "items": _TEXT}},
                    },
                },
            ),
        }
    },
    "/frontend/settings": {"get": {"summary": "List the limits", "responses": _answers("200", {"type": "object"})}},
    "/health": {
        "get": {"summary": "Tell whether the server is there", "responses": _answers("200", {"type": "object"})}
    },
    "/translate_file": {
        "post": {
            "summary": "Translate a document, and wait for it",
            "requestBody": _uploaded(
                {"file": _FILE, "source": _TEXT, "target": _TEXT, "api_key": _TEXT}, ["file", "source", "target"]
            ),
            "responses": _answers("200", {"type": "object", "properties": {"translatedFileUrl": _TEXT}}, *_COSTLY),
        }
    },
    "/v1/documents": {
        "post": {
            "summary": "Begin to translate a document",
            "requestBody": _uploaded(
                {"file": _FILE, "source": _TEXT, "target": _TEXT, "formats": _TEXT}
                | {"glossary": _FILE, "memory": _FILE, "api_key": _TEXT},
                ["file"],
            ),
            "responses": _answers("202", _JOB, *_COSTLY),
        }
    },
    "/v1/documents/{id}": {
        "get": {
            "summary": "Tell how far a document is",
            "parameters": _ID,
            "responses": _answers("200", _JOB, 400, 403, 404),
        },
        "delete": {
            "summary": "Forget a document",
            "parameters": _ID,
            "responses": {"204": {"description": "done"}} | _answers("204", {}, 400, 403, 404),
        },
    },
    "/v1/documents/{id}/files/{name}": {
        "get": {
            "summary": "Get a file that was made of a document",
            "parameters": [*_ID, {"name": "name", "in": "path", "required": True, "schema": _TEXT}],
            "responses": {"200": {"description": "the file"}, "404": {"description": "no such file"}},
        }
    },
}


def specification(address: str) -> dict[str, Any]:
    """Return the API in OpenAPI 3.1.

    :param address: where it is served.
    """
    return {
        "openapi": "3.1.0",
        "info": {"title": "bitexte", "version": __version__},
        "servers": [{"url": address}],
        "paths": _PATHS,
    }
