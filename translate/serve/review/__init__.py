"""Review: the units of an output folder and the decisions on them, for the page and for files that leave and return."""
