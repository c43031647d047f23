"""What is true of text in any language: words, protected spans, messages, numerals. Texts in, places out.

What a language's data looks like is said here; what it says is in `languages`. A family is a folder; here lies what
all share: words, and expressions that are compiled when a text first needs them.

Shared         words overlaps faults naming scratch
Expressions    compiled late gated gates
protected/     kinds kind_table figured unbroken kept spans span_rules enclosing messages
inline/        codes inner_codes emptied
numbers/       numerals number_words multiples roman figures directions number_signs paging
amounts/       units quantities currencies measures measured_parts signs
dates/         clock digit_dates months weekdays
proper_names/  names titles surnames given_names lone_names communes places towns streets addresses
usage/         negations opposites enumerations abbreviations acronyms formulas quotes spelling
"""
