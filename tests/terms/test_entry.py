"""A status has one meaning whatever it is called, and a row is as many entries as it has targets."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.errors import GlossaryError
from translate.terms.entry import Entry, Status, Termbase, make_entries, parse_status
from translate.terms.merging import merge_termbases

PATH = Path("terms.tsv")
WORDS = st.sampled_from(["vis", "Vis", "clou", "écrou"])
ENTRIES = st.builds(
    Entry,
    WORDS,
    st.sampled_from(["screw", "Screw", "nail"]),
    st.sampled_from(Status),
    concept=st.sampled_from(["", "c1", "c2"]),
    note=st.sampled_from(["", "see bolt"]),
)


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("notRecommended", Status.FORBIDDEN),
        ("preferredTerm-admn-sts", Status.PREFERRED),
        ("approved", Status.PREFERRED),
        (" Required ", Status.PREFERRED),
        ("standard", Status.PREFERRED),
        ("admittedTerm", Status.ADMITTED),
        ("non-standard", Status.ADMITTED),
        ("legalTerm-admn-sts", Status.ADMITTED),
        ("DEPRECATED", Status.FORBIDDEN),
        ("supersededTerm-admn-sts", Status.FORBIDDEN),
        ("obsolete", Status.FORBIDDEN),
        ("keep", Status.KEEP),
        ("", None),
        ("draft", None),
        ("-admn-sts", None),
    ],
)
def test_a_status_is_known_by_the_names_of_tools(name: str, status: Status | None) -> None:
    assert parse_status(name) is status


@pytest.mark.parametrize(
    ("status", "targets", "found"),
    [
        (Status.PREFERRED, ["screw"], [("screw", Status.PREFERRED)]),
        (Status.PREFERRED, ["screw", "bolt"], [("screw", Status.PREFERRED), ("bolt", Status.ADMITTED)]),
        (Status.PREFERRED, ["", "bolt", "bolt"], [("bolt", Status.PREFERRED)]),
        (Status.ADMITTED, ["screw", "bolt"], [("screw", Status.ADMITTED), ("bolt", Status.ADMITTED)]),
        (Status.FORBIDDEN, ["screw", "bolt"], [("screw", Status.FORBIDDEN), ("bolt", Status.FORBIDDEN)]),
        (Status.KEEP, [], [("vis", Status.KEEP)]),
        (Status.KEEP, ["screw"], [("vis", Status.KEEP)]),
    ],
)
def test_a_row_is_an_entry_for_each_target(status: Status, targets: list[str], found: list[tuple[str, Status]]) -> None:
    entry = Entry("vis", "", status, 4, domain="bricolage")
    made = list(make_entries(PATH, entry, targets))
    assert [(one.target, one.status) for one in made] == found
    assert {(one.source, one.line, one.domain) for one in made} == {("vis", 4, "bricolage")}


@pytest.mark.parametrize(
    ("source", "status", "targets", "message"),
    [
        ("", Status.PREFERRED, ["screw"], r"terms\.tsv:4: the source is empty; only a forbidden term can have none"),
        ("", Status.KEEP, [], r"terms\.tsv:4: the source is empty"),
        ("vis", Status.PREFERRED, ["", ""], r"'vis' has no target; write one, or the status 'keep' in the third"),
        ("v" * 90, Status.FORBIDDEN, [], r"'v{39}…' has no target"),
    ],
)
def test_a_row_that_lacks_a_side_is_told_with_its_line(
    source: str, status: Status, targets: list[str], message: str
) -> None:
    with pytest.raises(GlossaryError, match=message):
        list(make_entries(PATH, Entry(source, "", status, 4), targets))


def test_a_forbidden_term_alone_needs_no_source() -> None:
    (entry,) = make_entries(PATH, Entry("", "", Status.FORBIDDEN), ["utilize"])
    assert (entry.source, entry.target) == ("", "utilize")


@pytest.mark.parametrize(
    ("one", "other", "are_one"),
    [
        (("Vis", "screw"), ("vis", "SCREW"), True),
        (("Straße", "street"), ("STRASSE", "street"), True),
        (("vis", "screw"), ("vis", "screws"), False),
        (("vis", "screw"), ("screw", "vis"), False),
    ],
)
def test_capitals_make_no_other_entry(one: tuple[str, str], other: tuple[str, str], are_one: bool) -> None:
    keys = [Entry(*pair, Status.PREFERRED).key for pair in (one, other)]
    assert (keys[0] == keys[1]) is are_one


@given(st.lists(ENTRIES, max_size=6), st.lists(st.lists(ENTRIES, max_size=6), max_size=3))
def test_merging_has_each_pair_once_in_its_place_and_counts_every_entry(
    own: list[Entry], others: list[list[Entry]]
) -> None:
    base = Termbase("fr", "en", tuple({entry.key: entry for entry in own}.values()))
    merged = merge_termbases(base, [Termbase("fr", "en", tuple(some)) for some in others])
    keys = [entry.key for entry in merged.termbase.entries]
    assert len(set(keys)) == len(keys)
    assert keys[: len(base.entries)] == [entry.key for entry in base.entries]
    assert merged.added == len(keys) - len(base.entries)
    assert merged.added + merged.updated + merged.unchanged == sum(map(len, others))
    assert set(keys) == {entry.key for some in (base.entries, *others) for entry in some}


@given(st.lists(ENTRIES, max_size=6))
def test_merging_a_termbase_again_changes_nothing(own: list[Entry]) -> None:
    base = Termbase("fr", "en", tuple({entry.key: entry for entry in own}.values()))
    merged = merge_termbases(base, [base])
    assert merged.termbase == base
    assert (merged.added, merged.updated) == (0, 0)


def test_the_base_that_is_merged_into_stays_as_it_was() -> None:
    entry = Entry("vis", "screw", Status.PREFERRED)
    base = Termbase("fr", "en", (entry,))
    merge_termbases(base, [Termbase("fr", "en", (Entry("vis", "screw", Status.FORBIDDEN, note="no"),))])
    assert base.entries == (entry,)


def test_concepts_of_three_files_keep_apart() -> None:
    files = [Termbase("fr", "en", (Entry(word, word, Status.PREFERRED, concept="c1"),)) for word in ("a", "b", "c")]
    merged = merge_termbases(files[0], files[1:])
    assert [entry.concept for entry in merged.termbase.entries] == ["c1", "c1-2", "c1-2-2"]
