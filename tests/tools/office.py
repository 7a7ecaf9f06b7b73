"""Office files -> other formats by LibreOffice, and PDF -> pictures."""

from __future__ import annotations

import atexit
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

_FILTERS = {"pdf": 'pdf:impress_pdf_Export:{"ExportHiddenSlides":{"type":"boolean","value":"true"}}'}
"""How a format is made: hidden slides are there for a presenter, and are printed as the others."""

SECONDS = 300
"""How long one conversion may take before it is stopped."""


@cache
def _make_profile() -> str:
    """Return the URL of this process's own LibreOffice profile: two that share one wait for each other for ever."""
    folder = Path(tempfile.mkdtemp(prefix="office-profile-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder.as_uri()


def convert(files: Sequence[Path], to: str, folder: Path) -> tuple[Path, ...]:
    """Convert `files` (each with its own stem) to the format `to` (`pdf`, `pptx`) into `folder`, and return what came out."""
    folder.mkdir(parents=True, exist_ok=True)
    profile = f"-env:UserInstallation={_make_profile()}"
    kind = _FILTERS.get(to, to)
    command = ["soffice", profile, "--headless", "--norestore", "--convert-to", kind, "--outdir", str(folder), *map(str, files)]
    run = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=SECONDS, check=False)
    made = tuple(folder / f"{file.stem}.{to}" for file in files)
    missing = [path.name for path in made if not path.exists()]
    if run.returncode or missing:
        raise RuntimeError(f"LibreOffice made no {missing}: {run.stdout}{run.stderr}")
    return made


def draw_pages(pdf: Path, folder: Path, *, dots: int = 50) -> tuple[Path, ...]:
    """Draw each page of `pdf` as a PNG of `dots` per inch in `folder`, and return the pictures in page order."""
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(["pdftoppm", "-png", "-r", str(dots), str(pdf), str(folder / pdf.stem)], check=True, capture_output=True)
    return tuple(sorted(folder.glob(f"{pdf.stem}-*.png")))


def read_text(pdf: Path) -> str:
    """Return the text of `pdf`, page by page, as a reader's search finds it."""
    return subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True).stdout.decode()


def list_faces(pdf: Path) -> frozenset[str]:
    """Return the names of the faces that `pdf` is set in, without the tags of their subsets."""
    run = subprocess.run(["pdffonts", str(pdf)], check=True, capture_output=True, text=True)
    return frozenset(line.split()[0].rpartition("+")[2] for line in run.stdout.splitlines()[2:])
