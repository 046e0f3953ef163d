"""Quantity: the parts of `annotators.measures`, in the order in which they work.

tokens     a text as words, numbers and signs
numerals   the number that starts at a token (a `numeral`): in `digits`, or in `number_words` and `rows` of them, with `scales`;
           vague amounts, `fractions`, `ratios`
names      whether it dates, places or names something instead of counting it: `dates`, `ages`, `titles` ("Resolution 2254"),
           `affixes` ("T-72", "5G"), `scores`; they look at what is `following`
kinds      else what kind of quantity it is: a number `with_unit` (`units`), and the `ranges` that it opens
bounds     the words that limit it or say that it is approximate
counted    what it counts: `nouns` behind it (out of `chunks`), `labels` before it
zeros      "no civilians", "not a single convoy"
words      the lexicons that they share
"""
