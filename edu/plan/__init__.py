"""A course in one language -> what stands on each page, in order, at what size. Pure."""
