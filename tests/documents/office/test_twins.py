"""A text that a document holds in several versions is asked once, and each version is the twin of one text only."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.data import CodeKind, InlineCode
from translate.documents.office.twins import is_alike, twinned
from translate.documents.spliced import SplicedBlock

MARK = InlineCode(1, 1, CodeKind.ISOLATED)
_VERSIONS = st.lists(st.lists(st.sampled_from("abc"), max_size=5), max_size=4)


def block(text: str, *codes: InlineCode) -> SplicedBlock:
    return SplicedBlock("", text, "", codes)


def made(*versions: str) -> list[tuple[str, int]]:
    """What is asked of versions, a letter a block, and how many twins it has."""
    return [(one.text, len(one.twins)) for one in twinned([list(map(block, version)) for version in versions])]


@pytest.mark.parametrize(
    ("versions", "asked"),
    [
        ((), []),
        (("ab",), [("a", 0), ("b", 0)]),
        (("ab", "ab"), [("a", 1), ("b", 1)]),
        (("ab", "ba"), [("a", 1), ("b", 1)]),
        (("aa", "a"), [("a", 1), ("a", 0)]),
        (("a", "aa"), [("a", 1), ("a", 0)]),
        (("a", "ab", "ac"), [("a", 2), ("b", 0), ("c", 0)]),
        (("", "a"), [("a", 0)]),
    ],
)
def test_equal_texts_are_twins_one_by_one(versions: tuple[str, ...], asked: list[tuple[str, int]]) -> None:
    assert made(*versions) == asked


@given(_VERSIONS)
def test_no_block_of_any_version_is_lost_or_asked_twice(versions: list[list[str]]) -> None:
    blocks = [list(map(block, version)) for version in versions]
    found = list(twinned(blocks))
    everywhere = [one.text for one in found] + [twin.text for one in found for twin in one.twins]
    assert sorted(everywhere) == sorted(text for version in versions for text in version)
    assert all(twin.text == one.text for one in found for twin in one.twins)
    assert [one.text for one in found][: len(versions[0]) if versions else 0] == (versions[0] if versions else [])


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (block("ab"), block("ab"), True),
        (block("ab", MARK), block("ab", MARK), True),
        (block("ab", MARK), block("ab", InlineCode(1, 1, CodeKind.ISOLATED, id="7", type="image")), True),
        (block("ab", MARK), block("ab"), False),
        (block("ab", MARK), block("ab", InlineCode(2, 2, CodeKind.ISOLATED)), False),
        (block("ab", MARK), block("ab", InlineCode(1, 1, CodeKind.START)), False),
        (block("ab"), block("aB"), False),
    ],
)
def test_twins_have_their_codes_at_the_same_places(one: SplicedBlock, other: SplicedBlock, *, expected: bool) -> None:
    assert is_alike(one, other) is expected


def test_twins_that_a_block_has_already_stay() -> None:
    (inner,) = twinned([[block("a")], [block("a")]])
    (outer,) = twinned([[inner], [block("a")]])
    assert [twin.text for twin in outer.twins] == ["a", "a"]
