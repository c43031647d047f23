"""A text that is but terms of the glossary and what joins them says what they say; any other is the model's."""

from __future__ import annotations

import pytest

from translate.care.base import Mask, Piece, Request, Shielded
from translate.care.glossary.term_lists import TermLists
from translate.care.phrases.labels import Labels
from translate.care.phrases.phrasing import FROM_GLOSSARY, Phrasing, is_certain, is_listed
from translate.data import Passage
from translate.languages import find_language
from translate.models.phrase_table import PhraseTable
from translate.terms.term import Term, TermKind
from translate.terms.terminology import Terminology
from translate.text.protected.spans import ProtectedSpan, Treatment

FRENCH, ENGLISH = find_language("fr"), find_language("en")
GLOSSARY = {
    "dépôt de garantie": "security deposit",
    "charges": "service charges",
    "bail": "lease agreement",
    "avenant": "amendment",
    "porte-fenêtre": "French window",
    "vis": "screw",
    "écrou": "nut",
    "déployer": "roll out",
    "avoir": "credit note",
    "CSE": "works council",
}
TERMS = Terminology(
    [Term(one, (two,), TermKind.REQUIRED, n) for n, (one, two) in enumerate(GLOSSARY.items(), 1)], FRENCH, ENGLISH
)


def asked(text: str) -> Request:
    return Request(Passage(text), shielded=Shielded(text), text=text)


def said(text: str, labels: Labels | None = None, terms: Terminology = TERMS) -> str | None:
    phrasing = Phrasing(lambda: PhraseTable({}), "", labels) if labels else None
    draft = TermLists(terms, FRENCH, ENGLISH, phrasing).before(asked(text)).known
    return draft.text if draft else None


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Dépôt de garantie", "Security deposit"),
        ("Dépôt de garantie et charges", "Security deposit and service charges"),
        ("dépôt de garantie ou bail", "security deposit or lease agreement"),
        ("Bail, avenant et charges", "Lease agreement, amendment and service charges"),
        ("Bail ; avenant ; charges", "Lease agreement; amendment; service charges"),
        ("Bail/avenant", "Lease agreement/amendment"),
        ("Bail / Avenant", "Lease agreement / Amendment"),
        ("Bail – avenant", "Lease agreement – amendment"),
        ("Bail (avenant)", "Lease agreement (amendment)"),
        ("Bail (avenant) et charges", "Lease agreement (amendment) and service charges"),
        ("Bail :", "Lease agreement:"),
        ("Bail.", "Lease agreement."),
        ("Bail 3", "Lease agreement 3"),
        ("2. Bail", "2. Lease agreement"),
        ("2 portes-fenêtres", "2 French windows"),
        ("BAIL ET AVENANT", "lease agreement and amendment"),
        ("Vis et écrous", "Screws and nuts"),  # « vis » has but one form
        ("Vis et écrou", "Screw and nut"),
        ("Bail Et Avenant", "Lease agreement and Amendment"),
        ("Déployer", "Roll out"),
        ("Avoirs", "Credit notes"),
        ("CSE", "works council"),  # its source has capitals of its own
    ],
)
def test_terms_and_what_joins_them_are_said_as_the_glossary_has_them(text: str, target: str) -> None:
    assert said(text) == target


@pytest.mark.parametrize(
    "text",
    [
        "Le bail est signé.",
        "Bail signé",
        "Bail et avenant signés",
        "Bail sans avenant",
        "Signature du bail",
        "Bail (avenant",
        "Bail, ",
        "Déployez",  # a verb in another form than the glossary's
        "Déployé et avenant",
        "Loyer et garage",  # no term
        "Bail et garage",  # nobody says what it is
        "Bail n° 3",  # no measure of the request
        "Vous pouvez avoir",
    ],
)
def test_a_text_with_other_words_is_the_model_s(text: str) -> None:
    assert said(text) is None


def test_a_member_beside_a_term_is_what_the_list_of_labels_has(labels: Labels) -> None:
    assert said("Dépôt de garantie, loyer et charges", labels) == "Security deposit, rent and service charges"
    assert said("Loyer, bail", labels) == "Rent, lease agreement"
    assert said("Loyer de mars, bail", labels) is None
    assert said("Loyer", labels) is None


def test_what_is_forbidden_or_kept_is_no_term_that_is_said() -> None:
    terms = Terminology([Term("bail", ("lease",), TermKind.FORBIDDEN, 1)], FRENCH, ENGLISH)
    assert said("Bail", terms=terms) is None


def test_a_list_of_terms_is_certain_unless_it_lacks_one_and_its_words_are_linked_to_their_own() -> None:
    draft = TermLists(TERMS, FRENCH, ENGLISH, None).before(asked("Bail, avenant")).known
    assert draft is not None and draft.issues == (FROM_GLOSSARY,) and is_listed(draft)
    assert is_certain(draft, ("length",)) and not is_certain(draft, ("terms",))
    links = draft.link() if draft.link else None
    assert links is not None
    assert (links.source, links.target) == ((0, 4, 6, 13), (0, 15, 17, 26))
    assert links.weights == ((1, 0, 0), (0, 1, 0), (0, 0, 1))


def test_a_placeholder_stays_in_its_place() -> None:
    piece = Piece(ProtectedSpan(6, 9, Treatment.MASK), "terms", "")
    shielded = Shielded("Bail, X_1", masks=(Mask("X_1", "Zed", piece),))
    request = Request(Passage("Bail, Zed"), shielded=shielded, text=shielded.text)
    draft = TermLists(TERMS, FRENCH, ENGLISH, None).before(request).known
    assert draft is not None and draft.text == "Lease agreement, X_1"
