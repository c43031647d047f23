"""Documents of InDesign in its markup language, IDML: stories, and the order in which a reader meets them."""
