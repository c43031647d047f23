"""What is no text to translate: it is kept from the model, or comes back as it is."""
