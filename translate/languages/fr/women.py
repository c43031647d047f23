"""Women: nouns and first names that tell a possessor's sex, where a small model says *his* of one in two.

The nouns are feminine forms of persons whose masculine the dictionary has with the same English, and no machines
(« perceuse », « imprimante »), dishes or garments; those that are companies in contracts
(« la titulaire », « la requérante ») are left out.
"""

from __future__ import annotations

WOMEN = frozenset(
    """
    abonnée accompagnatrice accouchée accusée acheteuse actrice adhérente adjointe adjudante administratrice
    admiratrice adolescente agente agricultrice aide-soignante alliée amante ambassadrice amie animatrice
    apicultrice apprentie arrière-grand-mère artisane aspirante assistante assurée attachée auteure autrice
    aventurière aviatrice avocate aînée aïeule baigneuse banquière baronne basketteuse belle-fille belle-mère
    belle-sœur benjamine bergère bienfaitrice bijoutière blogueuse bouchère boulangère bourgeoise boursière
    boxeuse brodeuse cadette caissière candidate cantatrice cantinière cavalière championne chancelière
    chanteuse charcutière charpentière cheffe cheminote chercheuse chirurgienne chroniqueuse citoyenne cliente
    coiffeuse collaboratrice collégienne colonelle commandante commerçante compagne compositrice comtesse
    comédienne concubine condamnée conductrice conférencière conjointe conseillère conservatrice consommatrice
    conteuse contrevenante contrôleuse coordinatrice copine correctrice correspondante costumière coureuse
    cousine couturière créatrice cultivatrice curatrice dame danseuse demandeuse demi-sœur demoiselle
    dessinatrice directrice dirigeante diététicienne doctorante doctoresse dompteuse donatrice doyenne duchesse
    débutante déclarante décoratrice déléguée députée détenue développeuse employée enquêtrice enseignante
    entraîneuse escrimeuse espionne esthéticienne ex-femme experte factrice femme fermière fiancée fille
    fillette filleule footballeuse formatrice gagnante gamine gardienne golfeuse gouvernante grand-maman
    grand-mère grand-tante greffière grimpeuse guerrière guichetière gérante habitante handballeuse historienne
    huissière héritière héroïne hôtelière hôtesse impératrice inconnue infirmière influenceuse informaticienne
    ingénieure inspectrice institutrice instructrice interlocutrice intervenante intéressée invitée joggeuse
    joueuse judokate jumelle laborantine lanceuse lauréate lectrice lieutenante livreuse logisticienne lycéenne
    magasinière magistrate maman mamie marathonienne maraîchère marchande marcheuse marquise marraine
    mathématicienne matrone maçonne maîtresse menuisière messagère meurtrière militante monitrice musicienne
    mère mécanicienne médiatrice mémé nageuse navigatrice nièce nonne nounou nourrice opératrice oratrice
    organisatrice orpheline ouvreuse ouvrière paroissienne parolière participante passagère passante patiente
    patineuse patronne paysanne petite-fille petite-nièce pharmacienne physicienne pionnière plaignante
    plombière plongeuse poissonnière policière politicienne pompière poétesse princesse prisonnière procureure
    professeure programmeuse promeneuse proviseure préfète présentatrice présidente prévenue prêtresse
    puéricultrice pâtissière rameuse randonneuse rappeuse rectrice reine remplaçante restauratrice retraitée
    rivale romancière réalisatrice rédactrice réfugiée référente résidente sage-femme salariée sculptrice
    serveuse skieuse snowboardeuse soignante soigneuse sorcière souscriptrice soussignée souveraine spectatrice
    sportive sprinteuse suppléante surfeuse surveillante survivante sénatrice sœur tante tata tatie technicienne
    tenniswoman testatrice traductrice trésorière tueuse tutrice usagère vacancière vendeuse veuve
    vice-présidente vicomtesse vigneronne visiteuse viticultrice voisine voleuse volleyeuse voyageuse voyante
    youtubeuse échevine écolière écrivaine éditrice éducatrice électricienne élue épicière épouse étudiante
    évaluatrice
    """.split()
)
"""Of whatever determiner."""
EITHER = frozenset(
    """
    alpiniste anthropologue architecte archiviste archéologue artiste astronaute athlète bibliothécaire
    biologiste bénéficiaire bénévole capitaine cardiologue chimiste chorégraphe cinéaste collègue concierge
    cycliste célibataire demi-finaliste dentiste dermatologue domestique esclave ethnologue finaliste fleuriste
    flûtiste fonctionnaire garagiste gendarme graphiste guitariste gymnaste gynécologue géographe géologue
    humoriste interprète journaliste judoka juge karatéka kinésithérapeute libraire linguiste locataire maire
    malade ministre notaire nutritionniste ophtalmologue orthophoniste paysagiste pensionnaire perchiste
    philosophe photographe pianiste pongiste poète propriétaire psychologue pédiatre réceptionniste saxophoniste
    scientifique scénariste secouriste secrétaire sinologue sociologue stagiaire standardiste syndicaliste
    touriste triathlète universitaire violoncelliste violoniste vétérinaire vététiste ébéniste écologiste
    économiste égyptologue élève
    """.split()
)
"""Of a determiner that tells a woman: « une touriste », not « votre touriste »."""
PEOPLES = frozenset(
    """
    afghane algérienne allemande américaine anglaise australienne autrichienne bretonne brésilienne camerounaise
    canadienne chilienne chinoise colombienne coréenne cubaine danoise espagnole estonienne finlandaise
    française galloise grecque hollandaise hongroise indienne irakienne iranienne irlandaise islandaise
    israélienne italienne ivoirienne jamaïcaine japonaise kényane lettone libanaise lituanienne marocaine
    mexicaine nigériane norvégienne néerlandaise néo-zélandaise pakistanaise palestinienne polonaise portugaise
    québécoise roumaine suédoise syrienne sénégalaise tunisienne turque ukrainienne écossaise égyptienne
    éthiopienne
    """.split()
)
"""With a capital: « l'Américaine »; without one they may be dishes, dances or languages."""
WOMENS_NAMES = frozenset(
    """
    adèle agathe agnieszka agnès aimée ainhoa alexandra alice aline alison alizée amanda amandine amina aminata
    amy amélie ana anastasia anaïs andréa angela angèle angélique anissa anita anna annabelle anne annette
    annick annie anouk antoinette apolline arlette armelle assia astrid aude audrey aurélie awa axelle aïcha
    aïssata barbara bernadette binta bintou birgit blandine brigitte béatrice bénédicte bérangère bérengère
    bérénice candice carine carla carole caroline cassandra catherine chantal charline charlotte chiara chloé
    christelle christiane christina christine cindy claire clara clarisse claudette claudine clotilde cléa
    clélia clémence clémentine colette coline coralie corinne cunégonde cynthia cécile célestine célia céline
    dalila danielle danièle deborah delphine denise djamila dolorès dorothée déborah edmée edwige elena eliane
    elisa elisabeth elizabeth ella elsa elvire emilie emily emma emmanuelle enora ernestine estelle esther
    eugénie eulalie eva evelyne fabienne fanny fantine farida fatiha fatima fatou fatoumata faustine fernande
    flavie floriane florianne francesca francine françoise frédérique gabrielle garance gaëlle geneviève
    georgette germaine ghislaine gilberte ginette giorgia gisèle giulia greta gretchen gwenaëlle gwendoline
    gwladys géraldine hanane hannah heidi helen henriette hermione hillary hortense houda huguette héloïse
    hélène ingeborg ingrid inès ioana irina iris irma irène isabelle isaure ismérie jacqueline jamila jane
    janine jeanne jeannine jennifer jessica joana joanna jocelyne josette josiane joséphine joëlle judith julia
    juliane julie juliette justine kadiatou karen karima karine kate katell katia katja kenza khadija laetitia
    lamia latifa laura laure laurence laurie laurine laëtitia leila lena leslie leïla liliane lina linda lisa
    lise louane louisa louise lucette lucia lucie lucienne lucile ludivine lydia lydie léa léna léonie léonore
    madeleine magali magalie malika manon margaret margaux margot marguerite maria mariama marianne marie
    marielle mariette marion marjorie marlène marthe martine mary maryam maryse mathilde maud maya maëlle maëlys
    maëva melissa meriem micheline michèle mila mireille monika monique morgane muriel mylène myriam mégane
    mélanie mélina mélissa mélodie nabila nadia nadine nadège nancy natacha natalia nathalie nawel ndèye nicole
    nina nolwenn nora noémie noëlle odette odile olga olivia ophélie pamela paola pascaline patricia patti paula
    paulette pauline perrine petra philomène pierrette priscilla quitterie rachel rachida raphaëlle raymonde
    rebecca rita roberte rolande romane rosalie rose-marie roselyne roxane rozenn ruth régine réjane sabine
    sabrina safia salima salomé samia samira sandra sandrine sara sarah selma servane sidonie simone sofía
    soizic solange soline solène sonia sophie soraya stéphanie susan suzanne suzette svetlana sybille sylvaine
    sylvette sylviane sylvie séverine tania tatiana tatjana thaïs thérèse tiphaine ursula ursule valentine
    valérie vanessa victorine virginie viviane véronique wafa yasmina yasmine yolande yvette yvonne zahra zineb
    zoé édith éliane élisa élisabeth élise élodie éloïse éléonore émeline émilie étiennette évelyne
    """.split()
)
"""No words, towns or rockets: « Aurore », « Florence », « Ariane »."""
