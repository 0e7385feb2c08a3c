"""The one registry of commands: bindings, palette, help, footer and the README's table of keys come from it.

A new command is one entry here and one function. The function takes the screen it was called on and may be
async; it is named as "module:function" and imported when it is first called, so that start-up loads nothing
that is not asked for. `where` is "app" (everywhere), "reader" (the main screen) or the name of another view,
whose screen asks `bindings("its name")` for its keys.
"""

from dmreader.app.command import GROUPS, Command
from dmreader.app.command import entry as _c
from dmreader.app.commands_views import VIEWS
from dmreader.app.quotes_commands import QUOTES

__all__ = ["COMMANDS", "GROUPS", "Command", "command"]

# fmt: off
COMMANDS: tuple[Command, ...] = (
    _c("next", "j down", "Next sentence", "Move to the next sentence that the filter lets through.",
       "Move", "moving:down"),
    _c("previous", "k up", "Previous sentence", "Move to the sentence before.", "Move", "moving:up"),
    _c("paragraph-next", "right_curly_bracket", "Next paragraph", "Move to the next paragraph.",
       "Move", "moving:paragraph_down"),
    _c("paragraph-previous", "left_curly_bracket", "Previous paragraph", "Move to the paragraph before.",
       "Move", "moving:paragraph_up"),
    _c("page-down", "space pagedown", "Page down", "Move one screenful on.", "Move", "moving:page_down"),
    _c("page-up", "b pageup", "Page up", "Move one screenful back.", "Move", "moving:page_up"),
    _c("first", "g home", "Beginning", "Go to the first sentence of the source.", "Move", "moving:first"),
    _c("last", "G end", "End", "Go to the last sentence of the source.", "Move", "moving:last"),
    _c("pane-right", "l right tab", "Next source", "Go to the source on the right, to the same matter there.",
       "Move", "moving:pane_right"),
    _c("pane-left", "h left shift+tab", "Previous source", "Go to the source on the left.",
       "Move", "moving:pane_left"),
    _c("partner", "enter", "Partner", "Go to the sentence that says the same; again, to the next one.",
       "Partners", "moving:partner", "partner"),
    _c("partner-previous", "ctrl+r", "Partner before", "Go to the partner before.",
       "Partners", "moving:partner_back"),
    _c("back", "backspace less_than_sign alt+left", "Back", "Go back to where the last jump came from.",
       "Partners", "moving:back"),
    _c("forward", "greater_than_sign alt+right", "Forward",
       "Go forward again.", "Partners", "moving:forward"),
    _c("step-next", "n", "Next of the class",
       "Go to the next search hit, or the next sentence of the chosen class.",
       "Step", "stepping:onwards", "next"),
    _c("step-previous", "N", "Previous of the class", "Go to the one before.", "Step", "stepping:backwards"),
    _c("step-class", "c", "Choose the class", "Choose what next and previous go by.",
       "Step", "lists:step_class"),
    _c("quote-next", "right_square_bracket", "Next quote", "Go to the next quotation, in any source.",
       "Step", "stepping:quote_next"),
    _c("quote-previous", "left_square_bracket", "Previous quote", "Go to the quotation before.",
       "Step", "stepping:quote_previous"),
    _c("tweet-next", "t", "Next tweet or post",
       "Go to the next quoted tweet or post.", "Step", "stepping:tweet_next"),
    _c("tweet-previous", "T", "Previous tweet or post", "Go to the tweet or post before.",
       "Step", "stepping:tweet_previous"),
    _c("unique-next", "u", "Next only here", "Go to the next sentence that only one source has.",
       "Step", "stepping:unique_next"),
    _c("unique-previous", "U", "Previous only here",
       "Go to the one before.", "Step", "stepping:unique_previous"),
    _c("reworded-next", "r", "Next reworded",
       "Go to the next sentence that another source says in other words.",
       "Step", "stepping:reworded_next"),
    _c("reworded-previous", "R", "Previous reworded", "Go to the one before.",
       "Step", "stepping:reworded_previous"),
    _c("moved-next", "w", "Next moved", "Go to the next sentence that stands elsewhere in another source.",
       "Step", "stepping:moved_next"),
    _c("moved-previous", "W", "Previous moved", "Go to the one before.", "Step", "stepping:moved_previous"),
    _c("all-next", "v", "Next shared by all", "Go to the next sentence that every source has.",
       "Step", "stepping:all_next"),
    _c("all-previous", "V", "Previous shared by all",
       "Go to the one before.", "Step", "stepping:all_previous"),
    _c("find", "slash", "Find", "Find in all sources while you type; Tab changes how.",
       "Find", "finding:find", "find"),
    _c("filter", "f", "Filter", "Show only a class, some sources, a length or a speaker; the rest is dimmed.",
       "Find", "filtering:choose", "filter"),
    _c("filter-clear", "F", "Clear the filter", "Show everything.", "Find", "filtering:clear"),
    _c("unique-list", "O", "List of what is only here", "List the sentences that one source alone has.",
       "Find", "lists:unique"),
    _c("class-list", "L", "List of the class", "List all search hits, or all sentences of the chosen class.",
       "Find", "lists:hits"),
    _c("go-to", "colon ctrl+g", "Go to sentence", "Go to a sentence by its number.", "Find", "asking:go_to"),
    _c("hints", "semicolon", "Jump anywhere",
       "Show letters at every sentence in view; type them to go there.",
       "Find", "hints:show"),
    _c("unwind", "escape", "One step out", "Leave the search, then the filter, then the maximised source.",
       "Find", "viewing:unwind"),
    *(_c(f"source-{n}", str(n), f"Source {n}", f"Show or hide source {n}.", "Show", f"viewing:source_{n}")
      for n in range(1, 10)),
    _c("sources-all", "0", "All sources",
       "Show all sources in their first order.", "Show", "viewing:all_sources"),
    _c("maximise", "m", "Maximise", "Show the source at the cursor alone, or beside the others again.",
       "Show", "viewing:maximise"),
    _c("shift-left", "shift+left", "Move pane left", "Swap the source with the one on its left.",
       "Show", "viewing:shift_left"),
    _c("shift-right", "shift+right", "Move pane right", "Swap the source with the one on its right.",
       "Show", "viewing:shift_right"),
    _c("sync", "s", "Follow",
       "Let the other sources follow the cursor, or stand still.", "Show", "viewing:sync"),
    _c("inspector", "i", "Inspector", "Show or hide the inspector.", "Show", "viewing:inspector"),
    _c("inspector-grow", "plus", "Larger inspector", "Two more rows.", "Show", "viewing:inspector_grow"),
    _c("inspector-shrink", "minus", "Smaller inspector",
       "Two rows fewer.", "Show", "viewing:inspector_shrink"),
    _c("inspector-down", "J shift+down", "Inspector down",
       "Scroll the inspector.", "Show", "viewing:inspector_down"),
    _c("inspector-up", "K shift+up", "Inspector up",
       "Scroll the inspector back.", "Show", "viewing:inspector_up"),
    _c("map", "M", "Map", "Show or hide the maps.", "Show", "viewing:sources_map"),
    _c("spacing", "P", "Space between paragraphs", "Set paragraphs apart by an empty line, or not.",
       "Show", "viewing:spacing"),
    _c("copy", "y", "Copy", "Copy the sentence, or what the mouse has selected.", "Act", "copying:sentence"),
    _c("copy-all", "Y", "Copy with partners", "Copy the sentence and its partners, each with its source.",
       "Act", "copying:everywhere"),
    _c("export", "x", "Export", "Write the comparison to a file.", "Act", "export:export", "export"),
    _c("help", "question_mark f1", "Help", "Show all keys and signs.", "Program", "help:show", "help",
       where="app"),
    _c("palette", "ctrl+p", "Command palette", "Find any command, quote or sentence by typing.",
       "Program", "program:palette", where="app"),
    _c("theme", "ctrl+t", "Theme", "Choose the colours.", "Program", "program:themes", where="app"),
    _c("suspend", "ctrl+z", "Suspend", "Go back to the shell for a while.",
       "Program", "program:suspend", where="app"),
    _c("quit", "q ctrl+q", "Quit", "Leave the reader.", "Program", "program:leave", where="app"),
    *VIEWS,
    *QUOTES,
)
# fmt: on


def command(id: str) -> Command:  # noqa: A002
    """The command of that id; raises KeyError."""
    return _BY_ID[id]


_BY_ID = {c.id: c for c in COMMANDS}
