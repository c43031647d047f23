"""Plain text: paragraphs, wrapped lines, columns and references, rebuilt around other texts."""
