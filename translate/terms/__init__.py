"""Terms: a glossary in, what must and may not stand in a target out."""
