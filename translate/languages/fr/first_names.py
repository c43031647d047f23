"""French first names: a capital word behind one is a surname."""

from __future__ import annotations

FIRST_NAMES = frozenset(
    """
    abdel abdoulaye adama adrien adèle agathange agathe agnès ahmed aimé aimée alain alba alban albane albert
    alexandra alexandre alexis ali alice aline alix alma aloïs alphonse amadou amaia amandine ambre ambroise amina
    aminata amir amédée amélie anatole ange anatolie anaïs andré andrée angèle anissa anna annaïg anne annick
    annie anselme antoine antoinette antonin anémone apolline ariane aristide arlette armand armelle arnaud arthur
    astrid
    aubin aude audrey auguste augustin augustine aurore aurélie aurélien axel axelle aymeric aïcha aïssata baptiste
    barbara barnabé barthélemy basile bastien benjamin benoît bernadette bernard bertrand bilal binta blaise
    blanche blandine boubacar brice brigitte bruno béatrice bérenger bérengère bérénice camille candice capucine
    carine carole caroline casimir catherine chantal charles charline charlotte charly cheikh chloé christelle
    christian christiane christine christophe claire clara clarisse claude claudette claudine clotilde clovis cléa
    clélia clémence clément clémentine cléo colette coline constance constant coralie corentin corinne cunégonde
    cyprien cyril cyrille cécile cédric céleste célestin célestine célia céline damien daniel danielle danièle
    david deborah delphine denis denise diane didier dominique donatien dorian dorothée désiré désirée edmond edmée
    edwige elena elio elsa elvire eléonore emma emmanuel emmanuelle enora enzo ernest ernestine erwan estelle
    esther ethan eugène eugénie eulalie eva evan fabien fabienne fabrice fanny fantine farid fatima fatoumata
    faustine ferdinand fernand fernande fidèle firmin flavie flavien flora florence florent florette florian
    florine fortuné fortunée francine francis franck françois françoise frédéric frédérique félicie félicité félix
    gabriel gabrielle garance gaspard gaston gauthier gautier gaël gaëlle gaëtan geneviève geoffrey geoffroy
    georges georgette germain germaine ghislain ghislaine gilbert gilberte gildas gilles ginette gisèle giulia
    gontran grégoire grégory guillaume guillemette gustave guy gwenaël gwenaëlle gwendoline gérald géraldine gérard
    hakim hassan henri henriette hermine hermione hervé hicham hippolyte honorat honorine honoré hortense hubert
    hugo hugues huguette hussein héloïse hélène ibrahim ibrahima idrissa ignace ilan imran ingrid inès iris irma
    irène isaac isabelle isidore ivan jacky jacqueline jacques jade jamila janine jean jeanne jeannine joachim
    joanna jocelyn jocelyne johan jonathan joseph josette josiane josué josèphe joséphine joël joëlle judith jules
    julia juliane julie julien juliette justin justine jérémie jérémy jérôme karim karine katell kenza kevin
    khadija kylian kévin laetitia lambert lamine laura laure laurence laurent laëtitia lena leïla liam lilian
    liliane lilou lina lionel lisa lise lola lorène louane louis louise loup loïc loïck loïs luc lucas luce lucette
    lucie lucien lucienne lucile ludivine ludovic lya lydie léa léandre léna léo léocadie léon léonard léonce
    léonie léontine léopold madeleine maelys magali mahaut maialen maiwenn malika mamadou manon manuel marc marcel
    marceline marcelle margaux margot marguerite maria mariam marianne marie marielle mariette marine marion marius
    marjolaine marlène marthe martial martin martine maryse mathias mathieu mathilde mathis mathéo matthias
    matthieu maud maurice max maxence maxime maya maylis maël maëlle maëlys maïté mehdi mei mia michel micheline
    michelle michèle mickaël mila mireille modibo mohamed monique morgane muriel mustapha myriam médéric mélanie
    mélina mélissa mélissande nabil nadia nadine nadège natacha nathalie nathan naïm naïma nestor nicolas nicole
    nina nino ninon noah nolan nolwenn nora norbert noé noémie noël noëlle noëmie octave océane odette odile oihana
    olivia olive olivier omar ophélie oscar ousmane parfait pascal pascale pascaline patrice patricia patrick paul
    paule paulette pauline perrine philibert philippe philomène pierre pierrette priscilla priscille prosper
    prudence quentin quitterie
    rachel rachid raoul raphaël raphaëlle rayan raymond raymonde renaud rené renée richard robert robin rodolphe
    rodrigue roger roland rolande romain romane romuald ronan rosalie rose roselyne rosine roxane rozenn ruben
    rébecca régine régis réjane rémi rémy sabine sabrina salif salomé samia samira samuel sandra sandrine sarah
    saïd serge seydou sidonie simon simone sixtine sofia solange soline solveig solène sonia sophie soraya
    souleymane stanislas stéphane stéphanie suzanne suzette sybille sylvain sylvaine sylvette sylviane sylvie
    sébastien séverine tanguy tatiana thaïs thibault thibaut thierry thomas théo théodora théodore théophile
    théotime thérèse timéo tiphaine tristan ugo ursule valentin valentine valérie vanessa victoire victor victoria
    victorine vincent violette virginie viviane véronique wilfried william xabi xavier yann yannick yannig yasmina
    yasmine yoann yohan yolaine yolande youssef ysée yvan yves yvette yvon yvonne zacharie zineb zoé zélie édith
    édouard églantine élia éliane élie éliott élisabeth élise élodie éloi éloïse éléonore émeline émile émilie
    émilien énora éric étienne étiennette évelyne
    """.split()
)
"""Small."""
