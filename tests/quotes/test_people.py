"""The persons behind the words: variants of one name, pronouns, what carries the words."""

import json
import re
from pathlib import Path

import pytest

from dmreader.language.quotes.spans import QuoteSpan
from dmreader.language.quotes.speakers import attribute
from dmreader.model import Source
from tests.quotes.speaking import names


def test_a_short_name_is_the_long_one() -> None:
    marked = "“⟦Yes,⟧” said Mara Quill, a pilot. “⟦No,⟧” Quill said. “⟦Perhaps,⟧” said Ms. Quill."
    assert names(marked) == ["Mara Quill"] * 3


def test_a_first_name_is_found_where_nobody_speaks() -> None:
    marked = "it was seen by ms mara quill , from leeds\nms quill said : ' ⟦who is it⟧ '\n"
    assert names(marked) == ["mara quill"]


def test_two_persons_stay_two() -> None:
    marked = "“⟦Yes,⟧” said Mara Quill. “⟦No,⟧” said Peter Vane. “⟦Never,⟧” Vane said."
    assert names(marked) == ["Mara Quill", "Peter Vane", "Peter Vane"]


def test_a_pronoun_is_the_person_of_its_gender() -> None:
    marked = (
        "“⟦Yes,⟧” said Mrs. Mara Quill. “⟦No,⟧” said Mr. Peter Vane. “⟦Never,⟧” she said. “⟦So,⟧” he said."
    )
    mara, peter, she, he = names(marked)
    assert (she, he) == (mara, peter)


@pytest.mark.parametrize(("pronoun", "who"), [("she", "Anna Walker"), ("he", "Peter Vane")])
def test_a_given_name_tells_the_gender_where_nothing_else_does(pronoun: str, who: str) -> None:
    first = "Peter Vane spoke first. Anna Walker spoke second. The Times was there. "
    assert names(f"{first}“⟦We met in Leeds,⟧” {pronoun} said.") == [who]


def test_what_a_title_tells_comes_before_the_given_name() -> None:
    marked = "“⟦No,⟧” said Bill Quill. “⟦Yes,⟧” said Mrs. Quill. Mr. Vane left. “⟦It was fun,⟧” she said."
    assert names(marked)[2] == "Mrs. Quill"


@pytest.mark.parametrize("pronoun", ["I", "it"])
def test_a_pronoun_that_tells_no_person_is_nobody_named_before(pronoun: str) -> None:
    assert names(f"Moby came home early. “⟦Never,⟧” {pronoun} said.") == [pronoun]


def test_said_she_tells_the_gender() -> None:
    marked = "Kim Doe said she was ill. Lee Roe was there. “⟦It hurts,⟧” she wrote."
    assert names(marked) == ["Kim Doe"]


def test_a_title_before_the_name_is_not_the_name() -> None:
    assert names("Harbour user, Frozenbadger, posted it with the caption, “⟦I find this bad.⟧”") == [
        "Frozenbadger"
    ]


def test_what_carries_the_words_belongs_to_who_made_it() -> None:
    marked = "the group even issued an invitation to sean\npart of it read : ' ⟦we want to see you dance⟧ '"
    assert names(marked) == ["the group"]


def test_another_is_one_of_the_group() -> None:
    (name,) = names("members of the club joined in .\nanother said : ' ⟦help me⟧ '")
    assert name is not None
    assert "club" in name


def test_an_account_is_a_name() -> None:
    marked = (
        "another user , with the handle @ tiny , said she hoped so\n' ⟦half of us want it ,⟧ ' she wrote ."
    )
    (name,) = names(marked)
    assert name is not None
    assert "@ tiny" in name


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Die Lage ist ernst. „⟦Wir sind froh⟧“, sagte Polizeisprecherin Anna Müller am Montag.",
            "Anna Müller",
        ),
        ("Es ist der Stand von heute. „⟦Das war knapp⟧“, so der Bürgermeister.", "der Bürgermeister"),
        ("Die Stadt ist leer. Peter Meier erklärte: „⟦Das ist gut.⟧“", "Peter Meier"),
        ("Il est là. « ⟦Nous venons⟧ », a déclaré la présidente Marie Martin lundi à Paris.", "Marie Martin"),
        ("C'est la fête. Selon M. Dupont, c'est « ⟦un scandale⟧ ».", "Dupont"),
        ("La ciudad es de todos. «⟦Ganamos⟧», dijo el alcalde Juan Pérez el lunes.", "Juan Pérez"),
        ("La ciudad es de todos. María López afirmó: «⟦Vamos a ganar.⟧»", "María López"),
    ],
)
def test_other_languages(marked: str, expected: str) -> None:
    (name,) = names(marked)
    assert name is not None
    assert expected in name


def test_pronouns_of_other_languages() -> None:
    marked = "« ⟦Nous venons⟧ », a dit M. Paul Dupont à la presse. « ⟦C'est bien⟧ », a-t-il ajouté."
    assert [name and name.rpartition(" ")[2] for name in names(marked)] == ["Dupont", "Dupont"]


_SPEAKERS = Path(__file__).parent / "seeds_speakers.json"


def test_the_three_articles(seeds: list[Source]) -> None:
    """Annotated by hand: each quotation with the words of which the right name has one."""
    gold = json.loads(_SPEAKERS.read_text("utf-8"))
    right = 0
    for number, source in enumerate(seeds):
        quotes = sorted((q for q in gold if q["source"] == number), key=lambda q: q["start"])
        spans = [QuoteSpan(q["start"], q["end"]) for q in quotes]
        found = attribute(source.text, spans)
        for quote, mention in zip(quotes, found, strict=True):
            right += bool(mention and set(quote["one_of"]) & set(re.findall(r"\w+", mention.name.lower())))
    assert right >= 50


def test_an_account_is_its_owner_where_the_text_ties_them() -> None:
    marked = "Mara Quill (@MaraQ) saw it. Later @MaraQ tweeted: “⟦We found him.⟧” @other wrote: “⟦Yes.⟧”"
    assert names(marked) == ["Mara Quill", "@other"]
    marked = (
        "mara quill , who tweets as @ maraq , wrote : ' ⟦anyone know him⟧ ' .\n@ maraq added : ' ⟦help⟧ ' .\n"
    )
    assert names(marked) == ["mara quill"] * 2


def test_an_account_of_two_is_nobodys() -> None:
    marked = "Mara Quill (@both) and Peter Vane (@both) met. @both tweeted: “⟦We found him.⟧”"
    assert names(marked) == ["@both"]
