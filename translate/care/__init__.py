"""What a careful translator does around an engine. Passages in, hypotheses out.

Read `translator` first: a passage goes through the layers, each of which may part it; what is left goes down the steps
to the model, and what the model writes comes back up. `steps` lists both in their order, with the names that
`--without` knows them by. A step has two verbs, `before` and `after` (`base`). A family of steps is a folder; here lie
the engine itself and what the folders share.

The engine  translator steps tasks revising rewording repair
Shared      base composing replacing casing measures standing
layers/     branching lining labelling filled accelerators striking
phrases/    phrasing labels name_fields lone_places untitled paging
kept/       protection foreign addresses senses
names/      persons titling families kept_places renaming rare_names known_names organisations peoples
glossary/   terms term_lists splicing leading
words/      rarities rare_words renderings forms remains word_senses wording leftovers compounds first_words
codes/      placing fitting matching grid nodes signs anchors tying untying tags
lost/       answered members openings retouching watching
writing/    spelling typography quoting marks ellipses repeats shouted
"""
