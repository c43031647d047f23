"""French first names: a capital word behind one is a surname."""

from __future__ import annotations

FIRST_NAMES = frozenset(
    """
    abdallah abdel abdelaziz abdelkader abdou abdoulaye aboubakar adama adjoua adrien adèle agathange agathe
    agnieszka agnès ahmadou ahmed aimé aimée ainhoa alain alba alban albane albert aleksandra alexandra alexandre
    alexis ali alice aline alioune alix alizée alma aloïs alphonse alyssa amadi amadou amaia amandine ambre ambroise
    amina aminata aminatou amine amir amédée amélie ana anatole anatolie anaïs ander andoni andrei andré andrée ange
    angèle anissa anna annaïg anne annick annie anouk anselme antoine antoinette antonin antton antónio anémone
    apollinaire apolline ariane aristide arlette armand armelle arnaud arthur assia astrid aubert aubin aude audrey
    auguste augustin augustine aurore aurélie aurélien awa axel axelle aya aymeric aziliz aziz aïcha aïssata bakary
    baptiste barbara barnabé barthélemy basile bastien baudouin benjamin benoît bernadette bernard bertrand beñat
    bienvenu bilal bineta binta bintou bixente blaise blanche blandine bleuenn bogdan boubacar brahim briac brice
    brieuc brigitte bruno béatrice bérangère bérenger bérengère bérénice camille candice candide capucine carine
    carlos carmen carole caroline casimir cassandre catherine chantal charles charline charlotte charly cheikh
    chiara chloé christelle christian christiane christine christophe chérif claire clara clarisse claude claudette
    claudine clotilde clovis cléa clélia clémence clément clémentine cléo cléophée colette coline colombe constance
    constant coralie corentin corinne coumba cunégonde cyprien cyril cyrille cécile cédric céleste célestin
    célestine célia céline côme dalila damien daniel danielle danièle david deborah delphine denis denise diane
    didier dieynaba dimitri dirk djamila djibril dolorès dominique donatien dorian dorothée désiré désirée edmond
    edmée edwige elena eliane elio elliot elsa elvire eléonore emma emmanuel emmanuelle eneko enora enzo ernest
    ernestine erwan espérance estelle esther ethan eugène eugénie eulalie eva evan ewen fabien fabienne fabrice
    fadila fanny fanta fantine farid farida fatiha fatima fatou fatoumata faustine ferdinand fernand fernande
    fernando fidèle firmin flavie flavien flora florence florent florette florian florine fodé fortuné fortunée
    francine francis franck françois françoise frédéric frédérique félicie félicité félix gabriel gabrielle garance
    gaspard gaston gatien gauthier gautier gauvain gaétan gaétane gaël gaëlle gaëtan geneviève geoffrey geoffroy
    georges georgette germain germaine ghislain ghislaine ghita ghyslaine gilbert gilberte gildas gilles ginette
    giovanni gisèle giulia giuseppe gontran goulven grégoire grégory guillaume guillemette gurvan gustave guy
    guénolé gweltaz gwen gwenaël gwenaëlle gwendoline gwladys gwénolé gérald géraldine gérard habib hafsa hakim
    hamid hamza hanane hans hassan hawa heinz henri henriette herlé hermine hermione hervé hicham hichem hippolyte
    hiroshi hoang honorat honorine honoré hortense houda hoël hubert hugo hugues huguette hussein héloïse hélène
    ibrahim ibrahima idrissa ignace iker ilan ilyes imran ingrid innocent inès inês ioana iris irma irène isaac
    isabelle isidore ismaël ismérie issa ivan iwan ixabel iñaki jacky jacqueline jacques jade jakez jalil jamal
    jamila janine jean jeanne jeannine jerzy joachim joana joanna jocelyn jocelyne johan jonathan joris joseba
    joseph josette josiane josué josèphe josé joséphine joão joël joëlle juan judicaël judith jules julia juliane
    julie julien juliette justin justine jérémie jérémy jérôme jürgen kader kadiatou kamel kaoutar karim karine
    katarzyna katell kelian kenji kenza kevin khadija khaled khalid khalil killian klaus klervi koen koffi koldo
    kouamé kouassi krzysztof kylian kévin laetitia lahcen lambert lamia lamine latifa laura laure laurence laurent
    laëtitia leila lena leïla liam liesel lilian liliane lilou lina linh lionel lisa lise loeiz logan lola lorène
    louane loubna louis louise loup loïc loïck loïs luc lucas luce lucette lucie lucien lucienne lucile ludivine
    ludovic luigi luís lya lydie léa léandre léna léo léocadie léon léonard léonce léonie léonore léontin léontine
    léopold madeleine maden mael maelys magali mahaut maialen maiwenn malika malo mamadou mandy manon mansour manuel
    marc marcel marceline marcelle margaux margot marguerite maria mariam mariama marianne marie marielle mariette
    marine marion marius marjolaine marjorie marlène marthe martial martin martine maryam maryse massamba mathias
    mathieu mathilde mathis mathurin mathéo matthias matthieu maud maurice max maxence maxime maya maylis maël
    maëlle maëlys maëva maïmouna maïté małgorzata mehdi mehmet mei melchior meriem mia michel micheline michelle
    michèle mickaël miguel mihai mikel mila mireille modeste modibo mohamed mokhtar monique morgane morvan mounir
    mourad moussa muriel mustapha mylène myriam médéric mégane mélanie mélina mélissa mélissande nabil nabila nadia
    nadine nadège najat najib nassim natacha nathalie nathan nawel naïm naïma ndèye nerea nestor nicolas nicole nina
    nino ninon noah noham nolan nolann nolwenn nora norbert nordine noé noémie noël noëline noëlle noëmie nuno
    octave océane odette odile oier oihana olive olivia olivier omar ophélie oscar oumar oumou ousmane ousseynou
    padrig pantxika paola parfait pascal pascale pascaline patrice patricia patrick paul paule paulette pauline
    paulo pedro peio perrine philibert philippe philomène philémon pierre pierrette pieter pilar piotr priscilla
    priscille prosper prudence pélagie pétronille quentin quitterie rabah rachel rachid rachida rafik rania raoul
    raphaël raphaëlle rayan rayane raymond raymonde redouane renaud rené renée richard riwal robert robin
    rodolphe rodrigue roger rokhaya roland rolande romain romane romaric romuald ronan rosalie rose roselyne rosine
    rosita roxane rozenn ruben rui rébecca réda régine régis réjane rémi rémy sabine sabri sabrina sacha safia salah
    salif salima salma salomé sami samia samir samira samuel sandra sandrine sara sarah saïd selma serge seydou
    sidonie simon simone sixtine slimane sofia sofiane soizic soizick sokhna solange soline solveig solène sonia
    sophie soraya souad soukaina souleymane stanislas stéphane stéphanie suzanne suzette sybille sylvain sylvaine
    sylvestre sylvette sylviane sylvie sébastien sékou séraphin séraphine séverine sónia tangi tanguy tarek tariq
    tatiana thanh thaïs thibault thibaut thierno thierry thomas théo théodora théodore théodule théophane théophile
    théotime thérèse tiago tidiane tifenn timothée timéo tiphaine tiphanie titouan tomasz trang tristan tudual
    tugdual ugo ulysse unai ursule valentin valentine valérie vanessa victoire victor victoria victorien victorine
    vincent violette virginie viviane véronique wafa walid wei wilfried william wim wojciech wolfgang xabi xabier
    xan xavier xiao ximun yacine yahya yann yannick yannig yasmina yasmine yassine yoann yohan yolaine yolande
    youenn younes youssef ysée yuki yvan yves yvette yvon yvonne zacharie zahra zakaria zineb zinedine zoé zoélie
    zélie édith édouard églantine élia éliane élie éliott élisabeth élise élodie éloi éloïse éléonore émeline émile
    émilie émilien énora éric étienne étiennette évelyne
    """.split()
)
"""Small."""
