"""A planned deck -> a PowerPoint file; and a template -> what the planner needs to know of it."""

from edu.write.pptx.deck import write_deck
from edu.write.pptx.template import Template
from edu.write.pptx.theme import read_theme

__all__ = ["Template", "read_theme", "write_deck"]
