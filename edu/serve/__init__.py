"""A course -> its pages on this computer, kept in step with its files while its author writes."""

from edu.serve.preview import PAGES
from edu.serve.watch import Update, watch_course

__all__ = ["PAGES", "Update", "watch_course"]
