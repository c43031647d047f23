"""A match whose placeables alone differ is put right one to one, or left as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.data import CodeKind, InlineCode
from translate.languages import find_language
from translate.memory.repair import Repair, repair

FRENCH, ENGLISH = find_language("fr"), find_language("en")

REPAIRED = [
    ("Le sac pèse 8 kg.", "The bag weighs 8 kg.", "Le sac pèse 15 kg.", "The bag weighs 15 kg."),
    ("Il y a 850 élèves.", "There are 850 pupils.", "Il y a 1 250 élèves.", "There are 1,250 pupils."),
    (
        "Le budget est de 12 500 euros.",
        "The budget is 12,500 euros.",
        "Le budget est de 900 euros.",
        "The budget is 900 euros.",
    ),
    (
        "En 2019, la mairie a rouvert.",
        "In 2019, the town hall reopened.",
        "En 2023, la mairie a rouvert.",
        "In 2023, the town hall reopened.",
    ),
    (
        "Un taux de 2,5 % est prévu.",
        "A rate of 2.5% is planned.",
        "Un taux de 4 % est prévu.",
        "A rate of 4% is planned.",
    ),
    ("Le colis vaut 12 €.", "The parcel is worth €12.", "Le colis vaut 1 500 €.", "The parcel is worth €1,500."),
    ("Comptez de 3 à 5 heures.", "Allow 3 to 5 hours.", "Comptez de 6 à 9 heures.", "Allow 6 to 9 hours."),
    ("Ouvert pendant 24 heures.", "Open for 24 hours.", "Ouvert pendant 48 heures.", "Open for 48 hours."),
    (
        "Rendez-vous le 12 juin à Lyon.",
        "Meet on June 12 in Lyon.",
        "Rendez-vous le 1er juin à Lyon.",
        "Meet on June 1 in Lyon.",
    ),
    ("Avant le 1er mars 2020.", "Before 1 March 2020.", "Avant le 15 avril 2022.", "Before 15 April 2022."),
    ("Réponse avant le 3 mai.", "Reply by 3rd May.", "Réponse avant le 21 mai.", "Reply by 21st May."),
    ("Du 3 au 7 mai.", "From 3 to 7 May.", "Du 10 au 14 juillet.", "From 10 to 14 July."),
    ("Paru en janvier 2018.", "Published in Jan 2018.", "Paru en octobre 2019.", "Published in Oct 2019."),
    (
        "Le bus de 7 h 45 est annulé.",
        "The 7.45 am bus is cancelled.",
        "Le bus de 18 h 05 est annulé.",
        "The 6.05 pm bus is cancelled.",
    ),
    ("Départ à 16 h 20.", "Departure at 16:20.", "Départ à 9 h 05.", "Departure at 9:05."),
    ("Le café ferme à 20 h.", "The café closes at 8 p.m.", "Le café ferme à 11 h.", "The café closes at 11 a.m."),
    ("Le café ferme à 20 h.", "The café closes at 8 pm.", "Le café ferme à 21 h 30.", "The café closes at 9:30 pm."),
    ("Arrivée le 05/09/2021.", "Arrival on 09/05/2021.", "Arrivée le 12/10/2022.", "Arrival on 10/12/2022."),
    ("Arrivée le 05/09/2021.", "Arrival on 05/09/2021.", "Arrivée le 12/10/2022.", "Arrival on 12/10/2022."),
    ("Arrivée le 05/09/2021.", "Arrival on 2021-09-05.", "Arrivée le 12/10/2022.", "Arrival on 2022-10-12."),
    ("Arrivée le 05/09/2021.", "Arrival on 5 September 2021.", "Arrivée le 12/10/2022.", "Arrival on 12 October 2022."),
    ("Voir la section 3.1.2.", "See section 3.1.2.", "Voir la section 4.2.", "See section 4.2."),
    (
        "La norme NF 1234 s'applique.",
        "Standard NF 1234 applies.",
        "La norme NF 5678 s'applique.",
        "Standard NF 5678 applies.",
    ),
    (
        "Installez Python 3.8 d'abord.",
        "Install Python 3.8 first.",
        "Installez Python 3.12 d'abord.",
        "Install Python 3.12 first.",
    ),
    (
        "Voir www.exemple.fr pour la suite.",
        "See www.exemple.fr for more.",
        "Voir www.essai.fr pour la suite.",
        "See www.essai.fr for more.",
    ),
    ("Cliquez sur <x1/> ici.", "Click <x1/> here.", "Cliquez sur <x3/> ici.", "Click <x3/> here."),
    ("Bonjour {prenom} !", "Hello {prenom}!", "Bonjour {nom} !", "Hello {nom}!"),
    (
        "Ouvrez le fichier rapport.docx.",
        "Open the file rapport.docx.",
        "Ouvrez le fichier bilan.xlsx.",
        "Open the file bilan.xlsx.",
    ),
    (
        "Lancez la commande `ls -l` ici.",
        "Run the command `ls -l` here.",
        "Lancez la commande `ps aux` ici.",
        "Run the command `ps aux` here.",
    ),
    ("Mme Girard est absente.", "Mrs Girard is away.", "Mme Vasseur est absente.", "Mrs Vasseur is away."),
    (
        "Jean Dupont dirige le service.",
        "Jean Dupont runs the department.",
        "Claire Martin dirige le service.",
        "Claire Martin runs the department.",
    ),
    (
        "Le 3e chapitre est court.",
        "The 3rd chapter is short.",
        "Le 12e chapitre est court.",
        "The 12th chapter is short.",
    ),
    ("Le 998e billet gagne.", "The 998th ticket wins.", "Le 2 500e billet gagne.", "The 2,500th ticket wins."),
    ("Le 1 000e billet gagne.", "The 1000th ticket wins.", "Le 2 501e billet gagne.", "The 2501st ticket wins."),
    ("Le 1er prix est donné.", "The 1st prize is given.", "Le 2e prix est donné.", "The 2nd prize is given."),
    (
        "Un mur du XIIe siècle.",
        "A wall from the 12th century.",
        "Un mur du XVe siècle.",
        "A wall from the 15th century.",
    ),
    ("Le Ve siècle commence.", "The 5th century begins.", "Le Xe siècle commence.", "The 10th century begins."),
    (
        "Louis XIV aimait la chasse.",
        "Louis XIV loved hunting.",
        "Louis XVI aimait la chasse.",
        "Louis XVI loved hunting.",
    ),
    ("Le bail dure 3 mois.", "The lease lasts 3 months.", "Le bail dure 6 mois.", "The lease lasts 6 months."),
    ("L'étape 1 est finie.", "Step 1 is finished.", "L'étape 4 est finie.", "Step 4 is finished."),
    ("Lisez la page 1.", "Read page 1.", "Lisez la page 96.", "Read page 96."),
    ("Une hausse de 7 % est sûre.", "A 7% rise is certain.", "Une hausse de 8 % est sûre.", "An 8% rise is certain."),
    ("Un avion de Boeing passe.", "A Boeing plane passes.", "Un avion de Airbus passe.", "An Airbus plane passes."),
    ("Appelez le 01 23 45 67 89.", "Call 01 23 45 67 89.", "Appelez le 04 56 78 90 12.", "Call 04 56 78 90 12."),
    ("Température : -10 °C.", "Temperature: -10 °C.", "Température : 5 °C.", "Temperature: 5 °C."),
    ("Température : 5 °C.", "Temperature: 5 °C.", "Température : -3 °C.", "Temperature: -3 °C."),
    ("Solde : 1 234 567,89 €.", "Balance: €1,234,567.89.", "Solde : 98 765,4 €.", "Balance: €98,765.4."),
    ("Le ratio est de 16:9.", "The ratio is 16:9.", "Le ratio est de 4:3.", "The ratio is 4:3."),
    ("Code AB-12 accepté.", "Code AB-12 accepted.", "Code XY-99 accepté.", "Code XY-99 accepted."),
    ("Vis M8 à tête ronde.", "M8 round-head screw.", "Vis M10 à tête ronde.", "M10 round-head screw."),
    ("Page 3 sur 10.", "Page 3 of 10.", "Page 10 sur 12.", "Page 10 of 12."),
    ("Le n° 7 gagne.", "No. 7 wins.", "Le n° 23 gagne.", "No. 23 wins."),
    (
        "Le vote : 2 millions de voix.",
        "The vote: 2 million votes.",
        "Le vote : 5,5 millions de voix.",
        "The vote: 5.5 million votes.",
    ),
    ("L’usine de Caen ferme.", "The Caen plant is closing.", "L'usine de Metz ferme.", "The Metz plant is closing."),
    (
        "La société Renault-Nissan recrute.",
        "Renault-Nissan is hiring.",
        "La société Peugeot recrute.",
        "Peugeot is hiring.",
    ),
    ("Valable jusqu'au 31/12/21.", "Valid until 12/31/21.", "Valable jusqu'au 15/06/22.", "Valid until 06/15/22."),
    (
        "Le roi Henri IV est né à Pau.",
        "King Henri IV was born in Pau.",
        "Le roi Henri II est né à Pau.",
        "King Henri II was born in Pau.",
    ),
    ("Il a gagné 3-1.", "He won 3-1.", "Il a gagné 4-2.", "He won 4-2."),
    ("De 1914 à 1918.", "From 1914 to 1918.", "De 1939 à 1945.", "From 1939 to 1945."),
    ("La TVA est de 20 %.", "VAT is 20%.", "La TVA est de 5,5 %.", "VAT is 5.5%."),
    ("Le train part de Lyon.", "The train leaves Lyon.", "Le train part d'Arras.", "The train leaves Arras."),
    (
        "Écrivez à a@b.fr ou c@d.fr.",
        "Write to a@b.fr or c@d.fr.",
        "Écrivez à x@y.fr ou c@d.fr.",
        "Write to x@y.fr or c@d.fr.",
    ),
    (
        "Le contrat n° 2021-045 est signé.",
        "Contract no. 2021-045 is signed.",
        "Le contrat n° 2023-112 est signé.",
        "Contract no. 2023-112 is signed.",
    ),
    (
        "La température passe de 12 à 18 °C.",
        "The temperature rises from 12 to 18 °C.",
        "La température passe de 5 à 9 °C.",
        "The temperature rises from 5 to 9 °C.",
    ),
    (
        "Le musée ouvre de 9 h à 18 h.",
        "The museum is open from 9 am to 6 pm.",
        "Le musée ouvre de 10 h à 19 h.",
        "The museum is open from 10 am to 7 pm.",
    ),
    (
        "Le musée ouvre de 9 h à 18 h.",
        "The museum is open from 9 a.m. to 6 p.m.",
        "Le musée ouvre de 13 h à 20 h.",
        "The museum is open from 1 p.m. to 8 p.m.",
    ),
    (
        "Réunion lundi 4 mars à 10 h 30.",
        "Meeting on Monday 4 March at 10:30 am.",
        "Réunion lundi 11 mars à 15 h 45.",
        "Meeting on Monday 11 March at 3:45 pm.",
    ),
    (
        "Le prix passe à 1 500 €.",
        "The price rises to €1,500.",
        "Le prix passe à 25 000 €.",
        "The price rises to €25,000.",
    ),
    ("Il mesure 1,80 m.", "He is 1.80 m tall.", "Il mesure 1,65 m.", "He is 1.65 m tall."),
    ("Un lot de 3 000 pièces.", "A batch of 3000 pieces.", "Un lot de 12 500 pièces.", "A batch of 12500 pieces."),
    (
        "L’alinéa 12(3)b) s’applique.",
        "Paragraph 12(3)(b) applies.",
        "L’alinéa 14(3)b) s’applique.",
        "Paragraph 14(3)(b) applies.",
    ),
    ("Voir l’article 12.", "See section 12.", "Voir l’article 27.", "See section 27."),
    ("L’annexe IV est abrogée.", "Schedule IV is repealed.", "L’annexe VII est abrogée.", "Schedule VII is repealed."),
    ("Airbus livre 30 avions.", "Airbus delivers 30 planes.", "Boeing livre 45 avions.", "Boeing delivers 45 planes."),
    ("Le code postal est 75001.", "The postcode is 75001.", "Le code postal est 69003.", "The postcode is 69003."),
    ("Le taux est de 0,5 %.", "The rate is 0.5%.", "Le taux est de 1,25 %.", "The rate is 1.25%."),
    (
        "Version 1.0 du 12/03/2020.",
        "Version 1.0 of 12 March 2020.",
        "Version 2.0 du 15/09/2022.",
        "Version 2.0 of 15 September 2022.",
    ),
    (
        "Le 14 juillet 1789, le peuple se leva.",
        "On 14 July 1789 the people rose.",
        "Le 4 août 1789, le peuple se leva.",
        "On 4 August 1789 the people rose.",
    ),
    ("Du 1er au 15 août.", "From 1 to 15 August.", "Du 2 au 20 août.", "From 2 to 20 August."),
    ("Appuyez sur F5.", "Press F5.", "Appuyez sur F12.", "Press F12."),
    (
        "Le fichier /etc/hosts est absent.",
        "The file /etc/hosts is missing.",
        "Le fichier /etc/passwd est absent.",
        "The file /etc/passwd is missing.",
    ),
    (
        "La commande `git push` échoue.",
        "The `git push` command fails.",
        "La commande `git pull` échoue.",
        "The `git pull` command fails.",
    ),
    (
        "Vous avez %d messages.",
        "You have %d messages.",
        "Vous avez %(count)d messages.",
        "You have %(count)d messages.",
    ),
    (
        "<g1>Attention</g1> : <x2/> risque.",
        "<g1>Caution</g1>: <x2/> risk.",
        "<g3>Attention</g3> : <x4/> risque.",
        "<g3>Caution</g3>: <x4/> risk.",
    ),
    (
        "Le 5e jour, le 2e mois.",
        "The 5th day, the 2nd month.",
        "Le 11e jour, le 3e mois.",
        "The 11th day, the 3rd month.",
    ),
    (
        "Le XXe siècle et le XIXe siècle.",
        "The 20th century and the 19th century.",
        "Le XVIIe siècle et le XVIe siècle.",
        "The 17th century and the 16th century.",
    ),
    (
        "Le colis de Jean pèse 3 kg.",
        "Jean's parcel weighs 3 kg.",
        "Le colis de Luc pèse 4 kg.",
        "Luc's parcel weighs 4 kg.",
    ),
    (
        "En mai 2020, le port ferma.",
        "In May 2020 the port closed.",
        "En juin 2021, le port ferma.",
        "In June 2021 the port closed.",
    ),
    (
        "Le vol AF 1234 part à 7 h 05.",
        "Flight AF 1234 leaves at 7:05 am.",
        "Le vol AF 5678 part à 21 h 40.",
        "Flight AF 5678 leaves at 9:40 pm.",
    ),
    ("Les années 1980 furent dures.", "The 1980s were hard.", "Les années 1990 furent dures.", "The 1990s were hard."),
    ("L'été 2019 fut chaud.", "The summer of 2019 was hot.", "L’été 2022 fut chaud.", "The summer of 2022 was hot."),
    (
        "Prenez 1 comprimé 3 fois par jour.",
        "Take 1 tablet 3 times a day.",
        "Prenez 1 comprimé 2 fois par jour.",
        "Take 1 tablet 2 times a day.",
    ),
    (
        "Il gagne 2 500 € par mois.",
        "He earns €2,500 a month.",
        "Il gagne 2 750,50 € par mois.",
        "He earns €2,750.50 a month.",
    ),
    ("Le total est de -12,5 %.", "The total is -12.5%.", "Le total est de -3 %.", "The total is -3%."),
    (
        "La salle B12 est au 3e étage.",
        "Room B12 is on the 3rd floor.",
        "La salle C7 est au 1er étage.",
        "Room C7 is on the 1st floor.",
    ),
    (
        "Le train de 18 h est annulé.",
        "The 6 pm train is cancelled.",
        "Le train de 18 h 30 est annulé.",
        "The 6:30 pm train is cancelled.",
    ),
    (
        "Tapez 3615 sur votre clavier.",
        "Type 3615 on your keyboard.",
        "Tapez 0800 sur votre clavier.",
        "Type 0800 on your keyboard.",
    ),
    (
        "Le 3 mai, 12 élèves étaient absents.",
        "On 3 May, 12 pupils were absent.",
        "Le 17 juin, 9 élèves étaient absents.",
        "On 17 June, 9 pupils were absent.",
    ),
    (
        "Le mercredi 5 mai 2021 à Paris.",
        "Wednesday, May 5, 2021, in Paris.",
        "Le mercredi 12 mai 2021 à Rouen.",
        "Wednesday, May 12, 2021, in Rouen.",
    ),
    ("Mlle Petit est arrivée.", "Ms Petit has arrived.", "Mlle Roche est arrivée.", "Ms Roche has arrived."),
    ("Le bal commence à 20 h.", "The ball begins at 8 PM.", "Le bal commence à 22 h.", "The ball begins at 10 PM."),
    ("Le bal commence à 8 h.", "The ball begins at 8 AM.", "Le bal commence à 21 h.", "The ball begins at 9 PM."),
    ("Fin du bal à 23h15", "The ball ends at 11:15PM", "Fin du bal à 10h45", "The ball ends at 10:45AM"),
    ("Fin du bal à 12 h", "The ball ends at 12 P.M.", "Fin du bal à 0 h", "The ball ends at 12 A.M."),
    ("LE 2E SERVICE EST PLEIN.", "THE 2ND SITTING IS FULL.", "LE 3E SERVICE EST PLEIN.", "THE 3RD SITTING IS FULL."),
    ("XIIE FOIRE AUX LIVRES", "12TH BOOK FAIR", "XXIE FOIRE AUX LIVRES", "21ST BOOK FAIR"),
    ("Le pot est plein aux 3/4.", "The pot is 3/4 full.", "Le pot est plein aux 2/3.", "The pot is 2/3 full."),
    ("Un billet de 50 €", "A €50 note", "Un billet de 80 €", "An €80 note"),
    ("Quai B, porte 4", "Platform B, door 4", "Quai C, porte 7", "Platform C, door 7"),
]
"""Source and target of the memory, a new source, and the target put right."""

LEFT = [
    ("Du 3 mai au 5 mai.", "From 3 May to 5 May.", "Du 3 juin au 5 juin."),
    ("Départ à 8 h.", "Departure at 8 o'clock.", "Départ à 15 h."),
    ("Arrivée le 05/05/2021.", "Arrival on 05/05/2021.", "Arrivée le 12/10/2022."),
    ("Le vol pour Brest est complet.", "The flight to Brest is full.", "Le vol pour Londres est complet."),
    ("Sophie habite à Dijon.", "Sophie lives in Dijon.", "Elle habite à Dijon."),
    ("Le bail dure 1 mois.", "The lease lasts 1 month.", "Le bail dure 6 mois."),
    ("Il reste deux places.", "There are two seats left.", "Il reste trois places."),
    ("Le lot de 12 coûte douze euros.", "The pack of 12 costs 12 euros.", "Le lot de 15 coûte douze euros."),
    ("La chambre 12 est libre.", "Room 12 is free.", "La chambre 14 n’est pas libre."),
    ("Le colis pèse 3 kg.", "The parcel weighs 6.6 lb.", "Le colis pèse 5 kg."),
    ("Les 3 lots de 3 kg sont là.", "The 3 lots of 3 kg are here.", "Les 4 lots de 3 kg sont là."),
    ("Il a 1 million de lecteurs.", "It has 1 million readers.", "Il a 3 millions de lecteurs."),
    ("Paul a perdu son sac.", "Paul lost his bag.", "Marie a perdu son sac."),
    ("Le délai est de 10 jours ouvrés.", "The deadline is 10 working days.", "Le délai est de 10 jours fériés."),
    ("Réunion lundi 4 mars.", "Meeting on Monday, March 4.", "Réunion mardi 5 mars."),
    ("Le président Macron a parlé.", "President Macron spoke.", "Le président Hollande a parlé."),
    (
        "Il y a 12 % de hausse et 12 % de baisse.",
        "There is a 12% rise and a 12% fall.",
        "Il y a 15 % de hausse et 12 % de baisse.",
    ),
    ("Le délai est de dix jours.", "The deadline is ten days.", "Le délai est de 15 jours."),
    ("Ouverture à midi.", "Opens at noon.", "Ouverture à 14 h."),
    ("1 personne attend.", "1 person is waiting.", "0 personne attend."),
    ("Le Danemark a gagné 2 à 1.", "Denmark won 2-1.", "La Suède a gagné 3 à 1."),
    ("Le Danemark a gagné.", "Denmark won.", "Le Brésil a gagné."),
    ("Le pot est plein aux 3/4.", "The pot is three quarters full.", "Le pot est plein aux 2/3."),
    ("Il a couru 3/4 de la distance.", "He ran 3/4 of the distance.", "Il a couru 2 de la distance."),
]
"""Source and target of the memory, and a new source that it is not surely the target of, whatever is replaced."""


def repaired(memory_source: str, memory_target: str, source: str) -> Repair:
    return repair(memory_source, memory_target, source, (FRENCH, ENGLISH))


@pytest.mark.parametrize(("memory_source", "memory_target", "source", "expected"), REPAIRED)
def test_what_alone_differs_is_replaced(memory_source: str, memory_target: str, source: str, expected: str) -> None:
    assert repaired(memory_source, memory_target, source).target == expected


@pytest.mark.parametrize(("memory_source", "memory_target", "source"), LEFT)
def test_what_is_not_sure_is_left_with_a_reason(memory_source: str, memory_target: str, source: str) -> None:
    made = repaired(memory_source, memory_target, source)
    assert made.target == memory_target
    assert made.left and not made.edits and not made.is_whole


@pytest.mark.parametrize(("memory_source", "memory_target", "source", "expected"), REPAIRED)
def test_a_repair_undone_gives_the_old_target(
    memory_source: str, memory_target: str, source: str, expected: str
) -> None:
    made = repaired(memory_source, memory_target, source)
    text = made.target
    for edit in reversed(made.edits):
        assert edit.start is not None and edit.reason
        text = text[: edit.start] + edit.old + text[edit.start + len(edit.new) :]
    assert text == memory_target


def test_apostrophes_and_spaces_are_no_difference() -> None:
    made = repaired("L’eau !", "Water!", "L'eau !")
    assert made == Repair("Water!")
    assert made.is_whole


def test_codes_move_with_the_text_behind_what_was_replaced() -> None:
    made = repaired("Il a 8 amis fidèles.", "He has 8 true friends.", "Il a 1 250 amis fidèles.")
    start, end = InlineCode(9, 9, CodeKind.START, 1), InlineCode(13, 13, CodeKind.END, 1)
    before = InlineCode(2, 2, CodeKind.ISOLATED)
    assert made.target == "He has 1,250 true friends."
    placed = made.place((before, start, end))
    assert [(code.start, code.end) for code in placed] == [(2, 2), (13, 13), (17, 17)]


@given(st.integers(0, 10**7), st.integers(0, 10**7))
def test_a_number_alone_becomes_the_other(old: int, new: int) -> None:
    made = repaired(f"Total : {old} points de vie", f"Total: {old} hit points", f"Total : {new} points de vie")
    assert made.target == f"Total: {new} hit points" or made.left


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_any_texts_are_repaired_or_left(memory_source: str, memory_target: str, source: str) -> None:
    made = repaired(memory_source, memory_target, source)
    assert made.edits or made.target == memory_target
