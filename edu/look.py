"""What the command line and the course say about the look of decks -> the template that they stand on."""

from __future__ import annotations

from edu import find_ours
from edu.model.course import Settings
from edu.style import GROUNDS
from edu.write.pptx.template import PAGE_SIZES, Template


def choose_template(settings: Settings, template: str = "", page: str = "") -> Template:
    """Return the template that `template` and `page` name; where they are empty, that of the course."""
    ground = next(ground for ground in GROUNDS if ground == (template or settings.theme))
    size = next(size for size in PAGE_SIZES if size == (page or settings.page))
    return Template(find_ours("templates"), ground, size)
