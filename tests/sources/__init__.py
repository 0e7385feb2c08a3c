"""Files and streams made into sources."""
