"""French words that have a contrary: by a meaning those that surely say it, and behind a semicolon those that may."""

from __future__ import annotations

from translate.text.usage.opposites import parse_opposites

OPPOSITES = parse_opposites(
    """
    with: avec; et
    without: sans; hors sauf non ni aucun aucune
    before: avant; jusque
    after: après; depuis suivant puis
    left: gauche à_gauche votre_gauche côté_gauche
    right: droite à_droite votre_droite côté_droit; droit
    open: ouvert ouverte ouverts ouvertes ouvrez; ouvrir
    closed: fermé fermée fermés fermées fermez; fermer
    first: premier première premiers premières; d'abord
    last: dernier dernière derniers dernières; fin
    rise: hausse hausses augmente augmentent augmenté augmentation augmentations; croissance monte
    fall: baisse baisses diminue diminuent diminué diminution diminutions; recul chute réduction
    minimum: minimum minimal minimale
    maximum: maximum maximal maximale
    allowed: autorisé autorisée autorisés autorisées permis; autorise
    forbidden: interdit interdite interdits interdites; défendu interdire interdiction
    buy: acheter achète achètent acheté achetez acheteur acheteurs; achat achats
    sell: vendre vend vendent vendu vendez vendeur vendeurs; vente ventes
    win: gagner gagné gagne gagnent victoire; gain
    lose: perdre perdu perd perdent défaite; perte
    entrance: entrée entrées
    exit: sortie sorties
    day: jour jours journée; midi
    night: nuit nuits; minuit soir
    hot: chaud chaude chauds chaudes; chaleur
    cold: froid froide froids froides
    mother: mère mères; maman
    father: père pères; papa
    daughter: fille filles
    son: fils
    sister: sœur sœurs soeur soeurs
    brother: frère frères
    wife: épouse; femme épouses femmes
    husband: mari époux maris
    girl: fillette fillettes; fille filles
    boy: garçon garçons
    north: nord
    south: sud
    east: oriental orientale; est
    west: ouest occidental occidentale
    yesterday: hier
    tomorrow: demain; lendemain
    morning: matin matinée matins; matinal
    evening: soir soirée soirs
    climb: monter montez monte montent montée; monté
    descend: descendre descendez descend descendent descente; descendu
    inside: intérieur intérieure; dedans
    outside: extérieur extérieure; dehors
    true: vrai vraie vrais vraies
    false: faux fausse fausses
    empty: vide vides
    full: plein pleine pleins pleines
    always: toujours
    never: jamais
    import: importer importation importations importé importés
    export: exporter exportation exportations exporté exportés
    accept: accepter accepte acceptent accepté acceptez
    refuse: refuser refuse refusent refusé refusez; refus rejette rejeté
    begin: commencer commence commencent commencé commencez; début débute
    end: terminer termine terminent terminé terminez finir finit fini; fin
    enable: activer activez activé activée activés activées
    disable: désactiver désactivez désactivé désactivée désactivés désactivées
    old: ancien ancienne anciens anciennes vieux vieille vieilles
    new: nouveau nouvel nouvelle nouveaux nouvelles; neuf neuve
    large: grand grande grands grandes; gros grosse
    small: petit petite petits petites
    long: long longue longs longues; longtemps
    short: court courte courts courtes
    rich: riche riches
    poor: pauvre pauvres
    alive: vivant vivante vivants vivantes; vie
    dead: mort morte morts mortes; décédé
    friend: ami amie amis amies
    enemy: ennemi ennemie ennemis ennemies
    easy: facile faciles facilement
    difficult: difficile difficiles difficilement
    fast: rapide rapides rapidement vite
    slow: lent lente lents lentes lentement
    heavy: lourd lourde lourds lourdes
    light: léger légère légers légères
    push: pousser poussez pousse
    pull: tirer tirez tire
    credit: crédit crédits
    debit: débit débits
    lessor: bailleur bailleurs
    lessee: locataire locataires preneur preneurs
    plaintiff: demandeur demandeurs plaignant plaignants
    defendant: défendeur défendeurs
    guilty: coupable coupables
    innocent: innocent innocente innocents innocentes
    present: présent présente présents présentes
    absent: absent absente absents absentes
    legal: légal légale légaux légales
    illegal: illégal illégale illégaux illégales
    more: davantage; plus
    less: moins; peu trop
    over: plus_de; au-delà dépasse
    under: moins_de; jusque
    at_least: au_moins; minimum
    at_most: au_plus; maximum
    """
)
