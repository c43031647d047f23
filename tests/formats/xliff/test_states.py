"""What each tool says of a unit's state becomes one of ours, and goes back as it was said."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.formats.samples import PLAIN, bitext, read_xliff
from translate.data import Origin, State, TranslationUnit
from translate.formats import read_bitext, write_bitext

UNTRANSLATED, DRAFT, TRANSLATED = State.UNTRANSLATED, State.DRAFT, State.TRANSLATED
REVIEWED, APPROVED = State.REVIEWED, State.APPROVED


def back(folder: Path, unit: TranslationUnit, name: str) -> str:
    (path,) = write_bitext(bitext([unit]), folder / "back", name, report=lambda _: None)
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("attributes", "state", "origin"),
    [
        ('state="new"', UNTRANSLATED, Origin.MEMORY),
        ('state="needs-translation"', UNTRANSLATED, Origin.MEMORY),
        ('state="needs-adaptation"', DRAFT, Origin.MEMORY),
        ('state="needs-l10n"', DRAFT, Origin.MEMORY),
        ('state="needs-review-translation"', DRAFT, Origin.MEMORY),
        ('state="needs-review-adaptation"', DRAFT, Origin.MEMORY),
        ('state="needs-review-l10n"', DRAFT, Origin.MEMORY),
        ('state="needs-review-translation" state-qualifier="leveraged-mt"', DRAFT, Origin.MACHINE),
        ('state="translated"', TRANSLATED, Origin.HUMAN),
        ('state="translated" state-qualifier="leveraged-mt"', DRAFT, Origin.MACHINE),
        ('state="translated" state-qualifier="mt-suggestion"', DRAFT, Origin.MACHINE),
        ('state="translated" state-qualifier="fuzzy-match"', DRAFT, Origin.MEMORY),
        ('state="translated" state-qualifier="leveraged-tm"', DRAFT, Origin.MEMORY),
        ('state="translated" state-qualifier="leveraged-repository"', DRAFT, Origin.MEMORY),
        ('state="translated" state-qualifier="tm-suggestion"', DRAFT, Origin.MEMORY),
        ('state="translated" state-qualifier="id-match"', DRAFT, Origin.MEMORY),
        ('state="translated" state-qualifier="exact-match"', DRAFT, Origin.MEMORY),
        ('state="translated" state-qualifier="rejected-grammar"', DRAFT, Origin.MEMORY),
        ('state="final"', APPROVED, Origin.HUMAN),
        ('state="signed-off"', APPROVED, Origin.HUMAN),
        ('state="signed-off" state-qualifier="exact-match"', APPROVED, Origin.HUMAN),
        ('state="x-of-our-own"', TRANSLATED, Origin.MEMORY),
        ("", TRANSLATED, Origin.MEMORY),
    ],
)
def test_states_of_version_1_2_are_ours_and_go_back_as_they_were(
    attributes: str, state: State, origin: Origin, tmp_path: Path
) -> None:
    unit = f'<trans-unit id="1"><source>Oui.</source><target {attributes}>Yes.</target></trans-unit>'
    (found,), _ = read_xliff(tmp_path, unit, "1.2")
    assert (found.standing, found.origin) == (state, origin)
    written = back(tmp_path, found, "xliff")
    assert all(f" {part}" in written for part in attributes.split() if "x-of" not in part)


@pytest.mark.parametrize(
    ("state", "expected"), [("", APPROVED), ('state="translated"', APPROVED), ('state="new"', UNTRANSLATED)]
)
def test_an_approved_unit_is_approved_unless_nobody_translated_it(state: str, expected: State, tmp_path: Path) -> None:
    unit = f'<trans-unit id="1" approved="yes"><source>Oui.</source><target {state}>Yes.</target></trans-unit>'
    (found,), remarks = read_xliff(tmp_path, unit, "1.2")
    assert found.standing is expected
    assert ["nobody translated them" in remark.message for remark in remarks] == [True] * (expected is UNTRANSLATED)


@pytest.mark.parametrize("target", ["", "<target/>", '<target state="final"><x id="1"/></target>'])
def test_an_empty_target_is_untranslated(target: str, tmp_path: Path) -> None:
    unit = f'<trans-unit id="1"><source>Oui.<x id="1"/></source>{target}</trans-unit>'
    (found,), _ = read_xliff(tmp_path, unit, "1.2")
    assert found.target.text == ""


@pytest.mark.parametrize(
    ("attributes", "state", "origin"),
    [
        ('state="initial"', UNTRANSLATED, Origin.MEMORY),
        ('state="translated"', TRANSLATED, Origin.HUMAN),
        ('state="translated" subState="acme:mt"', DRAFT, Origin.MACHINE),
        ('state="translated" subState="bitexte:mt"', DRAFT, Origin.MACHINE),
        ('state="translated" subState="acme:seen"', TRANSLATED, Origin.HUMAN),
        ('state="reviewed"', REVIEWED, Origin.HUMAN),
        ('state="final"', APPROVED, Origin.HUMAN),
        ("", TRANSLATED, Origin.MEMORY),
    ],
)
def test_states_of_version_2_are_ours_and_go_back_as_they_were(
    attributes: str, state: State, origin: Origin, tmp_path: Path
) -> None:
    unit = f'<unit id="1"><segment {attributes}><source>Oui.</source><target>Yes.</target></segment></unit>'
    (found,), _ = read_xliff(tmp_path, unit, "2.0")
    assert (found.standing, found.origin) == (state, origin)
    written = back(tmp_path, found, "xliff2")
    assert all(f" {part}" in written for part in attributes.split())


def trados(conf: str, origin: str = "interactive") -> str:
    said = f' conf="{conf}"' if conf else ""
    mark = '<mrk mtype="seg" mid="4">{}</mrk>'
    return (
        f'<trans-unit id="1"><source>Oui.</source><seg-source>{mark.format("Oui.")}</seg-source>'
        f'<target>{mark.format("Yes.")}</target><sdl:seg-defs><sdl:seg id="4"{said} origin="{origin}" percent="70"/>'
        "</sdl:seg-defs></trans-unit>"
    )


def memoq(status: str, more: str = "") -> str:
    return f'<trans-unit id="1" mq:status="{status}"><source>Oui.</source><target>Yes.</target>{more}</trans-unit>'


def phrase(confirmed: str, origin: str = "null") -> str:
    return (
        f'<trans-unit id="1" m:confirmed="{confirmed}" m:trans-origin="{origin}"><source>Oui.</source>'
        "<target>Yes.</target></trans-unit>"
    )


@pytest.mark.parametrize(
    ("unit", "state", "origin"),
    [
        (trados(""), UNTRANSLATED, Origin.MEMORY),
        (trados("Draft"), DRAFT, Origin.MEMORY),
        (trados("Draft", "mt"), DRAFT, Origin.MACHINE),
        (trados("Draft", "nmt"), DRAFT, Origin.MACHINE),
        (trados("Draft", "amt"), DRAFT, Origin.MACHINE),
        (trados("RejectedTranslation"), DRAFT, Origin.MEMORY),
        (trados("RejectedSignOff"), DRAFT, Origin.MEMORY),
        (trados("Translated"), TRANSLATED, Origin.HUMAN),
        (trados("ApprovedTranslation"), REVIEWED, Origin.HUMAN),
        (trados("ApprovedSignOff"), APPROVED, Origin.HUMAN),
        (memoq("NotStarted"), UNTRANSLATED, Origin.MEMORY),
        (memoq("AutoSplitAndEmpty"), UNTRANSLATED, Origin.MEMORY),
        (memoq("Pretranslated"), DRAFT, Origin.MEMORY),
        (memoq("PartiallyEdited"), DRAFT, Origin.MEMORY),
        (memoq("Edited"), DRAFT, Origin.MEMORY),
        (memoq("AssembledFromFragments"), DRAFT, Origin.MEMORY),
        (memoq("AutoJoined"), DRAFT, Origin.MEMORY),
        (memoq("Rejected"), DRAFT, Origin.MEMORY),
        (memoq("MachineTranslated"), DRAFT, Origin.MACHINE),
        (memoq("Edited", '<mq:insertedmatch matchtype="MT"/>'), DRAFT, Origin.MACHINE),
        (memoq("ManuallyConfirmed"), TRANSLATED, Origin.HUMAN),
        (memoq("Reviewer1Confirmed"), REVIEWED, Origin.HUMAN),
        (memoq("Proofread"), APPROVED, Origin.HUMAN),
        (phrase("0"), DRAFT, Origin.MEMORY),
        (phrase("0", "mt"), DRAFT, Origin.MACHINE),
        (phrase("1"), TRANSLATED, Origin.HUMAN),
        (phrase("2"), REVIEWED, Origin.HUMAN),
    ],
)
def test_what_a_tool_says_in_its_own_words_wins(unit: str, state: State, origin: Origin, tmp_path: Path) -> None:
    (found,), _ = read_xliff(tmp_path, unit, "1.2")
    assert (found.standing, found.origin) == (state, origin)


def test_what_trados_says_of_a_segment_is_kept_as_properties(tmp_path: Path) -> None:
    (found,), _ = read_xliff(tmp_path, trados("Draft", "mt"), "1.2")
    assert {("sdl:conf", "Draft"), ("sdl:origin", "mt"), ("sdl:percent", "70")} <= set(found.properties)


@pytest.mark.parametrize("name", ["xliff", "xliff2"])
@pytest.mark.parametrize("origin", Origin)
@pytest.mark.parametrize("state", [None, *State])
def test_every_state_of_every_origin_comes_back(name: str, origin: Origin, state: State | None, tmp_path: Path) -> None:
    unit = TranslationUnit("1", PLAIN.source, PLAIN.target, origin, state=state)
    (path,) = write_bitext(bitext([unit]), tmp_path / "x", name)
    (found,) = read_bitext(path).units
    assert (found.origin, found.standing) == (unit.origin, unit.standing)


def test_a_decision_of_a_reviewer_counts_more_than_our_note(tmp_path: Path) -> None:
    unit = TranslationUnit("1", PLAIN.source, PLAIN.target, Origin.MACHINE, 80.0)
    written = back(tmp_path, unit, "xliff").replace(
        'state="needs-review-translation" state-qualifier="leveraged-mt"', 'state="signed-off"'
    )
    (tmp_path / "back.xlf").write_text(written, encoding="utf-8")
    (found,) = read_bitext(tmp_path / "back.xlf").units
    assert (found.standing, found.origin) == (APPROVED, Origin.HUMAN)
