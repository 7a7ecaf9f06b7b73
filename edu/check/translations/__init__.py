"""The checks of a translation: what it lost or added, what reads wrong in it, and what its readers cannot understand."""
