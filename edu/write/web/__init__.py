"""A planned deck -> one self-contained page that shows its slides in a browser."""

from edu.write.web.page import write_page

__all__ = ["write_page"]
