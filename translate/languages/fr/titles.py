"""French titles before names: « M. », « Mme », « Mᵉ », « le Dr », « MM. », and what stands in full."""

from __future__ import annotations

from translate.text.titles import Title, TitleForms

TITLES = TitleForms(
    forms={
        Title.MR: r"M\.(?!-)|Mʳ|Mr\.?",
        Title.MRS: r"Mme\.?|Mᵐᵉ|MME",
        Title.MISS: r"Mlle\.?|Mˡˡᵉ|MLLE",
        Title.DOCTOR: r"Dre?\.?|Dʳ|Docteure?",
        Title.PROFESSOR: r"Pre?\.?|Prof\.|Professeure?",
        Title.COUNSEL: r"Me|Mᵉ|Maître",
        Title.SISTER: r"S(?:œ|oe)ur",
    },
    plurals={
        Title.MR: r"MM\.|[Mm]essieurs",
        Title.MRS: r"Mmes\.?|[Mm]esdames",
        Title.MISS: r"Mlles\.?|[Mm]esdemoiselles",
        Title.DOCTOR: r"Drs\.?|[Dd]octeurs",
        Title.PROFESSOR: r"Prs\.?|[Pp]rofesseurs",
        Title.COUNSEL: r"Mes(?=\s+\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?(?:,\s+\p{Lu}\p{Ll}+)*"
        r"\s+et\s+\p{Lu}\p{Ll})|Mᵉˢ|[Mm]aîtres",
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
