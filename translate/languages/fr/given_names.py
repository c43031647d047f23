"""French given names that other languages write their way, « Pierre », and of whom these say them so."""

from __future__ import annotations

from translate.text.given_names import GivenNames

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
    renamed_before=r"(?<!\w)(?:saint|ste?|sainte|pape|roi|reine|empereur|impératrice|tsar|prince|princesse|duc|vierge|apôtre"
    r"|selon|dieu|prophète|bible|jésus,?|évangéliste)[\s.-]+\Z",
    renamed_behind=r"\s(?:[IVX]+(?!\w)|[Ii]er(?!\w)|le\s|de\sMédicis|et\sJésus|Stuart)",
)  # fmt: skip
