"""French given names that other languages write their way, « Pierre », and of whom these say them so."""

from __future__ import annotations

from translate.text.proper_names.given_names import GivenNames

GIVEN_NAMES = GivenNames(
    keys={
        "jean": "johannes", "pierre": "petrus", "marie": "maria", "luc": "lucas", "antoine": "antonius",
        "georges": "georgius", "jacques": "jacobus", "guillaume": "wilhelmus", "henri": "henricus",
        "michel": "michael", "étienne": "stephanus", "françois": "franciscus", "andré": "andreas",
        "philippe": "philippus", "mathieu": "matthaeus", "matthieu": "matthaeus", "marc": "marcus",
        "laurent": "laurentius", "hélène": "helena", "élisabeth": "elisabeth",
        "grégoire": "gregorius", "benoît": "benedictus", "édouard": "eduardus", "frédéric": "fridericus",
        "alexandre": "alexander", "marguerite": "margarita", "geoffroy": "godefridus",
    },
    of_saints={
        "agathe": "agatha", "agnès": "agnes", "ambroise": "ambrosius", "apolline": "apollonia",
        "augustin": "augustinus", "barbe": "barbara", "barthélemy": "bartholomaeus", "basile": "basilius",
        "cécile": "caecilia", "christophe": "christophorus", "claire": "clara", "clément": "clemens",
        "côme": "cosmas", "crépin": "crispinus", "cyrille": "cyrillus", "damien": "damianus",
        "dominique": "dominicus", "éloi": "eligius", "eustache": "eustachius", "gérard": "gerardus",
        "gilles": "aegidius", "ignace": "ignatius", "jérôme": "hieronymus", "jules": "iulius", "léon": "leo",
        "lucie": "lucia", "marthe": "martha", "monique": "monica", "nicolas": "nicolaus", "patrice": "patricius",
        "pie": "pius", "sébastien": "sebastianus", "sixte": "sixtus", "sylvestre": "silvester", "thérèse": "teresia",
        "timothée": "timotheus", "ursule": "ursula", "urbain": "urbanus", "véronique": "veronica",
        "célestin": "caelestinus", "justine": "iustina", "julien": "iulianus", "antonin": "antoninus",
        "valentin": "valentinus",
    },
    saints_before=r"(?<!(?:rue|avenue|place|quai|boulevard|faubourg|lycée|collège|hôpital|gare|île|mont)\s)(?<![\w-])"
    r"(?:saint|sainte|pape)\s\Z",
    renamed_before=r"(?<!\w)(?:saint|ste?|sainte|pape|roi|reine|empereur|impératrice|tsar|prince|princesse|duc|vierge|apôtre"
    r"|selon|dieu|prophète|bible|jésus,?|évangéliste)[\s.-]+\Z",
    renamed_behind=r"\s(?:[IVX]+(?!\w)|[Ii]er(?!\w)|le\s|de\sMédicis|et\sJésus|Stuart)",
)  # fmt: skip
