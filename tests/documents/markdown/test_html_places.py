"""Of HTML, what a person reads is found with exact places, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.documents.markdown.html_places import find_places


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>Un <b>mot</b>\nici</p> deux", ["Un <b>mot</b>\nici", "deux"]),
        ("<ul><li>Un<li>Deux<br>trois</ul>", ["Un", "Deux<br>trois"]),
        ("<TD>Un</TD><td> &eacute; </td><td>2</td>", ["Un"]),
        ("d&eacute;j&#xe0; vu", ["d&eacute;j&#xe0; vu"]),
        ('<p title="Un" class="deux">Trois</p>', ['"Un"', "Trois"]),
        ("<img alt='Un' src=a><hr><img alt=Deux>", ["'Un'", "Deux"]),
        ("Un <img alt='deux'> trois", ["Un <img alt='deux'> trois"]),
        ('<input type="submit" value="Un"><input value="deux">', ['"Un"']),
        ('<meta name="description" content="Un"><meta name="viewport" content="deux">', ['"Un"']),
        ("<script>un</script><style>deux</style><pre>trois</pre>Quatre", ["Quatre"]),
        ("<code>un</code> <p>Deux <code>trois</code></p>", ["Deux <code>trois</code>"]),
        ("<p translate=no>Un <b translate=yes>deux</b> trois</p>Quatre", ["<b translate=yes>deux</b>", "Quatre"]),
        ("<div class='x notranslate'>Un <div>deux</div> trois</div>Quatre", ["Quatre"]),
        ("<!-- un -->Deux<!-- trois", ["Deux"]),
        ("Un<![XDATA[deux]]> trois<![ quatre>cinq", ["Un<![XDATA[deux]]> trois<![ quatre>cinq"]),
        ("<![CDATA[un]]>Deux", ["Deux"]),
        ("Un < deux <a", ["Un < deux <a"]),
        ("</p></div>Un</b>", ["Un</b>"]),
        ("", []),
    ],
)
def test_places_are_what_a_person_reads(html: str, shown: list[str]) -> None:
    assert [html[place.start : place.end] for place in find_places(html)] == shown


def test_an_attribute_says_what_it_is() -> None:
    places = find_places('<p title="Un"><img alt="Deux"></p><p>Trois</p>')
    assert [place.context for place in places] == ["title", "alt", ""]


@given(
    st.lists(
        st.sampled_from(
            [*"<>/&;'\"= \na", "<p", "<b>", "</p>", "<!--", "-->", "alt='b'", "&amp;", "<pre>", "<![", "]]>"]
        )
    )
)
def test_places_are_in_order_without_overlap(pieces: list[str]) -> None:
    html = "".join(pieces)
    end = 0
    for place in find_places(html):
        assert end <= place.start < place.end <= len(html)
        end = place.end
