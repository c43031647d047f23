"""English given names that other languages write their way, *Peter*."""

from __future__ import annotations

from translate.text.proper_names.given_names import GivenNames

GIVEN_NAMES = GivenNames(
    keys={
        "john": "johannes", "peter": "petrus", "mary": "maria", "luke": "lucas", "anthony": "antonius",
        "antony": "antonius", "george": "georgius", "james": "jacobus", "william": "wilhelmus", "henry": "henricus",
        "michael": "michael", "stephen": "stephanus", "steven": "stephanus", "francis": "franciscus",
        "andrew": "andreas", "philip": "philippus", "matthew": "matthaeus", "mark": "marcus",
        "lawrence": "laurentius", "helen": "helena", "elizabeth": "elisabeth",
        "gregory": "gregorius", "benedict": "benedictus", "edward": "eduardus", "frederick": "fridericus",
        "alexander": "alexander", "margaret": "margarita", "geoffrey": "godefridus",
    },
    of_saints={
        "agatha": "agatha", "agnes": "agnes", "ambrose": "ambrosius", "apollonia": "apollonia",
        "augustine": "augustinus", "barbara": "barbara", "bartholomew": "bartholomaeus", "basil": "basilius",
        "cecilia": "caecilia", "christopher": "christophorus", "clare": "clara", "clement": "clemens",
        "cosmas": "cosmas", "crispin": "crispinus", "cyril": "cyrillus", "damian": "damianus", "dominic": "dominicus",
        "eligius": "eligius", "eustace": "eustachius", "gerard": "gerardus", "giles": "aegidius",
        "ignatius": "ignatius", "jerome": "hieronymus", "julius": "iulius", "leo": "leo", "lucy": "lucia",
        "martha": "martha", "monica": "monica", "nicholas": "nicolaus", "patrick": "patricius", "pius": "pius",
        "sebastian": "sebastianus", "sixtus": "sixtus", "sylvester": "silvester", "teresa": "teresia",
        "timothy": "timotheus", "ursula": "ursula", "urban": "urbanus", "veronica": "veronica",
        "celestine": "caelestinus", "justina": "iustina", "julian": "iulianus", "antoninus": "antoninus",
        "valentine": "valentinus",
    },
)  # fmt: skip
