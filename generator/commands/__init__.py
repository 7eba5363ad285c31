"""One file a command: arguments, progress and the report; the work itself is in the stages."""
