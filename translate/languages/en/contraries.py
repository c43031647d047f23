"""English words that have a contrary, one pair a line: the words of the one, a bar, and those of the other.

Those before the semicolon surely mean it; those behind it may. Two words with a low line may stand apart: `turn_off`.
"""

from __future__ import annotations

CONTRARIES = """
    rise increase grow climb soar rose risen grew grown go_up ; raise up higher more gain surge expand improve
      get extend enhance build | fall drop decrease decline lower diminish plummet slump fell fallen decreased
      go_down drop_off ; reduce down less fewer under shrink cut lose loss below back collapse weaken crash plunge
      tumble sink slide
    add insert append ; put include plus more in join | remove withdraw delete subtract take_out take_off
      take_away pull_out ; off out from without less minus deduct clear strip eliminate drop erase
    turn_on switch_on put_on ; light lit on start ignite enable activate run | turn_off switch_off extinguish
      put_out ; off stop out disable shut close down
    tighten ; tight fasten squeeze hold | loosen slacken unscrew ; loose relax release undo
    open ; opened unlock on start | close shut ; closed lock off seal end near conclude
    below beneath underneath ; under lower down bottom less following hereunder | above ; over up upper on top
      higher more aforementioned beyond previous
    under ; below beneath less | over ; above more on top
    employer ; boss company firm | employee ; worker staff
    lender ; creditor bank | borrower ; debtor
    seller vendor ; dealer trader retailer merchant sale salesman shopkeeper shop | buyer purchaser ; customer
      purchase client shopper
    teacher ; master instructor lecturer professor | pupil student ; learner schoolchild child
    rarely seldom ; rare few little hardly uncommon scarcely infrequent | often frequently ; frequent many
      usually common regularly much repeatedly always
    optional voluntary ; may if choice | mandatory compulsory obligatory required ; must require need have bound
      necessary essential binding
    begin start commence began begun ; open launch set initial early onset beginning first outset | end finish
      terminate ; final last stop complete close over conclude ending result expire until finally
    upper ; top higher above superior up | lower ; bottom below inferior down under
    public ; open audience civil government state | private ; personal individual inside
    loud ; loudly high aloud strong out | quiet soft ; low quietly calm silent whisper
    strong ; powerful high heavy sharp intense firm severe large big great | weak ; low faint poor slight feeble
      slow small soft
    high ; tall top up great large upper elevated expensive strong | low ; lower bottom short cheap small little
      weak down deep
    wide ; broad large great width | narrow ; tight close thin
    deep ; low far depth | shallow ; surface low
    thick ; dense heavy | thin ; fine narrow lean slim
    wet damp moist ; humid rain | dry ; dried drought
    clean ; cleanse own tidy clear neat | dirty ; soil foul unclean
    sweet ; soft gentle mild | bitter ; sour sharp harsh
    expensive costly ; dear high price | cheap inexpensive ; low bargain good affordable
    near close ; next nearby by around | far distant ; away long remote
    even ; equal level pair | odd ; strange unpaired
    positive ; good | negative ; bad no not
    gain ; earn win profit benefit | loss ; lose lost waste
    advantage ; benefit asset plus edge | disadvantage drawback ; downside against
    succeed ; success manage pass | fail ; failure miss flunk
    appear ; seem show emerge | disappear vanish ; gone
    arrival ; arrive come | departure ; leave start depart
    lend lent ; loan provide ready | borrow ; take
    earn ; win make gain | spend ; cost
    save ; keep rescue economy | waste ; lose spend
    lengthen extend prolong ; long | shorten ; short cut reduce
    widen broaden enlarge ; wide expand | narrow ; tighten
    accelerate speed_up ; fast quick | slow_down brake decelerate ; slow
    strengthen reinforce ; strong | weaken ; weak
    improve ; better good | worsen deteriorate ; worse bad damage
    ask ; question | answer reply ; respond
    attack ; assault | defend protect ; defence
    uncle | aunt
    nephew | niece
    grandfather ; grandpa granddad grandparent | grandmother ; grandma granny grandparent
    grandson ; grandchild | granddaughter ; grandchild
    urban ; city town | rural ; country village
    internal ; inside inner interior in domestic | external ; outside outer exterior out foreign
    indoor ; inside | outdoor ; outside
    import ; bring | export ; out
    maximum ; max most | minimum ; min least
    majority ; most age main | minority ; few
    greater larger bigger ; more high | smaller ; less low
    permanent ; lasting standing | temporary ; provisional interim
    raw ; uncooked crude gross | cooked ; cook done
    liquid fluid | solid ; firm
    top ; high up upper above | bottom ; low down base foot end
    sunrise dawn ; daybreak morning | sunset dusk ; nightfall
    attach fasten ; fix tie bind connect join stick secure | detach unfasten ; remove loose separate
    connect plug_in ; link join log on | disconnect unplug ; cut off
    lock ; close block shut | unlock ; open
    load ; charge fill | unload discharge ; empty
    charge ; load bill cost full | discharge ; empty
    install ; set instal put fit | uninstall ; remove
    freeze froze frozen ; ice gel | thaw melt defrost ; warm
    inhale breathe_in ; breath | exhale breathe_out ; breath
    lift raise ; up high | lower ; down drop
    approve ; agree pass | reject refuse ; deny
    agree ; accord consent ok | disagree ; not
    allow permit ; let enable | forbid prohibit ban ; prevent no not
    encourage ; support promote | discourage deter ; not
    guilty | innocent ; not
    polite ; kind courteous | rude impolite ; coarse
    simple ; easy plain single | complex complicated ; difficult
    active ; working on | inactive passive ; off
    modern ; new recent | ancient ; old
    natural ; nature | artificial ; man false
    left-hand ; left | right-hand ; right
    inlet intake ; in input entry | outlet ; out output socket
    input ; in enter entry | output ; out
    supplier provider ; vendor | customer client ; user buyer
    upstream ; above | downstream ; below
    consumer ; customer user | producer manufacturer ; make
    slowly ; slow gently | quickly fast rapidly ; rapid quick soon
    sender ; from shipper consignor | recipient addressee consignee ; to receiver
    better ; best improve more well | worse ; worst less bad poor
    behind ; back rear after following | in_front_of ; ahead front before opposite facing
    forward ; ahead front on further | backward backwards ; back behind
    horizontal ; across flat level | vertical ; upright straight
    early ; earlier soon first beginning old initial young | late ; later last recent end dead delay
    heat warm_up ; hot warm | cool chill cool_down ; cold fresh refresh
    arrive ; come reach arrival get happen | leave depart ; go departure out left
    winter | summer
    happy ; glad content pleased | sad unhappy ; sorry
    fill ; full complete stuff | empty ; drain clear
    male ; man men masculine he boy | female ; woman women feminine she girl
    war ; fight | peace ; quiet
    question ; ask issue | answer ; reply response
    gross ; rough | net ; clear
    clockwise | anticlockwise counterclockwise ; counter anti
    partly partially ; part some | entirely completely fully wholly ; all full whole total quite
    pack wrap ; box | unpack unwrap ; open
    everywhere | nowhere ; not
    plural ; several | singular ; single
    alive | dead ; died die
    noon midday ; noontime | midnight
"""
