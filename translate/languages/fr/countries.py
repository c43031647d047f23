"""Countries of one word that an article stands before in French, « le Maroc », and none in other languages."""

from __future__ import annotations

COUNTRIES = frozenset(
    """
    afghanistan albanie algérie allemagne andorre angleterre angola argentine arménie australie autriche azerbaïdjan
    bahreïn bangladesh barbade belgique belize bhoutan birmanie biélorussie bolivie botswana brunei brésil bulgarie
    burundi bénin cambodge cameroun canada chine colombie congo corée croatie danemark dominique espagne estonie
    finlande france gabon gambie ghana grèce guatemala guinée guyana guyane géorgie honduras hongrie inde indonésie
    irak iran irlande islande israël italie jamaïque japon jordanie kazakhstan kenya kirghizistan kosovo koweït laos
    lesotho lettonie liban libye libéria liechtenstein lituanie luxembourg macédoine malaisie malawi mali malte
    maroc mauritanie mexique moldavie monaco mongolie monténégro mozambique myanmar namibie nicaragua niger nigeria
    nigéria norvège népal oman ouganda ouzbékistan pakistan palestine panama paraguay pologne portugal pérou qatar
    roumanie russie rwanda salvador serbie slovaquie slovénie somalie soudan suisse suriname suède syrie sénégal
    tadjikistan tanzanie tchad tchéquie thaïlande togo tunisie turkménistan turquie ukraine uruguay
    venezuela vietnam viêtnam yémen zambie zimbabwe écosse égypte érythrée éthiopie
    """.split()
)
"""Small. Those that mean something else with an article, « la Grenade », are not among them, and rivers are none."""
