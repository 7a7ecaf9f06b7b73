"""What decks of the same lesson hold, ours and those of pandoc, PptxGenJS and Marp: `make comparison`."""
