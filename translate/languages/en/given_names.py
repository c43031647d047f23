"""English given names that other languages write their way, *Peter*."""

from __future__ import annotations

from translate.text.given_names import GivenNames

GIVEN_NAMES = GivenNames(
    keys={
        "john": "johannes", "peter": "petrus", "mary": "maria", "luke": "lucas", "anthony": "antonius",
        "antony": "antonius", "george": "georgius", "james": "jacobus", "william": "wilhelmus", "henry": "henricus",
        "michael": "michael", "stephen": "stephanus", "steven": "stephanus", "francis": "franciscus",
        "andrew": "andreas", "philip": "philippus", "matthew": "matthaeus", "mark": "marcus",
        "lawrence": "laurentius", "helen": "helena", "elizabeth": "elisabeth",
        "gregory": "gregorius", "benedict": "benedictus", "edward": "eduardus", "frederick": "fridericus",
        "alexander": "alexander", "margaret": "margarita", "geoffrey": "godefridus",
    }
)  # fmt: skip
