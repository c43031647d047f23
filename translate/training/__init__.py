"""Training: sentence pairs and a recipe in, a Marian model with its card out. Needs torch: nothing else imports it."""
