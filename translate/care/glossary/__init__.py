"""The user's terms: required of the model, put into its draft, and led to."""
