"""Quotations of one source: their ends, their speakers."""
