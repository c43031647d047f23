"""What `import translate` offers, one module a task: the entrance for Python programs (`docs/python.md`)."""
