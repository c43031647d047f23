"""Numbers with what they count: units, currencies, and measures as values."""
