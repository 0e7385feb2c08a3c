"""The teller's words between French guillemets: `« Ils vont bien, a déclaré Mme Yusuf. C’est tout. »`.

French prints who speaks within the marks, behind a comma, the verb before its subject. That is not spoken;
the quotation is what stands before and behind it, and finds its speaker between the two.
"""

import re
from collections.abc import Iterator
from functools import cache

from dmreader.language.quotes.lexicon import verbs_of
from dmreader.language.quotes.spans import QuoteSpan

_VERB = re.compile(
    r",\s(?:(?:l(?:ui|eur)|m['’]|nous|s['’])\s?)?(?:(?:a|ont|avait|avaient|est|était)\s)?(?P<verb>[^\W\d_]+)"
)


@cache
def _subject() -> re.Pattern[str]:
    name = r"[^\W\d_a-zà-ÿ][\w’'-]*"
    begins = rf"MM?\.|[LlDd]['’]|l[ea]s?\s|une?\s|s(?:on|a|es)\s|ce(?:tte|s)?\s|(?={name})"
    noun = rf"(?:{begins})[^,.;:!?«»]{{1,60}}?"
    pronoun = r"-(?:t-)?(?:ils?|elles?|on|je)\b"
    return re.compile(rf"(?:{pronoun}|\s{noun}(?:,\s{name}(?:\s{name})*)?)(?=[.,;:!?]|\s*\Z)[.,;:!?]?\s*")


def without_incises(text: str, span: QuoteSpan) -> Iterator[QuoteSpan]:
    """`span` of `text` in pieces without the teller's words; itself where there are none."""
    at = span.start
    if "«" in text[max(0, at - 2) : at]:
        for verb in _VERB.finditer(text, span.start, span.end):
            if verb.start() < at or verb["verb"].lower() not in verbs_of("fr"):
                continue
            if subject := _subject().match(text, verb.end(), span.end):
                yield span._replace(start=at, end=verb.start() + 1)
                at = subject.end()
    if at < span.end:
        yield span._replace(start=at)
