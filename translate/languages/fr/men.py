"""Men: first names that tell a possessor's sex, where a small model says *her* or *its* of some.

None that women have too, and no words: « Camille », « Modeste ».
"""

from __future__ import annotations

MENS_NAMES = frozenset(
    """
    abdallah abdel abdelaziz abdelkader abderrahmane abdou abdoulaye abel aboubakar adam adel adolphe adrien
    agathange ahmadou ahmed aimery aimé alain alan alban albert albin aldo alexandre alexis alfred ali alioune aloïs
    alphonse amadou amaury ambroise amine amir amédée anatole andoni andrei andré anis anselme anthony antoine
    antonin antony antton antónio apollinaire archibald aristide armand arnaud arsène arthur aubert aubin auguste
    augustin aurèle aurélien ayman aymen aymeric ayoub aziz bachir bakary baptiste baptistin barnabé barthélemy
    basile bastien baudouin benjamin benoit benoît bernard bertrand beñat bilal bilel bixente blaise bogdan boris
    boubacar brahim briac brice brieuc bruno bénédict bérenger calvin carlos casimir charles cheikh christian
    christophe clovis clément corentin curtis cyprien cyriaque cyril cyrille cédric cédrick célestin côme damien
    daniel david denis denys didier dimitri dirk djibril donatien dorian driss dylan désiré eddy edgar edgard edmond
    elias elio elliot emeric emmanuel eneko enguerrand enzo eric erik ernest ernst erwan esteban ethan eudes eugène
    evan evariste ewen ezio fabien fabio fabrice farid fayçal ferdinand fernand fernando firmin flavien florent
    florian florimond fodé fouad francis franck frank françois fred frédéric félicien félix gabriel gaspard gaston
    gatien gauthier gautier gauvain gaétan gaël gaëtan geoffrey geoffroy georges germain ghislain gilbert gildas
    gilles gino giovanni giuseppe gontran goulven grégoire grégory guilhem guillaume gurvan gustave guy guénolé
    gweltaz gwenaël gwénolé gédéon gérald gérard habib hadrien hakim hamid hamza hans harold hassan hassen hatem
    hector heinz henri herlé hervé hicham hichem hilaire hippolyte hiroshi honorat honoré hoël hubert hugo hugues
    hussein ibrahim ibrahima idrissa ignace igor iker ilan ilias ilyas ilyes imran isaac isidore ismael ismail
    ismaël issa ivan ivo iwan iñaki jacky jacques jakez jalil jamal jaouad jean jeremy jerzy jim jimmy joachim
    jocelyn joey johan john johnny jonathan jordy joris joseba joseph josselin josué josé joão joël juan judicaël
    jules julien justin jérémie jérémy jérôme jürgen kader kais kamel karim karl kelian kenji kenny kevin khaled
    khalid khalil kilian killian klaus koen koffi koldo kouamé kouassi krzysztof kylian kévin lahcen lambert lamine
    larbi laurent lenny leopold liam lilian lilio lino lionel loeiz logan lorenzo lorris lotfi louis louka loys loïc
    loïck lubin luc luca lucas lucian lucien ludovic luigi lukas luís léandre léo léon léonard léonce léontin
    léopold mael malik malo mamadou mansour manuel marc marceau marcel marco mario marius marouane martial martin
    marvin massamba mathias mathieu mathis mathurin mathéo matthias matthieu mattéo matéo maurice maurin max maxence
    maxime maximilien maximin mayeul maël mehdi mehmet melchior melvin michel mickael mickaël miguel mihai mikel
    milo modibo mohamed mohammed mokhtar morvan mounir mourad moussa mustapha mylan médéric nabil nadir najib nassim
    natan nathan nathanaël naël naïm neil nestor nicodème nicolas nils nino nizar noah noam noham nolan nolann
    norbert nordine noé nuno octave octavien odilon oier olivier omar oscar oswald othmane oumar ousmane ousseynou
    pablo paco pacôme padrig paolin pascal patrice patrick paul paulo pedro peio philibert philippe philémon pierre
    pieter piotr prosper quentin rabah rachid rafael rafik ralph ramzi raoul raphael raphaël rayan raymond redouane
    renan renaud rené ricardo richard riwal robert robin rodolphe rodrigo rodrigue roger roland romain romaric
    romuald roméo ronald ronan ruben rui ryad ryan réda régis rémi rémy sabri salah salif sami samir samuel samy
    sandro saturnin saïd sean serge sergio seydou silvère simon slimane sofiane sofien souleymane stanislas steeve
    stephen steven stéphane sullivan sylvain sylvestre sylvère symphorien sébastien sékou séraphin tahar tancrède
    tangi tanguy tarek tariq tayeb teddy thibault thibaut thierno thierry thomas théo théodore théodule théophane
    théophile théotime tiago tidiane tim timon timothée timéo titouan tom tomasz tommy tony tristan tudual tugdual
    ugo ulrich ulysse unai valentin valère valérian valéry vianney victor victorien vincent vivien vladimir wael
    waldemar walid walter wandrille warren wassim wilfried william willy wim wojciech wolfgang xabi xabier xan
    xavier ximun yacine yahya yanis yann yannick yannig yannis yasser yassine yazid yoan yoann yohan yohann youcef
    youenn younes youssef youssouf yvain yvan yves yvon zacharie zakaria zied zinedine édouard élias élie éliot
    éliott éloi émeric émile émilien éric étienne évariste
    """.split()
)
