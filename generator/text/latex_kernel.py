"""Commands for signs and letters that LaTeX itself has, in a document that loads no package.

Found by setting each character of pylatexenc's table in such a document (LaTeX of 2020 and later, with T1).
"""

from __future__ import annotations

KERNEL: frozenset[str] = frozenset(
    (
        "AE ae aleph alpha amalg angle approx asymp beta bigcap bigcirc bigcup bigtriangledown "
        "bigtriangleup bigvee bigwedge bowtie bullet c cap cdot cdots chi circ cong coprod cup dashv ddot "
        "ddots Delta delta DH dh diamond DJ dj dot doteq Downarrow ell enskip ensuremath epsilon equiv "
        "eta exists fbox forall frown Gamma gamma geq gg guillemotleft guillemotright guilsinglleft "
        "guilsinglright H hbar hookleftarrow hookrightarrow hspace i IJ ij in infty int iota k kappa kern "
        "L l Lambda lambda langle lceil Leftarrow leftharpoondown leftharpoonup Leftrightarrow "
        "leftrightarrow leq lfloor ll lmoustache Longleftarrow longleftarrow Longleftrightarrow "
        "longleftrightarrow longmapsto Longrightarrow longrightarrow mapsto mathbf mathbin mathchar "
        "mathit mathsf mathtt mid mp mu nabla nearrow neq NG ng ni nobreakdash not notin nu nwarrow O o "
        "odot OE oe oint Omega omega ominus oplus oslash otimes parallel partial perp Phi phi Pi pi pm "
        "prec preceq prod propto Psi psi quad quotedblbase quotesinglbase r rangle rceil rfloor rho "
        "Rightarrow rightharpoondown rightharpoonup rightleftharpoons rmoustache searrow Sigma sigma sim "
        "simeq smile sqcap sqcup sqrt sqsubseteq sqsupseteq ss stackrel star subset subseteq succ succeq "
        "sum supset supseteq swarrow tau textacutedbl textasciiacute textasciibreve textasciicaron "
        "textasciicircum textasciidieresis textasciimacron textasciitilde textasteriskcentered textbaht "
        "textbigcircle textblank textbrokenbar textbullet textcelsius textcent textcircledP "
        "textcolonmonetary textcompwordmark textcopyright textcurrency textdagger textdaggerdbl "
        "textdegree textdiscount textdiv textdong textdownarrow textellipsis textemdash textendash "
        "textestimated texteuro textexclamdown textflorin textfractionsolidus textinterrobang textlangle "
        "textleftarrow textlira textlnot textmho textmu textmusicalnote textnaira textnumero textohm "
        "textonehalf textonequarter textonesuperior textopenbullet textordfeminine textordmasculine "
        "textparagraph textperiodcentered textpertenthousand textperthousand textpeso textquestiondown "
        "textquotedblleft textquotedblright textquoteleft textquoteright textrangle textrecipe "
        "textreferencemark textregistered textrightarrow textsc textsection textservicemark textsterling "
        "textsuperscript textthreequarters textthreesuperior texttimes texttrademark texttwosuperior "
        "textuparrow textvisiblespace textwon textyen TH th Theta theta times top triangleleft "
        "triangleright u Uparrow Updownarrow updownarrow uplus Upsilon upsilon v varepsilon varphi varpi "
        "varrho varsigma vartheta vdash vdots vee Vert wedge wp wr Xi xi zeta "
    ).split()
)
