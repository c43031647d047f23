"""French surnames that are words of the language too: behind a title or a first name they are names."""

from __future__ import annotations

SURNAMES = frozenset(
    """
    allard arnoux bailly barbe barbier barbin baron barre batelier beau beaufort beaumont beauvais berger
    bernier bertin besson bigot blanc blanchard blanchet blond blondel boileau bonhomme bonneau bonnefoy bonnet
    bordier borgne bossu boucher bouchet boulanger boulet bourdon bourgeois bourguignon bousquet bouteiller
    boutin bouvier breton brun brunet caillou camus canard cardinal caron carpentier carré cartier castel
    cavalier chantre chapelier chapelle chapon charbonnier chardon charpentier charrier charron chartier
    chasseur chauvin chevalier chevallier chrétien châtelain chèvre clavier clerc clément cochet colin collet
    colombier comte constant corbeau corbin cordier cordonnier cornet coulon courtois cousin couturier couvreur
    cuisinier cuvelier dauphin deschamps doucet drapier droit dubois duchêne dupont durand dutour duval fabre
    faucheur faucon faure favier ferrand ferrier fleury fontaine forestier forgeron fort fortin fournier francis
    froment gagneur gaillard gallois garnier gascon gauthier gendre gentil germain gilbert gille girard grand
    grandjean granger gras gris grison gros grosjean guerrier guérin gérard hamel hardy huet humbert hérisson
    jacob jacquet jardin jardinier jolivet joly jourdain jourdan julien labbé laboureur lacaze lacoste lacroix
    lafleur laforêt lambert lamoureux lamy landais langlois lapierre laporte larivière laroche latour laurent
    laurier lavigne leblanc lebon lebrun leclerc lecomte lecoq leduc lefort legendre legrand legros lejeune
    lemaire lemarchand lemoine lemonnier lenoir leroux leroy lesage letellier levasseur lion loiseau long lopin
    lorrain louvet léger lévêque maigre maillard maillet malin mallet manceau marchal marchand marin marquis
    martin martinet maréchal masson mathieu maurice maçon mercier merle merlin meslier messager meunier michel
    montagne pré prés fontaines source bois duchamp champ mignon millet moine moineau monnet monnier moreau moret
    morin moulin mouton neveu nicolas noble noir normand
    noël olivier page papillon parent paris parisot pascal pasquier pasteur payen pelletier perrier perrin petit
    petitjean picard pichon picot pigeon pineau pinson poireau poirier poisson poitevin pommier portal portier
    potier poulain poulet prieur prince prudhomme prévost périer rabot ramier raymond regnard renard renaud rey
    richard rivière robert robin roche rocher roger roland romain rosier rossignol rouge rouget rousseau roussel
    roussin roux roy royer sabatier sabot sage salmon sarrazin saulnier saunier sauvage savary seigneur sellier
    serrurier simon soldat sorin sénéchal tailleur tanneur tardif tardy teinturier templier tessier texier
    thibault tisserand tissier tissot tonnelier tournier trouvé vacher vaillant valet vallet vallée vannier
    vasseur vautour verdier verger vernet vidal vigneron vilain villain vincent violet vivier voisin évrard
    """.split()
)
"""Small, with accents."""
SURNAMES_WITH_ARTICLE = frozenset(
    """
    bail ber berre bihan bon borgne bot bouc boucher bras breton bris brun cam clerc clézio coq cor corre cornec
    dantec diable doaré dréau du duc dû faou flem floc floch foll fort fur gac gal gall gallo garrec gars gendre
    goff grand gros guen hir lay loup maire marchand marec meur mer moal moine nain naour noir page pape pape
    pen petit porz prince quéré roux roy rouge rouzic saint sage saux scao scouarnec sourd tallec tellier
    vaillant vasseur vot ven
    """.split()
)
"""Small; behind an article with a capital: « Le Bris »."""
SURNAMES_WITH_PARTICLE = frozenset(
    """
    barre beaume bois breuil bruyère champ champs chapelle chaux chesnaie chêne clos combe croix forest forêt fosse
    four garenne genêts grange haye houssaye isle lande mare maisonneuve motte moulin noue orme ormes perrière plessis
    porte pré prés puy rivière roche rochefoucauld roches rochère saulx saussaye tour tours tremblaye vallée vigne
    vignes villette étang épinay épine épines
    """.split()
)
"""Small; behind a small article with a particle: « de la Tour »."""
