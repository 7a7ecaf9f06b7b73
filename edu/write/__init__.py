"""Plan -> bytes. One format per file or folder; none knows another."""
