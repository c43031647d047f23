"""British and American English: the words that they spell otherwise, and the order of their dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, product

from translate.text.usage.spelling import Variety

_OUR = """
    arb ard arm behavi belab cand clam col demean discol dishon enam endeav fav ferv flav harb hon hum lab misbehavi
    misdemean neighb od parl ranc rig rum sav savi splend succ tum vap vig watercol
"""
_OUR_ENDINGS = """
    our/or ours/ors oured/ored ouring/oring ourings/orings ourer/orer ourers/orers ourable/orable ourably/orably
    ourite/orite ourites/orites ouritism/oritism ourless/orless ourful/orful ourfully/orfully ourhood/orhood
    ourhoods/orhoods ourly/orly ourliness/orliness oury/ory ouries/ories
"""
_ISE = """
    acclimat actual aerosol aggrand agon alphabet american amort anglic annual anonym antagon apolog appet arabic
    artificial atom author bapt brutal canon capital caramel carbon categor cauter central character civil collectiv
    colocal colon commercial commod computer conceptual container context contextual criminal critic crystall custom
    decarbon decentral decolon decriminal dehuman dematerial demilitar democrat demon demoral denational deodor
    depersonal depolitic depressur deput desensit deserial destabil digit digital disorgan dramat dynam econom emphas
    energ epitom equal etern eulog euthan evangel external familiar fantas federal fertil final formal fossil fratern
    galvan general global harmon hospital human hybrid hypnot hypothes ideal idol immobil immortal immun incentiv
    individual industrial initial institutional internal international ion islam italic item jeopard legal legitim
    liberal local magnet marginal material maxim mechan medical memor mesmer metabol metastas miniatur minim mobil
    modern moistur monet monopol moral motor municipal mutual national natural neutral nominal normal novel optim
    organ ostrac overemphas oxid oxygen pallet parallel parametr parasit pasteur patron pedestrian penal personal
    philosoph plagiar polar politic polymer popular pressur priorit privat problemat professional proselyt public
    pulver radical random rational real recogn recolon regional regular reindustrial relativ remobil renational
    reorgan revital revolution ritual robot romantic rural sanit satir scandal schemat scrutin secular securit
    sensational sensit serial sexual social solubil special spiritual stabil standard steril stigmat structural styl
    subsid summar symbol sympath synchron synthes systemat tantal tempor territorial theor token total traumat trivial
    tyrann unauthor uncategor underutil union unorgan unpasteur unrecogn unspecial urban util valor vandal vapor
    vector verbal victim virtual visual vital vocal volatil vulcan weapon western winter
"""
_ISE_ENDINGS = """
    ise/ize ises/izes ised/ized ising/izing iser/izer isers/izers isable/izable isably/izably isation/ization
    isations/izations isational/izational isationally/izationally
"""
_YSE = "anal catal dial electrol hydrol overanal paral psychoanal reanal"
_YSE_ENDINGS = "yse/yze ysed/yzed ysing/yzing yser/yzer ysers/yzers"
_RE = """
    calib cent centilit centimet decilit decimet epicent fib goit hectolit kilomet lit lust meag micromet millilit
    millimet nanomet sab scept somb spect theat
"""
_RE_ENDINGS = "re/er res/ers"
_DOUBLED = """
    bevel cancel channel chisel counsel dial dishevel duel enamel equal fuel funnel grovel gruel initial jewel label
    level libel marvel medal model panel pedal pencil quarrel ravel refuel relabel remodel rival shovel shrivel signal
    snivel snorkel spiral stencil swivel total towel travel trowel tunnel unravel yodel
"""
_DOUBLED_ENDINGS = """
    led/ed ling/ing ler/er lers/ers lings/ings lous/ous lously/ously lor/or lors/ors list/ist lists/ists
"""
_SINGLE = "appal distil enrol enthral fulfil instil"
_SINGLE_ENDINGS = "-/l s/ls ment/lment ments/lments"
_BOTH = """
    aetiology/etiology behavioural/behavioral behaviourally/behaviorally behaviourism/behaviorism
    behaviourist/behaviorist behaviourists/behaviorists colourant/colorant colourants/colorants councillor/councilor
    councillors/councilors multicoloured/multicolored tranquilliser/tranquilizer tranquillisers/tranquilizers
    acknowledgement/acknowledgment acknowledgements/acknowledgments aeroplane/airplane aeroplanes/airplanes
    aluminium/aluminum anaemia/anemia anaemic/anemic anaesthesia/anesthesia
    anaesthetic/anesthetic anaesthetics/anesthetics anaesthetist/anesthetist anaesthetists/anesthetists apnoea/apnea
    artefact/artifact artefacts/artifacts axe/ax bacteraemia/bacteremia caesarean/cesarean caesareans/cesareans
    carburettor/carburetor carburettors/carburetors catalogue/catalog catalogued/cataloged catalogues/catalogs
    cataloguing/cataloging centred/centered centring/centering centrefold/centerfold centrepiece/centerpiece
    centrepieces/centerpieces chequered/checkered coeliac/celiac cosier/cozier cosiest/coziest cosily/cozily
    cosiness/coziness cosy/cozy counterdefence/counterdefense defence/defense defenceless/defenseless
    defences/defenses diarrhoea/diarrhea dyspnoea/dyspnea faecal/fecal faeces/feces fibreboard/fiberboard
    fibreglass/fiberglass foetal/fetal grey/gray greyed/grayed greyer/grayer greyest/grayest greying/graying
    greyish/grayish greyness/grayness greys/grays greyscale/grayscale gynaecological/gynecological
    gynaecologist/gynecologist gynaecologists/gynecologists gynaecology/gynecology haematologist/hematologist
    haematology/hematology haematoma/hematoma haematomas/hematomas haemodialysis/hemodialysis
    haemoglobin/hemoglobin haemophilia/hemophilia haemorrhage/hemorrhage haemorrhages/hemorrhages
    haemorrhagic/hemorrhagic haemorrhoids/hemorrhoids hyperglycaemia/hyperglycemia hypoglycaemia/hypoglycemia
    instalment/installment instalments/installments ischaemia/ischemia ischaemic/ischemic jewellery/jewelry
    leukaemia/leukemia leukaemias/leukemias likeable/likable liquorice/licorice manoeuvrable/maneuverable
    manoeuvre/maneuver manoeuvred/maneuvered manoeuvres/maneuvers manoeuvring/maneuvering maths/math mollusc/mollusk
    molluscs/mollusks mould/mold moulded/molded moulding/molding mouldings/moldings moulds/molds mouldy/moldy
    moustache/mustache moustaches/mustaches mum/mom mums/moms oedema/edema oedemas/edemas oesophageal/esophageal
    oesophagus/esophagus oestrogen/estrogen oestrogens/estrogens offence/offense offences/offenses
    orthopaedic/orthopedic orthopaedics/orthopedics paediatric/pediatric paediatrician/pediatrician
    paediatricians/pediatricians paediatrics/pediatrics paedophile/pedophile paedophiles/pedophiles
    paedophilia/pedophilia palaeontologist/paleontologist palaeontologists/paleontologists palaeontology/paleontology
    plough/plow ploughed/plowed ploughing/plowing ploughs/plows ploughshare/plowshare practised/practiced
    practising/practicing pretence/pretense pretences/pretenses pyjamas/pajamas reconnoitre/reconnoiter
    sceptic/skeptic sceptical/skeptical sceptically/skeptically scepticism/skepticism sceptics/skeptics
    septicaemia/septicemia skilful/skillful skilfully/skillfully smoulder/smolder smouldered/smoldered
    smouldering/smoldering smoulders/smolders snowplough/snowplow snowploughs/snowplows theatregoer/theatergoer
    theatregoers/theatergoers towards/toward uncivilised/uncivilized unfavourable/unfavorable
    unfavourably/unfavorably unlabelled/unlabeled unravelled/unraveled unrivalled/unrivaled unsavoury/unsavory
    wilful/willful wilfully/willfully woollen/woolen woollens/woolens
"""
_TO_AMERICAN = """
    ageing/aging analogue/analog amidst/amid amongst/among cheque/check chequebook/checkbook chequebooks/checkbooks
    cheques/checks dreamt/dreamed encyclopaedia/encyclopedia encyclopaedias/encyclopedias foetus/fetus foetuses/fetuses
    gramme/gram grammes/grams judgement/judgment judgements/judgments kerb/curb kerbs/curbs kerbside/curbside
    kilogramme/kilogram kilogrammes/kilograms learnt/learned licence/license licences/licenses metre/meter metres/meters
    milligramme/milligram milligrammes/milligrams practise/practice practises/practices programme/program
    programmes/programs sizeable/sizable speciality/specialty specialities/specialties spoilt/spoiled storey/story
    storeys/stories sulphate/sulfate sulphates/sulfates sulphide/sulfide sulphur/sulfur sulphuric/sulfuric tyre/tire
    tyres/tires whilst/while yoghurt/yogurt yoghurts/yogurts
"""
"""What the American word has other senses for, or Britain writes both of: only this way."""
_TO_BRITISH = "analyses/analyzes catalyses/catalyzes paralyses/paralyzes dialyses/dialyzes"
"""Plurals are spelled alike."""
_NAMES = """
    World Health Organization/World Trade Organization/World Meteorological Organization
    Pan American Health Organization/North Atlantic Treaty Organization/World Tourism Organization
    World Intellectual Property Organization/Food and Agriculture Organization/International Maritime Organization
    International Civil Aviation Organization/International Organization for Standardization
    International Organization for Migration/United Nations Industrial Development Organization
    International Labour Organization/International Labour Office/International Labour Conference
    Organisation for Economic Co-operation and Development/Labour Party/Centers for Disease Control/Pearl Harbor
    Medal of Honor/World Trade Center/Kennedy Center/Rockefeller Center/Lincoln Center
    Legion of Honour/rigor mortis
"""
_JOINTS = ("and", "or", "to", "-", "–")
_TWO_WAYS = frozenset(
    """
    towards toward maths math likeable acknowledgement acknowledgements acknowledgment ageing judgement judgements
    sizeable axe ax amongst amidst artefact artefacts artifact artifacts
    """.split()
)
"""What one variety writes beside its own word."""


def _parted(pairs: str) -> Iterator[tuple[str, str]]:
    """Yield a British spelling and the American one of each pair."""
    for pair in pairs.split():
        british, _, american = pair.replace("-", "").partition("/")
        yield british, american


def _inflected(stems: str, endings: str) -> Iterator[tuple[str, str]]:
    for stem in stems.split():
        for british, american in _parted(endings):
            yield stem + british, stem + american


def _spellings_of(names: str) -> Iterator[tuple[str, str]]:
    """Yield names as either variety may write them, small, and as they are."""
    for name in filter(None, map(str.strip, names.replace("\n", "/").split("/"))):
        words = name.lower().split()
        for spelled in product(
            *(sorted({word, _BRITISH.get(word, word), _AMERICAN.get(word, word)}) for word in words)
        ):
            yield " ".join(spelled), name


_OXFORD = dict(_inflected(_ISE, _ISE_ENDINGS))
"""Those that some in Britain write as Americans do."""
_PAIRS = _OXFORD | dict(
    chain(
        _inflected(_OUR, _OUR_ENDINGS),
        _inflected(_YSE, _YSE_ENDINGS),
        _inflected(_RE, _RE_ENDINGS),
        _inflected(_DOUBLED, _DOUBLED_ENDINGS),
        _inflected(_SINGLE, _SINGLE_ENDINGS),
        _parted(_BOTH),
    )
)
_AMERICAN = _PAIRS | dict(_parted(_TO_AMERICAN))
_BRITISH = {american: british for british, american in (*_PAIRS.items(), *_parted(_TO_BRITISH))}
_SPELLED = dict(_spellings_of(_NAMES))


def _begin_no_name(words: Iterable[str]) -> frozenset[str]:
    """Return the participles and prepositions among words."""
    return frozenset(word for word in words if word.endswith(("ed", "ing", "wards", "ward", "st")))


VARIETIES = (
    Variety(
        name="British English",
        regions=frozenset({"GB", "IE", "IN", "NZ", "ZA"}),
        words=_BRITISH,
        telling=frozenset(_BRITISH) - _TWO_WAYS - frozenset(_OXFORD.values()),
        begin_no_name=_begin_no_name(_BRITISH),
        names=_SPELLED,
        is_month_first=False,
        joints=_JOINTS,
    ),
    Variety(
        name="American English",
        regions=frozenset({"US"}),
        words=_AMERICAN,
        telling=frozenset(_AMERICAN) - _TWO_WAYS,
        begin_no_name=_begin_no_name(_AMERICAN),
        names=_SPELLED,
        is_month_first=True,
        joints=_JOINTS,
    ),
)
