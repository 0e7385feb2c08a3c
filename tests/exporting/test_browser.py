"""The HTML page in a real browser, where there is one: it is drawn, jumps, lights partners, fits a phone."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.exporting.conftest import Render

_BROWSER = next(
    (found for name in ("chromium", "google-chrome", "chrome") if (found := shutil.which(name))), ""
)
_PROBE = """
<script>
addEventListener("load", () => {
  const partner = document.getElementById("s1-2");
  document.querySelector("#s0-2 > p").dispatchEvent(new MouseEvent("mouseover", {bubbles: true}));
  const lit = [...document.querySelectorAll(".lit")].map((e) => e.id).join(" ");
  document.querySelector("#s0-2 .partners a").click();
  const target = document.querySelector(":target");
  const wide = document.documentElement.scrollWidth > innerWidth;
  const bold = getComputedStyle(document.querySelector("mark.verbatim")).backgroundColor;
  document.title = ["lit", lit, "target", target && target.id, "wide", wide, "mark", bold].join("|");
});
</script>
"""

pytestmark = pytest.mark.skipif(not _BROWSER, reason="no Chromium or Chrome on this machine")


def _drawn(page: str, tmp_path: Path, size: str) -> str:
    """`page` as it stands after its scripts have run in a window of `size`."""
    file = tmp_path / "page.html"
    file.write_text(page, encoding="utf-8")
    command = [_BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", f"--window-size={size}"]
    run = subprocess.run(
        [*command, f"--user-data-dir={tmp_path / 'profile'}", file.as_uri()],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, "HOME": str(tmp_path)},
    )
    if "<title>" not in run.stdout:
        pytest.skip("the browser of this machine does not start without a display")
    return run.stdout


def test_the_pages_policy_lets_its_own_script_run(render: Render, tmp_path: Path) -> None:
    assert '<html lang="en" class="live">' in _drawn(render("html"), tmp_path, "800,600")


@pytest.mark.parametrize("size", ["1400,1000", "500,844"])
def test_the_page_lives_in_a_browser(render: Render, tmp_path: Path, size: str) -> None:
    # the policy forbids foreign scripts, as it should: the probe runs in a copy without it
    free = render("html").replace('<meta http-equiv="Content-Security-Policy"', "<meta")
    drawn = _drawn(free.replace("</body>", f"{_PROBE}</body>"), tmp_path, size)
    told = drawn.split("<title>")[1].split("</title>")[0].split("|")
    assert told[:6] == ["lit", "s0-2 s1-2", "target", "s1-2", "wide", "false"]
    assert told[7] not in ("", "rgba(0, 0, 0, 0)")
