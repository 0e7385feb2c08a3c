"""`dmreader/1`: against its schema, and back to the comparison it was made from."""

import json
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from dmreader.exporting import wording
from dmreader.model import Comparison
from tests.exporting.conftest import Render


@pytest.fixture(scope="module")
def schema() -> Draft202012Validator:
    text = files("tests.exporting").joinpath("dmreader-1.schema.json").read_text(encoding="utf-8")
    Draft202012Validator.check_schema(json.loads(text))
    return Draft202012Validator(json.loads(text))


@pytest.fixture
def document(render: Render) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(render("json"))
    return found


def test_the_document_keeps_to_its_schema(schema: Draft202012Validator, document: dict[str, Any]) -> None:
    assert list(schema.iter_errors(document)) == []
    del document["links"][0]["why"]
    assert len(list(schema.iter_errors(document))) == 1


def test_the_engines_comparison_keeps_to_the_schema(
    schema: Draft202012Validator, comparison: Comparison, render: Render
) -> None:
    assert list(schema.iter_errors(json.loads(render("json", comparison)))) == []


def test_everything_found_is_in_the_document(made: Comparison, document: dict[str, Any]) -> None:
    assert [s["text"] for s in document["sources"]] == [s.text for s in made.sources]
    assert [s["name"] for s in document["sources"]] == [s.name for s in made.sources]
    for source, spans in zip(document["sources"], made.sentences, strict=True):
        assert [(s["start"], s["end"]) for s in source["sentences"]] == [tuple(span) for span in spans]
    assert [tuple(p.values()) for p in document["passages"][0]["occurrences"]] == list(
        made.passages[0].occurrences
    )
    for row, link in zip(document["links"], made.links, strict=True):
        assert (tuple(row["a"].values()), tuple(row["b"].values())) == (link.a, link.b)
        assert (row["relation"], row["moved"], row["why"]) == (link.relation, link.moved, link.why)
        assert row["score"] == pytest.approx(link.score, abs=1e-4)
    assert [[tuple(m.values()) for m in g["members"]] for g in document["groups"]] == [
        list(g.members) for g in made.groups
    ]
    assert [tuple(u.values()) for u in document["unique"]] == list(made.unique)
    assert document["facts"][0]["sides"][1]["spans"][0]["source"] == 1
    assert document["summary"]["pairs"][0]["near_verbatim"] == 1


def test_a_speaker_that_only_another_source_names_has_no_place(document: dict[str, Any]) -> None:
    told = {"name": "Moby", "start": None, "end": None, "source": 0, "known": True}
    assert document["quotes"][2]["speaker"] == told
    assert document["quotes"][3]["speaker"] is None
    assert document["quotes"][0]["why"] == "between its marks"


def test_changes_are_the_words_that_differ(made: Comparison, document: dict[str, Any]) -> None:
    changes = document["links"][2]["changes"]
    texts = [
        tuple(made.sources[s].text[c[k]["start"] : c[k]["end"]] for s, k in ((0, "a"), (1, "b")))
        for c in changes
    ]
    assert texts == [("Nobody was", "No one felt"), ("of", "about")]
    assert "changes" not in document["links"][1]
    assert document["summary"]["changes"] is True


def test_large_comparisons_say_that_changes_are_left_out(
    render: Render, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wording, "_MOST", 10)
    document = json.loads(render("json"))
    assert not any("changes" in link for link in document["links"])
    assert document["summary"]["changes"] is False


def test_the_document_is_harmless_to_any_terminal(render: Render) -> None:
    text = render("json")
    assert text.isascii()
    assert not any(ord(c) < 32 and c != "\n" for c in text)
