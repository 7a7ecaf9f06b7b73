"""Pure rules over a course in one language, a deck or a paper."""
