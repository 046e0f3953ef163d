"""Time: the parts of `annotators.timexes` and `annotators.periods`, in the order in which they work.

words      a text as tokens, each with one letter for what it can be in a time expression
grammar    which sequences of letters are expressions
rules      which function works out what an expression of each kind stands for
context    the day that it is worked out from
calendar   the days that a value stands for
"""
