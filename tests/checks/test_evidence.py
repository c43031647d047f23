"""No failure is silent: for each kind of fault that care mends, the unit that has it carries an issue."""

from __future__ import annotations

import pytest

from tests.care.test_translator import Scripted, through
from translate.care.translator import Translator
from translate.checks import check_unit, load_checks
from translate.config import CheckConfig, EngineConfig, RepairConfig
from translate.data import Origin, Severity, TranslationUnit, Variant

CONFIG = CheckConfig()
KEY, LETTERS = "AbCd3fGh/IjKl0mNo+" * 3, "rhinopharyngé" * 6
FAULTS = [
    # Numbers, money, units, dates.
    ("numbers", "Elle a planté 34 arbres en 2019.", "She planted trees in 2019."),
    ("numbers", "Le sac pèse 18 kg.", "The bag weighs 81 kg."),
    ("numbers", "Le fil mesure 2,5 mm.", "The wire is 25 mm."),
    ("numbers", "Ajoutez 3/4 de tasse.", "Add a 3.4 cup."),
    ("numbers", "Une tour du XIIIe siècle.", "A tower from the 14th century."),
    ("numbers", "Le 2e étage est fermé.", "The 3rd floor is closed."),
    ("numbers", "Le 12 mars 2024, il neigeait.", "On 12 May 2024, it was snowing."),
    ("numbers", "Le train part à 17 h 45.", "The train leaves at 5:54 p.m."),
    ("numbers", "Ouvert de 9 h à 18 h.", "Open from 9 to."),
    ("numbers", "Laissez mijoter de 1 h à 1 h 30.", "Let it simmer from 1:00 to 1:30."),
    ("numbers", "Cuisson : 1 h 30", "Cooking: 1:30"),
    ("numbers", "Le budget atteint 7,5 M€.", "The budget reaches €7.5 billion."),
    ("numbers", "La prime est de 320 k€.", "The bonus is €320."),
    ("numbers", "Le loyer est de 650 €.", "The rent is $650."),
    ("numbers", "La ville compte 9 400 habitants.", "The town has €9,400 inhabitants."),
    ("numbers", "Les 640 élèves ont réuni 2 100 €.", "The €640 pupils raised €2,100."),
    ("numbers", "Roulez 12 km puis tournez.", "Drive 12 miles, then turn."),
    ("numbers", "Versez 250 ml d'eau.", "Pour 250 of water."),
    ("numbers", "Il fait -8 °C ce matin.", "It is 8 °C this morning."),
    ("numbers", "Tension 230 V ± 5 %.", "Voltage 230 V 5%."),
    ("numbers", "Prévoyez 6 × 75 cl.", "Allow for 6 75 cl."),
    ("numbers", "Remplissez ½ verre.", "Fill a glass."),
    ("numbers", "Louis XIV régna longtemps.", "Louis XV reigned for a long time."),
    ("numbers", "Soixante-douze pages manquent.", "Sixty-two pages are missing."),
    ("numbers", "Rendez-vous mardi 4 mai.", "See you on Thursday 4 May."),
    ("numbers", "Prendre 1 comprimé de 200 mg 3 fois par jour.", "Take 1 200 mg 3 times a day."),
    ("numbers", "Montez au 7e étage.", "Go up to 7 floors."),
    ("numbers", "La quatrième page est blanche.", "The four pages are white."),
    ("numbers", "Tournez la clé trois fois.", "Turn the key once."),
    ("numbers", "Arrosez une fois par mois.", "Water twice a month."),
    ("numbers", "Le quart des sièges reste libre.", "Half of the seats are still free."),
    ("numbers", "Comptez un tiers de la somme.", "Count a quarter of the sum."),
    ("numbers", "2 c. à s. de cacao", "2 cocoa"),
    ("numbers", "Prendre 2 c. à s. de sirop.", "Take two cups of syrup."),
    ("numbers", "Né le 3 mars, mort le 14 juill. 2011.", "Born on 3 March, dead on the 14th Jew, 2011."),
    ("numbers", "Versez 3 cuillères à café de lait.", "Pour 3 tablespoons of milk."),
    ("numbers", "Facture n° 2207-31 de 95 €", "Invoice No. €95 2207-31"),
    ("numbers", "La facture n° 4418 de 60 € est payée.", "Invoice no. €4,418 of 60 has been paid."),
    ("numbers", "La commande C-3107 de 85 € part demain.", "The order €85 C-3107 leaves tomorrow."),
    ("numbers", "Le film dure deux heures vingt.", "The film lasts two o'clock."),
    ("numbers", "Le train part à 17 h 45.", "The train leaves at 5:45."),
    ("numbers", "Versé le 02/03 : 500 €.", "Paid on €02/03: €500."),
    ("numbers", "La réunion est mardi.", "The meeting is on Wednesday."),
    ("opposites", "Le taux est passé de 3 % à 2 %.", "The rate has risen from 3% to 2%."),
    ("spacing", "Voir le détail (th. 60).", "See the details (th.60)."),
    ("lost_words", "Appuyez sur Ctrl+Maj+S.", "Press Ctrl+S."),
    ("lost_words", "Loyer : 620 € CC", "Rent: €620"),
    ("lost_words", "Four : th. 6", "Oven: 6"),
    ("lost_words", "Table L 120 × l 60 cm", "Table 120 × 60 cm"),
    ("remnants", "slt, tu viens ?", "slt, are you coming?"),
    ("foreign", "Please mind your step.", "Take your step back, please."),
    # What is protected.
    ("codes", f"La clé {KEY} est ici.", f"The key {KEY[:30]} {KEY[30:]} is here."),
    ("codes", f"Le mot {LETTERS} est long.", f"The word {LETTERS[:30]} {LETTERS[30:]} is long."),
    ("placeholders", "Bonjour {prenom}, merci.", "Hello, thank you."),
    ("placeholders", "Remise de 15 %% ce mois.", "15% off this month."),
    ("placeholders", "Fermé le {0:dd/MM/yyyy}.", "Closed on {0:d/MM/yyyy}."),
    ("placeholders", "Il part à {heure:%H:%M}.", "It leaves at { hour:%H:%M}."),
    ("placeholders", "Bonjour ${nom}, {{ x }} !", "Hello ${name}, {{ x }}!"),
    ("placeholders", "Terminé.\\nMerci.", "Done. Thank you."),
    ("placeholders", "La relation $E = mc^2$ est vraie.", "The relation E = mc 2 is true."),
    ("placeholders", "Lancez `npm ci` ici.", "Run npm here."),
    ("urls", "Écrivez à marie@exemple.fr.", "Write to marie@example.fr."),
    ("urls", "Voir https://exemple.fr/a.", "See https://example.fr/a."),
    ("codes", "Merci @lea_m !", "Thank you!"),
    ("codes", "Demandez dans #aide-web.", "Ask in # help-web."),
    ("codes", "Bravo :tada: à tous.", "Well done everyone."),
    ("codes", "Bravo 🎉 à tous.", "Well done everyone."),
    ("codes", "IBAN FR76 3000 6000 0112 3456 7890 189.", "IBAN FR76 3000 6000 0112 3456 7890 198."),
    ("codes", "BIC : SOGEFRPP.", "BIC: SOGEFRP."),
    ("codes", "TVA FR 32 417 290 655.", "VAT FR 32 417 290 656."),
    ("codes", "Le véhicule AB-417-QX gêne.", "The vehicle AB-417-OX is in the way."),
    ("codes", "Appelez le 02 98 44 17 03.", "Call 02 98 44 17 30."),
    ("codes", "Appelez le 02 98 44 17 03.", "Call 02,98,44,17,03."),
    ("codes", "Le CO2 augmente.", "The CO increases."),
    ("codes", "Arrêt M23, sortie A7.", "Stop M23, exit A."),
    ("codes", "Versez le H2SO4.", "Pour the acid."),
    ("codes", "Selon la norme EN 13779.", "According to IN 13779."),
    ("codes", "Ouvrez rapport_final.pdf.", "Open report_final.pdf."),
    ("codes", "Voir C:\\Temp\\a.txt ici.", "See C:\\Tmp\\a.txt here."),
    ("codes", "Le commit 9f8a7c1 casse tout.", "Commit 9f8a7c breaks everything."),
    ("codes", "La version 2.4.1 est sortie.", "Version 2.4 is out."),
    ("codes", "Ajoutez --force à la fin.", "Add force at the end."),
    ("codes", "Définissez JAVA_HOME.", "Set JAVA HOME."),
    ("codes", "Appelez vider_cache() ensuite.", "Then call empty_cache()."),
    ("codes", "Le paramètre taille_max est lu.", "The parameter size_max is read."),
    ("codes", "VERSEZ LE NaOH LENTEMENT.", "POUR THE NAOH SLOWLY."),
    ("codes", "Le dossier 6f1c2a9e-3b7d-4c55-9a01-8e2d7f40b6c3.", "File 6f1c2a9e-3b7d-4c55-9a01-8e2d7f40b6c."),
    ("tags", "Cliquez sur <b>Oui</b> ici.", "Click Yes here."),
    ("tags", "Le <b><i>mot</i></b> ici.", "The <b><i>word</b></i> here."),
    # Names, quotations, marks.
    ("lost_names", "Hier, Thibault Kerjean a gagné.", "Yesterday, he won."),
    ("lost_names", "Mme Boucher est là.", "Mrs Butcher is here."),
    ("lost_names", "Nolwenn Le Roux part demain.", "Nolwenn the Red leaves tomorrow."),
    ("lost_names", "Cannes", "Sticks"),
    ("lost_names", "Le commissaire Petit enquête.", "The small commissioner investigates."),
    ("lost_names", "La RATP est fermée.", "The network is closed."),
    ("negations", "Ne fermez pas la vanne.", "Close the valve."),
    ("negations", "Billets non échangeables et non remboursables", "Non-exchangeable and reimbursable items"),
    ("opposites", "Plus de 50 places.", "Fewer than 50 seats."),
    ("numbers", "Le taux est < 5 %.", "The rate is 5%."),
    ("dropped_marks", "Le maire – absent – écrit.", "The mayor - absent - writes."),
    ("opposites", "Du thé sans sucre.", "Tea with sugar."),
    ("opposites", "Tournez à gauche.", "Turn right."),
    ("opposites", "Prenez-le avant le repas.", "Take it after the meal."),
    ("opposites", "La hausse des loyers ralentit.", "The fall in rents slows down."),
    ("opposites", "Le bailleur paie les charges.", "The tenant pays the charges."),
    ("lost_names", "Anne-Marie d'Étang est là.", "Anne-Mary of the pond is there."),
    ("titles", "Mme Riou préside.", "Mr Riou chairs."),
    ("titles", "Mᵉ Riou plaide demain.", "Riou pleads tomorrow."),
    ("foreign", "On lit « Please mind your step » ici.", 'It says "Please remember your step" here.'),
    ("foreign", "L'hôtel « Zum Wilden Eber » est complet.", 'The hotel "Zum Wild Eber" is full.'),
    ("quotes", "Il cite « l'ami qui dit “jamais” ».", 'He quotes "the friend who says never".'),
    ("dropped_marks", "Il hésita… puis partit.", "He hesitated and left."),
    ("dropped_marks", "— Non, jamais.", "No, never."),
    ("quotes", "Elle a dit « je viens » hier.", "She said I am coming yesterday."),
    ("quotes", "Elle a dit oui hier.", 'She said "yes yesterday.'),
    ("brackets", "Le club (fondé ici) gagne.", "The club founded here) wins."),
    ("end_punctuation", "Vient-il demain ?", "He is coming tomorrow."),
    ("quotes", "Elle a dit « je viens » hier.", "She said I am coming yesterday."),
    ("spacing", "Oui !", "Yes !"),
    ("spacing", "Elle a dit « non » hier.", "She said « no » yesterday."),
    ("dropped_marks", "Je ne sais pas… peut-être.", "I don't know maybe."),
    ("dropped_marks", "— Tu viens ? demanda Paul.", "Are you coming? asked Paul."),
    ("titles", "M. Dupont est arrivé.", "Mrs Dupont has arrived."),
    ("lost_names", "Il vit à Quimper depuis dix ans.", "He has lived in Leave for ten years."),
    ("capitals", "DÉFENSE DE STATIONNER.", "No parking here."),
    # What was left out, left as it was, or said twice.
    ("length", "Le conseil a voté hier le budget de l'an prochain malgré deux élus.", "The council met."),
    (
        "omissions",
        "Apportez un marteau, une scie, une équerre et un mètre.",
        "Bring a hammer, a saw and a tape measure.",
    ),
    ("lost_words", "Tension de service : 24 V", "Voltage: 24 V"),
    ("lost_words", "Merci et à demain !", "Thank you and tomorrow!"),
    ("lost_names", "L'ONU a voté la résolution.", "It voted for the resolution."),
    ("untranslated", "Le facteur passe le matin.", "Le facteur passe le matin."),
    ("copied", "Le facteur passe tous les matins ici.", "The postman passe tous les matins ici."),
    ("remnants", "Le facteur passe avec vous.", "The postman comes avec you."),
    ("repetition", "Le facteur passe le matin.", "The postman comes in the morning" + " in the morning" * 4 + "."),
    ("doubled_words", "Il y va.", "He goes there there."),
]
MENDED = [
    ("protection", "Le taux est de 20 %% ici.", "The rate is 20% here."),
    ("protection", "Écrivez à marie@exemple.fr.", "Write to marie@example.fr."),
    ("masked", "Prenez la ligne M23.", "Take the line."),
    ("messages", "Il y a {n, plural, one {un chat} other {# chats}}.", "There is {n} cat."),
    ("measures", "Le train part à 17 h 45.", "The train leaves at 5:54 p.m."),
    ("casing", "VERSEZ LENTEMENT LE NaOH.", "VERSEZ LENTEMENT LE NAOH."),
    ("measures", "Faites cuire de 1 h à 1 h 30.", "Cook from 1:00 to 1:30."),
    ("labels", "Durée : 1 h 30", "Duration: 1:30"),
    ("protection", f"La clé {KEY} est ici.", f"The key {KEY[:30]} {KEY[30:]} is here."),
    ("measures", "Prendre 1 comprimé de 200 mg 3 fois par jour.", "Take 1 200 mg 3 times a day."),
    ("numbers", "Le mur mesure 1,234 m.", "The wall is 1,234 m."),
    ("typography", "Elle a dit « je viens demain » hier.", 'She said "I am coming tomorrow yesterday.'),
    ("persons", "M. Riou préside.", "Mrs Riou chairs."),
    ("addresses", "12, rue des Lilas, 29200 Quimper", "12, street, 29200 Leave"),
    ("foreign", "On lit « Please mind your step » ici.", 'It says "Please remember your step" here.'),
    ("names", "Hier, Thibault Kerjean a gagné.", "Yesterday, he won."),
    ("placing", "Versez 18 kg de sable.", "Pour 81 kg of sand."),
    ("repair", "Elle a planté 34 arbres.", "She planted trees."),
]


@pytest.mark.parametrize(("name", "source", "fault"), FAULTS)
def test_a_fault_is_said_of_its_unit(name: str, source: str, fault: str) -> None:
    unit = TranslationUnit("unit", Variant("fr", source), Variant("en", fault), Origin.MACHINE)
    assert name in {issue.check for issue in check_unit(unit, load_checks(CONFIG), CONFIG)}


@pytest.mark.parametrize(("step", "source", "fault"), MENDED)
def test_without_the_step_that_mends_it_a_fault_is_no_silent_one(step: str, source: str, fault: str) -> None:
    without = ("repair", step) if step != "repair" else ("repair",)
    translator = Translator(Scripted({"plain": fault}), EngineConfig(), RepairConfig(), without=without)
    target = through(translator, [source])[source]
    unit = TranslationUnit("unit", Variant("fr", source), Variant("en", target.text), Origin.MACHINE)
    issues = (*target.issues, *check_unit(unit, load_checks(CONFIG), CONFIG))
    assert any(issue.severity is not Severity.INFO for issue in issues), target.text
