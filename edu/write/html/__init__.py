"""A Paper -> one self-contained HTML page that asks it in every language of the course."""

from edu.write.html.page import write_quiz

__all__ = ["write_quiz"]
