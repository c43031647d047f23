"""How a language says and writes things: contraries, lists, abbreviations, quotation marks, spelling."""
