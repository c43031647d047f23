### Les textes de la météo
# Le nom de l'appli
-appli = Ciel Clair
bonjour = Bonjour { $nom }, bienvenue dans { -appli } !
    .title = Page d'accueil
alerte =
    Un orage approche.
    Rentrez le linge !
degres =
    { $n ->
        [one] Il fait un degré.
       *[other] Il fait { $n } degrés.
    }
ciel = Le ciel est { $etat ->
        [gris] couvert
       *[bleu] dégagé
    } ce matin.
nom = { $nom }
