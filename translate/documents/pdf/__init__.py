"""PDF: what it shows comes in, a document of paragraphs, headings, lists and tables goes out."""
