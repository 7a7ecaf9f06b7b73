"""The item linter: what makes a question measure something else than was meant, in one language at a time."""
