"""The commands of notes, copying, editors and further views: part of the one registry in `commands`."""

from dmreader.app.command import Command, entry

# fmt: off
_READER: tuple[Command, ...] = (
    entry("overview", "o", "Overview", "See who shares what with whom, as a table and as a picture.",
          "Show", "overview:show"),
    entry("aligned", "p", "Aligned view", "See the sources as rows: one row a group, one column a source.",
          "Show", "aligned:show"),
)

_ALIGNED: tuple[Command, ...] = (
    entry("aligned-enter", "enter", "Go there", "Go to this sentence in the panes, or open the fold.",
          "Move", "aligned:enter", "go there", "aligned"),
    entry("aligned-order", "o", "Other order", "Put the rows in the order of the next source.",
          "Show", "aligned:reorder", "order", "aligned"),
    entry("aligned-fold", "f", "Fold", "All rows; what is the same folded; only what differs.",
          "Show", "aligned:fold", "fold", "aligned"),
    entry("aligned-next", "n", "Next of the class", "Go to the next row with a sentence of the chosen class.",
          "Step", "aligned:onwards", "next", "aligned"),
    entry("aligned-previous", "N", "Previous of the class", "Go to the row before with such a sentence.",
          "Step", "aligned:backwards", "", "aligned"),
    entry("aligned-down", "j down", "Next row", "Go to the next row.", "Move", "aligned:down", "", "aligned"),
    entry("aligned-up", "k up", "Previous row", "Go to the row before.", "Move", "aligned:up", "", "aligned"),
    entry("aligned-page-down", "space pagedown", "Page down", "Go one screenful on.",
          "Move", "aligned:page_down", "", "aligned"),
    entry("aligned-page-up", "b pageup", "Page up", "Go one screenful back.",
          "Move", "aligned:page_up", "", "aligned"),
    entry("aligned-first", "g home", "First row", "Go to the first row.",
          "Move", "aligned:first", "", "aligned"),
    entry("aligned-last", "G end", "Last row", "Go to the last row.",
          "Move", "aligned:last", "", "aligned"),
    entry("aligned-right", "l right tab", "Next source",
          "Go to the next source that is not silent in this row.", "Move", "aligned:right", "", "aligned"),
    entry("aligned-left", "h left shift+tab", "Previous source", "Go to the one before that is not silent.",
          "Move", "aligned:left", "", "aligned"),
    entry("aligned-leave", "escape p", "Back to the panes", "Go back to the panes, at this sentence.",
          "Show", "view:leave", "back", "aligned"),
)

_OVERVIEW: tuple[Command, ...] = (
    entry("overview-enter", "enter", "Go there", "Go to this link in the panes.",
          "Move", "overview:enter", "go there", "overview"),
    entry("overview-down", "j down", "Next row", "Go to the next source or pair.",
          "Move", "overview:down", "", "overview"),
    entry("overview-up", "k up", "Previous row", "Go to the source or pair before.",
          "Move", "overview:up", "", "overview"),
    entry("overview-right", "l right n", "Next link", "Go to the next link in the picture.",
          "Move", "overview:right", "link", "overview"),
    entry("overview-left", "h left N", "Previous link", "Go to the link before.",
          "Move", "overview:left", "", "overview"),
    entry("overview-other-end", "tab backspace", "Other end", "Choose the other end of the link to go to.",
          "Move", "overview:other_end", "other end", "overview"),
    entry("overview-first", "g home", "First link", "Go to the first link.",
          "Move", "overview:first", "", "overview"),
    entry("overview-last", "G end", "Last link", "Go to the last link.",
          "Move", "overview:last", "", "overview"),
    entry("overview-picture", "p", "Other picture", "Ribbons from place to place, or a dot plot.",
          "Show", "overview:other_picture", "picture", "overview"),
    entry("overview-leave", "escape o", "Back to the panes", "Go back to the panes.",
          "Show", "view:leave", "back", "overview"),
)
# fmt: on

VIEWS: tuple[Command, ...] = (*_READER, *_ALIGNED, *_OVERVIEW)
