"""The exchange format `dmreader/1`."""
