"""Places of French-speaking countries that English writes alike; many are words of the language too."""

from __future__ import annotations

_WITH_ARTICLE = frozenset(
    [
        "l'aigle",
        "l'haÿ-les-roses",
        "l'isle-adam",
        "l'isle-sur-la-sorgue",
        "l'île-rousse",
        "la baule",
        "la châtre",
        "la ciotat",
        "la courneuve",
        "la flèche",
        "la garenne-colombes",
        "la rochelle",
        "la roche-sur-yon",
        "la seyne-sur-mer",
        "le bourget",
        "le cannet",
        "le chesnay",
        "le creusot",
        "le havre",
        "le mans",
        "le pecq",
        "le puy",
        "le puy-en-velay",
        "le raincy",
        "le touquet",
        "le vésinet",
        "les lilas",
        "les mureaux",
        "les sables-d'olonne",
        "les ulis",
    ]
)
_DEPARTMENTS = frozenset(
    """
    alpes-maritimes bas-rhin bouches-du-rhône charente-maritime côte-d'or côtes-d'armor deux-sèvres eure-et-loir
    haut-rhin haute-garonne haute-loire haute-marne haute-saône haute-savoie haute-vienne hautes-alpes
    hautes-pyrénées hauts-de-seine ille-et-vilaine indre-et-loire loir-et-cher loire-atlantique lot-et-garonne
    maine-et-loire meurthe-et-moselle pas-de-calais puy-de-dôme pyrénées-atlantiques pyrénées-orientales
    saône-et-loire seine-et-marne seine-maritime seine-saint-denis tarn-et-garonne val-d'oise val-de-marne
    """.split()
)
_REGIONS = frozenset(
    [
        "bourgogne-franche-comté",
        "centre-val de loire",
        "grand est",
        "hauts-de-france",
        "nouvelle-aquitaine",
        "pays de la loire",
    ]
)
WORDED_COUNTRIES = frozenset(
    """
    amazone amériques antarctique apennins argentine berne bombay bourgogne brème bulgarie bénin cachemire caraïbes
    caïmans chine chiraz chypre corse crémone damas drave dunkerque flandres floride galice gaule grisons groningue
    guernesey guinée gênes hokkaïdo jersey japon lorraine macédoine madère malines malouines malte manille messine
    milan méditerranée niger outaouais parme pernambouc philippines piémont porto pouilles pyrénées pékin rocheuses
    savoie shetland sienne somalie souabe soudan sudètes suisse suède tamise tarente terre-neuve thrace tokelau toscane
    tripolitaine vatican vienne zaïre écosse équateur
    """.split()
)
"""Small. Words that are a place where they are all of a text: of the texts that have them, most mean that."""
CONTRACTED = (("au", "à", "le"), ("du", "de", "le"), ("aux", "à", "les"), ("des", "de", "les"))
"""What « à » and « de » become with the article of a place."""
_RIVERS = frozenset(["baïse", "scarpe", "têt"])
"""Those that a model reads as words, and that no other word is written like behind a capital."""
WORDED_PLACES = _WITH_ARTICLE | _DEPARTMENTS | _REGIONS | _RIVERS
"""Small: those of several words that mean something, which a model translates within a sentence."""
PLACES = WORDED_PLACES | frozenset(
    """
    abbeville abidjan agadir agde agen aix ajaccio albertville albi alençon allauch alès ambert amboise amiens
    andrésy angers anglet angoulême annecy annemasse annonay antibes antony arcachon arcueil argelès argentan
    argentat argenteuil arles arlon armentières arras aubagne aubenas aubervilliers aubusson auch auray aurillac
    autun auxerre avallon avignon avranches ax bagneux bagnolet bagnères bamako barcelonnette bastia bayeux
    bayonne beaucaire beaugency beaune beauvais belfort bellac belley bergerac bernay besançon biarritz bienne
    bitche blagnac blaye blois bobigny bondy bonneville bordeaux boulogne bourges bourgoin bressuire brest
    briançon briey brignoles brioude brive bron béthune béziers caen cahors calais caluire calvi cambrai cancale
    cannes carcassonne carentan carhaix carnac carpentras cassis castelnaudary castres caussade cavaillon cergy
    chalon chambéry champigny chantilly charenton charleroi charleville charolles chartres chaumont chelles
    cherbourg chicoutimi chinon cholet châlons châteaubriant châteaudun châteauroux châtellerault clamart
    clermont clichy cluny cluses cognac colmar colombes combourg commercy compiègne concarneau condom cosne
    coulommiers courbevoie coutances crest crozon crépy créteil céret dakar dax deauville delémont denain die
    dieppe digne dijon dinan dinant dinard dole douai douarnenez dourdan drancy dreux drummondville eu falaise
    figeac firminy flers foix fontainebleau fontenay forbach forcalquier fougères fribourg fréjus fécamp gaillac
    gap gatineau gennevilliers gex gien gisors givet givors gourdon granby grandville granville grasse graulhet
    grenoble guebwiller guingamp guérande guéret haguenau hasparren hautmont hazebrouck hendaye hennebont
    honfleur hyères issoire issoudun istres ivry joigny joinville jonzac josselin kinshasa kourou landes langon langres
    lannion laon largentière laval lavaur lens libourne libreville lille limoges limoux lisieux liège liévin
    lodève lomé longjumeau longueuil longwy lons lorient loudun loudéac lourdes louviers lunel lunéville lure
    luynes lyon mamers manosque mantes marennes marmande marseille martigues maubeuge mauriac mayenne mazamet
    meaux melun mende menton metz meudon meulan meylan millau mirande mirecourt mons montargis montauban
    montbard montbrison montbéliard montceau montdidier monteux montfort montluçon montmorency montmorillon
    montpellier montreuil montreux montélimar morlaix mortagne moulins moutiers mulhouse muret mâcon namur nancy
    nanterre nantes nantua narbonne nemours neufchâteau neuilly nevers nice niort nogent nouméa noyon nyons
    nérac nîmes oloron orange orbec orly orléans orthez oullins oyonnax palaiseau pamiers pantin papeete paray
    parthenay pau perpignan pertuis pessac pithiviers plougastel ploërmel poissy poitiers pontarlier pontivy
    pontoise pontorson port-louis prades privas propriano provins puteaux périgueux péronne pézenas quiberon
    quimper quimperlé rambouillet redon reims remiremont rennes rethel rezé rimouski riom roanne rochefort rodez
    romans romorantin roscoff roubaix rouen royan ruffec saintes sallanches salon sancerre sarcelles sarlat
    sarrebourg sarreguemines sartène sarzeau saulieu saumur saverne sceaux sedan segré senlis sens sherbrooke
    sion sisteron soissons strasbourg suresnes sète sèvres sélestat tarare tarascon tarbes thann thiers
    thionville thonon thouars tonnerre toul toulon toulouse tourcoing tournai tournon tournus tours troyes
    trégastel tréguier tulle uzerche uzès valence valenciennes valognes vannes vence vendôme verdun vernon
    versailles verviers vesoul vevey vichy vierzon villefranche villeneuve villeurbanne vincennes vire vitrolles
    vitry vitré vittel voiron vouvray vénissieux wasquehal waterloo wattrelos wissembourg yaoundé yverdon yvetot
    aisne allier ardèche ariège aude aveyron calvados cantal charente corrèze creuse dordogne doubs drôme essonne
    eure finistère gard gers gironde hérault indre isère jura loire loiret lozère marne mayenne meuse morbihan
    moselle nièvre oise orne rhône sarthe tarn var vaucluse vendée vosges yonne yvelines
    saint-affrique saint-amand-montrond saint-avold saint-brieuc saint-chamond saint-cloud saint-cyr-l'école
    saint-céré saint-dizier saint-dié saint-dié-des-vosges saint-egrève saint-émilion saint-étienne
    saint-flour saint-fons saint-gaudens saint-gilles-croix-de-vie saint-girons saint-herblain saint-hyacinthe
    saint-jean-cap-ferrat saint-jean-de-luz saint-lizier saint-lô saint-maixent saint-malo saint-mandé
    saint-marcellin saint-nazaire saint-omer saint-ouen saint-pourçain saint-priest saint-quay-portrieux
    saint-quentin saint-rambert saint-raphaël saint-rémy-de-provence saint-tropez saint-valery-en-caux
    saint-yrieix
    brive-la-gaillarde bois-colombes bourg-la-reine bry-sur-marne carry-le-rouet castelnau-le-lez cagnes-sur-mer
    champs-sur-marne château-thierry châteauneuf-les-martigues issy-les-moulineaux joué-lès-tours
    levallois-perret mantes-la-jolie mantes-la-ville marcq-en-barœul marne-la-vallée mont-de-marsan
    mont-saint-aignan nogent-sur-marne noisy-le-grand noisy-le-sec pont-à-mousson pont-audemer rive-de-gier
    romilly-sur-seine rueil-malmaison salon-de-provence savigny-sur-orge tassin-la-demi-lune vandœuvre-lès-nancy
    vaulx-en-velin villefranche-de-rouergue villenave-d'ornon villeneuve-d'ascq villers-cotterêts
    échirolles épernay épinal étampes étretat évian évreux évry
    """.split()
)
"""Small. What English calls otherwise, « Bruxelles », « Dunkerque », is not among them."""
