"""French first names: a capital word behind one is a surname."""

from __future__ import annotations

FIRST_NAMES = frozenset(
    """
    abdallah abdel abdelaziz abdelkader abderrahmane abdou abdoulaye abel aboubakar adam adama adel adjoua adolphe
    adrien adèle agathange agathe agnieszka agnès ahmadou ahmed aimery aimé aimée ainhoa alain alan alba alban
    albane albert albin aldo aleksandra alex alexandra alexandre alexis alfred ali alice aline alioune alix alizée
    alma aloïs alphonse alyssa amadi amadou amaia amandine amaury ambre ambroise amina aminata aminatou amine amir
    amira amory amédée amélie ana anatole anatolie anaïs ander andoni andrei andré andréa andrée ange angèle
    angélique anis anissa anna annaïg anne annick annie anouk anselme anthony antoine antoinette antonin antony
    antton antónio anémone apollinaire apolline archibald ariane ariel arielle aristide arlette armand armelle
    arnaud arsène arthur asma assia astrid astride aubert aubin aude audrey auguste augustin augustine aurore aurèle
    aurélie aurélien awa axel axelle aya ayman aymen aymeric ayoub aziliz aziz aïcha aïssata bachir bakary baptiste
    baptistin barbara barnabé barthélemy basile bastien baudouin belinda benjamin benoit benoît bernadette bernard
    bertrand betty beñat bienvenu bilal bilel bineta binta bintou bixente blaise blanche blandine bleuenn bogdan
    boris boubacar brahim briac brice brieuc brigitte bruno béatrice bénédict bérangère bérenger bérengère bérénice
    calixte calvin camille candice candide capucine carine carla carlos carmen carole caroline casimir cassandra
    cassandre catherine celia chantal charles charlie charline charlotte charly charlène cheikh chiara chloé
    christelle christian christiane christine christophe chérif cindy claire clara clarisse claude claudette claudia
    claudine clotilde clovis cloé cléa cléandre clélia clémence clément clémentine cléo cléophée colette coline
    colombe constance constant coralie coraline corentin corinne coumba cunégonde curtis cyprien cyriaque cyrielle
    cyril cyrille cécile cédric cédrick céleste célestin célestine célia céline côme daisy dalila damien daniel
    danielle danièle dany david deborah delphine denis denise denys diana diane didier dieynaba dimitri dirk
    djamila djibril djénéba dolorès dominique donatien dora dorian dorothée driss dylan désiré désirée eddy edgar
    edgard edith edmond edmée edwige elena eliane elias elio elisa elliot elodie elsa elvire eléonore emeline emeric
    emma emmanuel emmanuelle eneko enguerrand enora enzo eric erik ernest ernestine ernst erwan espérance esteban
    estelle esther ethan eudes eugène eugénie eulalie eva evan evariste ewen ezio fabien fabienne fabio fabrice
    fadila fanny fanta fantine farid farida fatiha fatim fatima fatou fatoumata faustine fayçal ferdinand fernand
    fernande fernando fiacre fidèle firmin flavie flavien flora florence florent florette florian florimond florine
    fodé fortuné fortunée fouad francine francis franck frank françois françoise fred frédéric frédérique fulbert
    félicie félicien félicité félix gabriel gabriella gabrielle gaby garance gaspard gaston gatien gauthier gautier
    gauvain gaétan gaétane gaël gaëlle gaëtan geneviève geoffrey geoffroy georges georgette germain germaine
    ghislain ghislaine ghita ghyslaine gilbert gilberte gildas gilles ginette gino giovanni giselle gisèle giulia
    giuseppe gontran goulven grégoire grégory guilhem guillaume guillemette gurvan gustave guy guénolé gweltaz gwen
    gwenaël gwenaëlle gwendoline gwladys gwénolé gédéon gérald géraldine gérard habib hadrien hafsa hajar hakim
    hamid hamza hanane hans harold hassan hassen hatem hawa hector heinz henri henriette herlé hermine hermione
    hervé hicham hichem hilaire hippolyte hiroshi hoang honorat honorine honoré hortense houda hoël hubert hugo
    hugues huguette hussein héloïse hélène ibrahim ibrahima ida idrissa ignace igor iker ilan ilias ilona ilyas
    ilyes imane imran inaya ines ingrid innocent inès inês ioana iris irma irène isaac isabelle isaure isidore
    ismael ismail ismaël ismérie issa ivan ivana ivo iwan ixabel iñaki jackie jacky jacqueline jacques jade jakez
    jalil jamal jamila janine jaouad jean jeanine jeanne jeannine jenna jennifer jeremy jerzy jessica jessy jim
    jimmy joachim joana joanna jocelyn jocelyne joey johan john johnny jonathan jordy joris joseba joseph josette
    josiane josse josselin josué josèphe josé joséphine joão joël joëlle juan jude judicaël judith jules julia
    juliane julie julien juliette justin justine jérémie jérémy jérôme jürgen kader kadiatou kais kamel kaoutar
    karen karim karine karl katarzyna katell katia kelian kelly kenji kenny kenza kevin keziah khadija khaled khalid
    khalil kilian killian kim klaus klervi koen koffi koldo kouamé kouassi krzysztof kylian kévin laetitia lahcen
    laly lambert lamia lamine lana lara larbi latifa laura laure laureen laurence laurent lauriane laurie laurine
    lauryn laëtitia leila lena lenny leopold leïla liam liesel lilian liliane lilio lilou lily lina linh lino lionel
    lisa lise lison livia loeiz logan lola lorenzo lorris lorène lotfi louane loubna louis louise louka louna loup
    loys loïc loïck loïs lubin luc luca lucas luce lucette lucia lucian lucie lucien lucienne lucile ludivine
    ludovic luigi lukas luna luís lya lydie lyna lyne léa léana léandre léna léo léocadie léon léonard léonce léonie
    léonore léontin léontine léopold léopoldine maddy madeleine maden mael maelys maeva magali magalie mahaut
    maialen maiwenn malia malik malika malo mamadou mandy manon mansour manuel manuela marc marceau marcel marceline
    marcelle marco margaux margot marguerite maria mariam mariama marianne marie marielle mariette marina marine
    mario marion marius marjolaine marjorie marlène marouane marthe martial martin martine marvin maryam maryse
    massamba mathias mathieu mathilda mathilde mathis mathurin mathéo matthias matthieu mattéo matéo maud maurice
    mauricette maurin max maxence maxim maxime maximilien maximin maya mayeul maylis maël maëline maëlle maëlys
    maëva maïmouna maïssa maïté małgorzata mehdi mehmet mei melchior melvin meriem meryem mia michel micheline
    michelle michèle mickael mickaël miguel mihai mikel mila milena milo mireille modeste modibo mohamed mohammed
    mokhtar mona monique morgane morvan mounir mourad moussa muriel mustapha mylan mylène myriam médéric mégane
    mélanie mélina mélissa mélissande nabil nabila nadia nadine nadir nadège najat najib naomi nassim natacha natan
    nathalie nathan nathanaël nawal nawel naël naïm naïma ndèye neil nelly nerea nesrine nestor nicodème nicolas
    nicole nils nina nino ninon nizar noa noah noam noham nolan nolann nolwenn nora norah norbert nordine nour noé
    noémie noël noëline noëlle noëmie nuno octave octavien océane odette odile odilon oier oihana olive olivia
    olivier omar ophélie oriane orlane oscar oswald othmane othon oumar oumou ousmane ousseynou pablo paco pacôme
    padrig pamela pantxika paola paolin parfait pascal pascale pascaline patrice patricia patrick paul paule
    paulette pauline paulo pedro peio perrine philibert philippe philomène philémon pierre pierrette pieter pilar
    piotr priscilla priscille prosper prudence pélagie pétronille quentin quitterie rabah rachel rachid rachida
    rafael rafik ralph ramzi rania raoul raphael raphaël raphaëlle rayan rayane raymond raymonde reda redouane renan
    renaud rené renée ricardo richard rita riwal robert robin rodolphe rodrigo rodrigue roger rokhaya roland rolande
    romain romane romaric romuald roméo ronald ronan rosalie rose roselyne rosine rosita roxane roxanne rozenn ruben
    rui ryad ryan rébecca réda régine régis réjane rémi rémy sabine sabri sabrina sacha safia salah salif salima
    salma salomé sami samia samir samira samson samuel samy sandra sandrine sandro sara sarah saturnin saïd sean
    selma serge sergio seydou shana shaïma shirley sibylle sidonie silvia silvère simon simone sirine sixtine
    slimane soan sofia sofiane sofien soizic soizick sokhna solange soline solveig solène sonia sophie soraya souad
    soukaina souleymane soumia stanislas steeve stella stephanie stephen steven stéphane stéphanie sullivan suzanne
    suzette suzie swan swann sybille sylvain sylvaine sylvestre sylvette sylvia sylviane sylvie sylvère symphorien
    sébastien sékou séraphin séraphine séverine sónia tahar tancrède tangi tanguy tania tarek tariq tatiana tayeb
    teddy tessa thalia thanh thaïs thibault thibaut thierno thierry thomas théo théodora théodore théodule théophane
    théophile théotime thérèse tiago tidiane tifenn tim timon timothée timéo tina tiphaine tiphanie titouan tom
    tomasz tommy toni tony trang tristan tudual tugdual télesphore ugo ulrich ulysse unai uriel ursule valentin
    valentine valeria valère valérian valérie valéry vanessa vera vianney victoire victor victoria victorien
    victorine vincent violaine violette virginie viviane vivien vladimir véronique wael wafa waldemar walid walter
    wanda wandrille warren wassila wassim wei wendy wilfried william willy wim wojciech wolfgang xabi xabier xan
    xavier xiao ximun yacine yahya yanis yann yannick yannig yannis yasmina yasmine yasser yassine yazid yaël yoan
    yoann yohan yohann yolaine yolande youcef youenn younes yousra youssef youssouf ysaline ysée yuki yvain yvan
    yves yvette yvon yvonne zacharie zahra zakaria zelda zied zineb zinedine zohra zoé zoélie zélie édith édouard
    églantine élia éliane élias élie éliot éliott élisabeth élise élodie éloi éloïse éléonore émeline émeric émile
    émilie émilien énora éric étienne étiennette éva évariste évelyne
    """.split()
)
"""Small."""
