"""What the commands and environments of LaTeX do with their arguments.

A * says what each argument is: `o` an optional one and `k` one in braces that are kept, `t` one in braces that is
text within its sentence, `T` and `O` one in braces and an optional one that are texts of their own. A star behind the
name is of the name.
"""

from __future__ import annotations

from collections.abc import Mapping


def _shaped(text: str) -> Mapping[str, str]:
    """Return shapes by name, from lines of a shape and names."""
    lines = (line.split() for line in text.strip().splitlines())
    return {name: shape for shape, *names in lines for name in names}


INLINE: Mapping[str, str] = _shaped("""
t textbf textit textsc textsf textrm textsl textmd textup textnormal textsuperscript textsubscript emph underline
t uline uuline sout enquote mbox fbox text alert structure hbox uppercase lowercase MakeUppercase MakeLowercase st hl
t textquote so caps strong textcolorbox frenchquote ul
kt href textcolor colorbox foreignquote hyperlink hypertarget scalebox makebox framebox rotatebox resizebox raisebox
ot hyperref
okt parbox
kkt multicolumn multirow
""")
"""Around words of a sentence."""
OWN: Mapping[str, str] = _shaped("""
O item
OT part chapter section subsection subsubsection paragraph subparagraph caption minisec addchap addsec
T title subtitle date frametitle framesubtitle subcaption dedication subject titlehead
kT captionof
OT subfloat
oT marginnote sidenote
T abstract keywords
""")
"""Texts of their own."""
NOTES: Mapping[str, str] = _shaped("""
oT footnote footnotetext endnote todo
OT marginpar
T thanks
""")
"""Texts of their own that stand at a word."""
WORDS: Mapping[str, str] = _shaped("""
k ref eqref pageref autoref nameref cref Cref vref url nolinkurl path gls Gls glspl Glspl
k acrshort acrlong acrfull ac acp si num ang unit ce qty
kk SI SIrange numrange crefrange
k cite citep citet citealp citealt citeauthor citeyear citeyearpar parencite textcite footcite autocite fullcite
k ensuremath chemfig symbol
n LaTeX TeX LaTeXe BibTeX XeTeX LuaTeX today thepage thechapter thesection
""")
"""Kept, and a word of the sentence; optional arguments may stand before the others."""
KEPT: Mapping[str, str] = _shaped("""
k label index glossary pagestyle thispagestyle bibliography bibliographystyle include input includeonly graphicspath
k vspace hspace vskip usepackage documentclass pagenumbering addbibresource usetheme usecolortheme linespread
k selectlanguage hyphenation geometry lstset hypersetup captionsetup sisetup tcbset pgfplotsset tikzset usetikzlibrary
k newcounter stepcounter refstepcounter value includegraphics includepdf lstinputlisting bibitem nocite cline cmidrule
k email author institute affil address color pagecolor rowcolor columncolor cellcolor
kk setlength addtolength setcounter addtocounter newcommand renewcommand providecommand DeclareMathOperator newtheorem
kk inputminted setbeamertemplate setmainlanguage newcolumntype
kk setbeamercolor setbeamerfont numberwithin titleformat titlespacing DeclareRobustCommand
kkk newenvironment renewenvironment definecolor newacronym addcontentsline
kk rule fontsize setkomafont
""")
"""Kept, and no word."""
ENVIRONMENTS: Mapping[str, str] = _shaped("""
k multicols column thebibliography adjustbox spacing
ok minipage* subfigure wrapfigure subtable
oook minipage
k tabular longtable supertabular
kk tabularx tabular* tabulary wraptable
O theorem lemma proof definition remark corollary proposition example exercise
T block alertblock exampleblock
oT frame
""")
"""Arguments of environments; those of others are kept where they stand directly behind the name."""
TABLES = frozenset("tabular tabular* tabularx tabulary longtable supertabular array tabbing matrix".split())
"""Environments in which `&` and `\\\\` part cells."""
UNTRANSLATED = frozenset(
    "verbatim verbatim* Verbatim BVerbatim LVerbatim lstlisting minted alltt comment filecontents filecontents*"
    " tikzpicture pgfpicture picture tikzcd thebibliography algorithmic algorithm2e code asy dot"
    " luacode pycode sagesilent forest circuitikz axis".split()
)
"""Environments of which nothing is translated."""
FORMULAS = frozenset(
    "equation equation* align align* aligned alignat alignat* gather gather* multline multline* eqnarray eqnarray*"
    " displaymath math flalign flalign* split subequations dmath dmath*".split()
)
"""Environments of mathematics."""
SWITCHES = frozenset(
    "bf it em rm sf tt sc sl bfseries itshape em rmfamily sffamily ttfamily scshape slshape mdseries upshape normalfont"
    " tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge centering raggedright raggedleft"
    " noindent indent newpage clearpage cleardoublepage pagebreak nopagebreak linebreak nolinebreak newline smallskip"
    " medskip bigskip vfill hfill hrulefill dotfill par maketitle tableofcontents listoffigures listoftables appendix"
    " frontmatter mainmatter backmatter hline toprule midrule bottomrule quad qquad enspace thinspace protect relax"
    " sloppy fussy singlespacing onehalfspacing doublespacing titlepage printindex printbibliography pause null strut"
    " ignorespaces unskip leavevmode allowbreak displaystyle bibliographystyle makeatletter makeatother and"
    " footnotemark endfirsthead endhead endfoot endlastfoot break".split()
)
"""Commands without an argument that show nothing themselves."""
BREAKS = frozenset("par newpage clearpage cleardoublepage maketitle tableofcontents hline toprule midrule bottomrule"
    " smallskip medskip bigskip vfill appendix frontmatter mainmatter backmatter endfirsthead endhead endfoot"
    " endlastfoot pause listoffigures listoftables printindex and".split())  # fmt: skip
"""Of these and of what is kept, what ends a paragraph."""
