"""Small parts of the HTML page: text from outside made safe, marked, and kept from leaking its direction."""

from collections.abc import Iterable, Sequence
from html import escape

from dmreader.exporting.naming import reference, words
from dmreader.exporting.wording import Thread, weave
from dmreader.marks import UNICODE, WORDS, Piece, Sign
from dmreader.model import Comparison


def isolated(text: str, classes: str = "") -> str:
    """Text from outside inside text of the page: in its own direction, in a language that is not known."""
    marked = f' class="{classes}"' if classes else ""
    return f'<bdi lang=""{marked}>{escape(text)}</bdi>'


def anchor(source: int, sentence: int) -> str:
    """The id of a sentence."""
    return f"s{source}-{sentence + 1}"


def drawn(sign: Sign) -> str:
    """A sign for the eye."""
    return f'<span class="glyph {sign}" title="{WORDS[sign]}" aria-hidden="true">{UNICODE[sign]}</span>'


def glyph(sign: Sign) -> str:
    """A sign, with its meaning for those who do not see it."""
    return f'{drawn(sign)}<span class="spoken">{WORDS[sign]}</span>'


def link(names: tuple[str, ...], source: int, sentence: int, sign: Sign | None = None) -> str:
    """A reference that jumps to its sentence."""
    where = escape(reference(names, source, sentence))
    said = ""
    if sign:
        said = (
            f'<span aria-hidden="true">{UNICODE[sign]} </span><span class="spoken">{WORDS[sign]} in </span>'
        )
    return f'<a href="#{anchor(source, sentence)}">{said}<bdi>{where}</bdi></a>'


def marked(comparison: Comparison, names: Sequence[str], source: int, found: Iterable[Piece]) -> str:
    """A sentence with its shared words and quotations marked."""
    return "".join(_piece(comparison, names, source, piece) for piece in found)


def _piece(comparison: Comparison, names: Sequence[str], source: int, piece: Piece) -> str:
    raw = words(comparison.sources[source], piece.start, piece.end)
    inner = raw if piece.kind == "verbatim" else raw.strip()
    text = escape(inner)
    if piece.quote is not None:
        text = f'<span class="quote">{text}</span>'
    if piece.kind is not None and piece.kind != "unique" and any(c.isalnum() for c in raw):
        others = escape(" and ".join(names[other] for other in sorted(piece.sources)))
        text = f'<mark class="{piece.kind}" title="{WORDS[piece.kind]} in {others}">{text}</mark>'
    before, _, after = raw.partition(inner) if inner else ("", "", raw)
    return f"{before}{text}{after}"


def differing(first: str, second: str) -> str:
    """`second` with what only it has as `<ins>`, what only `first` has as `<del>`, and moved words marked."""
    woven = "".join(_STRANDS[thread].format(escape(text)) for thread, text in weave(first, second))
    return f'<p class="differing" lang="" dir="auto">{woven}</p>'


_STRANDS: dict[Thread, str] = {
    "same": "{}",
    "only first": "<del>{}</del>",
    "only second": "<ins>{}</ins>",
    "moved": f'<span class="shifted" title="{WORDS["moved"]}">{{}}</span>',
}
