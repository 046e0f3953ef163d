"""Quantity: the parts of `annotators.measures`, in the order in which they work.

tokens     a text as words, numerals and signs
numerals   a number in figures or words, from a token on
names      whether it dates, places or names something instead of counting it
kinds      else whether it is a count, a share, money or a measure (`units`), and the range that it opens
bounds     the words that limit it or say that it is approximate
nouns      what it counts
words      the lexicons that they share
"""
