"""PO files without loss: what is not understood is kept."""
