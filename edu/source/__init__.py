"""Files -> model: YAML with places, reading, rules across files."""
