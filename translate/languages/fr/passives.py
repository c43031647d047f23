"""What is done to a thing, which French says as if it did it itself: « Le filtre se change tous les ans ».

A small model lets the thing act, *the filter changes*, or makes another verb of it, *the badge retires*; of the passive
it makes none. Only verbs, and complements behind them, that are said of things.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import regex

from translate.text.amounts.measures import FoundMeasure
from translate.text.gated import gated, one_of

_SPACE = "[ \u00a0\u202f]"


class _Verb(NamedTuple):
    """What a thing « se mange » is: the participle, the verb in the plural, its infinitive, what must follow, and of
    what things it is said; where none are named, of all but persons.
    """

    done: str
    many: str
    infinitive: str
    ahead: str = ""
    things: str = ""


_WASHED = (
    "pull, linge, drap, vêtement, tissu, laine, soie, rideau, robe, chemise, pantalon, nappe, serviette, housse, "
    "couette, coussin, couverture, tapis, légume, fruit, salade, pinceau, verre, vaisselle, assiette, poêle, "
    "casserole, four, sol, carrelage, vitre, fenêtre, voiture, toile, masque, gant, botte, basket, chaussure, doudou, "
    "peluche, jean, veste, manteau, maillot, coton, lin, cachemire, velours, bac, filtre, grille, plaque, brosse, "
    "gourde, biberon, tétine, moule, couteau, planche, parquet, matelas, siège, torchon, taie, jupe, pyjama, blouse, "
    "textile, bijou, argenterie"
)
_WORN = (
    "pull, robe, veste, jupe, chemise, chemisier, pantalon, jean, manteau, collier, bracelet, montre, masque, casque, "
    "écharpe, foulard, ceinture, bague, chapeau, bonnet, gant, short, maillot, gilet, blouson, cravate, sandale, "
    "botte, basket, chaussure, badge, harnais, bas, chaussette"
)
_PLANTS = (
    "bulbe, tulipe, pois, tomate, rosier, arbre, arbuste, haie, fraisier, ail, oignon, échalote, pomme, vivace, "
    "plant, plante, lavande, jacinthe, narcisse, crocus, dahlia, bruyère, vigne, chou, poireau, salade, laitue, "
    "framboisier, olivier, sapin, bambou, muguet, iris, lys, pivoine, géranium, hortensia, pelouse, gazon, jardin, "
    "semis, orchidée, cactus, courgette, carotte, haricot, basilic, persil, thym, glycine, laurier, buis, cerisier, "
    "pommier, prunier"
)
_DISHES = (
    "plat, dessert, fromage, gâteau, tarte, vin, café, thé, bière, champagne, soupe, salade, sauce, viande, poisson, "
    "crème, glace, cocktail, rosé, cidre, liqueur, terrine, rôti, gigot, purée, mousse, quiche, crêpe, pâte, "
    "marinade, ragoût, farce, garniture, vinaigrette, repas, menu, bouillon, biscuit, glaçage, velouté, boisson, "
    "gratin, punch"
)
_MIXED = "mélange, béton, colle, enduit, mortier, peinture, terrain, sol, examen, entretien, réunion, voyage"
_CUT = (
    "pain, tissu, verre, viande, légume, carrelage, bois, carton, papier, tube, tuyau, fromage, gâteau, tarte, "
    "planche, jambon, saumon, fruit, oignon, carotte, concombre, plaque, polystyrène, moquette, lino, métal, fil, "
    "câble, gazon, herbe, saucisson, rôti, pizza, pâte, feuille, comprimé"
)
_PARTS = (
    "filtre, huile, eau, pile, batterie, pneu, courroie, bougie, cartouche, ampoule, drap, linge, litière, sac, lame, "
    "joint, pansement, brosse, éponge, plaquette, liquide, code, serrure, toner, bac, pièce, balai, membrane, sable, "
    "terreau, serviette, oreiller, taie, bouteille, écran, carte, capteur, meuble, lit, table, roue, moteur, étagère, "
    "armoire, capot, grille, tiroir, poignée, selle, siège, machine, appareil, lampe, hotte, porte, couvercle, "
    "panneau"
)
_PLUGGED = (
    "câble, chargeur, appareil, prise, casque, clé, clavier, souris, écran, imprimante, lampe, alimentation, cordon, "
    "batterie, disque, box, routeur, modem, décodeur, guitare, micro, caméra, tuyau, capteur, module, carte, "
    "adaptateur"
)
_SPREAD = (
    "crème, pommade, gel, lotion, sérum, baume, huile, soin, produit, traitement, masque, vernis, peinture, lasure, "
    "pâte, enduit, colle, cire, apprêt, couche, sous-couche, teinture, résine, mastic, laque, beurre, mortier, "
    "confiture, sauce, terreau, sable, paillis, ciment, plâtre, fond"
)
_TAKEN = (
    "sirop, comprimé, médicament, gélule, cachet, traitement, antibiotique, pilule, dose, vitamine, fer, tisane, "
    "infusion, goutte, sachet, aspirine, paracétamol, repas, petit-déjeuner, déjeuner, dîner, café, thé, apéritif"
)
_LET = (
    "chambre, appartement, villa, studio, salle, voiture, vélo, matériel, maison, box, bateau, costume, kayak, ski, "
    "gîte, emplacement, logement, place, remorque, camion, scooter, trottinette, échafaudage, meublé, garage, outil"
)
_DUES = (
    "loyer, facture, amende, cotisation, impôt, taxe, repas, parking, stationnement, péage, billet, place, entrée, "
    "achat, commande, transport, consommation, service, adhésion, abonnement, caution, acompte, frais, cantine, "
    "timbre"
)
_HANDED = (
    "badge, colis, dossier, carte, passeport, billet, commande, formulaire, clé, ticket, bon, place, courrier, "
    "paquet, recommandé, document, chèque, attestation, permis, plan, sac, kit, demande, candidature, plainte, objet"
)
_WASTE = (
    "verre, papier, carton, plastique, bouteille, emballage, métal, aluminium, déchet, pile, cannette, pot, bocal, "
    "boîte, journal, vêtement, ampoule, bouchon, téléphone, ordinateur, batterie, huile, textile, bois, capsule, "
    "cartouche"
)
_MEANS = "à la main, à la machine, à l'eau, à l'aide, à sec, à chaud, à froid, au, en, avec"
_TIMES = "tous, toutes, chaque, une fois, deux fois, régulièrement"
_SEASONS = "en, au, de mars, dès, à l'automne, à la fin, à partir, avant, après, sous"
_COUNTERS = "à l'accueil, à la réception, à la caisse, à la mairie, au guichet, au secrétariat, en magasin, en mairie"
_HOT = "tiède, tièdes, chaud, chaude, froid, froide, frais, fraîche, à, en"
_MEALS = (
    "le matin, le midi, le soir, à jeun, pendant, avec, avant, après, au coucher, au réveil, au repas, "
    "au petit-déjeuner, au déjeuner"
)
_VERBS = {
    "mange": _Verb("mangé", "mangent", "manger"),
    "déguste": _Verb("dégusté", "dégustent", "déguster"),
    "sert": _Verb("servi", "servent", "servir", _HOT, _DISHES),
    "lave": _Verb("lavé", "lavent", "laver", _MEANS, _WASHED),
    "nettoie": _Verb("nettoyé", "nettoient", "nettoyer", _MEANS, _WASHED),
    "repasse": _Verb("repassé", "repassent", "repasser", _MEANS, _WASHED),
    "porte": _Verb("porté", "portent", "porter", "avec, sous, à même, autour", _WORN),
    "plante": _Verb("planté", "plantent", "planter", _SEASONS, _PLANTS),
    "repique": _Verb("repiqué", "repiquent", "repiquer"),
    "taille": _Verb("taillé", "taillent", "tailler", _SEASONS, _PLANTS),
    "récolte": _Verb("récolté", "récoltent", "récolter"),
    "arrose": _Verb("arrosé", "arrosent", "arroser", f"{_TIMES}, {_SEASONS}", _PLANTS),
    "règle": _Verb("réglé", "règlent", "régler", "en, par, avec, à l'aide"),
    "démonte": _Verb("démonté", "démontent", "démonter", "", _PARTS),
    "vidange": _Verb("vidangé", "vidangent", "vidanger"),
    "branche": _Verb("branché", "branchent", "brancher", "sur, derrière", _PLUGGED),
    "applique": _Verb(
        "appliqué", "appliquent", "appliquer", "au pinceau, au rouleau, au pistolet, le soir, le matin", _SPREAD
    ),
    "étale": _Verb("étalé", "étalent", "étaler", "au, avec, du bout, en", _SPREAD),
    "change": _Verb("changé", "changent", "changer", _TIMES, _PARTS),
    "remplace": _Verb("remplacé", "remplacent", "remplacer", "", _PARTS),
    "prend": _Verb("taken", "prennent", "prendre", _MEALS, _TAKEN),
    "loue": _Verb("loué", "louent", "louer", "", _LET),
    "achète": _Verb("acheté", "achètent", "acheter"),
    "paie": _Verb("payé", "paient", "payer", "", _DUES),
    "remplit": _Verb("rempli", "remplissent", "remplir", "en ligne, au stylo, à la main"),
    "dépose": _Verb("déposé", "déposent", "déposer", _COUNTERS, _HANDED),
    "retire": _Verb("retiré", "retirent", "retirer", _COUNTERS, _HANDED),
    "trie": _Verb("trié", "trient", "trier", "", _WASTE),
    "recycle": _Verb("recyclé", "recyclent", "recycler", "", _WASTE),
    "coupe": _Verb("coupé", "coupent", "couper", "au, en, à l'aide", _CUT),
    "tricote": _Verb("tricoté", "tricotent", "tricoter"),
    "prépare": _Verb("préparé", "préparent", "préparer", "la veille, à l'avance", f"{_DISHES}, {_MIXED}"),
}
_PERSONS = (
    "homme, femme, dame, monsieur, fille, fillette, garçon, enfant, bébé, gosse, gamin, gamine, jeune, ado, adulte, "
    "mère, père, maman, papa, parent, fils, frère, sœur, oncle, tante, cousin, cousine, neveu, nièce, ami, amie, "
    "copain, copine, voisin, voisine, couple, famille, personne, gens, monde, public, peuple, population, groupe, "
    "équipe, foule, citoyen, citoyenne, habitant, habitante, client, cliente, patient, patiente, malade, élève, "
    "étudiant, étudiante, candidat, candidate, joueur, joueuse, touriste, voyageur, visiteur, invité, invitée, "
    "utilisateur, utilisatrice, employé, employée, salarié, salariée, ouvrier, ouvrière, patron, patronne, chef, "
    "directeur, directrice, maire, ministre, juge, avocat, avocate, médecin, docteur, infirmier, infirmière, "
    "professeur, soldat, voleur, policier, roi, reine, prince, princesse, star, acteur, actrice, chanteur, chanteuse, "
    "entreprise, société, ville, pays, état, europe, russie, france, chine, club, gardien, riche, pauvre, français, "
    "italien, loup, chien, chienne, chat, chatte, lion, requin, ours, souris, rat, singe, animal, animaux, fauve, "
    "oiseau, araignée, serpent, cheval, mineur, commerçant, vendeur, acheteur, paysan, agriculteur, pêcheur, membre, "
    "collègue, locataire, propriétaire, retraité, retraitée, femelle, mâle, "
    "police, rival, rivaux, élu, adversaire, dirigeant, mari, épouse, lycéen, lycéenne, grand-parent, héros"
)
_BEFORE_NOUNS = (
    "bon, bonne, petit, petite, grand, grande, vieux, vieille, nouveau, nouvelle, beau, belle, gros, grosse, vieil"
)
_BY_FORM = {form: verb for one, verb in _VERBS.items() for form in (one, verb.many)}
_BY_INFINITIVE = {verb.infinitive: verb for verb in _VERBS.values()}
_FEMININE, _MANY = "la, cette, une".split(", "), "les, ces, des, vos, nos, mes, tes, ses, leurs".split(", ")
_ONE = "le, ce, cet, un, votre, notre, chaque".split(", ")
_NO_NOUN = f"(?!(?:{one_of('ne, se, qui, que, dont, où, et, ou, on, il, elle, je, tu, cela, en, y')})(?!\\w))"
_OF = f"(?:{one_of('de la , de , du , des , à ')}|d['’]|de l['’])"
_LEADS = one_of("que, si, quand, lorsque, comme, car, donc, puisque, mais")
_SUBJECT = (
    rf"(?<=\A[^\p{{L}}\p{{N}}]*|[.;:!?,»(–—]{_SPACE}|(?<!\w)(?:{_LEADS}){_SPACE})"
    rf"(?:(?P<article>{'|'.join((*_FEMININE, *_MANY, *_ONE))}){_SPACE}|l['’])"
    rf"(?P<noun>{_NO_NOUN}\p{{Ll}}[\p{{Ll}}-]+(?:{_SPACE}{_OF}?{_NO_NOUN}\p{{Ll}}[\p{{Ll}}-]+){{0,2}}?){_SPACE}"
)
"""A noun with its article where a clause begins, and up to two words of its own: « Le filtre à air »."""
_DONE = gated(
    rf"{_SUBJECT}(?P<asked>(?P<denied>ne{_SPACE})?s(?:e{_SPACE}|['’])(?P<verb>{'|'.join(sorted(_BY_FORM))})"
    rf"(?P<not>{_SPACE}(?:pas|jamais|plus))?)(?!\w)",
    regex.I,
)
_CAN = gated(
    rf"{_SUBJECT}(?:ne{_SPACE})?(?:peut|peuvent|doit|doivent){_SPACE}(?:(?:pas|aussi){_SPACE})?"
    rf"(?P<asked>s(?:e{_SPACE}|['’])(?P<verb>{'|'.join(sorted(_BY_INFINITIVE))}))(?!\w)",
    regex.I,
)
_WHEN = one_of(
    "le matin, le midi, le soir, le lendemain, le jour, la veille, la nuit, le dimanche, le plus, la plupart, "
    "de préférence, de façon, de manière, de la façon, de la manière, de la même, de mars, de mai, de juin, "
    "de juillet, de septembre, d'avril, d'août, d'octobre, du bout, tous les, toutes les, tout au, tout le, tout l'"
)
_OBJECTS = one_of(
    "le, la, les, un, une, des, du, de, d, l, son, sa, ses, leur, leurs, ce, cet, cette, ces, mon, ma, mes, ton, ta, "
    "tes, deux, trois, quatre, cinq, six, sept, huit, dix, plusieurs, quelques, tout, toute, tous, toutes, trop de, "
    "beaucoup de, plein de, assez de, ni, non, que de, entre eux, entre elles, mutuellement"
)
_OBJECT = gated(rf"{_SPACE}(?!(?:{_WHEN})(?!\p{{Ll}}))(?:(?:{_OBJECTS})(?!\w)|\d)", regex.I)
"""What is eaten, bought or had by somebody who is no thing, « s'achète une robe »."""


def find_passives(text: str) -> Iterator[FoundMeasure]:
    """Yield the verbs of a French text that say what is done to their subject, with the passive that is asked."""
    if " se" not in text and " s'" not in text and " s’" not in text:
        return
    for match in _DONE.finditer(text):
        form = match["verb"].lower()
        verb = _BY_FORM[form]
        is_many = (match["article"] or "").lower() in _MANY
        if bool(match["denied"]) is bool(match["not"]) and is_many is (form == verb.many) and _is_said(verb, match):
            be, denied = "sont" if is_many else "est", match["not"] or ""
            head = ("ne " if be[0] == "s" else "n'") if denied else ""
            yield FoundMeasure(*match.span("asked"), f"{head}{be}{denied} {_agreeing(verb.done, match['article'])}")
    for match in _CAN.finditer(text):
        verb = _BY_INFINITIVE[match["verb"].lower()]
        if _is_said(verb, match):
            yield FoundMeasure(*match.span("asked"), f"être {_agreeing(verb.done, match['article'])}")


def _is_said(verb: _Verb, match: regex.Match[str]) -> bool:
    """Tell whether the subject and what follows a verb make it one that is said of things."""
    text, end = match.string, match.end()
    words = [_single(word) for word in regex.split(r"[\s'’]", match["noun"].lower())]
    head = words[1] if words[0] in _ADJECTIVES and len(words) > 1 else words[0]
    if not (head in _listed(verb.things) if verb.things else _listed(_PERSONS).isdisjoint(words)):
        return False
    if verb.ahead:
        return bool(regex.match(rf"{_SPACE}(?:{one_of(verb.ahead)})(?!\w)", text, pos=end))
    return not _OBJECT.match(text, pos=end)


@cache
def _listed(words: str) -> frozenset[str]:
    return frozenset(map(_single, words.split(", ")))


def _single(word: str) -> str:
    """Return a word without the sign of more than one."""
    return word.rstrip("sx")


_ADJECTIVES = _listed(_BEFORE_NOUNS)


def _agreeing(participle: str, article: str | None) -> str:
    small = (article or "").lower()
    if participle == "taken":  # of « pris » a small model makes *caught*
        return participle
    if small in _MANY:
        return participle if participle.endswith("s") else f"{participle}s"
    return f"{participle}e" if small in _FEMININE else participle
