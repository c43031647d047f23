"""Web pages and EPUB: read into blocks by their elements, written back into the original bytes."""
