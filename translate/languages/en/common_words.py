"""Frequent English words that are no French ones, nor loans of French: by them a short text is known to be English."""

from __future__ import annotations

COMMON_WORDS = frozenset(
    """
    about above across again all allowed always any anything april are ask august away back because been before
    begin behind below best between beware both bought bring broken brown built button buy by call can cannot
    car careful carry children choose clean click close closed come copyright could cover customer customers day
    days dead december delete deliver did directory disturb do does dog dogs done door doors down download drink
    drive driver drop dry during each early eat edit emergency empty ends enough enter entry every everything
    exit fail failed fall february feel fill find fire floor follow food for forbidden found free friday friend
    friends from full further gentlemen get give given go going good goodbye grass great guest guests had hand
    handle hands happen happens happy hard has have he head hear heart heavy hello help her here high him his
    hold home hope hot hour hours house how however insert inside installed into is it its january july jumps
    keep keeps key keys kind know known ladies large last late lazy learn leave left less let license life light
    like listen little live load loaded lock login look lost love low made make man many meet meeting men mind
    monday more morning most move must my name need never new news next night no nobody not nothing now of off
    often old once one online only onto open opened order other our out outside over own owner paid paint park
    password pay people phone pick play please power press private problem problems provided pull push put quiet
    read ready really regards remember reserved return right rights road roll room run running said same
    saturday save say school sea seats see sell send sent shall she ship shop should show side sign since sit
    sleeping slow small smoke smoking software sold some someone something song soon sorry speak staff stand
    start stay still stop stranger street strong such sunday sure swim switch take taken talk tell than thank
    thanks that the their them then there these they thing things think this those through thursday time to
    today together tomorrow too touch toward town try tuesday turn under undone until up update upside use used
    user very visit wait walk want warning warranty was watch water way we wear wednesday welcome well went were
    wet what when where which while white who whole why will wind window wish with within without woman women
    word words work working world would write wrong year years yes yesterday yet you young your yours
    """.split()
)
