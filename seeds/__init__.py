"""The three articles that dmreader opens when it is given nothing."""
