"""Documents that hold texts of other kinds: notebooks with Markdown, mail with plain text and pages."""
