"""Advance widths of faces, as data, so that no machine's fonts matter: one module a face, read from its metric twin.

Each table maps a first code point to the widths from it on, in 1/2048 em.
"""
