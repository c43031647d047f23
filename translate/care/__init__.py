"""What a careful translator does around an engine. Passages in, hypotheses out.

Read `translator` first: a passage goes through the layers, each of which may part it; what is left goes down the steps
to the model, and what the model writes comes back up. `steps` lists both in their order, with the names that
`--without` knows them by. A step has two verbs, `before` and `after` (`base`).

The engine       translator steps base tasks revising composing replacing rewording repair retouching leading
Layers           branching lining labelling filled accelerators striking tying untying tags
Kept as it is    protection foreign addresses senses
Codes and signs  placing fitting matching grid nodes signs anchors
Names            persons name_fields kept_places renaming rare_names known_names lone_places
Measures         measures paging
Phrases, labels  phrasing labels compounds untitled shouted first_words
Words            rarities rare_words renderings word_senses wording leftovers standing
Terms            terms term_lists splicing remains
What got lost    answered members openings watching
How it is written  casing spelling typography quoting marks ellipses repeats
"""
