"""The README says what the program does."""

import re
import subprocess

from tests.readme.parts import README, renewed

ROOT = README.parent


def test_the_generated_parts_are_what_the_program_says() -> None:
    text = README.read_text(encoding="utf-8")
    assert renewed(text) == text, "run: python -m tests.readme"


def test_the_first_screen_holds_exactly_two_commands() -> None:
    first = README.read_text(encoding="utf-8").split("\n## ")[0]
    fences = re.findall(r"```sh\n(.*?)```", first, re.DOTALL)
    assert [len(f.strip().splitlines()) for f in fences] == [1, 1]
    assert fences[0].strip().endswith("run dmreader")
    assert fences[1].strip().endswith("run pytest")


def test_ci_runs_the_very_same_test_command() -> None:
    first = README.read_text(encoding="utf-8").split("\n## ")[0]
    command = re.findall(r"```sh\n(.*?)```", first, re.DOTALL)[1].strip()
    assert command in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_every_local_link_leads_to_a_tracked_file() -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", README.read_text(encoding="utf-8"))
    assert links
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.splitlines()
    for link in links:
        assert (ROOT / link).exists(), link
        assert not tracked or link in tracked or any(t.startswith(link.rstrip("/") + "/") for t in tracked), (
            link
        )
