"""Names of persons and of places: where they stand in a text, and how other languages write them."""
