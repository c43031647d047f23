"""French words that lead a clause: a translation that leaves out what follows has left out a clause."""

from __future__ import annotations

CLAUSE_LEADS = frozenset("car parce puisque lorsque quand afin tandis comme si mais donc puis".split())
