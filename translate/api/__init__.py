"""The entrance for Python programs, beside `cli`: what `import translate` offers, one module a task (`docs/python.md`)."""
