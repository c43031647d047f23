"""Directives, options and fields of reStructuredText, of docutils and Sphinx: what of each is text."""

from __future__ import annotations

KEPT = frozenset(
    "code code-block sourcecode parsed-literal math raw highlight include literalinclude graphviz digraph graph mermaid"
    " plantuml uml default-role role unicode date productionlist bibliography testcode testsetup testoutput"
    " doctest prompt ipython jupyter-execute automodule autoclass autofunction contents sectnum index"
    " currentmodule module highlightlang tabularcolumns target-notes image".split()
)
"""Directives whose content is not translated."""
TITLED = frozenset(
    "admonition topic sidebar rubric table list-table csv-table centered dropdown tab tab-item card".split()
)
"""Directives whose argument is a text of its own."""
PLAIN = frozenset(
    "attention caution danger error hint important note tip warning seealso todo replace epigraph highlights header"
    " pull-quote footer line-block compound versionadded versionchanged deprecated glossary".split()
)
"""Directives whose argument is the beginning of their content."""
TEXT_OPTIONS = ("alt", "caption", "title")
UNTRANSLATED = frozenset(
    "author authors contact organization version revision status type rtype orphan tocdepth nocomments".split()
)
"""Fields whose values are kept."""
