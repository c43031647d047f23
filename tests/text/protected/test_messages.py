"""Messages of ICU are found as they are nested, and read without their syntax."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.text.protected.messages import (
    MAX_NESTING,
    Branch,
    Message,
    find_messages,
    flatten,
    is_deeply_nested,
    may_have_messages,
)

FILES = "{n, plural, one {# fichier} other {# fichiers}}"


def test_a_message_has_its_branches_and_their_places() -> None:
    (message,) = find_messages(f"Vous avez {FILES}.")
    assert (message.start, message.end, message.argument, message.kind) == (10, 10 + len(FILES), "n", "plural")
    text = f"Vous avez {FILES}."
    assert [(b.key, text[b.start : b.end]) for b in message.branches] == [("one", "# fichier"), ("other", "# fichiers")]


def test_messages_nest() -> None:
    text = "{g, select, elle {Elle a {n,plural,=0{rien}other{# {nom}}}} other {Il}}"
    (message,) = find_messages(text)
    (inner,) = message.branches[0].messages
    assert (inner.argument, [text[b.start : b.end] for b in inner.branches]) == ("n", ["rien", "# {nom}"])
    assert message.branches[1].messages == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{n}",
        "{n, number}",
        "{quand, date, short}",
        "{n, plural, }",
        "{n, plural, one {a}",
        "{n, plural, one {a} other}",
        "{n, plural, one {a {b}",
        "{n, plural, one {'{' a} other {b}}",
        "{n, plural, one {les amis'} other {b}}",
        "{n, plural, one {{ a, b {} }} other {c}}",
        "le pluriel (plural, select)",
    ],
)
def test_what_is_not_well_formed_or_quotes_braces_is_no_message(text: str) -> None:
    assert find_messages(text) == ()
    assert flatten(text) == text


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (f"Vous avez {FILES} ici.", "Vous avez {n} # fichier / # fichiers ici."),
        ("{n, plural, offset:1 =0 {a} other {l''ami}}", "{n} a / l''ami"),
        ("{g, select, a {x {n, plural, one {y} other {z}}} other {}}!", "{g} x {n} y / z / !"),
        (f"{FILES}{FILES}", "{n} # fichier / # fichiers{n} # fichier / # fichiers"),
    ],
)
def test_what_a_person_reads_has_no_syntax(text: str, read: str) -> None:
    assert flatten(text) == read


def test_a_message_that_is_not_well_formed_is_still_told_of() -> None:
    assert may_have_messages("{n, plural, one {a}")
    assert not may_have_messages("{n} plural, one")


@given(
    st.lists(st.sampled_from(["{n, plural,", "{g,select,", " one ", " other ", "{", "}", "#", "mot", "'", "''", " "]))
)
def test_any_text_is_read_and_its_places_are_within_it(parts: list[str]) -> None:
    text = "".join(parts)

    def look(messages: tuple[Message, ...], start: int, end: int) -> None:
        for message in messages:
            assert start <= message.start < message.end <= end
            assert text[message.start] == "{"
            assert text[message.end - 1] == "}"
            start = message.end
            branch: Branch
            for branch in message.branches:
                assert text[branch.start - 1] == "{"
                assert text[branch.end] == "}"
                look(branch.messages, branch.start, branch.end)

    look(find_messages(text), 0, len(text))
    assert find_messages(flatten(text)) == ()


@pytest.mark.parametrize(("depth", "is_read"), [(1, True), (25, True), (26, False), (3000, False)])
def test_messages_within_messages_are_read_up_to_a_depth(depth: int, is_read: bool) -> None:
    text = "{n,select,a{" * depth + "mot" + "}}" * depth
    assert bool(find_messages(text)) is is_read
    assert (flatten(text) != text) is is_read
    assert may_have_messages(text)


def test_many_messages_one_after_the_other_are_not_deep() -> None:
    assert len(find_messages("{n, plural, other {un mot}} " * 500)) == 500
    assert not is_deeply_nested("{}" * 500)
    assert not is_deeply_nested("}" * 500 + "{" * MAX_NESTING)
    assert is_deeply_nested("}" * 500 + "{" * (MAX_NESTING + 1))


def test_a_message_of_java_chooses_by_limits() -> None:
    text = "Il y a {0,choice,0#aucun fichier|1#un fichier|1<{0} fichiers} ici."
    (message,) = find_messages(text)
    assert (message.argument, message.kind, text[message.end :]) == ("0", "choice", " ici.")
    assert [(branch.key, text[branch.start : branch.end]) for branch in message.branches] == [
        ("0#", "aucun fichier"),
        ("1#", "un fichier"),
        ("1<", "{0} fichiers"),
    ]
    assert flatten(text) == "Il y a {0} aucun fichier / un fichier / {0} fichiers ici."


@pytest.mark.parametrize("text", ["{0,choice,}", "{0,choice,aucun|un}", "{0,choice,0#aucun|1#un", "{0,choice,0#a|b}"])
def test_what_has_no_limits_is_no_choice(text: str) -> None:
    assert find_messages(text) == ()
