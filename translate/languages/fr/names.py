"""Names in French texts: titles before them, « MM. », and words that they have in common with sentences."""

from __future__ import annotations

from dataclasses import replace

from translate.languages.names import NAMES as COMMON
from translate.text.gated import one_of

_OF_DEPARTMENTS = one_of(
    "préfet, préfète, préfecture, député, députée, députés, sénateur, sénatrice, sénateurs, département"
    ", départemental, départementale, départementaux, pompiers, SDIS"
)
NAMES = replace(
    COMMON,
    titles=(*COMMON.titles, "M", "MM", "Mme", "Mmes", "Mlle", "Mlles", "Pr", "Me", "Mgr", "Ste"),
    words=COMMON.words | {"est", "plus"},
    saints=frozenset(["saint", "sainte", "st", "ste"]),
    place_words=("en", "sur", "sous", "lès", "les", "aux", "à", "et", "ès", "près", "l’"),
    word_endings=tuple(
        """
        able ables ade ades age ages al ance ances ant ante antes ants asse ateur aux eau eaux elle elles ement
        ence ences ent ente er erie eries ette ettes eur eurs euse euses eux graphie ible ibles ier iers if
        ifier ifs ine ines ique iques ir iser isme ismes iste istes ite ité ités ive ives ière ières logie logue
        ment ments mètre oir oire oires oirs ose phone scope sion sions teur tion tions trice ure ures é ée ées
        és
        """.split()
    ),
    offices=frozenset(
        """
        adjudant amiral brigadier capitaine colonel commandant commissaire consorts docteur docteurs famille général
        inspecteur inspectrice juge lieutenant magistrat maire maître maréchal ministre née professeur président
        présidente Sté Ets affaire préfet préfète sergent sieur dite sénateur sénatrice veuve épouse époux
        """.split()
    ),
    naming_offices=frozenset(
        "née veuve épouse consorts adjudant brigadier capitaine colonel commandant lieutenant sergent".split()
    ),
    plural_articles=frozenset(["les", "des", "aux"]),
    verbs_behind=frozenset(
        """
        est était fut sera a avait eut aura l' s' se bat reçoit accueille affronte gagne perd mène attend n' ne va
        vient joue dit veut peut doit fait accueillera recevra deviendra devient devra pourra organisera organise
        célébrera inaugure inaugurera reprend prépare ouvrira possède souhaite restera perdra gagnera affrontera jouera
        battra
        """.split()
    ),
    joints=("et", "ou"),
    before_places_alone=frozenset(["en", "île"]),
    before_people=("nationalité", "citoyenneté"),
    before_persons=frozenset(
        "jeune jeunes vieux vieille vieilles autre autres ancien ancienne anciens anciennes seul seule seuls seules"
        " nombreux nombreuses certains certaines quelques plusieurs".split()
    ),
    before_region="dans (?:le |l['’])",
    kept_places=rf"(?<=(?<!\w)(?:{_OF_DEPARTMENTS})(?:\s\p{{Lu}}{{2,4}})?\s(?:du|de\sla)\s)(?:{one_of('Nord, Manche')})"
    rf"(?![\w'’-])|(?<=(?<!\w)[dD]u\s)Cher(?![\w'’-]|\s\p{{Lu}})"
    r"|(?<![\w'’-])Nord(?=\set\s(?:\p{Ll}{2}\s)?Pas-de-Calais)",
    before_place="(?:(?:à|en|vers) |(?:îles?|ville|lac|forêt|région|baie|vallée|plage|village|gare|mairie|maire"
    "|commune) d(?:e |['’]))",
    before_town="(?:habit(?:e|ent|ait|er)|vi(?:t|vent|vre)|née?s?|mairie|maire|gare|commune|ville|habitants|hôpital) ",
    name_labels="(?:pré)?noms?(?: (?:de (?:famille|naissance|jeune fille)|d['’](?:usage|épouse)|et prénoms?))?",
    person_labels="prénoms?|noms? (?:de (?:famille|naissance|jeune fille)|d['’](?:usage|épouse)|et prénoms?)",
    before_date="le",
    naming=("appelle", "appelles", "appelait", "appelé", "nomme", "nommait", "nommé", " est", " était"),
    heirs="et (?:Fils|Cie|Frères|Associés)",
    nobility=("de [lL]a ", "de [lL]['’]", "du ", "des ", "d['’]", "L['’]"),
    articles=(r"(?:de )?L[ae] ", "L[AE] ", "LES ", "Les ", "DES ", "Des ", "D[uU] ", "De (?:La )?", "L['’]"),
    whole=r"de (?=[AEIOUÀÂÉÈÊÎÔ]|Sainte?-)",
    shops=r"(?i:\p{L}+erie|pharmacie)(?=\s\p{L}+(?<!e)(?!\p{L}))",
)
