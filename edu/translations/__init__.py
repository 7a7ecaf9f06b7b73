"""The files that translators edit, and what is done with them: one verb a file."""
