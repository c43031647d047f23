"""Word, PowerPoint and Excel files: read into blocks, spliced back into their parts."""
