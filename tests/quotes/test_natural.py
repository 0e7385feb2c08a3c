"""Quotations of running text."""

import time

import pytest

from dmreader.language.quotes import find_spans


def found(text: str) -> list[str]:
    return [text[s.start : s.end] for s in find_spans(text)]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("“Yes,” she said. “No.”", ["Yes,", "No."]),
        ('"Yes," she said. "No."', ["Yes,", "No."]),
        ("''We lost,'' he said, ''but not for long.''", ["We lost,", "but not for long."]),
        ("``We lost,'' he said.", ["We lost,"]),
        ("Elle a dit : « Je viens demain. » Puis rien.", ["Je viens demain."]),
        ("Elle a dit : «\u00a0Je viens.\u00a0»", ["Je viens."]),
        ("»Ich komme«, sagte er. »Morgen.«", ["Ich komme", "Morgen."]),
        ("„Ich komme“, sagte er. „Morgen.“", ["Ich komme", "Morgen."]),
        ("„Idę” powiedział.", ["Idę"]),
        ("彼は「行きます」と言った。『本』", ["行きます", "本"]),
        ("”Jag kommer”, sa hon.", ["Jag kommer"]),
        ("Он сказал: «Я приду».", ["Я приду"]),
        ("‘We’re late,’ he said, ‘and it isn’t far.’", ["We’re late,", "and it isn’t far."]),
        ("'We're late,' he said.", ["We're late,"]),
        ("The boys’ house is near the girls’ school.", []),
        ("Rock 'n' roll in the '90s, 'tis said.", []),
        ('It is 6\' 2" tall and 5" wide.', []),
        ("“He told me ‘never’ and left,” she said.", ["He told me ‘never’ and left,"]),
        ("She said: \"He told me 'Well done,' \" and left.", ["He told me 'Well done,'"]),
        ("The “kind” man—“a saint,” they say—left.", ["kind", "a saint,"]),
        ('("Quite," he said.)', ["Quite,"]),
        ("", []),
        ("“”", []),
        ("Il a dit : « Je dis « non » à tous. » Puis rien.", ["Je dis « non » à tous."]),
        ("“One.” “Two “and” three.”", ["One.", "Two “and” three."]),
    ],
)
def test_marks_are_paired(text: str, quotes: list[str]) -> None:
    assert found(text) == quotes


def test_a_quotation_that_is_opened_again_ends_with_its_paragraph() -> None:
    text = "He wrote: “First of all.\n\n“Then this.\n\n“And at last that,” and no more."
    assert found(text) == ["First of all.", "Then this.", "And at last that,"]
    assert [s.closed for s in find_spans(text)] == [False, False, True]
    assert "next paragraph" in find_spans(text)[0].why


def test_a_quotation_may_run_over_wrapped_lines() -> None:
    assert found("He said “this is\na long one” and left.") == ["this is\na long one"]


def test_an_unclosed_quotation_ends_with_its_line_and_is_less_sure() -> None:
    text = "He said “this is all.\n\nShe left. Then: “No,” he said."
    assert found(text) == ["this is all.", "No,"]
    assert find_spans(text)[0].confidence < find_spans(text)[1].confidence


def test_a_lone_closing_mark_quotes_nothing() -> None:
    assert found("and so it goes,” he said. “Yes.”") == ["Yes."]


@pytest.mark.parametrize(("left", "right"), [("‘", "’"), ("'", "'")])
def test_a_single_quotation_within_another_does_not_end_it(left: str, right: str) -> None:
    inner = f"{left}Lock her up{right}"
    text = f"{left}I heard {inner} and laughed,{right} he said. {left}Ah, {right}Tis so.{right}"
    assert found(text) == [f"I heard {inner} and laughed,", f"Ah, {right}Tis so."]


@pytest.mark.parametrize(
    "text", ['She said "" twice.', "“ ” «» 「」", 'He drew "..." and "—" there.', "‘’ '?!'"]
)
def test_marks_without_words_between_them_are_no_quotation(text: str) -> None:
    assert find_spans(text) == []


def test_a_single_mark_that_nothing_closes_for_many_lines_opens_nothing() -> None:
    text = "He said ‘we go\n" + "and the rain went on\n" * 25 + "over the dogs’ bowl."
    assert find_spans(text) == []


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("“Will you? (turning to Emma.) Will you choose?”", ["Will you?", "Will you choose?"]),
        ("“You know, (with a smile at him) I am in no hurry.”", ["You know,", "I am in no hurry."]),
        ("she said : ' no ( lowering her voice ) , never ' .", ["no", "never"]),
        ("“You, (to Ann), will guess (to Ohio they go).”", ["You,", "will guess (to Ohio they go)."]),
        ("“We asked (Mrs Moore) (including nights).”", ["We asked (Mrs Moore) (including nights)."]),
        ("“(laughing) No!” he said.", ["No!"]),
    ],
)  # fmt: skip
def test_what_the_teller_remarks_in_brackets_is_not_spoken(text: str, quotes: list[str]) -> None:
    assert found(text) == quotes


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        (
            "« Ils vont bien, a déclaré la directrice, Amina Yusuf. C’est tout. »",
            ["Ils vont bien,", "C’est tout."],
        ),
        ("« Oui, répondit-elle, je viens. »", ["Oui,", "je viens."]),
        ("« La ville, a dit M. Dupont, paiera. »", ["La ville,", "paiera."]),
        ("« Il dit, je crois, la vérité. »", ["Il dit, je crois, la vérité."]),
        ("« Je l’ai dit, répété, écrit : non ! »", ["Je l’ai dit, répété, écrit : non !"]),
        ("“Oui, répondit-elle, je viens.”", ["Oui, répondit-elle, je viens."]),
    ],
)  # fmt: skip
def test_what_the_teller_says_between_french_marks_is_not_spoken(text: str, quotes: list[str]) -> None:
    assert found(text) == quotes


def test_a_mark_that_is_never_closed_hides_nothing_behind_its_line() -> None:
    text = "He wrote «no close\n「日本『入れ子』語」 and “mixed”\nand „so“ on.\n"
    assert found(text) == ["no close", "日本『入れ子』語", "mixed", "so"]


@pytest.mark.parametrize(
    ("before", "line"), [("“", "«a» \n"), ("", "“Yes, of course, and so on,” he told them (smiling) today. ")]
)
def test_many_quotations_take_linear_time(before: str, line: str) -> None:
    start = time.process_time()
    assert len(found(before + line * 40_000)) == 40_000
    assert time.process_time() - start < 5
