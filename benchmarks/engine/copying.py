"""Measures how often the model alone copies what no translation may alter, kind by kind, and a placeholder beside it.

    python benchmarks/engine/copying.py

A kind whose copies are surer than placeholders is left to the model, and masked where it was lost
(`text/protected/kind_table.py`).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from translate import Translator
from translate.config import CareConfig, Config

PLACEHOLDER = "X_1"
FRAMES = (
    "Veuillez contacter {} avant la fin de la semaine.",
    "Le dossier {} a été transmis au service technique hier matin.",
    "{} n'est pas disponible pour le moment.",
    "Vous trouverez {} dans la liste ci-dessous, avec les autres éléments.",
    "Merci d'indiquer {} dans votre réponse.",
    "La commission a examiné {} et le conseil l'a approuvé.",
    "Selon {}, les prix ont augmenté de 3 % en un an.",
    "Il faut remplacer {} tous les deux ans.",
    "Nous avons reçu {} ce matin, mais il manque une page.",
    "Comment utiliser {} ?",
    "Ne supprimez pas {} !",
    "Pour en savoir plus sur {}, appelez votre conseiller.",
    "Les habitants de la rue, les commerçants et {} ont été prévenus par courrier.",
    "Ajoutez {} (voir page 4) au mélange.",
)
KINDS = {
    "placeholder": (PLACEHOLDER,),
    "handle": ("@marie_l", "@paul", "@ville-brest"),
    "channel": ("#accueil", "#projet-alpha", "#FF8800"),
    "account number": ("FR76 3000 6000 0112 3456 7890 189", "BE71 0961 2345 6769"),
    "bank code": ("SOGEFRPP", "BNPAFRPPXXX"),
    "telephone number": ("02 98 44 17 03", "+33 6 12 00 47 91"),
    "standard": ("EN 13779", "ISO 9001:2015", "NF C 15-100"),
    "hash": ("9f8a7c1", "e3b0c44298fc1c149afbf4c8996fb924"),
    "file name": ("rapport_final.pdf", "/etc/hosts"),
    "web address": ("https://www.exemple.fr/a-b", "marie@exemple.fr"),
    "format": ("{0:dd/MM/yyyy}", "{nom}", "%1$s", "{heure:%H:%M}", "20 %%"),
    "part number": ("CF-200", "XR-20B", "SN-4F2A-99", "417-0098-B"),
    "short code": ("B8", "M8", "A4", "M23", "A380", "CR2032", "R+1"),
    "number plate": ("AB-417-QX", "417 XB 29"),
    "formula": ("CO2", "H2SO4", "CaCO3", "NaOH"),
    "name in code": ("JAVA_HOME", "get_user_name()", "--verbose"),
    "version": ("2.4.1", "v1.12.0"),
    "mixed word": ("iPhone", "eBay"),
}


def main() -> None:
    care = CareConfig(without=("protection", "measures", "names", "numbers", "repair"))
    texts = [(kind, code, frame.format(code)) for kind, codes in KINDS.items() for code in codes for frame in FRAMES]
    with Translator(config=replace(Config(), care=care)) as translator:
        targets = [unit.target.text for unit in translator.translate([text for _, _, text in texts])]
    asked = Counter(kind for kind, _, _ in texts)
    kept = Counter(kind for (kind, code, _), target in zip(texts, targets, strict=True) if target.count(code) == 1)
    print("| kind | texts | copied, % |\n|---|---:|---:|")
    for kind, count in asked.items():
        print(f"| {kind} | {count} | {100 * kept[kind] / count:.0f} |")


if __name__ == "__main__":
    main()
