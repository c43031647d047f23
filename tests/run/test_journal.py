"""The journal keeps what is finished, whole batches only, and one run at a time."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.data import CodeKind, Edit, Hypothesis, InlineCode, Issue, Origin, Passage, Severity, Stage
from translate.engines.base import Kernel
from translate.errors import LockedError, OutputError
from translate.run.journal import Journal

ISSUE = Issue("parted", Severity.INFO, "in 2 parts", 2.0)


def test_what_was_added_is_found_after_reopening(tmp_path: Path) -> None:
    code = InlineCode(0, 2, CodeKind.START, 1, "bold")
    wanted = {
        Passage("Été"): Hypothesis("Summer", -0.1 / 3, codes=(code,), origin=Origin.CARRIED),
        Passage("Été", (code,)): Hypothesis("summer", -0.2),
        Passage("a"): Hypothesis("b", -1.5, (ISSUE,)),
    }
    with Journal(tmp_path) as journal:
        journal.add("engine", wanted)
    with Journal(tmp_path) as journal:
        assert journal.find("engine", [*wanted, Passage("c")]) == wanted


def test_another_engine_finds_nothing(tmp_path: Path) -> None:
    with Journal(tmp_path) as journal:
        journal.add("engine", {Passage("a"): Hypothesis("b", 0.0)})
        assert journal.find("other", [Passage("a")]) == {}


def test_a_journal_of_another_kernel_is_refused_by_name(tmp_path: Path) -> None:
    begun = Kernel("engine|model", "1a2b3c4", "CTranslate2 4, instruction set avx2")
    with Journal(tmp_path) as journal:
        journal.claim(begun)
        journal.claim(begun)
    wanted = r"begun with kernel 1a2b3c4 \(CTranslate2 4, instruction set avx2\); here it is 5d6e7f8 \(a GPU\)"
    with Journal(tmp_path) as journal:
        with pytest.raises(OutputError, match=wanted):
            journal.claim(Kernel("engine|model", "5d6e7f8", "a GPU"))
        journal.claim(begun)


def test_another_model_has_a_kernel_of_its_own(tmp_path: Path) -> None:
    with Journal(tmp_path) as journal:
        journal.claim(Kernel("engine|model", "1a2b3c4", "here"))
        journal.claim(Kernel("engine|other", "5d6e7f8", "here"))


def test_thousands_are_found_at_once(tmp_path: Path) -> None:
    wanted = {Passage(str(number)): Hypothesis(f"n{number}", -float(number)) for number in range(2500)}
    with Journal(tmp_path) as journal:
        journal.add("engine", wanted)
        assert journal.find("engine", list(wanted)) == wanted


def test_a_finished_document_is_found_by_name_and_digest(tmp_path: Path) -> None:
    with Journal(tmp_path) as journal:
        journal.add_document("a.txt", "d1", {"units": 3})
        assert journal.find_document("a.txt", "d1") == {"units": 3}
        assert journal.find_document("a.txt", "d2") is None
        assert journal.find_document("b.txt", "d1") is None


def test_a_second_run_on_the_folder_is_refused(tmp_path: Path) -> None:
    with Journal(tmp_path), pytest.raises(LockedError, match="another run is writing to this folder"):
        Journal(tmp_path)


def test_a_run_of_another_process_is_refused_until_it_ends(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from translate.run.journal import Journal; Journal(Path(sys.argv[1])); "
    )
    code += "print('open', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        with pytest.raises(LockedError):
            Journal(tmp_path)
        other.kill()
        other.wait()
    Journal(tmp_path).close()


def test_a_damaged_journal_is_an_error(tmp_path: Path) -> None:
    (tmp_path / ".bitexte").mkdir()
    (tmp_path / ".bitexte" / "journal.sqlite").write_bytes(b"not a database" * 100)
    with pytest.raises(OutputError, match="damaged"):
        Journal(tmp_path)


def test_a_journal_of_another_version_is_an_error(tmp_path: Path) -> None:
    Journal(tmp_path).close()
    connection = sqlite3.connect(tmp_path / ".bitexte" / "journal.sqlite")
    connection.execute("PRAGMA user_version=99")
    connection.close()
    with pytest.raises(OutputError, match=r"another version of bitexte \(99\)"):
        Journal(tmp_path)


def test_a_file_in_place_of_the_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    with pytest.raises(OutputError, match="cannot be created: there is a file"):
        Journal(tmp_path / "out")


TEXTS = st.text(st.characters(codec="utf-8"), max_size=30)
CODES = st.lists(
    st.builds(
        InlineCode,
        st.integers(0, 9),
        st.integers(0, 9),
        st.sampled_from(CodeKind),
        st.none() | st.integers(1, 3),
        st.sampled_from(["", "bold", "é\u2028"]),
    ),
    max_size=3,
).map(tuple)
ISSUES = st.lists(
    st.builds(
        Issue, TEXTS, st.sampled_from(Severity), TEXTS, st.none() | st.floats(allow_nan=False, allow_infinity=False)
    ),
    max_size=2,
).map(tuple)
EDITS = st.lists(
    st.builds(Edit, TEXTS, st.sampled_from(Stage), st.none() | st.integers(0, 99), TEXTS, TEXTS, TEXTS), max_size=2
).map(tuple)
HYPOTHESES = st.builds(
    Hypothesis,
    TEXTS,
    st.floats(-1e6, 0.0),
    issues=ISSUES,
    codes=CODES,
    origin=st.sampled_from(Origin),
    edits=EDITS,
)
PASSAGES = st.builds(Passage, TEXTS, CODES)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.dictionaries(PASSAGES, HYPOTHESES, max_size=5), max_size=3), st.lists(PASSAGES, max_size=3))
def test_whatever_was_written_is_read_back_after_any_number_of_batches(
    tmp_path_factory: pytest.TempPathFactory, batches: list[dict[Passage, Hypothesis]], strange: list[Passage]
) -> None:
    """Any Unicode, line ends and NULs among it; the later batch wins, and what was never added is not found."""
    folder = tmp_path_factory.mktemp("journal")
    expected: dict[Passage, Hypothesis] = {}
    for batch in batches:
        with Journal(folder) as journal:
            journal.add("engine é\0", batch)
        expected |= batch
    with Journal(folder) as journal:
        assert journal.find("engine é\0", [*strange, *expected]) == expected
        assert journal.find("engine é", list(expected)) == {}


@settings(max_examples=20, deadline=None)
@given(TEXTS, TEXTS, st.dictionaries(TEXTS, TEXTS | st.integers() | st.lists(TEXTS, max_size=2), max_size=3))
def test_whatever_was_kept_of_a_document_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, name: str, digest: str, result: dict[str, object]
) -> None:
    folder = tmp_path_factory.mktemp("journal")
    with Journal(folder) as journal:
        journal.add_document(name, "before", {})
        journal.add_document(name, digest, result)
    with Journal(folder) as journal:
        assert journal.find_document(name, digest) == result
        assert journal.find_document(name, digest + "x") is None


def test_a_batch_that_fails_midway_is_not_there_at_all(tmp_path: Path) -> None:
    good = {Passage("a"): Hypothesis("b", 0.0)}
    bad = {Passage("c"): Hypothesis("d", 0.0), Passage("e"): Hypothesis(None, 0.0)}  # type: ignore[arg-type]
    with Journal(tmp_path) as journal:
        journal.add("engine", good)
        with pytest.raises(OutputError):
            journal.add("engine", bad)
    with Journal(tmp_path) as journal:
        assert journal.find("engine", [*good, *bad]) == good


def test_a_folder_that_cannot_be_written_is_an_error_that_names_it(tmp_path: Path) -> None:
    (tmp_path / ".bitexte").write_text("", encoding="utf-8")
    with pytest.raises(OutputError, match=rf"{tmp_path.name}: cannot be written: "):
        Journal(tmp_path)
