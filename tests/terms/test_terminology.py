"""Terms are found by word in any inflection, and honoured or reported."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from translate.care.translator import Translator
from translate.config import EngineConfig, RepairConfig
from translate.data import Hypothesis, Model, Passage
from translate.engines import ENGINES
from translate.errors import GlossaryError
from translate.languages import Language, find_language
from translate.terms.glossary import read_glossary
from translate.terms.inflections import Inflections
from translate.terms.term import Term, TermKind
from translate.terms.terminology import Terminology

FRENCH, ENGLISH = find_language("fr"), find_language("en")

TBX = """<?xml version="1.0"?><martif type="TBX"><text><body><termEntry id="1">
<langSet xml:lang="fr"><tig><term>chat</term></tig></langSet>
<langSet xml:lang="en-GB"><tig><term>kitty</term>
<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>
</tig><tig><term>cat</term></tig></langSet></termEntry></body></text></martif>"""


def written(folder: Path, text: str, name: str = "terms.tsv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def terms_of(folder: Path, text: str) -> Terminology:
    return Terminology(read_glossary(written(folder, text), "fr", "en"), FRENCH, ENGLISH)


def test_a_glossary_is_lines_of_source_target_and_kind(tmp_path: Path) -> None:
    text = "# termes\n\nconseil\tcouncil|board\nchat\tkitty\tforbidden\nOmega\t\tkeep\n"
    kinds = [(t.source, t.targets, t.kind, t.line) for t in read_glossary(written(tmp_path, text), "fr", "en")]
    assert kinds == [
        ("conseil", ("council", "board"), TermKind.REQUIRED, 3),
        ("chat", ("kitty",), TermKind.FORBIDDEN, 4),
        ("Omega", ("Omega",), TermKind.KEEP, 5),
    ]


def test_tbx_gives_required_and_forbidden_terms(tmp_path: Path) -> None:
    terms = read_glossary(written(tmp_path, TBX, "t.tbx"), "fr", "en")
    assert [(t.source, t.targets, t.kind) for t in terms] == [
        ("chat", ("cat",), TermKind.REQUIRED),
        ("chat", ("kitty",), TermKind.FORBIDDEN),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("chat\n", r"terms\.tsv:1: has one column \('chat'\); expected source TAB target"),
        ("a\tb\nchat\tcat\nChat\t\tkeep\n", r"terms\.tsv:2: 'chat' is 'cat', but line 3 says kept"),
        ("chat\tcat\nchat\tcat\tforbidden\n", r"terms\.tsv:2: 'cat' is forbidden for 'chat', but line 1 requires it"),
        ("chat\t\n", "'chat' has no target"),
        ("\tcat\n", "the source is empty"),
        ("# nichts\n", "has no terms"),
    ],
)
def test_a_bad_glossary_is_refused_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(GlossaryError, match=message):
        read_glossary(written(tmp_path, text), "fr", "en")


def test_bad_files_are_refused(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match="not well-formed XML"):
        read_glossary(written(tmp_path, "<martif><text>", "t.tbx"), "fr", "en")
    with pytest.raises(GlossaryError, match="cannot be read"):
        read_glossary(tmp_path / "absent.tsv", "fr", "en")
    (tmp_path / "latin.tsv").write_bytes("été\tsummer\x81".encode("latin-1"))
    with pytest.raises(GlossaryError, match="not UTF-8"):
        read_glossary(tmp_path / "latin.tsv", "fr", "en")


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("Les conseils municipaux votent.", ["conseils municipaux"]),
        ("L'ordinateur et les ordinateurs", ["ordinateur", "ordinateurs"]),
        ("conseil, municipal", ["conseil"]),
        ("La TVA, pas la tva", ["TVA"]),
        ("Le <g1>conseil</g1> municipal", ["conseil</g1> municipal"]),
        ("Le conseil **municipal**", ["conseil **municipal"]),
        ('<a title="ordinateur">Le conseil</a>municipal', ["conseil"]),
        ("rien", []),
    ],
)
def test_terms_are_found_in_their_inflections(tmp_path: Path, source: str, found: list[str]) -> None:
    terms = terms_of(
        tmp_path,
        "conseil municipal\ttown council\nconseil\tcouncil\nordinateur\tcomputer\nTVA\tVAT\n"
        + "très long " * 9
        + "\tx\n",
    )
    assert [source[o.start : o.end] for o in terms.find(source)] == found


def test_breaches_tell_what_is_missing_and_what_is_forbidden(tmp_path: Path) -> None:
    terms = terms_of(tmp_path, "chat\tcat\nchien\tdog|hound\n\tkitty\tforbidden\n")
    assert terms.find_breaches("Le chat et le chien", "Cats and hounds") == []
    messages = [breach.issue().message for breach in terms.find_breaches("Le chien, le chat", "A kitty")]
    assert messages == [
        "The required term 'dog' or 'hound' for 'chien' is missing from the target.",
        "The required term 'cat' for 'chat' is missing from the target.",
        "The target has 'kitty', which the glossary forbids.",
    ]


def test_a_target_may_have_any_of_the_plurals_of_a_term(tmp_path: Path) -> None:
    terms = terms_of(tmp_path, "indice\tindex\nanalyse\tanalysis\npersonne\tperson\n")
    for target in ("indexes, analyses, people", "indices, analyses, persons"):
        assert terms.find_breaches("Des indices, des analyses, des personnes", target) == []
    assert terms.find_breaches("Des indices", "Indications") != []
    assert [terms.target_of(one) for one in terms.find("Deux analyses")] == ["analyses"]


def test_a_target_has_its_capitals_and_plurals() -> None:
    assert Terminology((), FRENCH, ENGLISH).forms_of("city") == ("city", "City", "cities", "Cities")
    assert Terminology((), ENGLISH, find_language("xx")).forms_of("urbo") == ("urbo", "Urbo")


def test_a_plural_is_a_longer_form_with_an_ending_of_its_language() -> None:
    terms = Terminology((Term("bateau", ("boat",), TermKind.REQUIRED, 1),), FRENCH, ENGLISH)
    assert [one.is_plural for one in terms.find("un bateau, deux bateaux")] == [False, True]


def test_a_region_is_not_looked_at(tmp_path: Path) -> None:
    path = written(tmp_path, TBX, "terms.tbx")
    assert read_glossary(path, "fr-CA", "en-US") == read_glossary(path, "fr", "en")


def translated(embedded: Model, terms: tuple[Term, ...], texts: list[str]) -> list[Hypothesis]:
    config = EngineConfig()
    engine = ENGINES.load("ctranslate2").load(config, embedded)
    translator = Translator(engine, config, RepairConfig(), terminology=Terminology(terms, FRENCH, ENGLISH))
    found: dict[Passage, Hypothesis] = {}
    for batch in translator.iter_translate([Passage(text) for text in texts]):
        found.update(batch)
    return [found[Passage(text)] for text in texts]


def test_the_engine_is_led_to_required_terms_and_away_from_forbidden_ones(embedded: Model) -> None:
    terms = (
        Term("rapport", ("dossier",), TermKind.REQUIRED, 1),
        Term("conseil", ("board",), TermKind.REQUIRED, 2),
        Term("séance", ("sitting", "meeting", "session"), TermKind.FORBIDDEN, 3),
        Term("Le Monde", ("Le Monde",), TermKind.KEEP, 4),
    )
    texts = ["Le conseil a adopté le rapport.", "Rapports", "La séance est ouverte.", "Il lit Le Monde chaque jour."]
    one, two, three, four = translated(embedded, terms, texts)
    assert "dossier" in one.text
    assert "board" in one.text.lower()
    assert two.text.startswith("Dossier")
    assert not any(word in three.text.lower() for word in ("sitting", "meeting", "session"))
    assert four.text.count("Le Monde") == 1
    assert not any(issue.check == "terms" for hypothesis in (one, two, three, four) for issue in hypothesis.issues)


def test_a_forbidden_term_does_not_come_back_behind_a_hyphen(embedded: Model) -> None:
    """Kept from `session` alone, the model wrote *part-session*."""
    engine = ENGINES.load("ctranslate2").load(EngineConfig(), embedded)
    text, banned = "La séance est ouverte.", ("sitting", "meeting", "session")
    forms = Terminology((), FRENCH, ENGLISH).forms_of
    draft = engine.continue_draft(text, "", suppressed=[form for target in banned for form in forms(target)])
    assert draft is not None
    assert not any(target in draft.text.lower() for target in banned)


def test_a_term_that_cannot_be_honoured_is_reported() -> None:
    from translate.engines.echo import Echo

    terms = Terminology((Term("chat", ("cat",), TermKind.REQUIRED, 7),), FRENCH, ENGLISH)
    translator = Translator(Echo(), EngineConfig(), RepairConfig(), terminology=terms)
    (done,) = [h for batch in translator.iter_translate([Passage("Le chat dort.")]) for h in batch.values()]
    assert [(issue.check, issue.value) for issue in done.issues] == [("terms", 7.0)]


@pytest.mark.parametrize(
    ("text", "term", "is_doubtful"),
    [
        ("La population juge le bilan.", "juge", True),
        ("Le comité livre ses conclusions.", "livre", True),
        ("L'entreprise facture le port.", "facture", True),  # « entreprise » may be a verb, but not behind an article
        ("Vous pouvez avoir confiance.", "avoir", True),
        ("Un ancien juge est là.", "juge", False),  # an adjective
        ("Un avoir de 12 € est joint.", "avoir", False),
        ("Facture et avoir", "avoir", False),
        ("Un grand livre est ouvert.", "livre", False),
        ("La marchandise, livre ou film", "livre", False),  # a mark between
        ("Nous venons d'avoir une coupure.", "avoir", True),
        ("Après avoir payé, sortez.", "avoir", True),
        ("Il part sans avoir fini.", "avoir", False),  # « fini » is no participle that is told by its ending
        ("Appelez pour avoir des nouvelles.", "avoir", True),
        ("Le but est de savoir si cela convient.", "savoir", True),
        ("Il est heureux de pouvoir vous aider.", "pouvoir", True),
        ("Sans devoir payer de frais", "devoir", True),
        ("La facture d'avoir du 5 mai", "avoir", False),
        ("Facture d'avoir n° 12", "avoir", False),
        ("L'avoir des clients", "avoir", False),
        ("Le pouvoir du mandataire", "pouvoir", False),
        ("Un pouvoir est joint.", "pouvoir", False),
    ],
)
def test_a_noun_that_may_be_a_verb_is_doubtful_behind_a_noun_or_a_verb(text: str, term: str, is_doubtful: bool) -> None:
    (found,) = Terminology([Term(term, ("x",), TermKind.REQUIRED, 1)], FRENCH, ENGLISH).find(text)
    assert found.is_doubtful is is_doubtful


ROOTS = ("zor", "é", "bla", "blaf", "trouz", "groutch", "brindez", "éfril", "oeuvrouz", "kwa", "x", "aménouz", "gu")
ENDINGS = ("", "s", "e", "es", "er", "ons", "ement", "aux", "al", "isation", "ère", "ée", "ées", "ité", "eux")


def iter_made(*capitals: str) -> Iterator[str]:
    yield from (root + ending for root, ending in product((*ROOTS, *capitals), ENDINGS))


@pytest.mark.parametrize("language", [FRENCH, ENGLISH], ids=["fr", "en"])
def test_words_that_no_lexicon_has_are_found_wherever_they_are_forms_of_one(language: Language) -> None:
    made, inflections = list(iter_made("Zor")), Inflections(language)
    terms = [Term(word, ("x",), TermKind.REQUIRED, line) for line, word in enumerate(made)]
    known = Terminology(terms, language, language)
    pairs = 0
    for word in made:
        own = {term.source for term in terms if inflections.are_one(word, term.source)}
        pairs += len(own)
        assert {term.source for term, _ in known._entries_of(word) if inflections.are_one(word, term.source)} == own
    assert pairs > 1.5 * len(made)


def test_a_term_is_stemmed_when_a_text_has_a_word_that_begins_like_it(monkeypatch: pytest.MonkeyPatch) -> None:
    stemmed: list[str] = []
    stem = Inflections.stem_of

    def stem_of(self: Inflections, form: str) -> str:
        stemmed.append(form)
        return stem(self, form)

    monkeypatch.setattr(Inflections, "stem_of", stem_of)
    terms = [Term(word, ("x",), TermKind.REQUIRED, 1) for word in ("brindezouze", "groutchouze", "trouzeur")]
    known = Terminology(terms, FRENCH, ENGLISH)
    assert stemmed == []
    assert [found.term.source for found in known.find("Le port a deux brindezouzes.")] == ["brindezouze"]
    assert {form[:3] for form in stemmed} == {"bri"}
