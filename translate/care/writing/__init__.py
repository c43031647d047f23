"""How the target is written: its letters, marks, quotation marks and spelling."""
