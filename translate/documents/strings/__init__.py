"""Files of strings, keys with texts: catalogues of messages, data files, tables; only texts change, byte by byte."""
