"""What is true of text in any language: words, protected spans, messages, numerals. Texts in, places out."""
