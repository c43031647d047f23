"""English titles before names, and what a model may have written in their place."""

from __future__ import annotations

from translate.text.proper_names.titles import Title, TitleForms

TITLES = TitleForms(
    forms={
        Title.MR: r"Mr\.?|Messrs\.?|Mister|M\.",
        Title.MRS: r"Mrs\.?|Ms\.?|Mme\.?|Mmes\.?|Madames?",
        Title.MISS: r"Miss|Misses|Mlle\.?",
        Title.DOCTOR: r"(?:[Tt]he )?(?:Dr\.?|Drs\.?|Dre|Doctors?)",
        Title.PROFESSOR: r"(?:[Tt]he )?(?:Profs?\.?|Pre?|Professors?)",
        Title.COUNSEL: r"Maître|[Mm]aitre|Master|Me",
        Title.SISTER: r"[Ss]ister|Sœur",
        Title.UNCLE: "(?:[Tt]he )?[Uu]ncle",
        Title.AUNT: "(?:[Tt]he )?[Aa]unt(?:ie|y)?",
    },
    in_full={Title.MR: "Monsieur", Title.MISS: "Mademoiselle"},
    joint="and",
    particles=r"d['’]|de |du |des |la |von |van ",
    written={
        Title.MR: ("Mr", "Mr."),
        Title.MRS: ("Mrs", "Mrs.", "Ms", "Ms."),
        Title.MISS: ("Miss", "Ms", "Ms."),
        Title.DOCTOR: ("Dr", "Dr.", "Doctor"),
        Title.PROFESSOR: ("Professor", "Prof.", "Prof"),
        Title.COUNSEL: ("Maître",),
        Title.SISTER: ("Sister",),
        Title.UNCLE: ("Uncle",),
        Title.AUNT: ("Aunt", "Auntie", "Aunty"),
    },
)
