"""Hypothesis strategies for texts as they come: two alphabets and every defect we know."""

from __future__ import annotations

from hypothesis import strategies as st

_WORDS = (
    "звонок звонков приём прием Обязанности Требования клиентов оператор колл-центра контактный "
    "центр центра контакт Call call center КЦ кц ЦОВ протокол CRM СРМ Сall Exсel paбoты 1С C# "
    "C++ С# Java-разработчик СберKids МегаФон ВкусВилл рабо та колл контактном и\u0306од ё "
    "е\u0308лка e\u0301 a b Я опыт years CО"
)
_DEFECTS = (
    "\xa0 \u2009 \u202f \u2007 \u3000|\xad|\u200b \u200d \u2060 \ufeff \ufffe|\u2011|\u0306 \u0308"
    "|&nbsp; &amp; &laquo; &#8212; &quot; &nbsp &amp;lt; &shy; &foo; & &#13; &#x430;"
    "|<br> <b> </b> <highlighttext> </highlighttext> <br < >"
    "|🙂 👩\u200d💻 ✅ • - – — * ·|. ; : ! ? , ( ) » «|-\n \xad\n"
)
_GAPS = ["", " ", "  ", "\n", "\r\n", "\r", "\x0b", "\x0c", "\u2028", "\t", "\n- ", "\n• ", "-"]

_pieces = st.one_of(
    st.sampled_from(_WORDS.split(" ")),
    st.sampled_from([piece for group in _DEFECTS.split("|") for piece in group.split(" ")]),
    st.sampled_from(_GAPS),
    st.text("абвеёстрхуСЦКМРabcehkxCPT0 .-", max_size=6),
)


def ru_en_text(*, max_pieces: int = 30) -> st.SearchStrategy[str]:
    """Russian and English words, gaps and defects in any order.

    Parameters
    ----------
    max_pieces : int
        Most words, gaps and defects together.
    """
    return st.lists(_pieces, max_size=max_pieces).map("".join)
