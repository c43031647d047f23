<?php

// Les 'textes' de la boutique
return [
    'accueil' => 'Bienvenue à la ferme de l\'étang, :nom !',
    "panier" => "Votre panier contient {$nombre} articles\n",
    'pommes' => '{0} Aucune pomme|{1} Une pomme|[2,*] :count pommes',
    'formulaire' => array(
        'envoyer' => 'Envoyer la commande', # bouton
        'lien' => 'https://exemple.fr/aide',
        'erreurs' => ['x', 'Le champ %champ% est vide'],
    ),
    'lettre' => <<<FIN
        Bonjour $nom,
        Votre commande est prête.
        FIN,
];
