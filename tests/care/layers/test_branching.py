"""The branches of ICU's messages are translated each by itself, and the messages come out well formed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from translate.care.layers.branching import iter_branched, iter_unbranched
from translate.data import CodeKind, Hypothesis, InlineCode, Issue, Origin, Passage, Severity
from translate.text.protected.messages import find_messages


class Dictionary:
    """Says what it was told to say; other texts stay, and were carried over."""

    def __init__(self, known: Mapping[str, str]) -> None:
        self.known = known
        self.asked: list[str] = []

    def __call__(self, passages: Sequence[Passage]) -> Iterator[Mapping[Passage, Hypothesis]]:
        assert len(set(passages)) == len(passages)
        for passage in passages:
            self.asked.append(passage.text)
            said = self.known.get(passage.text)
            origin = Origin.CARRIED if said is None else Origin.MACHINE
            score = 0.0 if said is None else -0.5
            yield {passage: Hypothesis(said or passage.text, score, (), passage.codes, origin)}


def branch(passage: Passage, known: Mapping[str, str]) -> Hypothesis:
    done = [batch for batch in iter_branched([passage], Dictionary(known)) if batch]
    assert [list(batch) for batch in done] == [[passage]]
    return done[0][passage]


@pytest.mark.parametrize(
    ("source", "known", "target"),
    [
        (
            "{n, plural, one {# fichier} other {# fichiers}}",
            {"{n} fichier": "{n} file", "{n} fichiers": "{n} files"},
            "{n, plural, one {# file} other {# files}}",
        ),
        (
            "Bonjour, {g, select, f {madame} other { monsieur }} !",
            {"Bonjour, {g} !": "Good day, {g}!", "madame": "madam", "monsieur": "sir"},
            "Good day, {g, select, f {madam} other { sir }}!",
        ),
        (
            "{g,select,f{Elle a {n,plural,one{# ami} other{# amis}}.} other{# Il}}",
            {"Elle a {n}.": "She has {n}.", "{n} ami": "{n} friend", "{n} amis": "{n} friends", "# Il": "# He"},
            "{g,select,f{She has {n,plural,one{# friend} other{# friends}}.} other{# He}}",
        ),
        (
            "De {n} : {n, plural, =1 {l''ami de {nom}} other {{n} amis}}",
            {"De {n} : {n_}": "{n_} of {n}", "l'ami de {nom}": "{nom}'s friends'", "{n} amis": "{n} friends"},
            "{n, plural, =1 {{nom}'s friends''} other {{n} friends}} of {n}",
        ),
        ("{n, plural, one {} other {#}}", {}, "{n, plural, one {} other {#}}"),
    ],
)
def test_branches_are_translated_and_syntax_is_not(source: str, known: dict[str, str], target: str) -> None:
    made = branch(Passage(source), known)
    assert (made.text, made.issues) == (target, ())
    assert made.origin is (Origin.MACHINE if known else Origin.CARRIED)
    assert made.score == (-0.5 if known else 0.0)


def test_codes_beside_a_message_keep_their_places() -> None:
    text = "Avec *{n, plural, one {un} other {des}}* oui*"
    codes = tuple(InlineCode(place, place + 1, CodeKind.ISOLATED) for place in (5, 39, 44))
    assert all(text[code.start] == "*" for code in codes)
    made = branch(Passage(text, codes), {"un": "a long one", "des": "s"})
    assert [made.text[code.start : code.end] for code in made.codes] == ["*", "*", "*"]
    assert "other {s}}* oui*" in made.text


@pytest.mark.parametrize(
    "text",
    [
        "{n, selectordinal, one {#er étage} other {#e étage}}",
        "{n, plural, one {'{' un} other {des}}",
        "{n, plural, one {un}",
        "{g, select, a {{n, selectordinal, other {#e}}} other {b}}",
    ],
)
def test_a_message_that_cannot_be_parted_is_told_of(text: str) -> None:
    made = branch(Passage(text), {})
    assert made.text == text
    assert [(issue.check, issue.severity) for issue in made.issues] == [("message", Severity.WARNING)]


def test_a_message_with_a_code_within_is_told_of() -> None:
    text = "{n, plural, one {*un*} other {des}}"
    made = branch(Passage(text, (InlineCode(17, 18, CodeKind.ISOLATED),)), {})
    assert (made.text, [issue.check for issue in made.issues]) == (text, ["message"])


def test_a_message_that_the_engine_loses_is_an_error() -> None:
    made = branch(Passage("Voir {n, plural, other {#}} ici"), {"Voir {n} ici": "See here"})
    assert (made.text, [(i.check, i.severity) for i in made.issues]) == ("See here", [("placeholders", Severity.ERROR)])


def test_what_is_said_of_a_branch_is_said_of_the_whole_and_once() -> None:
    issue = Issue("invented", Severity.WARNING, "Made up.")

    def ask(passages: Sequence[Passage]) -> Iterator[Mapping[Passage, Hypothesis]]:
        yield {passage: Hypothesis("x", -1.0, (issue,) if "un" in passage.text else ()) for passage in passages}

    passage = Passage("{n, plural, one {un} other {uns}}")
    (made,) = [batch[passage] for batch in iter_branched([passage], ask) if passage in batch]
    assert issue in made.issues
    assert made.issues.count(issue) == 1


def test_other_passages_come_as_they_are_done_and_once() -> None:
    ask = Dictionary({"un": "one", "Oui": "Yes"})
    passages = [Passage("Oui"), Passage("un"), Passage("{n, plural, one {un} other {Oui}}")]
    done = [(p.text, h.text) for batch in iter_branched(passages, ask) for p, h in batch.items()]
    assert done[-1] == ("{n, plural, one {un} other {Oui}}", "{n, plural, one {one} other {Yes}}")
    assert sorted(done[:2]) == [("Oui", "Yes"), ("un", "one")]
    assert sorted(ask.asked) == ["Oui", "un", "{n}"]


_TEXTS = st.text(st.sampled_from("ab #'é."), max_size=8).map(lambda text: text.replace("'", ""))


@example(["a"], "", "''")
@given(st.lists(_TEXTS, min_size=1, max_size=3), _TEXTS, st.text(st.sampled_from("xy #'"), max_size=6))
def test_messages_stay_well_formed_whatever_the_engine_says(branches: list[str], around: str, said: str) -> None:
    source = around + "{n, plural, " + " ".join(f"={k} {{{text}}}" for k, text in enumerate(branches)) + "}" + around

    def ask(passages: Sequence[Passage]) -> Iterator[Mapping[Passage, Hypothesis]]:
        yield {p: Hypothesis(p.text if "{" in p.text else said, -1.0) for p in passages}

    passage = Passage(source)
    (made,) = [batch[passage] for batch in iter_branched([passage], ask) if passage in batch]
    (message,) = find_messages(made.text)
    assert [b.key for b in message.branches] == [f"={k}" for k in range(len(branches))]


def test_messages_that_are_left_are_told() -> None:
    """Where the step is off, a message that is all of a text is carried over, which no check looks at."""
    text = "{n, plural, one {un chat} other {# chats}}"
    asked = {Passage(text): Hypothesis(text, 0.0), Passage("un chat"): Hypothesis("a cat", 0.0)}
    (done,) = iter_unbranched(list(asked), lambda passages: iter([asked]))
    assert [issue.check for issue in done[Passage(text)].issues] == ["message"]
    assert done[Passage("un chat")] is asked[Passage("un chat")]
