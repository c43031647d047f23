"""Function words of French."""

from __future__ import annotations

FUNCTION_WORDS = frozenset(
    """
    le les des du une est et dans pour que qui sur au aux avec ne pas ce cette ces son ses leur leurs par plus
    nous vous il elle ils elles je où mais ou donc être avoir sont était été fait comme tout tous très aussi à y
    mon ton mes tes sa ma ta moi toi lui cela ça c j l d n s qu ai avez avons ont suis êtes sommes sera peut
    peux faut si chez sans sous entre depuis quand alors rien jamais toujours encore déjà même bien trop
    beaucoup tu es en de la a un te me se on as
    """.split()
)
TELLTALE_WORDS = frozenset(
    """
    les des du une dans avec que qui est sont cette ces leurs nous vous ils elles je où mais donc était étaient
    été être aux pas très aussi cela ça chez sous depuis quand alors jamais toujours encore déjà même beaucoup
    lorsque puis ont avait avaient sera peut peuvent doit doivent fait faire celui celle ceux notre votre mon
    ses quelque quelques plusieurs ainsi selon afin parce lui leur tous toutes tout toute et il elle le
    """.split()
)
