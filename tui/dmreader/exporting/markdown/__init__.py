"""The comparison as Markdown, for handing on."""
