"""The review of one folder, from its lock to its address: what `bitexte review` serves until it is told to stop."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from starlette.types import ASGIApp

from translate.records import dataclass
from translate.run.journal import Journal
from translate.serve.guard import Guard, Secrets, hosts_of
from translate.serve.listening import listening
from translate.serve.review.answers import Answers
from translate.serve.review.desk import Desk
from translate.serve.review.finding import find_corpora
from translate.serve.review.page import Page
from translate.serve.review.routes import refuse, review_app
from translate.serve.review.writing import Writing

COOKIE = "bitexte-review"
_MIB = 1 << 20
_BODIES = {"": _MIB, "/api/import": 50 * _MIB}


@dataclass(frozen=True, slots=True)
class Review:
    """A folder that is open for review."""

    app: ASGIApp
    secrets: Secrets
    desk: Desk


@contextmanager
def opened_review(out: Path, port: int, *, author: str | None = None, plain: bool = False) -> Iterator[Review]:
    """Open a folder for review, and hold it, so that no run and no second review writes to it meanwhile.

    :param port: that the page will be served at.
    :raises LockedError: where a run or another review has the folder.
    :raises UsageError: where there is nothing to review.
    """
    find_corpora(out)  # before the journal makes a folder there
    held = [Journal(out)]

    def let_go() -> None:
        while held:  # none where another run took the folder in between
            held.pop().close()

    with ExitStack() as stack:
        stack.callback(let_go)
        desk = Desk(out, author=author)
        stack.callback(desk.close)

        def take_again() -> None:
            held.append(Journal(out))
            with desk.lock:
                desk.reload()

        writing = Writing(out, before=let_go, after=take_again)
        stack.callback(writing.join)
        secrets = Secrets()
        app = review_app(Answers(desk, writing, plain=plain), Page(secrets.token))
        yield Review(
            Guard(app, hosts=hosts_of(port), refuse=refuse, own=secrets, most=_BODIES, name=f"{COOKIE}-{port}"),
            secrets,
            desk,
        )


def serve_review(
    out: Path,
    port: int,
    say: Callable[[str], None],
    *,
    author: str | None = None,
    plain: bool = False,
) -> None:
    """Serve the review page of a folder on this machine until a signal ends it.

    :param port: 0 takes any that is free.
    :param say: is told the address, which counts once.
    :raises UsageError: where the port is taken, or there is nothing to review.
    """
    with (
        listening("127.0.0.1", port) as (server, taken),
        opened_review(out, taken, author=author, plain=plain) as review,
    ):
        say(f"http://127.0.0.1:{taken}/?code={review.secrets.code}")
        server(review.app, refuse(400, "malformed", "the request is no HTTP/1.1 that can be read."))
