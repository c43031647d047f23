"""Documents that are texts with marks in them: LaTeX, reStructuredText, AsciiDoc, wikis, vocabularies of XML."""
