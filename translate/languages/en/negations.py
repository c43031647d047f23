"""What may say in English what another language denies: words of denial, and words that imply one."""

from __future__ import annotations

from translate.text.usage.negations import Negations

_WORDS = (
    "no", "not", "non", "none", "nobody", "nothing", "nowhere", "never", "neither", "nor", "cannot", "without", "few",
    "fewer", "little", "less", "least", "hardly", "scarcely", "barely", "rarely", "seldom", "only",
    "too", "until", "instead", "rather", "except", "yet", "ever", "far", "against", "wrong", "short", "ignorant",
    "doubt",
)  # fmt: skip
_DENYING_STEMS = (
    "fail", "lack", "refus", "avoid", "prevent", "prohibit", "forbid", "reject", "disallow",
    "im(?:mobile|perfect|possib|precis|probab)", "in(?:ab|accur|act|adequ|appropr|capab|complet|correct|dep|effect"
    "|signif|suffic|valid|visib)", "ir(?:regul|relev|respons)", "il(?:leg|log)",
    "non-?\\w{3}", "un(?!der|til|ion|it|iv|iq|if|cles?\\b)\\w{3}",
)  # fmt: skip
_STEMS = (
    "miss", "stop", "ceas", "lost", "lose", "oppos", "keep", "difficult",
    "dis(?:agree|appear|approv|believ|honest|lik|obey|pleas|regard|respect|satisf)",
)  # fmt: skip
_ANSWERING = (
    "no", "not", "non", "none", "never", "nor", "cannot", "without", "only", "free", "off", "ban", "bans", "banned",
    "barred", "forbade", "excluded", "exclusive", "restricted", "limited", "out", "private",
)  # fmt: skip

NEGATIONS = Negations(
    maybe=rf"(?<!\w)(?:{'|'.join(_WORDS)})(?!\w)|(?<!\w)(?:{'|'.join(_DENYING_STEMS)})|(?<!\w)(?:{'|'.join(_STEMS)})"
    r"|n['’]t(?!\w)|(?<=\w)less(?:ly|ness)?(?!\w)",
    answering=rf"(?<!\w)(?:{'|'.join(_ANSWERING)})(?!\w)|(?<!\w)(?:{'|'.join(_DENYING_STEMS)})|n['’]t(?!\w)|(?<=\w)less(?!\w)",
    phrases=(
        ("harmless", r"(?<!\w)(?:all right|alright|ok|okay|fine|matter)(?!\w)"),
        ("cheap", r"(?<!\w)(?:cheap|affordable|inexpensive)"),
        ("near", r"(?<!\w)(?:near|close)"),
        ("common", r"(?<!\w)(?:common|often|frequent)"),
        ("remember", r"(?<!\w)(?:remember|sure(?!\w))"),
        ("soon", r"(?<!\w)(?:soon|shortly|quickly)(?!\w)"),
        ("stay", r"(?<!\w)(?:still|stay|hold|wait)(?!\w)"),
        ("calm", r"(?<!\w)(?:relax|calm|easy|worry)(?!\w)"),
        ("away", r"(?<!\w)(?:away|out|absent|gone)(?!\w)"),
        ("right", r"(?<!\w)(?:right|point)(?!\w)"),
        ("good", r"(?<!\w)(?:good|well|quite|pretty|fine)(?!\w)"),
    ),
)
