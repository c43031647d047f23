"""TMX: the format, its units and their parts."""
