"""What parts a passage before it goes to the model, and puts the translations of its parts together."""
