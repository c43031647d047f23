"""French streets and squares in a sentence, « la place Bellecour », which other languages call the same; gardens too.

Words that are something else too, « place », « cours », « passage », « porte », need what stands before streets alone.
"""

from __future__ import annotations

from translate.languages.fr.places import PLACES
from translate.text.gated import gated
from translate.text.late import late, late_plain
from translate.text.proper_names.streets import StreetForms

_NAME = r"\p{Lu}[\p{L}'’-]*\p{L}(?:\s\p{Lu}[\p{L}'’-]*\p{L})*(?![\w-])"
_OF = r"(?:d['’]|de\s(?:la\s|l['’])?|du\s|des\s|aux?\s)"
_DATE = r"du\s\d{1,2}(?:er)?[\s-]\p{L}{3,}(?:[\s-]\d{4})?"
_LEAD = r"(?<![\w'’-])(?P<lead>[Dd]e l['’]|[Àà] l['’]|[Ll]['’]|[Ll]e |[Dd]u |[Aa]u )?(?<=[\s(«:,'’]|\A)"


def _one_of(words: str) -> str:
    return "|".join(words.split())


_WORDS_BEFORE = _one_of(
    """
    accueille arrête arrêtera descendez déclaré déroule déroulera habite habitent habiter habitait habitez habitons
    installé installée installées installés jusqu['’]à lieu livré livrée louer rassemblement rendez-vous Rendez-vous
    situé située situées situés sur tiendra tient trouve trouvent
    """
)
"""Behind which « place » is no verb."""
_PLACED = rf"(?<=\b(?:{_WORDS_BEFORE})\s)"
_ALWAYS = _one_of("[Rr]ue [Aa]venue [Bb]oulevard [Qq]uai [Ss]quare [Ee]splanade [Rr]uelle [Vv]enelle [Ff]aubourg")
_SQUARES = _one_of(
    """
    (?:Général|Maréchal)\\s\\p{Lu}\\w+ Bastille Bourse Capitole Capucins Carmes Cathédrale Château Comédie Concorde
    Cordeliers Église Fontaine Fêtes Gare Grand-Place Halles Hôtel-de-Ville Jacobins Libération Liberté Mairie Marché
    Martyrs Nation Opéra Poste Préfecture République Résistance Terreaux Théâtre Victoires Vieux-Marché Vosges
    """
)
_ABROAD = _one_of(
    """
    Jemaa Maïdan Mayo Navone Rouge Saint-Marc Saint-Pierre Syntagma Tahrir Taksim Trafalgar Ti[ae]n\\S+
    Venceslas Zuccotti
    """
)
"""Squares of other countries, which have names of their own elsewhere."""
_FOREIGN = r"\p{Lu}[\p{L}-]*[áíóúőűñšžčćřłęąåøãýěůńśźż]"
"""Their names, behind an article with which a model knows « place » as a square: « la place Deák »."""
_HOME = PLACES | frozenset(("paris", "bruxelles", "genève", "dunkerque", "québec", "montréal", "bâle", "berne"))
_GATES = _one_of(
    "Maillot Dauphine Sainte?-\\w+ d['’]Orléans de\\s(?:Versailles|Vincennes|Bagnolet|Clignancourt|la\\s[CV])"
)
_JOINED = r"\p{Lu}['’\p{Ll}]\p{L}*(?:-[\p{L}'’]+)*-(?:[dl]['’])?\p{Lu}\p{L}+(?![\w-])"
_NAMED = _one_of(
    """
    cimetière cinéma clinique collège gymnase hôpital lycée médiathèque parc piscine quartier salle
    stade théâtre école
    """
)
_OF_THE = r"(?:de\s(?:la\s|l['’])|du\s|des\s)"
STREETS = StreetForms(
    kinds=tuple(
        """
        allée allées avenue boulevard chemin cimetière cinéma clinique collège cours esplanade faubourg gare gymnase
        hôpital impasse jardin lycée médiathèque parc passage piscine place pont porte promenade quai quartier
        rond-point rue ruelle salle square stade théâtre venelle école
        """.split()
    ),
    small=late_plain(r"\s(?:(?:de(?:\sla)?|du|des|aux?)\s|d['’]|de\sl['’])?(?=[A-ZÀ-Þ\d])"),
    pattern=gated(
        rf"{_LEAD}(?P<kind>(?<!\bune\s)(?:{_ALWAYS})\s(?!Sésame|des\sMosquées)(?={_OF}?\p{{Lu}}|{_DATE})"
        rf"|(?:[Aa]llées?|[Ii]mpasse|[Rr]ond-point|[Pp]romenade)\s(?=(?:des\s)?\p{{Lu}})|[Cc]hemin\s(?=des\s\p{{Lu}})"
        rf"|(?:(?<=\b[Ll]a\s)(?<!\b[Àà]\sla\s)place(?!\s{_FOREIGN})|(?<=\w,?\s)Place|{_PLACED}place)"
        rf"\s(?!(?:{_ABROAD})\b)(?=\p{{Lu}})"
        rf"|place\s(?={_OF}(?:{_SQUARES})(?![\w-])(?!\s(?:dans|au sein|parmi|chez)\b))"
        rf"|(?:(?<=\b[Ll]e\s|\bdu\s)passage|(?:{_PLACED}|(?<=\bsur\sle\s|\blong\sdu\s))(?:cours|passage))\s(?=\p{{Lu}})"
        rf"|(?<=\b[Ll]e\s|\bdu\s|\bau\s)cours\s(?=Mirabeau|\p{{Lu}}\p{{Ll}}+-\p{{Lu}}\p{{Ll}})"
        rf"|(?:(?<=\b[Ll]a\s)|{_PLACED})porte\s(?={_GATES}))(?P<name>{_DATE}|{_OF}?{_NAME})"
    ),
    square=late(r"(?<=a\s)place"),
    town=late(r",\sà\s(?P<town>\p{Lu}[\p{L}-]+)"),
    home=_HOME,
    more=late(rf"\s(?:de\s(?:la\s|l['’])?|du\s|d['’]){_NAME}"),
    ranks=frozenset("alfred alphonse antoine charles guy général hector honoré jean jeanne joachim maréchal".split()),
    kind="rue",
    names=("Pasteur", "Molière", "Voltaire"),
    buildings=gated(
        rf"(?<![\w-])(?:{_NAMED})\s(?P<name>{_OF_THE}?(?P<said>(?!Croix-Rouge){_JOINED}))"
        r"|(?<![\w-])(?P<whole>(?P<kind>gare)\s(?:de\sl['’](?:Est|Ouest)|du\s(?:Nord|Sud|Midi))(?![\w-])"
        r"|(?P<kind>pont)\s(?:Neuf(?![\w-])|du\sGard(?![\w-])|des\s\p{Lu}\p{L}{3,}(?![\w-]))"
        rf"|(?P<kind>jardin)\s{_OF_THE}(?!Oliviers)\p{{Lu}}\p{{L}}{{4,}}(?![\w-]))"
    ),
    leads={"l'": "la", "le": "la", "du": "de la", "au": "à la", "de l'": "de la", "à l'": "à la"},
)
