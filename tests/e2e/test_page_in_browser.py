"""The page in a real browser: it opens without the network, its script runs, and nothing is refused."""

import shutil
import subprocess
from pathlib import Path

import pytest

from sayso.publish.page import render_page

CHROMIUM = shutil.which("chromium")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--enable-logging=stderr", "--dump-dom",
    "--virtual-time-budget=3000",
)  # fmt: skip

# Appended to the page under test: points at the first note, as a reader would, and writes down what lit.
POINT = """<script>
document.querySelector(".note").dispatchEvent(new PointerEvent("pointerover", {bubbles: true}));
document.body.dataset.lit = document.querySelectorAll(".words .lit").length;
</script>"""


def open_in_browser(page: str, folder: Path) -> subprocess.CompletedProcess[str]:
    path = folder / "page.html"
    path.write_text(page, encoding="utf8")
    return subprocess.run(
        [str(CHROMIUM), *FLAGS, f"--user-data-dir={folder / 'profile'}", path.as_uri()],
        capture_output=True, text=True, check=True, timeout=120, encoding="utf8",
    )  # fmt: skip


@pytest.fixture(scope="module")
def page(sample) -> str:
    return render_page(sample)


def test_page_opens_with_its_text_and_without_a_refusal(page, sample, tmp_path):
    done = open_in_browser(page, tmp_path)
    assert "On whose say-so?" in done.stdout
    assert all(reading.document.publisher in done.stdout for reading in sample if reading.document.publisher)
    assert "Refused to" not in done.stderr
    assert "Uncaught" not in done.stderr


def test_policy_refuses_a_foreign_script(page, tmp_path):
    hostile = page.replace("</body>", "<script>document.title = 'taken'</script></body>")
    done = open_in_browser(hostile, tmp_path)
    assert "<title>taken" not in done.stdout


def test_pointing_at_a_note_lights_its_words(page, tmp_path):
    policy_off = page.replace("Content-Security-Policy", "X-Off").replace("</body>", f"{POINT}</body>")
    done = open_in_browser(policy_off, tmp_path)
    assert 'data-lit="' in done.stdout
    assert 'data-lit="0"' not in done.stdout
