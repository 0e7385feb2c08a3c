"""The command line, in processes and terminals of its own."""
