"""`bitexte doctor` says what is there, and is wrong with exit code 1 where something is."""

from __future__ import annotations

import base64
import hashlib
import json
from importlib.metadata import Distribution
from pathlib import Path

import pytest

from translate.cli import doctor, main
from translate.cli.doctor import Finding


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the model out."""
    monkeypatch.setattr(doctor, "_models", lambda config: iter(()))


def test_what_is_there_is_found_and_a_text_is_translated(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--json"]) == 0
    found = {one["what"]: one for one in json.loads(capsys.readouterr().out)}
    assert found["translation"]["found"].startswith("'")
    assert "CTranslate2" in found["instruction set"]["found"]
    assert found["model fr-en"]["state"] == ""


@pytest.mark.usefixtures("quick")
def test_versions_of_all_packages_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 0
    text = capsys.readouterr().out
    names = [line.partition("  ")[0] for line in text.splitlines() if "  " in line]
    assert len(names) == len(set(names))
    for name in ("bitexte", "Python", "cores", "ctranslate2", "lxml", "cache", "soffice", "import name"):
        assert f"\n{name} " in f"\n{text}", name


def test_a_package_that_is_needed_and_missing_is_wrong_and_one_of_an_extra_is_not(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Made(Distribution):
        @property
        def requires(self) -> list[str]:
            return [
                "no-such-thing>=1",
                "no-such-extra>=2; extra == 'all'",
                "no-such-extra>=2; extra == 'pdf'",
                "no-such-extra>=2; extra == 'ray'",
                "no-such-test; extra == 'dev'",
            ]

        def read_text(self, filename: str) -> str | None:
            return None

        def locate_file(self, path: object) -> Path:
            return Path(str(path))

    monkeypatch.setattr(doctor, "distribution", lambda name: Made())
    found = {one.what: one for one in doctor._packages()}
    assert found["no-such-thing"].state == doctor.WRONG
    assert "pip install 'no-such-thing'" in found["no-such-thing"].advice
    assert found["no-such-extra"] == Finding(
        "no-such-extra", "", doctor.ABSENT, "for the extra [pdf], [ray]: pip install 'bitexte[pdf]'"
    )
    assert "no-such-test" not in found


@pytest.mark.usefixtures("quick")
def test_another_package_of_our_import_name_is_wrong(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(doctor, "_installed", lambda name: name == "translate-toolkit")
    assert main(["doctor"]) == 1
    assert "import name: both packages are called translate" in capsys.readouterr().out


def test_a_file_of_a_model_that_is_not_as_it_was_packed_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "translate" / "models" / "fr-en"
    folder.mkdir(parents=True)
    lines = []
    for name, content in (("a.bin", b"as packed"), ("b.bin", b"as packed too")):
        (folder / name).write_bytes(content)
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        lines.append(f"translate/models/fr-en/{name},sha256={digest},{len(content)}")
    record = tmp_path / "bitexte-1.dist-info"
    record.mkdir()
    (record / "METADATA").write_text("Metadata-Version: 2.1\nName: bitexte\nVersion: 1\n", encoding="utf-8")
    (record / "RECORD").write_text("\n".join(lines) + "\n", encoding="utf-8")
    package = Distribution.at(record)
    assert doctor._check_sums(package) == (2, [])
    (folder / "b.bin").write_bytes(b"spoiled")
    assert doctor._check_sums(package) == (1, ["translate/models/fr-en/b.bin"])


def test_a_cache_that_cannot_be_written_is_wrong(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BITEXTE_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr("os.access", lambda path, mode: False)
    (finding,) = doctor._caches()
    assert (finding.state, finding.advice) == (doctor.WRONG, "set BITEXTE_CACHE to a folder that can.")
