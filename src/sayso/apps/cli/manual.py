"""The manual that `--help` prints; docs/cli.md tells the same at length."""

# `\b` keeps the help formatter from joining the lines of a paragraph.

SAYSO = """On whose say-so? Sayso reads news stories in English, Russian and Ukrainian
and prints who said what, on whose authority, where, when and how many.
It works offline."""

SAYSO_END = """\b
Start here:
  sayso read "$(sayso sample)"      read the sample stories
  sayso read story.html             read one story
  sayso read --help                 everything about reading"""

SAMPLE = """Print the folder of the sample stories that come with Sayso."""

READ = """Read stories and print the claims in them, each with its source.

A FILE is a saved web page, a text or Markdown file, or JSON lines (a story a
line); a folder stands for the stories in it, and - for standard input.

Under each source (who relays it ← who said it) stand its exact words (│) and
a row for each claim. TOLD AS is how the story tells a claim (certain, probable,
possible; not so; unverified), not how true it is."""

READ_END = """\b
Examples:
  sayso read story.html
  sayso read --published 2022-06-12 --publisher "Valley Post" story.txt
  sayso read --format jsonl news/ > readings.jsonl
  sayso read --format html --output pages/ news/
  pbpaste | sayso read -

\b
Exit codes:
  0    everything was read
  1    some inputs could not be read; the others were
  2    the command was typed wrongly, or --output cannot be written
  3    nothing could be read; an older --output file is left as it was
  4    the settings, the installation or the disk are broken
  70   a bug in Sayso
  130  interrupted (Ctrl-C); 143 terminated; 141 the reading end of a pipe
       was closed. --output is then left as it was.

\b
Environment:
  SAYSO_THREADS       cores the encoder may use (0, the default: its choice)
  SAYSO_MAX_INPUT_MB  larger files and lines are reported and skipped (256)
  SAYSO_MODEL_DIR     folder of another encoder than the shipped one
  SAYSO_DEBUG         1 prints a traceback when something breaks
  COLUMNS, NO_COLOR, FORCE_COLOR   the table's width and colour"""
