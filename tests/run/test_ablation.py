"""No step of care is missed in silence: without it, a unit is as good, or carries an issue.

For each step, sentences of its kind are translated with all steps and without that one. Where the target changes, a
check warns of it or refuses it, or the target is among those that a reader found right too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

import pytest

from benchmarks.remembering import Remembering
from translate.care.steps import STEPS
from translate.config import CareConfig, Config, DocumentConfig, EngineConfig
from translate.data import Block, Hypothesis, InlineCode, Passage, Severity, TranslationUnit
from translate.documents import READERS
from translate.run.corridor import Corridor
from translate.run.loading import load_engine, load_tools, load_translator
from translate.run.placed import segment

GLOSSARY = "source,target\nvanne,gate valve\nbordereau,packing slip\n"
MARKED = frozenset({"struck", "tied", "placing"})
"""Steps whose sentences are Markdown."""
WITHOUT_EFFECT: Mapping[str, str] = {
    "letters": "the vocabulary of the shipped model has every letter that French has",
    "retouched": "another try puts right what the shipped model loses",
    "numbered": "another try puts right what the shipped model loses",
}
"""Steps that change nothing of any sentence here, and why. `benchmarks/care.py` says what they are worth elsewhere."""


class Case(NamedTuple):
    """A sentence and the step that it needs; `right` is what it may be without it, where that is right too."""

    step: str
    source: str
    right: str = ""


CASES = [
    Case("messages", "Il y a {n, plural, one {un chat} other {# chats}}."),
    Case("messages", "{count, plural, one {Un fichier supprimé} other {# fichiers supprimés}}"),
    Case("messages", "{genre, select, male {Il est parti} female {Elle est partie} other {Parti}}"),
    Case("lines", r"Première ligne\nDeuxième ligne"),
    Case("lines", r"Nom\tPrénom\tVille"),
    Case("lines", r"Bonjour,\nVotre colis est arrivé."),
    Case("labels", "Lot n° 4", "Lot No. 4"),
    Case("labels", "Pièces jointes : 25 Mo maximum", "Attachments: maximum 25 MB"),
    Case("labels", "Cotisation : 30 €/an"),
    Case("keys", "&Imprimer le document"),
    Case("keys", "&Supprimer le message"),
    Case("struck", "Le ~~lundi~~ mardi, la mairie est fermée."),
    Case("struck", "Prix : ~~45 €~~ 30 €", "Price: ~~€45~~ 30 euros"),
    Case("tied", "H<sub>2</sub>O est la formule de l'eau."),
    Case("tied", "Le XX<sup>e</sup> siècle"),
    Case("tied", "m<sup>2</sup> de surface"),
    Case(
        "spelling",
        "Le rendez-vous est fixé au lundi 12 janv. 2026.",
        "The meeting is scheduled for Monday, 12 January 2026.",
    ),
    Case("spelling", "La couleur du catalogue a changé le 3 mai 2024.", "The catalog color changed on May 3, 2024."),
    Case("numbers", "La population est de 12 500 000 habitants."),
    Case("numbers", "3,5 ; 4,2 ; 7,8 ; 9,1"),
    Case("numbers", "1 234 567,89"),
    Case("typography", "Elle a dit « je viens demain » hier soir.", "She said, 'I am coming tomorrow' last night."),
    Case("typography", "Il hésita… puis partit.", "He hesitated... then left."),
    Case("names", "La MDPH répond sous 4 mois."),
    Case("names", "L'INSEE et l'URSSAF ont publié un communiqué."),
    Case("protection", "Écrivez à marie@exemple.fr ou appelez le 02 98 44 17 03."),
    Case("protection", "Le taux est de 15 %% ce mois."),
    Case("protection", "La formule $E = mc^2$ est célèbre."),
    Case("protection", "Ajoutez --force à la fin de la commande `npm ci`."),
    Case("protection", "— Tu viens ? demanda Paul."),
    Case("protection", "Message envoyé à {nom}"),
    Case("terms", "Ne fermez pas la vanne avant la purge."),
    Case("terms", "Joignez le bordereau au colis."),
    Case("foreign", "L'affiche disait « Keep off the grass » en rouge."),
    Case("addresses", "12, rue des Lilas, 29200 Quimper"),
    Case("addresses", "Livrez au 8 bd de la Liberté, bât. C, 35000 Rennes."),
    Case("addresses", "Adressez le colis au 3, allée des Tilleuls, esc. B."),
    Case("addresses", "La mairie se trouve au 14, rue du Moulin, à gauche."),
    Case("addresses", "Mme Kerval, 5 impasse du Puits, 22000 Saint-Brieuc"),
    Case("persons", "Me Vasseur plaide demain à Quimper."),
    Case("persons", "Pr Marchand, chef de service"),
    Case("persons", "M. Petit et Mᵐᵉ Le Gall signent."),
    Case("persons", "Rennes"),
    Case("persons", "Anne Le Bris"),
    Case(
        "measures",
        "Le train part à 17 h 45 et arrive à 19 h 05.",
        "The train leaves at 5.45 p.m. and arrives at 7.05 p.m.",
    ),
    Case("measures", "La dette s'élève à 3,2 Md€."),
    Case("measures", "Durée : 1 h 30"),
    Case("measures", "De 8 h à 12 h et de 14 h à 17 h 30"),
    Case("measures", "Prendre 2 gél. matin et soir"),
    Case("measures", "1 c. à c. de levure et 3 c. à s. d'huile"),
    Case("measures", "Faites cuire au four, th. 6, pendant 40 min."),
    Case("measures", "slt, tkt pas, j'arrive dans 5 min"),
    Case("measures", "Appuyez sur Ctrl+Maj+S pour enregistrer sous."),
    Case("measures", "Prendre 1 cp 3×/j pendant 5 j."),
    Case("measures", "Ouvert du lun. au ven. de 9 h à 18 h"),
    Case("measures", "Max. 4 pers. par table"),
    Case("measures", "La séance dure 1 h 45."),
    Case("placing", "Appuyez sur le bouton **vert** pour démarrer la pompe."),
    Case("placing", "La clé **rouge** ouvre la porte *verte*."),
    Case("placing", "Cliquez sur **Valider** puis sur *Suivant*."),
    Case("rarities", "Versez 25 cl de lait et 2 c. à s. de sucre."),
    Case("rarities", "VERSEZ LE NaOH LENTEMENT DANS L'EAU."),
    Case("rarities", "Apportez un marteau, un tournevis, une pince, une scie, une équerre, un mètre et un niveau."),
    Case("rarities", "Le couvreur remplace les ardoises et les liteaux."),
    Case("rarities", "Le cadastre indique une servitude de passage."),
    Case("copy", "Please mind your step."),
    Case("copy", "Bla bla bla bla bla", "Blah blah"),
    Case("casing", "VERSEZ LE NaOH LENTEMENT DANS L'EAU."),
    Case("casing", "DÉFENSE DE STATIONNER"),
    Case("casing", "FERMEZ LA PORTE À CLÉ AVANT DE PARTIR"),
    Case("casing", "LES CHIENS DOIVENT ÊTRE TENUS EN LAISSE"),
    Case("casing", "NE PAS OUVRIR AVANT L'ARRÊT COMPLET"),
    Case("phrases", "Mot de passe oublié ?", "Forgotten password?"),
    Case("phrases", "Enregistrer sous…", "Save file as…"),
    Case("phrases", "Page 4 sur 12"),
    Case("phrases", "Mentions légales"),
    Case("repair", "L'affiche disait « Keep off the grass » en rouge."),
    Case("repair", "Me Lefort défend M. Charpentier."),
    Case("next_best", "Adressez le colis au 3, allée des Tilleuls, esc. B."),
    Case("next_best", "<<< début >>> Le texte <<< fin >>>"),
    Case("stand_ins", "Les nappes phréatiques sont au plus bas."),
    Case("stand_ins", "Le maréchal-ferrant soigne le poulain."),
    Case("masked", "L'affiche disait « Keep off the grass » en rouge."),
    Case("masked", "DÉPART À 6H30"),
    Case("led", "Vannes et valves"),
    Case("led", "Vannes neuves et bordereaux"),
    Case(
        "listed",
        "Il faut un marteau, des clous, une scie, du mastic, un pinceau, une éponge, un seau, une bâche et des gants.",
    ),
    Case("parted", "FERMETURE ANNUELLE DU 1ER AU 15 AOÛT", "ANNUAL CLOSURE OF 1 AUGUST TO 15 AUGUST"),
    Case("no_repeat", "Ha ha ha ha, c'est très très très drôle !"),
    Case("alternatives", "Manoir, fin XVIIe–début XVIIIe s."),
]  # fmt: skip


class Kept:
    """A rebuilder of documents that nobody reads."""

    def write(self, block: Block, text: str, codes: Sequence[InlineCode] = ()) -> None:
        return


Found = Mapping[tuple[str, str], Mapping[str, TranslationUnit]]
"""By a step and its sentence, the units with all steps, and without that one (`""` and the step's name)."""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Found:
    """Translate all sentences, with all steps and without their own; the model is asked for each text once."""
    folder = tmp_path_factory.mktemp("ablation")
    (folder / "glossary.csv").write_text(GLOSSARY, encoding="utf-8")
    config = EngineConfig(glossary=str(folder / "glossary.csv"))
    engine = Remembering(load_engine(load_tools(Config(engine=config))))

    def translate(sources: Sequence[str], kind: str, without: tuple[str, ...]) -> dict[str, TranslationUnit]:
        tools = load_tools(Config(engine=config, care=CareConfig(without)))
        translator = load_translator(tools, engine=engine)

        def find(passages: Sequence[Passage]) -> dict[Passage, Hypothesis]:
            return {one: made for done in translator.iter_translate(passages) for one, made in done.items()}

        path = folder / "document"
        path.write_text("\n\n".join(sources) + "\n", encoding="utf-8")
        document = READERS.load(kind).read(path, name="document", language="fr", config=DocumentConfig())
        placed = segment(document, tools.segmenter)
        units = Corridor.of(tools.config, tools.checks).translate(document, placed, find, Kept(), score=tools.scorer)
        made = [unit for unit, _ in units]
        assert len(made) == len(sources), "a sentence each"
        return dict(zip(sources, made, strict=True))

    kinds = {False: "text", True: "markdown"}
    whole = {
        kind: translate(list(dict.fromkeys(one.source for one in CASES if (one.step in MARKED) is marked)), kind, ())
        for marked, kind in kinds.items()
    }
    units: dict[tuple[str, str], Mapping[str, TranslationUnit]] = {}
    for step, cases in groupby(CASES, key=lambda case: case.step):
        kind = kinds[step in MARKED]
        made = translate([case.source for case in cases], kind, (step,))
        units |= {(step, source): {"": whole[kind][source], step: unit} for source, unit in made.items()}
    return units


def warns(unit: TranslationUnit) -> bool:
    return any(issue.severity is not Severity.INFO for issue in unit.issues)


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{case.step}-{case.source[:24]}") for case in CASES])
def test_without_its_step_a_sentence_is_right_or_carries_an_issue(case: Case, found: Found) -> None:
    units = found[case.step, case.source]
    whole, without = units[""], units[case.step]
    assert (whole.target.text, whole.target.codes) != (without.target.text, without.target.codes), "not of this step"
    assert warns(without) or (case.right and without.target.text == case.right), without.target.text


def test_what_is_right_without_a_step_is_right_with_it_too(found: Found) -> None:
    """Few are warned of with all steps: the issues come of the absence of a step."""
    warned = {case.source for case in CASES if warns(found[case.step, case.source][""])}
    assert len(warned) <= len({case.source for case in CASES}) / 10, warned


def test_each_step_has_two_sentences_or_a_reason() -> None:
    sentences = {step: {case.source for case in CASES if case.step == step} for step in STEPS}
    assert {step for step in STEPS if not sentences[step]} == set(WITHOUT_EFFECT)
    assert {step for step in STEPS if len(sentences[step]) == 1} <= {
        "foreign",
        "listed",
        "parted",
        "no_repeat",
        "alternatives",
    }
