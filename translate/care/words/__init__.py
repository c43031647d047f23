"""Words that a small model has not met, misreads, makes up or leaves: the dictionary knows them."""
