"""One shared content source in; PowerPoint decks and HTML quizzes in several languages out."""

from pathlib import Path

__version__ = "0.1.0"


def find_ours(name: str) -> Path:
    """Return the folder `name` that we bring along: inside the package when installed from a wheel, else beside it."""
    package = Path(__file__).parent
    return package / name if (package / name).is_dir() else package.parent / name
