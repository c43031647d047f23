"""French titles before names: « M. », « Mme », « Mᵉ », « le Dr », « MM. », and what stands in full."""

from __future__ import annotations

from translate.text.proper_names.titles import Title, TitleForms

_NAME = r"\p{Lu}\p{L}+(?:[ -]\p{Lu}\p{L}+)*"
_SEVERAL = rf"(?=\s+{_NAME}(?:,\s+{_NAME})*\s+et\s+\p{{Lu}}\p{{Ll}})"
"""Two names or more: « professeurs d'Anglais » and « maîtres Zen » name nobody."""
_NOBODYS = r"(?<!(?:[MTSmts](?:on|a)|otre|eur|une?|ette) )"
"""Of « mon oncle Paul » a model writes *my uncle Paul* by itself."""
TITLES = TitleForms(
    forms={
        Title.MR: r"M\.(?!-)|Mʳ|Mr\.?",
        Title.MRS: r"Mme\.?|Mᵐᵉ|MME",
        Title.MISS: r"Mlle\.?|Mˡˡᵉ|MLLE",
        Title.DOCTOR: r"Dre?\.?|Dʳ|Docteure?",
        Title.PROFESSOR: r"Pre?\.?|Prof\.|Professeure?",
        Title.COUNSEL: r"Me|Mᵉ|Maître",
        Title.SISTER: r"S(?:œ|oe)ur",
        Title.UNCLE: rf"{_NOBODYS}(?:[Ll]['’])?(?:[Oo]ncle|[Tt]onton)",
        Title.AUNT: rf"{_NOBODYS}(?:[Tt]ante|[Tt]ata|[Tt]atie)",
    },
    plurals={
        Title.MR: rf"MM\.|[Mm]essieurs{_SEVERAL}",
        Title.MRS: rf"Mmes\.?|[Mm]esdames{_SEVERAL}",
        Title.MISS: rf"Mlles\.?|[Mm]esdemoiselles{_SEVERAL}",
        Title.DOCTOR: rf"Drs\.?|[Dd]octeurs{_SEVERAL}",
        Title.PROFESSOR: rf"Prs\.?|[Pp]rofesseurs{_SEVERAL}",
        Title.COUNSEL: rf"Mes{_SEVERAL}|Mᵉˢ|[Mm]aîtres{_SEVERAL}",
    },
    in_full={
        Title.MR: "[Mm]onsieur",
        Title.MRS: "[Mm]adame",
        Title.MISS: "[Mm]ademoiselle",
        Title.DOCTOR: "docteure?",
        Title.PROFESSOR: "professeure?",
        Title.COUNSEL: "maître",
    },
    articles={
        "le": "",
        "la": "",
        "les": "",
        "du": "de",
        "des": "de",
        "au": "à",
        "aux": "à",
        "mme le": "",
        "mme la": "",
        "m. le": "",
    },
    joint="et",
    particles=r"d['’]|de |du |des |de la |de l['’]|von |van ",
)
