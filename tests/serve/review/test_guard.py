"""Only the page of this start, in the browser that opened it, is answered: each attack is refused."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.datastructures import Headers
from starlette.testclient import TestClient

from tests.serve.review.conftest import BASE, PORT, Reviewer
from translate.run.decisions import log_path
from translate.serve.guard import POLICY, Secrets, hosts_of, is_longer

WISH = {"decisions": [{"id": 1, "verdict": "accept"}]}


def code_of(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["error"]["code"]


@pytest.mark.parametrize(
    ("headers", "status", "code"),
    [
        ({"Host": "evil.example"}, 421, "misdirected"),
        ({"Host": f"evil.example:{PORT}"}, 421, "misdirected"),
        ({"Host": f"127.0.0.1:{PORT + 1}"}, 421, "misdirected"),
        ({"Host": f"127.0.0.1.nip.io:{PORT}"}, 421, "misdirected"),
        ({"Origin": "http://evil.example"}, 403, "forbidden"),
        ({"Origin": "null"}, 403, "forbidden"),
        ({"Origin": f"http://127.0.0.1:{PORT + 1}"}, 403, "forbidden"),
        ({"Origin": f"https://127.0.0.1:{PORT}"}, 403, "forbidden"),
        ({"Sec-Fetch-Site": "cross-site"}, 403, "forbidden"),
        ({"Sec-Fetch-Site": "same-site"}, 403, "forbidden"),
        ({"X-Token": ""}, 403, "forbidden"),
        ({"X-Token": Secrets().token}, 403, "forbidden"),
        ({"X-Token": "é"}, 403, "forbidden"),
        ({"Cookie": ""}, 403, "forbidden"),
        ({"Cookie": f"bitexte-review-{PORT}=guess"}, 403, "forbidden"),
    ],
)
def test_a_write_that_is_not_of_the_page_is_refused_and_nothing_is_saved(
    reviewer: Reviewer, headers: dict[str, str], status: int, code: str
) -> None:
    sent = {name.encode(): value.encode() for name, value in (reviewer.headers | headers).items()}
    client = reviewer.client if "Cookie" not in headers else TestClient(reviewer.client.app, base_url=BASE)
    answer = client.post("/api/decisions", json=WISH, headers=list(sent.items()))
    assert code_of(answer) == (status, code)
    assert not log_path(reviewer.out).exists()


def test_reading_needs_the_cookie_and_a_request_of_the_page(reviewer: Reviewer) -> None:
    stranger = TestClient(reviewer.client.app, base_url=BASE)
    for path in ("/", "/api/documents", "/api/units", "/assets/server.js"):
        assert stranger.get(path).status_code == 403
    assert reviewer.client.get("/api/units", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert reviewer.client.get("/api/units", headers={"Sec-Fetch-Site": "same-site"}).status_code == 403
    assert reviewer.client.get("/", headers={"Sec-Fetch-Site": "none"}).status_code == 200


@pytest.mark.parametrize(
    "others",
    ['a={"x": 1}; {}', "{}; $x=1", "a b; {}", 'a="; {}', "é=\x01; {};", f"bitexte-review-{PORT}=old; {{}}", "{}; =;;="],
)
def test_cookies_of_other_servers_on_this_machine_lock_nobody_out(reviewer: Reviewer, others: str) -> None:
    (own,) = (f"{name}={value}" for name, value in reviewer.client.cookies.items())
    stranger = TestClient(reviewer.client.app, base_url=BASE)
    for cookies, status in ((others.replace("{}", own), 200), (others.replace("{}", own[:-1]), 403)):
        assert stranger.get("/api/documents", headers=[(b"Cookie", cookies.encode("latin-1"))]).status_code == status
    both = [(b"Cookie", b"a=1"), (b"Cookie", own.encode())]
    assert stranger.get("/api/documents", headers=both).status_code == 200


@pytest.mark.parametrize("length", ["9" * 19, "9" * 5000, "\xb2", "-1", "1e3", ""])
def test_a_length_that_is_no_number_to_us_is_too_long(length: str) -> None:
    assert is_longer(Headers(raw=[(b"content-length", length.encode("latin-1"))]), 10**17)
    assert not is_longer(Headers({}), 0)
    assert not is_longer(Headers({"content-length": "12"}), 12)


def test_the_address_that_opens_the_page_counts_once_and_its_cookie_is_for_no_script(reviewer: Reviewer) -> None:
    code = reviewer.secrets.renew()
    fresh = TestClient(reviewer.client.app, base_url=BASE, follow_redirects=False)
    answer = fresh.get("/", params={"code": code, "filter": "todo"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/?filter=todo")
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    again = TestClient(reviewer.client.app, base_url=BASE, follow_redirects=False)
    assert again.get("/", params={"code": code}).status_code == 403
    assert again.get("/", params={"code": "guess"}).status_code == 403


def test_every_answer_has_the_headers_that_keep_pages_apart(reviewer: Reviewer) -> None:
    for path, status in (("/", 200), ("/api/documents", 200), ("/none", 404), ("/assets/none", 404)):
        answer = reviewer.client.get(path)
        assert answer.status_code == status
        assert answer.headers["content-security-policy"] == POLICY
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["cross-origin-resource-policy"] == "same-origin"
    assert "unsafe" not in POLICY


@pytest.mark.parametrize(
    "path",
    [
        "/assets/../../desk.py",
        "/assets/%2e%2e%2fguard.py",
        "/assets/..%5cguard.py",
        "/assets//etc/passwd",
        "/assets/index.html",
        "/assets/server.js%00",
    ],
)
def test_no_path_of_a_request_leads_to_a_file(reviewer: Reviewer, path: str) -> None:
    assert reviewer.client.get(path).status_code == 404


@pytest.mark.parametrize("name", ["doc", "from", "count", "find", "filter", "sort", "check", "q", "in", "severity"])
def test_dots_and_markup_in_any_parameter_are_refused_or_text(reviewer: Reviewer, name: str) -> None:
    for value in ("../../etc/passwd", "<img src=x onerror=alert(1)>", "' OR 1=1 --"):
        answer = reviewer.client.get("/api/units", params={name: value})
        assert answer.status_code in (200, 400)
        assert answer.headers["content-type"] == "application/json"
        if answer.status_code == 200:
            assert answer.json()["total"] == 0 or name in ("check", "q", "in")  # which says nothing without words


def test_the_page_has_the_token_and_no_script_or_style_of_its_own(reviewer: Reviewer) -> None:
    text = reviewer.client.get("/").text
    assert f'content="{reviewer.secrets.token}"' in text
    assert "<script>" not in text
    assert " style=" not in text
    assert "onclick" not in text


def test_a_body_that_is_too_long_is_cut_off_whatever_it_says(reviewer: Reviewer) -> None:
    def stream() -> Any:
        for _ in range(40):
            yield b" " * (1 << 15)

    headers = reviewer.headers | {"Content-Type": "application/json"}
    assert code_of(reviewer.client.post("/api/decisions", content=stream(), headers=headers)) == (413, "too_large")
    headers["Content-Length"] = "x"
    assert reviewer.client.post("/api/decisions", content=b"{}", headers=headers).status_code in (400, 413)


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"decisions": []},
        {"decisions": [1]},
        {"decisions": [{"id": "1", "verdict": "accept"}]},
        {"decisions": [{"id": 1, "verdict": "maybe"}]},
        {"decisions": [{"id": 99, "verdict": "accept"}]},
        {"decisions": [{"id": 2**70, "verdict": "accept"}]},
        {"decisions": [{"id": -(2**70), "verdict": "accept"}]},
        {"decisions": [{"id": 1, "verdict": "edit"}]},
        {"decisions": [{"id": 1, "verdict": "edit", "plain": " "}]},
    ],
)
def test_a_decision_that_means_nothing_is_an_error(reviewer: Reviewer, body: Any) -> None:
    reviewer.post("/api/decisions", body, 400)
    assert not log_path(reviewer.out).exists()


def test_a_machine_has_three_names() -> None:
    assert hosts_of(8080) == {"127.0.0.1:8080", "localhost:8080", "[::1]:8080"}
    assert "localhost" in hosts_of(80)


@pytest.mark.parametrize(
    "body",
    [
        b'{"decisions": [{"id": 1, "verdict": "edit", "plain": "\\ud800"}]}',
        b'{"decisions": [{"id": 1, "verdict": "edit", "parts": ["\\udfff"]}]}',
        b'{"decisions": [{"id": 1, "verdict": "accept", "comment": "\\ud800"}]}',
        b'{"decisions": [{"id": 1, "verdict": "dismiss", "dismissed": ["\\ud800"]}]}',
        b'{"decisions": [{"\\ud800": 1}]}',
        b"\xff\xfe{",
        b"[" * 100_000,
        b'{"decisions": ' * 20_000,
    ],
    ids=range(8),
)
def test_a_body_with_half_characters_or_endless_depth_is_an_error(reviewer: Reviewer, body: bytes) -> None:
    headers = reviewer.headers | {"Content-Type": "application/json"}
    assert code_of(reviewer.client.post("/api/decisions", content=body, headers=headers)) == (400, "bad_request")
    assert not log_path(reviewer.out).exists()


def test_a_number_that_no_unit_has_is_an_answer_too(reviewer: Reviewer) -> None:
    assert reviewer.client.get(f"/api/units/{2**70}").status_code == 404
    for path in ("/api/undo", "/api/redo"):
        assert reviewer.post(path, {"id": 2**70})["saved"] == []


def test_characters_that_no_document_holds_are_left_out_of_a_decision(reviewer: Reviewer) -> None:
    row = reviewer.row("chat")
    for wish in ({"plain": "The\x00 cat\x0b sleeps\uffff."}, {"parts": ["The\x00 cat", "\x1f sleeps."]}):
        saved = reviewer.decide(row, "edit", **wish)["saved"][0]["row"]
        assert saved["target_plain"] == "The cat sleeps."
        row = saved


def test_a_fault_of_ours_is_answered_in_json_with_the_headers_of_the_rest(
    reviewer: Reviewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(type(reviewer.desk), "entry", fail)
    client = TestClient(reviewer.client.app, base_url=BASE, raise_server_exceptions=False)
    client.cookies = reviewer.client.cookies
    answer = client.get("/api/units/1")
    assert code_of(answer) == (500, "failed")
    assert answer.headers["content-security-policy"] == POLICY
