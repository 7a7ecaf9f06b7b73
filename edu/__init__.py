"""One shared content source in; PowerPoint decks and HTML quizzes in several languages out."""

from __future__ import annotations

TYPE_CHECKING = False  # not from typing: what is imported before `stop` is there can't be interrupted cleanly
if TYPE_CHECKING:
    from pathlib import Path

__version__ = "0.1.0"


def find_ours(name: str) -> Path:
    """Return the folder `name` that we bring along: inside the package when installed from a wheel, else beside it."""
    from pathlib import Path

    package = Path(__file__).parent
    return package / name if (package / name).is_dir() else package.parent / name
