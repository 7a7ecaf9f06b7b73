"""Hand-off formats: what programs of translators read and write in place of PO files. One format a file."""
