"""What a draft lost of its source: it is found, told, and put back."""
