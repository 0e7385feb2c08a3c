"""The classes of a word that the search for speakers tells apart, as bits of one number."""

# Classes of a word; a word may be of several.
QUOTE = 1  # a whole quotation, folded to one token
END = 2  # the end of a sentence
BREAK = 4  # a line end, which is the end of a sentence, too
MARK = 8  # punctuation
SAY = 16  # a verb that carries a quotation: `said`
JUDGE = 32  # a verb that gives somebody's words with a colour: `called`
ACT = 64  # another verb: `took`
AMBIGUOUS = 128  # a noun as well as the verb: `report`
PARTICIPLE = 256  # `adding`
AUXILIARY = 512
DETERMINER = 1024
SUBJECT = 2048  # a pronoun that can be a subject: `she`
OBJECT = 4096
RELATIVE = 8192
PREPOSITION = 1 << 14
COORDINATOR = 1 << 15
SUBORDINATOR = 1 << 16
ADVERB = 1 << 17
TIME = 1 << 18
TITLE = 1 << 19
CARRIER = 1 << 20
POSSESSIVE = 1 << 21
NUMBER = 1 << 22
BEING = 1 << 23
INNER = 1 << 24  # a preposition that continues a noun phrase: `of`
BASE = 1 << 26  # an ambiguous form without ending, which needs a subject beside it: `post`
SPEECH = 1 << 25  # a noun for what somebody says: `claim`

VERB = SAY | JUDGE | ACT
