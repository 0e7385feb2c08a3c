"""Streams that are closed, full, or read no further."""

import pytest

from tests.cli.running import Command


@pytest.mark.parametrize("options", ["", "--format json", "--format html", "--help"])
def test_a_reader_that_has_seen_enough_is_no_trouble(options: str, dmreader: Command) -> None:
    ran = dmreader.shell(f"set -o pipefail; dmreader {options} | head -c 10 >/dev/null")
    assert (ran.status, ran.err) == (0, "")


@pytest.mark.parametrize("options", ["", "--format json", "--version"])
def test_a_full_disk_is_told(options: str, dmreader: Command) -> None:
    ran = dmreader.shell(f"dmreader {options} >/dev/full")
    assert ran.status == 2
    assert ran.err == "dmreader: standard output cannot be written to (no space left on device).\n"


@pytest.mark.parametrize("options", ["", "--version"])
def test_closed_output_is_told(options: str, dmreader: Command) -> None:
    ran = dmreader.shell(f"dmreader {options} >&-")
    assert (ran.status, ran.err) == (2, "dmreader: standard output is closed.\n")


def test_closed_input_is_no_trouble_until_it_is_needed(dmreader: Command) -> None:
    assert dmreader.shell("dmreader a.txt b.txt <&-").status == 0
    ran = dmreader.shell("dmreader - <&-")
    assert (ran.status, ran.err) == (2, "dmreader: standard input: it is closed.\n")


@pytest.mark.parametrize("where", ["2>&-", "2>/dev/full"])
def test_errors_that_nobody_hears_change_nothing_else(where: str, dmreader: Command) -> None:
    ran = dmreader.shell(f"dmreader nowhere.txt {where}")
    assert (ran.status, ran.out) == (2, "")
    ran = dmreader.shell(f"dmreader a.txt --format json {where}")
    assert ran.status == 0
    assert ran.out.startswith("{")


def test_output_to_the_same_place_by_name(dmreader: Command) -> None:
    ran = dmreader.shell("dmreader a.txt --format json -o /dev/stdout | cat")
    assert ran.out.startswith('{"schema"')
