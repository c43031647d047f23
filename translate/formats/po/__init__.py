"""Catalogues of gettext as bitexts: messages, their translations, and what flags say of them."""
