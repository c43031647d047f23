"""French first names: a capital word behind one is a surname."""

from __future__ import annotations

FIRST_NAMES = frozenset(
    """
    adrien adèle agathange agathe agnès aimé aimée alain alban albane albert alexandra alexandre alexis alice
    aline alix aloïs alphonse amandine ambre ambroise amédée amélie anatole anatolie anaïs andré andrée angèle
    anne annick annie anselme antoine antoinette antonin anémone apolline ariane aristide arlette armand armelle
    arnaud arthur astrid aubin aude audrey auguste augustin augustine aurore aurélie aurélien axel axelle
    aymeric aïcha baptiste barbara barnabé barthélemy basile bastien benjamin benoît bernadette bernard bertrand
    blaise blanche blandine brice brigitte bruno béatrice bérenger bérengère bérénice camille candice capucine
    carine carole caroline casimir catherine chantal charles charline charlotte charly chloé christelle
    christian christiane christine christophe claire clara clarisse claude claudette claudine clotilde clovis
    cléa clélia clémence clément clémentine cléo colette coline constance constant coralie corentin corinne
    cunégonde cyprien cyril cyrille cécile cédric céleste célestin célestine célia céline damien daniel danielle
    danièle david deborah delphine denis denise diane didier dominique donatien dorian dorothée désiré désirée
    edmond edmée edwige elsa elvire eléonore emma emmanuel emmanuelle enzo ernest ernestine erwan estelle esther
    ethan eugène eugénie eulalie eva fabien fabienne fabrice fanny fantine fatima faustine ferdinand fernand
    fernande fidèle firmin flavie flavien flora florence florent florette florian florine fortuné fortunée
    franck françois françoise frédéric frédérique félicie félicité félix gabriel gabrielle garance gaspard
    gaston gauthier gautier gaël gaëlle gaëtan geneviève geoffroy georges georgette germain germaine ghislain
    ghislaine gilbert gilberte gildas gilles ginette gisèle gontran grégoire grégory guillaume gustave guy
    gwenaël gwenaëlle gwendoline gérald géraldine gérard henri henriette hermine hermione hervé hippolyte
    honorat honorine honoré hortense hubert hugo hugues huguette héloïse hélène ibrahim ignace ilan inès irma
    irène isabelle isidore ivan jacky jacqueline jacques jade janine jean jeanne jeannine joachim joanna jocelyn
    jocelyne johan jonathan joseph josette josiane josué josèphe joséphine joël joëlle judith jules julia
    juliane julie julien juliette justin justine jérémie jérémy jérôme karim karine katell kevin kylian kévin
    laetitia lambert laura laure laurence laurent laëtitia lilian liliane lilou lina lionel lisa lise lola
    lorène louane louis louise loup loïc loïs luc lucas lucette lucie lucien lucienne lucile ludivine ludovic
    lydie léa léandre léna léo léocadie léon léonard léonce léonie léontine léopold madeleine magali mahaut
    malika manon manuel marc marcel marceline marcelle margaux margot marguerite maria marianne marie mariette
    marine marion marius marjolaine marlène marthe martial martin martine maryse mathias mathieu mathilde
    matthias matthieu maud maurice max maxence maxime maël maëlle maïté mehdi michel micheline michèle mickaël
    mireille mohamed monique morgane muriel myriam médéric mélanie mélissa mélissande nadia nadine nadège
    natacha nathalie nathan nicolas nicole nina ninon nora norbert noé noémie noël noëlle octave océane odette
    odile olivia olivier ophélie oscar pascal pascale pascaline patrice patricia patrick paul paule paulette
    pauline perrine philibert philippe philomène pierre pierrette priscille prosper quentin quitterie rachel
    rachid raoul raphaël raphaëlle raymond raymonde renaud rené renée richard robert rodolphe rodrigue roger
    roland rolande romain romane romuald rosalie rose roselyne rosine roxane ruben régine régis rémi rémy sabine
    sabrina salomé samia samuel sandra sandrine sarah serge sidonie simon simone sixtine solange soline solveig
    solène sonia sophie stanislas stéphane stéphanie suzanne suzette sybille sylvain sylvaine sylvette sylviane
    sylvie sébastien séverine tanguy tatiana thibault thibaut thierry thomas théo théodora théodore théophile
    théotime thérèse tiphaine tristan ugo ursule valentin valentine valérie vanessa victoire victor victoria
    vincent violette virginie viviane véronique wilfried xavier yann yannick yasmina yoann yohan yolaine yolande
    youssef ysée yvan yves yvette yvon yvonne zacharie zoé zélie édith édouard églantine élia éliane élie
    élisabeth élise élodie éloi éloïse éléonore émeline émile émilie émilien énora éric étienne étiennette
    évelyne
    """.split()
)
"""Small."""
