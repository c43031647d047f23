"""Numbers of a text, in figures, in Roman figures and in words, and what is counted with them."""
