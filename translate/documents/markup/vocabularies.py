"""Vocabularies of XML: which of their elements run within a sentence, which are kept, which have texts of their own.

*DocBook 5.2* (OASIS) with the names of DocBook 4, and *DITA 1.3* (OASIS) with its technical content.
"""

from __future__ import annotations

from translate.records import dataclass


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the elements of a vocabulary are, by their names; one that is in no list begins a text of its own."""

    roots: frozenset[str]
    """What the outermost element may be."""
    inline: frozenset[str]
    """Within a sentence, around words of it."""
    words: frozenset[str]
    """Within a sentence, and not translated."""
    kept: frozenset[str]
    """Not translated, and no part of a sentence."""
    notes: frozenset[str]
    """Texts of their own that stand in a sentence."""
    lines: frozenset[str]
    """Elements whose line ends a reader sees."""
    attributes: frozenset[str]
    """Attributes that are text."""
    references: frozenset[str] = frozenset()
    """Attributes that say that the content is another one's, so that what stands there is not shown."""


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


DOCBOOK = Vocabulary(
    roots=_names(
        "acknowledgements appendix article bibliography book chapter colophon dedication glossary index part preface"
        " refentry reference refsect1 refsect2 sect1 sect2 sect3 section set simplesect topic assembly slides info"
    ),
    inline=_names(
        "abbrev accel acronym citation citetitle emphasis firstterm foreignphrase glossterm guibutton guiicon guilabel"
        " guimenu guimenuitem guisubmenu interface keycombo link menuchoice mousebutton olink phrase quote subscript"
        " superscript trademark ulink wordasword application database hardware medialabel productname anchor annotation"
        " person personname org orgname jobtitle honorific shortaffil date"
    ),
    words=_names(
        "code command computeroutput constant envar errorcode errorname errortype exceptionname filename function"
        " initializer keycap keycode keysym literal markup methodname modifier nonterminal option optional package"
        " parameter prompt property replaceable returnvalue sgmltag structfield structname symbol systemitem tag"
        " termdef token type userinput varname classname interfacename ooclass oointerface ooexception uri email xref"
        " citerefentry inlineequation biblioref coref co footnoteref enumvalue macroname unionname templatename"
        " namespacename typedefname varargs shortcut"
    ),
    kept=_names(
        "programlisting programlistingco screen screenco screenshot synopsis cmdsynopsis funcsynopsis classsynopsis"
        " constructorsynopsis destructorsynopsis methodsynopsis fieldsynopsis enumsynopsis equation informalequation"
        " mathphrase remark pubdate copyright revnumber authorinitials biblioid isbn issn invpartnumber productnumber"
        " seriesvolnums volumenum issuenum pagenums firstname surname othername lineage givenname author editor"
        " othercredit authorgroup publisher printhistory releaseinfo address artpagenums refmiscinfo manvolnum"
        " refentrytitle refname imagedata videodata audiodata textdata colspec spanspec bibliocoverage productionset"
    ),
    notes=_names("footnote indexterm alt inlinemediaobject"),
    lines=_names("literallayout"),
    attributes=_names("xlink:title"),
    references=_names("conref"),
)
DITA = Vocabulary(
    roots=_names(
        "topic concept task reference glossentry glossgroup troubleshooting dita map bookmap subjectScheme"
        " learningContent learningOverview learningSummary learningAssessment learningPlan"
    ),
    inline=_names(
        "abbreviated-form b i u tt sub sup line-through overline ph q cite term keyword xref text uicontrol wintitle"
        " menucascade shortcut tm strow hazardsymbol abstractph boolean state foreignphrase"
    ),
    words=_names(
        "codeph filepath cmdname parmname option apiname varname systemoutput userinput synph msgnum msgph xmlelement"
        " xmlatt xmlnsname xmlpi textentity parameterentity numcharref markupname equation-inline mathml mathmlref"
        " svg-container unknown var kwd delim sep oper"
    ),
    kept=_names(
        "codeblock screen msgblock pre-code draft-comment required-cleanup data data-about author critdates permissions"
        " prodinfo resourceid syntaxdiagram syntaxtable coderef equation-block equation-figure equation-number"
        " authorinformation bookid bookchangehistory bookowner publisherinformation sourceid ux-window topicmeta-data"
        " object param longdescref source publisher copyright copyryear copyrholder audience platform ditavalref"
    ),
    notes=_names("fn indexterm image"),
    lines=_names("lines pre"),
    attributes=_names("alt navtitle spectitle"),
    references=_names("conref conkeyref"),
)
