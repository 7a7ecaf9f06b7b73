"""How long the work takes, and how that grows: `make bench`."""
