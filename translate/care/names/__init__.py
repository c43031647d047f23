"""Names of persons and of places: kept, called as the target calls them, or put right."""
