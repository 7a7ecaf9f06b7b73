"""A school's own PowerPoint file -> a template that has all layouts of the house, on the school's master."""
