"""The guide: its pages from their templates, the examples and the schemas; its pictures from the built examples."""
