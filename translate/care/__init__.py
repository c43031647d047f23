"""What a careful translator does around an engine. Passages in, hypotheses out."""
