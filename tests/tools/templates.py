"""The templates that other programs bring along -> files of theirs in one folder."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pptx
from filelock import FileLock

from tests.tools.office import convert

PRESENTATIONS = Path("/usr/lib/libreoffice/share/template/common/presnt")
LIBREOFFICE = ("Forestbird", "Inspiration", "Focus")
"""Some of LibreOffice's own (Debian: libreoffice-common): a drawn landscape, a framed page, a master full of colours."""


def collect_templates(folder: Path) -> Path:
    """Put the templates of pandoc, python-pptx and LibreOffice into `folder`, unless another worker did; return it."""
    import pypandoc  # large, and asked for by slow tests alone

    with FileLock(f"{folder}.lock"):
        if not folder.exists():
            made = folder.with_name("templates-made")
            convert([PRESENTATIONS / f"{name}.otp" for name in LIBREOFFICE], "pptx", made)
            shutil.copy(Path(pptx.__file__).parent / "templates" / "default.pptx", made / "python-pptx.pptx")
            command = [pypandoc.get_pandoc_path(), "--print-default-data-file", "reference.pptx"]
            (made / "pandoc.pptx").write_bytes(subprocess.run(command, check=True, capture_output=True).stdout)
            made.rename(folder)
    return folder
