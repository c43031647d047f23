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
    adjoua adèle agathe agnieszka agnès aimée ainhoa albane aleksandra alexandra alice aline alison alizée alma
    alyssa amaia amanda amandine amina aminata aminatou amira amy amélie ana anastasia anatolie anaïs andréa andrée
    angela angèle angélique anissa anita anna annabelle annaïg anne annette annick annie anouk antoinette apolline
    arielle arlette armelle asma assia astrid astride aude audrey augustine aurélie awa axelle aya aziliz aïcha
    aïssata barbara belinda bernadette betty bineta binta bintou birgit blandine bleuenn brigitte béatrice bénédicte
    bérangère bérengère bérénice candice carine carla carmen carole caroline cassandra cassandre catherine celia
    chantal charline charlotte charlène chiara chloé christelle christiane christina christine cindy claire clara
    clarisse claudette claudia claudine clotilde cloé cléa clélia clémence clémentine cléophée colette coline
    coralie coraline corinne coumba cunégonde cynthia cyrielle cécile célestine célia céline daisy dalila danielle
    danièle deborah delphine denise diana diane dieynaba djamila djénéba dolorès dora dorothée déborah
    désirée edith edmée edwige elena eliane elisa elisabeth elizabeth ella elodie elsa elvire eléonore emeline
    emilie emily emma emmanuelle enora ernestine estelle esther eugénie eulalie eva evelyne fabienne fadila fanny
    fanta fantine farida fatiha fatim fatima fatou fatoumata faustine fernande flavie florette floriane florianne
    florine francesca francine françoise frédérique félicie gabriella gabrielle garance gaétane gaëlle geneviève
    georgette germaine ghislaine ghita ghyslaine gilberte ginette giorgia giselle gisèle giulia greta gretchen
    guillemette gwenaëlle gwendoline gwladys géraldine hafsa hajar hanane hannah hawa heidi helen henriette hermione
    hillary hortense houda huguette héloïse hélène ida ilona imane inaya ines ingeborg ingrid inès inês ioana irina
    iris irma irène isabelle isaure ismérie ivana ixabel jacqueline jamila jane janine jeanine jeanne jeannine jenna
    jennifer jessica joana joanna jocelyne josette josiane joséphine joëlle judith julia juliane julie juliette
    justine kadiatou kaoutar karen karima karine katarzyna kate katell katia katja kelly kenza keziah khadija klervi
    laetitia laly lamia lana lara latifa laura laure laureen laurence lauriane laurie laurine lauryn laëtitia leila
    lena leslie leïla liesel liliane lilou lily lina linda linh lisa lise lison livia lola lorène louane loubna
    louisa louise louna luce lucette lucia lucie lucienne lucile ludivine luna lya lydia lydie lyna lyne léa léana
    léna léocadie léonie léonore léontine léopoldine maddy madeleine maelys maeva magali magalie mahaut maialen
    maiwenn malia malika mandy manon manuela marceline marcelle margaret margaux margot marguerite maria mariam
    mariama marianne marie marielle mariette marina marion marjolaine marjorie marlène marthe martine mary maryam
    maryse mathilda mathilde maud mauricette maya maylis maëline maëlle maëlys maëva maïmouna maïssa maïté
    małgorzata mei melissa meriem meryem mia micheline michelle michèle mila milena mireille mona monika monique
    morgane muriel mylène myriam mégane mélanie mélina mélissa mélissande mélodie nabila nadia nadine nadège najat
    nancy naomi natacha natalia nathalie nawal nawel naïma ndèye nelly nerea nesrine nicole nina ninon nolwenn nora
    norah nour noémie noëline noëlle noëmie odette odile oihana olga olivia ophélie oriane orlane oumou pamela
    pantxika paola pascale pascaline patricia patti paula paule paulette pauline perrine petra philomène pierrette
    pilar priscilla priscille pélagie pétronille quitterie rachel rachida rania raphaëlle raymonde rebecca renée
    rita roberte rokhaya rolande romane rosalie rose-marie roselyne rosine rosita roxane roxanne rozenn ruth rébecca
    régine réjane sabine sabrina safia salima salma salomé samia samira sandra sandrine sara sarah selma servane
    shana shaïma shirley sibylle sidonie silvia simone sirine sofia sofía soizic soizick sokhna solange
    soline solveig solène sonia sophie soraya souad soukaina soumia stella stephanie stéphanie susan suzanne suzette
    suzie svetlana sybille sylvaine sylvette sylvia sylviane sylvie séraphine séverine sónia tania tatiana tatjana
    tessa thalia thaïs théodora thérèse tifenn tina tiphaine tiphanie trang ursula ursule valentine valeria valérie
    vanessa vera victorine violaine virginie viviane véronique wafa wanda wassila wendy yasmina yasmine yolaine
    yolande yousra ysaline ysée yvette yvonne zahra zelda zineb zohra zoé zoélie zélie édith élia éliane élisa
    élisabeth élise élodie éloïse éléonore émeline émilie énora étiennette éva évelyne
    """.split()
)
"""No words, towns or rockets: « Aurore », « Florence », « Ariane »."""

WORDS = frozenset(
    """
    ambre ariane aurore blanche capucine colombe constance espérance flora florence fortunée félicité hermine
    honorine jade marine océane olive prudence rose sixtine victoire victoria violette églantine
    """.split()
)
"""Names of women that are words, towns or rockets too: who is *he* in a model's words is one of them."""
