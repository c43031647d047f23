"""A corpus appears whole with all its files, or not at all; what was refused lies beside it with its reasons."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from translate.aligning.corpora import CorpusWriter, names_a_file, places_of
from translate.data import Issue, Origin, Severity, TranslationUnit, Variant
from translate.errors import UsageError
from translate.formats import Header, read_bitext

HEADER = Header("fr", "en", "a signature")


def unit(number: int, target: str = "One.", *issues: Issue) -> TranslationUnit:
    sides = Variant("fr", f"Un {number}."), Variant("en", target)
    return TranslationUnit(f"u{number}", *sides, Origin.HUMAN, issues=issues)


def test_a_name_with_the_ending_of_a_format_is_a_file_and_a_folder_is_none(tmp_path: Path) -> None:
    (tmp_path / "folder.tmx").mkdir()
    found = [names_a_file(tmp_path / name) for name in ("a.tmx", "a.json", "a.tsv", "folder.tmx", "out", "a.docx")]
    assert found == [True, True, True, False, False, False]


def test_files_of_one_run_share_their_name(tmp_path: Path) -> None:
    places = places_of([tmp_path / "a.tmx", tmp_path / "a.json"])
    assert [(plugin.name, stem.name) for plugin, stem in places] == [("tmx", "a"), ("json", "a")]
    with pytest.raises(
        UsageError, match=r"--out .*a\.tmx, .*b\.json: the files of one run differ only in their extension"
    ):
        places_of([tmp_path / "a.tmx", tmp_path / "b.json"])
    with pytest.raises(UsageError):
        places_of([tmp_path / "a.docx"])


def test_every_file_holds_the_accepted_and_one_beside_them_the_refused(tmp_path: Path) -> None:
    places = places_of([tmp_path / "c.tmx", tmp_path / "c.tsv"])
    issues = Issue("numbers", Severity.ERROR, "7 is lost."), Issue("length", Severity.INFO, "long")
    with CorpusWriter(places, HEADER) as writer:
        writer.write(unit(1), is_accepted=True)
        writer.write(unit(2, "Two.", *issues), is_accepted=False)
        writer.write(unit(3, "Three.", Issue("names", Severity.WARNING, "?")), is_accepted=True)
        assert not list(tmp_path.glob("c*"))
    assert [path.name for path in writer.paths] == ["c.tmx", "c.tsv"]
    for path in writer.paths:
        assert [one.source.text for one in read_bitext(path, HEADER).units] == ["Un 1.", "Un 3."]
    (rejected,) = writer.rejected_paths
    (entry,) = json.loads(rejected.read_text(encoding="utf-8"))["units"]
    assert "7 is lost." in json.dumps(entry)
    assert (writer.counts.units, writer.counts.refused) == (3, 1)
    assert dict(writer.counts.issues) == {"numbers": 1, "names": 1}  # information is no issue


def test_an_error_leaves_what_an_earlier_run_wrote(tmp_path: Path) -> None:
    places = places_of([tmp_path / "c.tmx"])
    with CorpusWriter(places, HEADER) as writer:
        writer.write(unit(1), is_accepted=True)
        writer.write(unit(2), is_accepted=False)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert sorted(before) == ["c.rejected.json", "c.tmx"]
    with pytest.raises(KeyboardInterrupt), CorpusWriter(places, HEADER) as writer:
        writer.write(unit(3), is_accepted=True)
        writer.write(unit(4), is_accepted=False)
        raise KeyboardInterrupt
    with pytest.raises(KeyboardInterrupt), CorpusWriter(places, HEADER) as writer:
        writer.write(unit(3), is_accepted=True)  # and nothing refused, as yet
        raise KeyboardInterrupt
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_run_that_refuses_nothing_removes_the_refused_of_an_earlier_one(tmp_path: Path) -> None:
    places = places_of([tmp_path / "c.tmx"])
    for is_accepted, expected in ((False, ["c.rejected.json", "c.tmx"]), (True, ["c.tmx"])):
        with CorpusWriter(places, HEADER) as writer:
            writer.write(unit(1), is_accepted=is_accepted)
        assert sorted(path.name for path in tmp_path.iterdir()) == expected


def test_what_a_format_had_to_mend_is_remarked(tmp_path: Path) -> None:
    places = places_of([tmp_path / "c.tmx"])
    with CorpusWriter(places, HEADER) as writer:
        writer.write(unit(1, "A \x02 B"), is_accepted=True)
    (remark,) = writer.remarks
    assert "unit 'u1'" in remark
