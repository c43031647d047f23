"""English words that have a contrary: by a meaning those that surely say it, and behind a semicolon those that may."""

from __future__ import annotations

from translate.text.usage.opposites import parse_opposites

OPPOSITES = parse_opposites(
    """
    with: with; having including and by in accompanied
    without: without; no not nor never non free none minus except lack lacks lacking less unless excluding but
    before: before; until by prior ahead earlier ago first previous to pre front till previously
    after: after; since following later then from afterwards past post next
    left: left
    right: right
    open: open opened opens opening
    closed: closed shut closes close; closing off locked
    first: first; firstly initial early one
    last: last; latest past final previous recent lastly latter late end former
    rise: increase increases increased rise rises rose risen; growth grow grew grown up higher more climb gain
      improve raised raise surge rising increasing
    fall: decrease decreases decreased fall falls fell fallen decline declined declines; drop dropped lower low
      reduced reduce reduction down cut less slump falling decreasing fewer
    minimum: minimum minimal; least min lowest
    maximum: maximum maximal; most max up highest
    allowed: allowed permitted authorised authorized; licence may can permit permission license let allow
    forbidden: forbidden prohibited banned; not no ban never prohibits illegal cannot
    buy: buy buys bought buyer buyers purchaser; purchase purchased purchases buying
    sell: sell sells sold seller sellers vendor; sale sales selling vendors
    win: win wins won victory winner; gain gained earn earned earns winning beat
    lose: lose loses lost defeat loser; losing waste missed loss losses wasted
    entrance: entrance entrances; entry entries enter hall in starter admission
    exit: exit exits; out output release outing leaving way
    day: day days; daytime daily
    night: night nights; overnight evening tonight midnight
    hot: hot; warm heat heated warmer
    cold: cold; cool chilled cooler cooled
    mother: mother mothers; mum mom
    father: father fathers; dad
    daughter: daughter daughters; girl girls
    son: son sons; wire wires yarn thread threads junior
    sister: sister sisters
    brother: brother brothers
    wife: wife wives; woman women spouse
    husband: husband husbands; spouse bridegroom
    girl: girl girls; daughter
    boy: boy boys; waiter lad
    north: north northern; northwest northeast
    south: south southern; southwest southeast
    east: eastern; east
    west: west western; occidental westerly
    yesterday: yesterday
    tomorrow: tomorrow
    morning: morning mornings; am
    evening: evening evenings; night pm party tonight
    climb: climb climbs climbed ascend; up rise mount ride get go
    descend: descend descends descended; down get go step
    inside: inside indoor interior; within in inner internal home domestic
    outside: outside outdoor exterior; abroad out external foreign outer away
    true: true; real really right correct
    false: false; wrong fake untrue incorrect
    empty: empty; vacuum blank void vacant
    full: full; filled solid fully
    always: always; still ever yet all
    never: never; ever not no
    import: import imports imported importing
    export: export exports exported exporting
    accept: accept accepts accepted; agree agreed agrees
    refuse: refuse refuses refused; reject rejected rejects denied deny declined not
    begin: begin begins began begun start starts started; beginning commence starting first
    end: end ends ended finish finishes finished; completed complete over done
    enable: enable enables enabled; activate activated turn on
    disable: disable disables disabled; deactivate deactivated off turn
    old: old; former ancient older ex oldest long aged elderly
    new: new; another again news other novel further next
    large: large big; great tall major grand high wide greater bigger larger
    small: small little; short minor low tiny petty smaller young breakfast
    long: long; lengthy length longer
    short: short; brief shorter court
    rich: rich; wealthy
    poor: poor; bad
    alive: alive living; live life
    dead: dead; died death deaths deceased die dying killed
    friend: friend friends; girlfriend boyfriend
    enemy: enemy enemies; foe
    easy: easy easily; simple simply
    difficult: difficult; hard tough hardly difficulty difficulties
    fast: fast quick quickly rapid rapidly; quicker faster soon
    slow: slow slowly; slower
    heavy: heavy; heavier heavily
    light: light; slight lightly mild
    push: push pushes pushed; grow
    pull: pull pulls pulled; shoot fire draw drag
    credit: credit credits; loan
    debit: debit debits; flow rate
    lessor: lessor landlord landlords
    lessee: lessee tenant tenants; lodger renter
    plaintiff: plaintiff plaintiffs; applicant claimant
    defendant: defendant defendants
    guilty: guilty; culprit
    innocent: innocent
    present: present; here attended
    absent: absent; missing away off
    legal: legal; lawful statutory
    illegal: illegal; unlawful not
    more: more; further longer over extra
    less: less fewer; least minus lower under below not not no to smaller unless
    over: more_than; over above exceeding upwards beyond more plus
    under: less_than fewer_than; under below less fewer up not no
    at_least: at_least; minimum least more or up
    at_most: at_most; maximum most than up over
    """
)
