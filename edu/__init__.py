"""One shared content source in; PowerPoint decks and HTML quizzes in several languages out."""

__version__ = "0.1.0"
