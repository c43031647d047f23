"""What clients of LibreTranslate send is understood, and what is wrong with it is said."""

from __future__ import annotations

import gzip
import json
import threading
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from tests.documents.test_contract import FILES
from tests.serve.api.conftest import BASE, Serve, translate

TURNED = "Yr cbeg rfg pnyzr."  # what `rotate` makes of « Le port est calme. »


def test_a_text_gives_a_text_and_a_list_a_list_with_empty_ones_in_place(serve: Serve) -> None:
    client = serve()
    assert translate(client, "Le port est calme.") == {"translatedText": TURNED}
    found = translate(client, ["Le port est calme.", "", " \n", "…", "Le port est calme."])
    assert found == {"translatedText": [TURNED, "", " \n", "…", TURNED]}


def test_white_space_and_line_breaks_stay(serve: Serve) -> None:
    found = translate(serve(), "  Le port est calme.\n\nLe port est calme.\n ")["translatedText"]
    assert found == f"  {TURNED}\n\n{TURNED}\n "


def test_markup_of_pages_stays_to_the_byte(serve: Serve) -> None:
    page = '<p class=a>Le port <b>est</b>\n calme.</p><!-- le port --><pre>le port</pre><br/>&nbsp;<img src="le port">'
    found = translate(serve(), page, format="html")["translatedText"]
    assert found.startswith("<p class=a>Yr cbeg <b>")
    assert found.endswith('</p><!-- le port --><pre>le port</pre><br/>&nbsp;<img src="le port">')


@pytest.mark.parametrize(("source", "target"), [("fr-FR", "en-GB"), ("fr_CA", "en_US"), ("FR", "EN"), ("auto", "en")])
def test_regions_and_capitals_of_codes_make_no_difference(serve: Serve, source: str, target: str) -> None:
    answer = serve().post("/translate", data={"q": "Le port est calme.", "source": source, "target": target})
    assert answer.json()["translatedText"] == TURNED


def test_a_text_that_is_in_the_target_language_already_comes_back_as_it_is(serve: Serve) -> None:
    found = translate(serve(), ["The ship is in the harbour and it is late.", "Le port est calme."], source="auto")
    assert found["translatedText"] == ["The ship is in the harbour and it is late.", TURNED]
    assert [one["language"] for one in found["detectedLanguage"]] == ["en", "fr"]
    assert all(type(one["confidence"]) is int for one in found["detectedLanguage"])


@pytest.mark.parametrize(
    ("changes", "status", "said"),
    [
        ({"q": None}, 400, "q"),
        ({"q": 5}, 400, "q is a text"),
        ({"q": ["a", 5]}, 400, "q is a text"),
        ({"q": {"a": 1}}, 400, "q is a text"),
        ({"source": None}, 400, "source"),
        ({"source": ["fr"]}, 400, "source"),
        ({"source": ""}, 400, "missing source"),
        ({"target": None}, 400, "target"),
        ({"alternatives": 1.5}, 400, "alternatives"),
        ({"alternatives": True}, 400, "alternatives"),
        ({"source": "en", "target": "fr"}, 400, "en is not translated into fr"),
        ({"target": "de"}, 400, "de is not supported"),
        ({"alternatives": "two"}, 400, "alternatives"),
        ({"alternatives": 10_000}, 400, "limit of 5"),
        ({"alternatives": "9" * 5000}, 400, "alternatives"),
        ({"source": "\ud83d"}, 400, "? is not supported"),
        ({"format": "\ud83d"}, 400, "? format"),
        ({"q": "a\0b"}, 400, "NUL"),
        ({"q": "a\ud800b"}, 400, ""),
    ],
)
def test_what_is_wrong_with_a_request_is_said_in_json(
    serve: Serve, changes: dict[str, Any], status: int, said: str
) -> None:
    body = json.dumps({"q": "Oui, le port.", "source": "fr", "target": "en"} | changes)
    answer = serve().post("/translate", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == status, answer.text
    assert said in answer.json()["error"]


JSON, FORM = "application/json", "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    ("body", "kind", "encoding"),
    [
        ('{"q": "été", "source": "fr", "target": "en"}', JSON, "utf-8"),
        ('{"q": "été", "source": "fr", "target": "en"}', f"{JSON}; charset=ISO-8859-1", "iso-8859-1"),
        ('{"q": "été", "source": "fr", "target": "en"}', JSON, "utf-16"),
        ('{"q": "été", "source": "fr", "target": "en"}', f"{JSON}; charset=", "utf-8"),
        ("q=été&source=fr&target=en", f'{FORM}; charset="UTF8"', "utf-8"),
        ("q=%E9t%E9&source=fr&target=en", f"{FORM}; charset=windows-1252", "ascii"),
        ("q=été&source=fr&target=en", f"{FORM};charset=iso-8859-15", "iso-8859-15"),
    ],
)
def test_a_request_is_read_in_the_encoding_that_it_names(serve: Serve, body: str, kind: str, encoding: str) -> None:
    answer = serve().post("/translate", content=body.encode(encoding), headers={"Content-Type": kind})
    assert answer.json() == {"translatedText": "ègè"}


@pytest.mark.parametrize(
    ("address", "body", "kind", "status"),
    [
        ("", b"q=%FF&source=fr&target=en", FORM, 400),
        ("", "q=été&source=fr&target=en".encode("latin-1"), FORM, 400),
        ("", b'{"q": "\xff", "source": "fr", "target": "en"}', JSON, 400),
        ("?q=%E9t%E9&source=fr&target=en", b"", FORM, 400),
        ("", b"q=a&" + b"b=1&" * 1000, FORM, 400),
        ("", b"q=a&source=fr&target=en", f"{FORM}; charset=punycode", 415),
    ],
)
def test_no_sign_is_put_for_bytes_that_are_in_another_encoding(
    serve: Serve, address: str, body: bytes, kind: str, status: int
) -> None:
    answer = serve().post(f"/translate{address}", content=body, headers={"Content-Type": kind})
    assert answer.status_code == status
    assert answer.json()["error"]


def in_parts(q: bytes, charset: str = "", name: bytes = b"q") -> tuple[bytes, str]:
    """Return a form in parts, and its content type."""
    fields = {name: q, b"source": b"fr", b"target": b"en"}
    parts = (b'--X\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n' % item for item in fields.items())
    return b"".join(parts) + b"--X--\r\n", f"multipart/form-data; boundary=X{charset}"


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [("", "utf-8"), ("; charset=utf-8", "utf-8"), ("; charset=iso-8859-1", "latin-1"), ('; charset="UTF8"', "utf-8")],
)
def test_a_form_in_parts_is_read_in_the_encoding_that_it_names(serve: Serve, charset: str, encoding: str) -> None:
    body, kind = in_parts("été".encode(encoding), charset)
    answer = serve().post("/translate", content=body, headers={"Content-Type": kind})
    assert answer.json() == {"translatedText": "ègè"}


@pytest.mark.parametrize(
    ("form", "status"),
    [
        (in_parts("été".encode("latin-1")), 400),
        (in_parts(b"port", name=b"q\xff"), 400),
        (in_parts(b"port", "; charset=punycode"), 415),
        (in_parts("port".encode("utf-16"), "; charset=utf-16"), 415),
        ((in_parts(b"port")[0], 'multipart/form-data; boundary="X'), 400),
        ((in_parts(b"port")[0], "multipart/form-data"), 400),
        ((in_parts(b"port" * 300_000)[0], "multipart/form-data; boundary=X"), 413),
    ],
)
def test_a_form_in_parts_that_cannot_be_read_is_refused(serve: Serve, form: tuple[bytes, str], status: int) -> None:
    answer = serve().post("/translate", content=form[0], headers={"Content-Type": form[1]})
    assert (answer.status_code, bool(answer.json()["error"])) == (status, True)


def test_the_name_of_a_file_is_read_in_the_encoding_of_its_form_and_may_be_an_ending_alone(serve: Serve) -> None:
    client = serve()
    for name, shown in (("été.txt", "été"), (".txt", "document"), ("..txt", "document")):
        file = {"file": (name, b"Le port est calme.")}
        answer = client.post("/translate_file", files=file, data={"source": "fr", "target": "en"})
        assert answer.status_code == 200, answer.text
        found = client.get(answer.json()["translatedFileUrl"])
        assert (found.text, quote(f"{shown}.en.txt") in found.headers["content-disposition"]) == (TURNED, True)


@pytest.mark.parametrize("path", ["/translate_file", "/v1/documents"])
@pytest.mark.parametrize("pair", [("en", "fr"), ("en", "en"), ("fr", "fr"), ("de", "en"), ("fr", "de")])
def test_a_document_in_another_pair_of_languages_is_refused(
    serve: Serve, tmp_path: Path, path: str, pair: tuple[str, str]
) -> None:
    file = {"file": ("a.txt", b"Le port est calme.")}
    answer = serve().post(path, files=file, data={"source": pair[0], "target": pair[1]})
    assert (answer.status_code, "en" in answer.json()["error"]) == (400, True)
    assert not list((tmp_path / "jobs").iterdir())


def test_a_document_of_every_kind_comes_back_translated(serve: Serve) -> None:
    client = serve()
    assert set(client.get("/frontend/settings").json()["supportedFilesFormat"]) >= {path.suffix for path in FILES}
    for path in FILES:
        data = path.read_bytes().replace(b'targetlocale="FR"', b'targetlocale="EN"')
        file = {"file": (path.name, data)}
        answer = client.post("/translate_file", files=file, data={"source": "fr", "target": "en"})
        assert answer.status_code == 200, (path.name, answer.text)
        found = client.get(answer.json()["translatedFileUrl"])
        assert found.status_code == 200
        assert found.content not in (b"", data), path.name


def test_a_parameter_that_is_null_is_one_that_is_not_there(serve: Serve) -> None:
    found = translate(serve(), "Le port est calme.", format=None, alternatives=None, api_key=None)
    assert found == {"translatedText": TURNED}


@pytest.mark.parametrize("count", [2, "2", " 2", 2.0, 0, "0", "", None])
def test_a_number_of_alternatives_is_one_however_clients_write_it(serve: Serve, count: Any) -> None:
    found = translate(serve(), "Le port est calme.", alternatives=count)
    assert ("alternatives" in found) == (count not in (0, "0", "", None))


@pytest.mark.parametrize(("count", "status"), [("1e999", 400), ("NaN", 400), ("-1", 400), ("-0.0", 200), ("6", 400)])
def test_what_is_no_number_of_alternatives_is_refused(serve: Serve, count: str, status: int) -> None:
    body = f'{{"q": "Le port.", "source": "fr", "target": "en", "alternatives": {count}}}'
    answer = serve().post("/translate", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == status
    assert ("error" in answer.json()) == (status == 400)


def test_a_packed_body_is_refused_with_what_to_do(serve: Serve) -> None:
    client, body = serve(), {"q": "Le port est calme.", "source": "fr", "target": "en"}
    answer = client.post("/translate", content=gzip.compress(b"{}"), headers={"Content-Encoding": "gzip"})
    assert (answer.status_code, "gzip" in answer.json()["error"]) == (415, True)
    assert client.post("/translate", json=body, headers={"Content-Encoding": "identity"}).status_code == 200


def test_a_file_that_comes_twice_is_refused(serve: Serve) -> None:
    files = [("file", ("a.txt", b"Le port.")), ("file", ("b.txt", b"La mer."))]
    answer = serve().post("/v1/documents", files=files)
    assert (answer.status_code, "twice" in answer.json()["error"]) == (400, True)


@pytest.mark.parametrize("body", ["[1]", '"text"', "null", "{", "[" * 100_000])
def test_a_body_that_is_no_object_is_refused(serve: Serve, body: str) -> None:
    answer = serve().post("/translate", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400
    assert answer.json()["error"]


def test_limits_are_said_and_hold(serve: Serve) -> None:
    client = serve(char_limit=10, batch_limit=2, body_limit=1000)
    assert client.post("/translate", json={"q": "é" * 11, "source": "fr", "target": "en"}).status_code == 400
    assert client.post("/translate", json={"q": ["a"] * 3, "source": "fr", "target": "en"}).status_code == 400
    answer = client.post("/translate", content=b"x" * 1001, headers={"Content-Type": "application/json"})
    assert (answer.status_code, "1,000" in answer.json()["error"]) == (413, True)
    settings = client.get("/frontend/settings").json()
    assert (settings["charLimit"], settings["batchLimit"], settings["bodySizeLimit"]) == (10, 2, 1000)


def test_a_body_without_a_length_is_cut_off_where_it_is_too_long(serve: Serve) -> None:
    def stream() -> Any:
        for _ in range(100):
            yield b"x" * 100

    answer = serve(body_limit=1000).post("/translate", content=stream(), headers={"Content-Type": "application/json"})
    assert answer.status_code == 413


def test_too_many_requests_a_minute_are_told_when_to_come_again(serve: Serve) -> None:
    client = serve(req_limit=2)
    body = {"q": "Oui", "source": "fr", "target": "en"}
    assert [client.post("/translate", json=body).status_code for _ in range(3)] == [200, 200, 429]
    answer = client.post("/translate", json=body)
    assert 1 <= int(answer.headers["retry-after"]) <= 60
    assert client.get("/languages").status_code == 200


def test_a_client_behind_a_proxy_is_whom_the_proxy_names_whatever_the_client_says(serve: Serve) -> None:
    client, body = serve(req_limit=2, trust_proxy=True), {"q": "Le port.", "source": "fr", "target": "en"}

    def ask(forwarded: str) -> int:
        return client.post("/translate", json=body, headers={"X-Forwarded-For": forwarded}).status_code

    assert [ask(f"10.0.0.{number}, 192.0.2.1") for number in range(3)] == [200, 200, 429]
    assert [ask("192.0.2.2"), ask("192.0.2.1, 192.0.2.3"), ask("192.0.2.1")] == [200, 200, 429]


def test_keys_are_asked_for_and_never_shown(serve: Serve) -> None:
    client = serve(api_keys=("secret-1", "secret-2"))
    body = {"q": "Oui", "source": "fr", "target": "en"}
    assert client.post("/translate", json=body).status_code == 400
    answer = client.post("/translate", json=body | {"api_key": "secret-"})
    assert (answer.status_code, "secret" in answer.text) == (403, False)
    assert client.post("/translate", json=body | {"api_key": "secret-2"}).status_code == 200
    assert "secret" not in client.get("/frontend/settings").text


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:5123", "127.0.0.1", ""])
def test_other_names_of_this_machine_are_not_answered(serve: Serve, host: str) -> None:
    assert serve().get("/languages", headers={"Host": host}).status_code == 421


def test_no_page_may_read_answers_unless_it_is_allowed(serve: Serve) -> None:
    origin = {"Origin": "https://a.example"}
    assert "access-control-allow-origin" not in serve().get("/languages", headers=origin).headers
    client = serve(allow_origins=("https://a.example",))
    assert client.get("/languages", headers=origin).headers["access-control-allow-origin"] == "https://a.example"
    assert (
        "access-control-allow-origin" not in client.get("/languages", headers={"Origin": "https://b.example"}).headers
    )
    asked = client.options("/translate", headers=origin | {"Access-Control-Request-Method": "POST"})
    assert asked.status_code == 204
    assert "POST" in asked.headers["access-control-allow-methods"]


ORIGINS = {
    "https://evil.example": 403,
    "http://evil.example:5123": 403,
    "http://127.0.0.1:8000": 403,
    "http://localhost:5123": 403,
    "null": 403,
    "NULL": 403,
    "HTTPS://EVIL.EXAMPLE": 403,
    BASE: 200,
    "moz-extension://0123": 200,
    "app://obsidian.md": 200,
}


def test_no_page_of_another_site_makes_this_machine_work(serve: Serve) -> None:
    client, allowing = serve(), serve(allow_origins=tuple(ORIGINS))
    body = {"q": "Oui", "source": "fr", "target": "en"}
    for origin, status in ORIGINS.items():
        headers = {"Origin": origin}
        assert client.post("/translate", data=body, headers=headers).status_code == status, origin
        assert client.get("/languages", headers=headers).status_code == 200
        assert allowing.post("/translate", data=body, headers=headers).status_code == 200


def test_many_at_once_get_what_one_gets(serve: Serve) -> None:
    client = serve()
    texts = [f"Le port numéro {number} est calme." for number in range(40)]
    alone = [translate(client, text)["translatedText"] for text in texts]
    found: dict[int, Any] = {}

    def ask(number: int) -> None:
        found[number] = translate(client, texts[number : number + 5])["translatedText"]

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(35)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(found[number] == alone[number : number + 5] for number in range(35))


def test_the_description_names_every_path(serve: Serve) -> None:
    found = serve().get("/spec").json()
    assert found["openapi"].startswith("3.1")
    assert {"/translate", "/detect", "/languages", "/translate_file", "/v1/documents/{id}"} <= found["paths"].keys()
    assert found["servers"] == [{"url": BASE}]


def test_addresses_behind_a_proxy_are_those_that_it_says_where_it_is_trusted(serve: Serve) -> None:
    headers = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "mt.example"}
    assert serve().get("/spec", headers=headers).json()["servers"] == [{"url": BASE}]
    assert serve(trust_proxy=True).get("/spec", headers=headers).json()["servers"] == [{"url": "https://mt.example"}]


def test_numbers_for_prometheus_are_off_unless_wanted(serve: Serve) -> None:
    assert serve().get("/metrics").status_code == 404
    client = serve(metrics=True)
    translate(client, "Le port est calme.")
    found = client.get("/metrics").text
    assert "bitexte_texts_total 1" in found
    assert float(found.rpartition("process_cpu_seconds_total ")[2]) > 0


@pytest.mark.parametrize(
    ("path", "method", "status"), [("/none", "GET", 404), ("/translate", "GET", 405), ("/v1/documents/x", "GET", 404)]
)
def test_every_error_is_json(serve: Serve, path: str, method: str, status: int) -> None:
    answer = serve().request(method, path)
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("application/json")
    assert answer.json()["error"]


@pytest.mark.parametrize("path", ["/download_file/", "/v1/documents/", "/none/", "/translate/x/"])
def test_a_path_that_ends_with_a_slash_and_leads_nowhere_is_not_redirected_to_itself(serve: Serve, path: str) -> None:
    assert serve().get(path, follow_redirects=False).status_code in (404, 405)


def test_slashes_too_many_are_one(serve: Serve) -> None:
    assert serve().get("//languages/").status_code == 200
