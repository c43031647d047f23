"""French first names: a capital word behind one is a surname."""

from __future__ import annotations

FIRST_NAMES = frozenset(
    """
    adrien adèle agathe agnès alain albert alexandra alexandre alexis alice aline alix aloïs amandine ambre
    amélie anaïs andré andrée angèle anne annick annie antoine antoinette antonin apolline ariane armand armelle
    arnaud arthur astrid aude audrey augustin aurore aurélie aurélien axel axelle aymeric aïcha baptiste barbara
    basile bastien benjamin benoît bernadette bernard bertrand blanche blandine brice brigitte bruno béatrice
    bérengère bérénice camille carine carole caroline catherine chantal charles charline charlotte chloé
    christelle christian christiane christine christophe claire clara clarisse claude claudette claudine
    clotilde clélia clémence clément colette coline constance constant coralie corentin corinne cyril cyrille
    cécile cédric céleste célia céline damien daniel danielle danièle david deborah delphine denis denise diane
    didier dominique dorothée edmond edwige elsa elvire emma emmanuel emmanuelle enzo erwan estelle esther
    eugène eugénie eva fabien fabienne fabrice fanny fatima fernand fernande flavie flora florence florent
    florian florine franck françois françoise frédéric frédérique félicie félix gabriel gabrielle gaspard gaston
    gaël gaëlle gaëtan geneviève geoffroy georges georgette germain germaine ghislain ghislaine gilbert gilberte
    gilles ginette gisèle grégoire grégory guillaume gustave guy gwenaël gwenaëlle gérald géraldine gérard henri
    henriette hervé hippolyte honoré hortense hubert hugo hugues huguette hélène ibrahim inès irma irène
    isabelle ivan jacky jacqueline jacques jade janine jean jeanne jeannine johan jonathan joseph josette
    josiane josèphe joséphine joël joëlle judith jules julia julie julien juliette justin justine jérémie jérémy
    jérôme karim karine katell kévin lambert laura laure laurence laurent lilian liliane lina lionel lisa lise
    lola louis louise loup loïc loïs luc lucas lucette lucie lucien lucienne lucile ludivine ludovic lydie léa
    léo léon léonard léonie léopold madeleine magali mahaut malika manon manuel marc marcel marceline marcelle
    margaux margot marguerite maria marianne marie mariette marine marion marius marlène marthe martial martin
    martine maryse mathias mathieu mathilde matthias matthieu maud maurice max maxence maxime maël maëlle michel
    micheline michèle mickaël mireille mohamed monique morgane muriel myriam médéric mélanie mélissa nadia
    nadine nadège natacha nathalie nathan nicolas nicole nina ninon nora noé noémie noël noëlle océane odette
    odile olivia olivier ophélie oscar pascal pascale pascaline patrice patricia patrick paul paule paulette
    pauline perrine philibert philippe pierre pierrette prosper quentin rachel rachid raoul raphaël raphaëlle
    raymond raymonde renaud rené renée richard robert roger roland rolande romain romane rosalie rose roselyne
    roxane régine régis rémi rémy sabine sabrina salomé samia samuel sandra sandrine sarah serge sidonie simon
    simone solange solène sonia sophie stanislas stéphane stéphanie suzanne suzette sylvain sylvaine sylvette
    sylvie sébastien séverine tanguy tatiana thibault thibaut thierry thomas théo théodore théophile thérèse
    tiphaine tristan ugo ursule valentin valentine valérie vanessa victoire victor victoria vincent virginie
    viviane véronique xavier yann yannick yasmina yohan yolande youssef yvan yves yvette yvon yvonne zacharie
    zoé édith édouard élia éliane élie élisabeth élise élodie éloïse émile émilie éric étienne étiennette
    évelyne
    """.split()
)
"""Small."""
