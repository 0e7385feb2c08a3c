"""See the house plan."""
