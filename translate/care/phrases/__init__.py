"""Texts that are a phrase and no sentence: labels, headings, cells; a list, the phrase table, or the model has them."""
