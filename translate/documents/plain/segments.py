"""Text that is segmented already, one segment a line: lines are kept as they are, blank ones too.

It is read as plain text; the pipeline takes each block of this kind as one segment.
"""

from translate.documents.lines import LineReader
from translate.documents.plain.reader import TextBlocks

READER = LineReader("segments", TextBlocks)
