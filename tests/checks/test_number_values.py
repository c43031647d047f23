"""What numbers stand for: their scale, currency, unit and sign, in figures and in words; a pair a line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from translate.data import Issue, Severity

Find = Callable[..., tuple[Issue, ...]]

SAME = """\
Il est 10 h moins le quart. | It's a quarter to ten.
Il est 10 h moins le quart. | It's 9:45.
À sept heures moins vingt. | At 6:40.
À sept heures moins vingt. | At twenty to seven.
Il est minuit moins dix. | It is 23:50.
Huit jours plus tard. | A week later, then.
Il est 8 h et demie. | It's 8:30.
Il est 10 h moins vingt. | It's 9:40.
Il est 10 h moins 20. | It's twenty to ten.
Injecter 10 UI par jour. | Inject 10 IU a day.
Le taux est < 5 %. | The rate is < 5%.
Le taux est < 5 %. | The rate is under 5%.
Le taux est > 5 %. | The rate is higher than 5%.
Il a misé 2 millions et demi. | He staked 2.5 million.
Une douzaine et demie d'œufs, soit 3 douzaines et demie en tout. | One and a half dozen eggs, that is 42 in all.
Elle chante depuis trente ans. | She has been singing for three decades.
Le trajet dure une heure et quart. | The journey takes 75 minutes.
Le trajet dure une heure trois quarts. | The journey takes an hour and three quarters.
Un demi-siècle plus tard. | 50 years later.
Trois quarts d'heure de retard. | 45 minutes late.
La traîne fait quatre mètres et demi. | The train is 4.5 metres long.
Il y a quatre lits et une table de quatre mètres et demi. | There are four beds and a table four and a half metres long.
Ces 18 derniers mois. | The last one and a half years.
Un bail de 24 mois. | A two-year lease.
37 € pour 24 h. | €37 a day.
Il mesure deux mètres. | He is 6'7" tall.
Ils sont en 8es de finale. | They are in the last 16.
Ils jouent les huitièmes de finale. | They play the round of 16.
Le lundi suivant le vote. | The day after Sunday's vote.
La veille de lundi. | On Sunday.
Il y vit depuis trois décennies. | He has lived there for 30 years.
La réunion du 9 sept. est reportée. | The meeting of 9 September is postponed.
Le vote a lieu dans les trois semaines. | The vote takes place within 21 days.
Il part pour quinze jours. | He leaves for a fortnight.
Ils ont saisi 56 grammes. | They seized two ounces.
Le chantier coûte 17,4 M€. | The works cost €17.4m.
Le chantier coûte 17,4 M€. | The works cost 17.4 million euros.
Le chantier coûte 17,4 M€. | The works cost €17,400,000.
Le chantier coûte 17,4 M€. | The works cost EUR 17.4 million.
Une aide de 7 Md€ par an. | Aid of €7 billion a year.
Une aide de 3 Mds d'euros. | Aid of €3bn.
Une aide de 3 Mds €. | Aid of 3 billion euros.
Une prime de 38 k€ brut. | A bonus of €38,000 gross.
Une prime de 38 k€ brut. | A bonus of €38k gross.
Une prime de 38 K€. | A €38K bonus.
Un contrat de 60 M$. | A $60 million contract.
Un contrat de 60 M$. | A US$60m contract.
Un contrat de 7 M£. | A £7m contract.
Un prêt de 5 MUSD. | A loan of USD 5 million.
Un prêt de 5 MUSD. | A $5m loan.
Un prêt de 800 millions de dollars canadiens. | A loan of CA$800 million.
Un loyer de 1 200 CHF. | A rent of CHF 1,200.
Un loyer de 1 200 francs suisses. | A rent of 1,200 Swiss francs.
Il gagne 150 000 FCFA. | He earns 150,000 CFA francs.
Il gagne 150 000 F CFA. | He earns XOF 150,000.
Un café à 20 $ CA. | A coffee at CA$20.
Cela vaut 500 dollars. | It is worth US$500.
Cela vaut 30 livres sterling. | It is worth £30.
Cela vaut 2 000 yens. | It is worth ¥2,000.
Un budget de 2 000 milliards de yens. | A budget of 2 trillion yen.
La dette atteint 3 100 milliards d'euros. | The debt stands at €3.1 trillion.
La dette atteint 3 100 milliards d'euros. | The debt stands at €3,100 billion.
La dette atteint 1,5 billion d'euros. | The debt stands at €1.5 trillion.
Entre 10 et 15 M€. | Between €10 and €15 million.
Entre 10 et 15 M€. | Between €10m and €15m.
De 5 à 10 k€. | From €5,000 to €10,000.
Un ticket à 3,50 €. | A €3.50 ticket.
Un ticket à 3€50. | A €3.50 ticket.
Elle mesure 1 m 65. | She is 1.65 m tall.
Un mur de 2m40. | A wall of 2.40 m.
La trente et unième page. | The thirty-first page.
Un ticket à 18 € 50. | A €18.50 ticket.
2 dizaines d'œufs. | 20 eggs.
2 douzaines d'œufs. | 2 dozen eggs.
2 douzaines d'œufs. | 24 eggs.
Plus de 12 mille visiteurs. | More than 12,000 visitors.
Plus de 12 000 visiteurs. | More than 12 thousand visitors.
5 millions 143 mille habitants. | 5,143,000 inhabitants.
Quatre-vingt-dix-sept députés. | Ninety-seven MPs.
Quatre-vingt-dix-sept députés. | 97 MPs.
Soixante et onze élus. | 71 elected members.
Mille neuf cent quatre-vingt-quatre. | Nineteen eighty-four.
Mille deux cents pages. | Twelve hundred pages.
Deux cent mille hommes. | Two hundred thousand men.
Un million et demi de voix. | One and a half million votes.
Un demi-million de voix. | Half a million votes.
500 000 voix. | Half a million votes.
Une vingtaine de pays. | About twenty countries.
Une quinzaine de pays. | About 15 countries.
Une centaine de pays. | A hundred countries.
Des milliers de gens. | Thousands of people.
Des dizaines de milliers de gens. | Tens of thousands of people.
Des centaines de millions de gens. | Hundreds of millions of people.
Les trois quarts du budget. | Three quarters of the budget.
3/4 du budget. | Three-quarters of the budget.
¾ du budget. | 3/4 of the budget.
1 ½ tasse de riz. | 1½ cups of rice.
1 1/2 tasse de riz. | 1.5 cups of rice.
Deux tiers des voix. | Two-thirds of the votes.
2/3 des voix. | Two-thirds of the votes.
1/2 cuillère. | Half a spoon.
Un rapport de 3:1. | A ratio of 3:1.
Victoire 3-1 à domicile. | A 3-1 home win.
Entre 15 et 20 %. | Between 15% and 20%.
De 15 à 20 %. | 15-20%.
24 × 25 cl. | 24 x 25 cl.
24 × 25 cl. | 24 25-cl cans, 24 × 25 cl.
4 × 2,5 L de jus. | 4 × 2.5 L of juice.
4 × 2,5 L de jus. | Four 2.5-litre bottles of juice.
2 cp 4×/j. | 2 tablets four times a day.
2 cp 4×/j pendant 5 j. | 2 tablets 4 times a day for 5 days.
3 gélules de 250 mg, 2 fois par jour. | 3 capsules of 250 mg, 2 times a day.
2 comprimés de 500 mg. | Two 500 mg tablets.
10 gouttes le soir. | 10 drops in the evening.
-8 °C le matin. | -8°C in the morning.
-8 °C le matin. | 8 degrees below zero in the morning.
-8 °C le matin. | Minus 8 °C in the morning.
Il fait −12 °C. | It is −12 °C.
20 °C ± 2 °C. | 20°C ± 2°C.
20 °C ± 2 °C. | 20 °C plus or minus 2 °C.
pH ≤ 7. | pH ≤ 7.
pH ≤ 7. | pH of at most 7.
Âge ≥ 18 ans. | Age 18 or over.
La valise pèse 3,250 kg. | The case weighs 3.25 kg.
Il court 10 km. | He runs 6.2 miles.
Il court 10 km. | He runs 10 kilometres.
Une pièce de 12 m². | A 12 m2 room.
Une pièce de 12 m². | A room of 12 square metres.
37,2 °C | 99 °F
Le fût de 50 litres. | The 50-litre barrel.
Un disque de 500 Go. | A 500 GB disk.
Un couple de 250 N·m. | A torque of 250 N·m.
Il roule à 130 km/h. | He drives at 130 km/h.
Il roule à 130 km/h. | He drives at 80 mph.
Il a 20 ans. | He is 20.
Pendant 24 heures. | For a day, 24 hours.
Louis XIV régnait. | Louis XIV reigned.
François Ier régnait. | Francis I reigned.
Au XXIe siècle. | In the 21st century.
Au Ve siècle. | In the fifth century.
Au Ier siècle. | In the 1st century.
Élisabeth II. | Elizabeth II.
Le 3e étage. | The third floor.
Le 1er étage. | The first floor.
La 21e fois. | The twenty-first time.
Mardi 3 mai 2022. | Tuesday, May 3, 2022.
Mar. 3 mai 2022. | Tue. 3 May 2022.
Le 03/05/2022. | 3 May 2022.
En mai 2022. | In May 2022.
Du 3 au 5 mai. | From 3 to 5 May.
Le 14 juil. 1789. | 14 July 1789.
Tous les lundis. | Every Monday.
À 22 h 47. | At 10:47 pm.
À 22 h 47. | At 22:47.
À 9 h. | At 9 am.
À 9 h du soir. | At 9 pm.
À midi. | At noon.
À midi. | At 12 pm.
À minuit. | At midnight.
À minuit. | At 12 a.m.
De 9 h à 17 h 30. | From 9 am to 5:30 pm.
Il dure 1 h 30. | It lasts 1 hour 30 minutes.
Il dure 1 h 30. | It lasts an hour and a half.
Il dure 2 h 15. | It lasts 2 hours 15 minutes.
Un exposé de 5h30. | A 5 1/2-hour talk.
Il dure 1 h 30. | It lasts 1.5 hours.
Il dure de 2 h 15 à 2 h 45. | It lasts 2.25 to 2.75 hours.
12 % | 12 percent
12 % | twelve per cent
0,5 % | half a percent
Une hausse de 3 points. | A 3-point rise.
Environ 60 % des élèves. | About 60% of pupils.
Le Boeing 737. | The Boeing 737.
L'article 12-3. | Article 12-3.
Chapitre IV, page 12. | Chapter 4, page 12.
Le G7 et le G20. | The G7 and the G20.
La 5G arrive. | 5G is coming.
Un écran 4K. | A 4K screen.
Le vol AF 447. | Flight AF 447.
Quarante-deux kilomètres. | 42 kilometres.
Cinq cents euros. | Five hundred euros.
Cinq cents euros. | €500.
2.340 euros. | €2,340.
2.340 habitants. | 2,340 inhabitants.
Version 1.234. | Version 1.234.
Un taux de 1,25. | A rate of 1.25.
De 2 à 3 millions de personnes. | Two to three million people.
De 2 à 3 millions de personnes. | 2-3 million people.
Il y a 2 000 ans. | 2,000 years ago.
En l'an 2000. | In the year 2000.
12 500 €/mois. | €12,500 a month.
Soit 2,3 M d'habitants. | That is 2.3 million inhabitants.
Soit 2,3 M d'habitants. | That is 2.3m inhabitants.
100 g de sucre et 2 dl de lait. | 100 g of sugar and 2 dl of milk.
Une bouteille de 75 cl. | A 75-cl bottle.
Une bouteille de 75 cl. | A 750 ml bottle.
Dans les années 90. | In the 1990s.
Les 35 heures. | The 35-hour week.
À 8 heures. | At eight o'clock.
Huit jours plus tard. | A week later.
Trois fois par jour. | Three times a day.
Une fois par semaine. | Once a week.
Deux fois plus. | Twice as many.
Le double. | Double.
Page 3 sur 12. | Page 3 of 12.
"""

OTHER = """\
Il est 10 h moins le quart. | It's 10:45.
Il est 10 h moins le quart. | It's 10:15.
Il est 10 h moins 20. | It's 9:20.
Injecter 10 UI par jour. | Inject 10 mg a day.
Le taux est < 5 %. | The rate is 5%.
Le taux est > 5 %. | The rate is 5%.
Elle chante depuis trente ans. | She has been singing for two decades.
Le trajet dure une heure et quart. | The journey takes 45 minutes.
Un demi-siècle plus tard. | 40 years later.
Ces 18 derniers mois. | The last two and a half years.
Il mesure deux mètres. | He is 5'2" tall.
Ils sont en 8es de finale. | They are in the last 32.
Le lundi suivant le vote. | The day after Friday's vote.
Il y vit depuis trois décennies. | He has lived there for 40 years.
Il aura sept ans le 9 sept. | He will be six on 9 September.
Le chantier coûte 17,4 M€. | The works cost €17.4.
Le chantier coûte 17,4 M€. | The works cost €174 million.
Le chantier coûte 17,4 M€. | The works cost $17.4m.
Le chantier coûte 17,4 M€. | The works cost 17.4 million.
Le chantier coûte 17,4 M€. | The works cost €17.4bn.
Le chantier coûte 17,4 M€. | The works cost 17.4 M.
Une aide de 7 Md€ par an. | Aid of €7 million a year.
Une aide de 3 Mds d'euros. | Aid of 3 euros.
Une prime de 38 k€. | A bonus of €38m.
Une prime de 38 k€. | A bonus of 38.
Une prime de 38 k€. | A bonus of £38,000.
Un contrat de 60 M$. | A $60 contract.
Un contrat de 60 M$. | A $60bn contract.
Un contrat de 7 M£. | A €7m contract.
Un prêt de 5 MUSD. | A loan of $5.
Un prêt de 5 MUSD. | A loan of EUR 5 million.
Un prêt de 3 milliards. | A loan of 3 million.
Un prêt de 3 milliards. | A loan of 3 trillion.
1,5 billion d'euros. | €1.5 billion.
Un loyer de 1 200 CHF. | A rent of €1,200.
Un loyer de 1 200 francs suisses. | A rent of 1,200.
Il gagne 150 000 FCFA. | He earns 150,000 Swiss francs.
Il gagne 150 000 FCFA. | He earns €150,000.
Un café à 20 $ CA. | A coffee at US$20.
Un café à 20 $ CA. | A coffee at $20.
Cela vaut 30 livres sterling. | It is worth €30.
Cela vaut 2 000 yens. | It is worth $2,000.
Le total monte à 18 000. | The total climbs to $18,000.
Il y avait 300 personnes. | There were €300 people.
Entre 10 et 15 M€. | Between €10 and €15.
2 dizaines d'œufs. | 2 eggs.
2 douzaines d'œufs. | 20 eggs.
Plus de 12 mille visiteurs. | More than 12 visitors.
Plus de 12 mille visiteurs. | More than 12 million visitors.
2 300 000 habitants. | 2,300 inhabitants.
15 000 habitants. | 15 inhabitants.
5 millions 143 mille habitants. | 5,143 inhabitants.
Quatre-vingt-dix-sept députés. | Eighty-seven MPs.
Quatre-vingt-dix-sept députés. | Four MPs.
Quatre-vingt-dix-sept députés. | Ninety MPs.
Soixante et onze élus. | 61 elected members.
Deux cent mille hommes. | Two hundred men.
Deux cent mille hommes. | Two thousand men.
Un million et demi de voix. | One million votes.
Trois enfants jouaient. | Four children were playing.
Douze mille euros. | Twelve euros.
Cinq cents euros. | Five hundred dollars.
Cinq cents euros. | Five hundred.
Dix-huit pays. | Eight countries.
Dix-huit pays. | Twenty-eight countries.
3/4 du budget. | 4/3 of the budget.
¾ du budget. | 1/4 of the budget.
1 ½ tasse de riz. | ½ cup of rice.
2/3 des voix. | 3/2 of the votes.
Un rapport de 3:1. | A ratio of 3:2.
Victoire 3-1. | A 3-2 win.
De 15 à 20 %. | From 15 to 20.
De 15 à 20 %. | From 15 to 25%.
24 × 25 cl. | 24 25 cl.
4 × 2,5 L de jus. | 4 × 2.5 Juice
4 × 2,5 L de jus. | 4 2.5 L of juice
4 × 2,5 L de jus. | 4 × 25 L of juice.
2 cp 4×/j. | 2 tablets 4/d.
3 gélules de 250 mg, 2 fois par jour. | 3 250 mg, 2 times a day.
2 comprimés de 500 mg. | 2 tablets of 500 g.
2 comprimés de 500 mg. | 2 tablets of 500.
-8 °C le matin. | 8 °C in the morning.
-8 °C le matin. | -18 °C in the morning.
20 °C ± 2 °C. | 20°C 2°C.
pH ≤ 7. | pH 7.
Âge ≥ 18 ans. | Age 18.
La valise pèse 3,250 kg. | The case weighs 3.25 g.
La valise pèse 3,250 kg. | The case weighs 3,250 kg.
Il court 10 km. | He runs 10 miles.
Il court 10 km. | He runs 10.
Une pièce de 12 m². | A room of 12 m.
Une pièce de 12 m². | A room of 12 m³.
37,2 °C | 37.2 °F
Le fût de 50 litres. | The 50-gallon barrel.
Un disque de 500 Go. | A 500 MB disk.
Il roule à 130 km/h. | He drives at 130 mph.
Il a 20 ans. | He is 20 months old.
Pendant 24 heures. | For 24 days.
Dans 3 semaines. | In 3 months.
Louis XIV régnait. | Louis XVI reigned.
Louis XIV régnait. | Louis reigned.
François Ier régnait. | Francis II reigned.
Au XXIe siècle. | In the 20th century.
Au Ve siècle. | In the 6th century.
Henri IV et Louis XIII. | Henry IV and Louis XIV.
Le 3e étage. | The fourth floor.
Le 3e étage. | The 13th floor.
Mardi 3 mai 2022. | Thursday, May 3, 2022.
Mardi 3 mai 2022. | Tuesday, June 3, 2022.
Mardi 3 mai 2022. | Tuesday, May 3, 2021.
Le 03/05/2022. | 5 March 2022.
En mai 2022. | In March 2022.
Du 3 au 5 mai. | From 3 to 15 May.
Du 3 mai au 5 juin. | From 3 June to 5 May.
Tous les lundis. | Every Sunday.
Tous les lundis. | Every Thursday.
À 22 h 47. | At 10:47 am.
À 22 h 47. | At 10:57 pm.
À 22 h 47. | At 22:40.
À 9 h du soir. | At 9 am.
À 9 h du soir. | At 9:00 a.m.
À midi. | At midnight.
À minuit. | At noon.
De 9 h à 17 h 30. | From 9 am to 5:30 am.
Il dure 1 h 30. | It lasts 1 hour 50 minutes.
Il dure 2 h 15. | It lasts 2.5 hours.
Il dure 1 heure 30. | It lasts 1.5 minutes.
12 % | 12
12 % | 12‰
Versé le 02/03 : 500 €. | Paid on €02/03: €500.
Il dure deux heures vingt. | It lasts two o'clock.
À sept heures moins vingt. | At 7:20.
Il y a sept portes. | There are doors.
12 % | 1.2%
0,5 % | 5%
2.340 euros. | €2.34.
2.340 habitants. | 2.340 inhabitants.
Un taux de 1,25. | A rate of 125.
De 2 à 3 millions de personnes. | 2 to 3 people.
12 500 €/mois. | €12.500 a month.
Soit 2,3 M d'habitants. | That is 2.3bn inhabitants.
Soit 2,3 M d'habitants. | That is 2.3 inhabitants.
Une bouteille de 75 cl. | A 75-ml bottle.
Une bouteille de 75 cl. | A 75-litre bottle.
Trois fois par jour. | Four times a day.
100 g de sucre et 2 dl de lait. | 100 g of sugar and 2 of milk.
100 g de sucre et 2 dl de lait. | 2 g of sugar and 100 dl of milk.
Le gain est de 3 M€ et la perte de 2 k€. | The gain is €3m and the loss €2m.
"""
# Source and target languages in their order.
ELSEWHERE = [
    (("de", "en"), "3,5 Mrd. Euro", "€3.5 billion", True),
    (("de", "en"), "3,5 Mrd. Euro", "€3.5 million", False),
    (("de", "en"), "3,5 Mio. Franken", "€3.5 million", False),
    (("de", "en"), "zwölftausend Leute", "twelve people", False),
    (("de", "en"), "zwölftausend Leute", "12,000 people", True),
    (("de", "en"), "Am Montag um 20 Uhr", "On Monday at 8 p.m.", True),
    (("de", "en"), "Am Montag um 20 Uhr", "On Monday at 8 a.m.", False),
    (("de", "en"), "Am Montag", "On Thursday", False),
    (("de", "en"), "5 Kilogramm Mehl", "5 grams of flour", False),
    (("en", "fr"), "£40m a year", "40 M£ par an", True),
    (("en", "fr"), "£40m a year", "40 M€ par an", False),
    (("en", "fr"), "$1.2 trillion", "1 200 milliards de dollars", True),
    (("en", "fr"), "seventy-one seats", "soixante et onze sièges", True),
    (("en", "fr"), "seventy-one seats", "soixante et un sièges", False),
    (("de", "fr"), "12 km/h", "12 km", False),
    (("sv", "en"), "5 kg mjöl", "5 of flour", True),
]


def pairs(table: str) -> list[tuple[str, str]]:
    return [(source, target) for source, _, target in (line.partition(" | ") for line in table.splitlines())]


@pytest.mark.parametrize(("source", "target"), pairs(SAME))
def test_the_same_is_said(find: Find, source: str, target: str) -> None:
    assert find("numbers", source, target) == ()


@pytest.mark.parametrize(("source", "target"), pairs(OTHER))
def test_something_else_is_said(find: Find, source: str, target: str) -> None:
    assert find("numbers", source, target)


@pytest.mark.parametrize(("languages", "source", "target", "passes"), ELSEWHERE)
def test_in_other_languages(find: Find, languages: tuple[str, str], source: str, target: str, passes: bool) -> None:
    assert (not find("numbers", source, target, languages=languages)) is passes


def test_the_message_has_amounts_as_they_are_written(find: Find) -> None:
    lost, gained = find("numbers", "Un fonds de 17,4 M€.", "A fund of €17.4 billion.")
    assert lost.message == "The number 17,4 M€ of the source is not in the target (found: €17.4 billion)."
    assert gained.message == "The number €17.4 billion of the target is not in the source."


def test_the_message_names_both_currencies(find: Find) -> None:
    (issue,) = find("numbers", "Une place à 90 €", "A seat at $90")
    assert (issue.severity, issue.message) == (Severity.ERROR, "The target has $90, the source 90 €.")


@pytest.mark.parametrize(
    ("source", "target", "severity"),
    [
        ("Dans la nuit de dimanche", "On Saturday night", Severity.WARNING),
        ("Dimanche, aux premières heures", "On Saturday", Severity.WARNING),
        ("Dimanche", "On Saturday night", Severity.WARNING),
        ("Le dimanche", "On Saturday", Severity.ERROR),
        ("Dans la nuit de dimanche", "On Wednesday night", Severity.ERROR),
    ],
)
def test_a_night_alone_may_have_the_day_beside_it(find: Find, source: str, target: str, severity: Severity) -> None:
    assert [issue.severity for issue in find("numbers", source, target)] == [severity]


def test_a_sign_behind_its_number_is_information(find: Find) -> None:
    (issue,) = find("numbers", "Cela coûte 7,5 M€.", "It costs 7.5 M€.")
    assert (issue.severity, issue.message) == (
        Severity.INFO,
        "The target writes 7.5 M€ with the sign behind the number.",
    )
    assert find("numbers", "Cela coûte 7,5 M€.", "It costs €7.5 million.") == ()


@pytest.mark.parametrize(
    ("source", "target", "severity"),
    [
        ("Il part à 17 h 45.", "He leaves at 5:45.", Severity.WARNING),
        ("Il part à 17 h 45.", "He leaves at 5:45 p.m.", None),
        ("Il part à 5 h 45.", "He leaves at 5:45.", None),
    ],
)
def test_a_time_says_its_half_of_the_day(find: Find, source: str, target: str, severity: Severity | None) -> None:
    assert [issue.severity for issue in find("numbers", source, target)] == [severity] * (severity is not None)
