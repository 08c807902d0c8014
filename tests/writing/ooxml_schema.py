"""A checker of what Word is strict about: the order of children in properties, and attributes that must be there.

Orders: ECMA-376 Part 1, wml.xsd (CT_PPr, CT_RPr, CT_SectPr, CT_Style, CT_Settings, CT_Font).
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em "
    "lang eastAsianLayout specVanish oMath",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "settings": "writeProtection view zoom removePersonalInformation mirrorMargins bordersDoNotSurroundHeader "
    "bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors proofState trackRevisions "
    "documentProtection defaultTabStop autoHyphenation evenAndOddHeaders bookFoldPrinting "
    "drawingGridHorizontalSpacing drawingGridVerticalSpacing characterSpacingControl footnotePr endnotePr compat "
    "docVars rsids mathPr themeFontLang clrSchemeMapping shapeDefaults decimalSymbol listSeparator",
    "compat": "spaceForUL balanceSingleByteDoubleByteWidth doNotLeaveBackslashAlone ulTrailSpace "
    "doNotExpandShiftReturn adjustLineHeightInTable useFELayout compatSetting",
    "font": "altName panose1 charset family notTrueType pitch sig embedRegular",
    "styles": "docDefaults latentStyles style",
    "p": "pPr bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd sdt r",
    "sdt": "sdtPr sdtEndPr sdtContent",
    "sdtPr": "rPr alias tag id lock placeholder temporary showingPlcHdr dataBinding label tabIndex comboBox",
    "sdtContent": "r",
    "r": "rPr t tab br fldChar instrText annotationRef commentReference drawing",
    "tbl": "tblPr tblGrid tr",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook",
    "tr": "tblPrEx trPr tc",
    "tc": "tcPr p",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "tcBorders": "top left bottom right insideH insideV",
}
REPEATED = {"headerReference", "footerReference", "compatSetting", "style", "r", "t", "tab", "sdt", "bookmarkStart"}
REPEATED |= {"bookmarkEnd", "commentRangeStart", "commentRangeEnd", "tr", "tc", "p"}
REQUIRED = {
    "pgSz": "w h",
    "gridCol": "w",
    "tcW": "w type",
    "gridSpan": "val",
    "pgMar": "top right bottom left header footer gutter",
    "docGrid": "type linePitch",
    "style": "type styleId",
    "compatSetting": "name uri val",
    "framePr": "w h hRule vAnchor hAnchor x y",
    "fldChar": "fldCharType",
    "bookmarkStart": "id name",
    "bookmarkEnd": "id",
    "comment": "id author",
    **dict.fromkeys(("commentRangeStart", "commentRangeEnd", "commentReference"), "id"),
    "dataBinding": "xpath storeItemID",
    "font": "name",
    **dict.fromkeys(("pStyle", "rStyle", "name", "basedOn", "next", "link"), "val"),
    **dict.fromkeys(("jc", "outlineLvl", "sz", "szCs", "altName", "highlight"), "val"),
}


def parts_of(document: bytes) -> dict[str, bytes]:
    """Return the files of a .docx by their names."""
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def part_of(document: bytes, name: str) -> etree._Element:
    """Return the root of one part ("word/styles.xml")."""
    return etree.fromstring(parts_of(document)[name])


def complaints(document: bytes) -> list[str]:
    """Return what is wrong with a .docx, part by part; an empty list where nothing is."""
    parts = parts_of(document)
    xml = {name: data for name, data in parts.items() if not name.startswith("word/media/")}
    found = [complaint for name, data in xml.items() for complaint in _part_complaints(name, data)]
    return found + list(_package_complaints(parts)) + list(_style_complaints(xml))


def _part_complaints(name: str, data: bytes) -> Iterator[str]:
    for element in etree.fromstring(data).iter(f"{W}*"):
        tag = etree.QName(element).localname
        for key in REQUIRED.get(tag, "").split():
            if element.get(W + key) is None:
                yield f"{name}: {tag} lacks {key}"
        if tag in ORDERS:
            yield from _order_complaints(name, tag, [etree.QName(child).localname for child in element])


def _order_complaints(name: str, tag: str, children: list[str]) -> Iterator[str]:
    order = ORDERS[tag].split()
    for child in children:
        if child not in order:
            yield f"{name}: {child} may not stand in {tag}"
            return
        if children.count(child) > 1 and child not in REPEATED:
            yield f"{name}: {child} stands twice in {tag}"
    if tag in ("r", "p"):
        children = children[:1]  # behind the properties the content comes in any order
    places = [order.index(child) for child in children]
    if places != sorted(places):
        yield f"{name}: children of {tag} out of order: {' '.join(children)}"


def _package_complaints(parts: dict[str, bytes]) -> Iterator[str]:
    types = etree.fromstring(parts["[Content_Types].xml"])
    named = {element.get("PartName", "").lstrip("/") for element in types if element.get("PartName")}
    there = {name for name in parts if not name.endswith(".rels") and name != "[Content_Types].xml"}
    there.discard("customXml/item1.xml")  # plain XML, as the default says
    kinds = {element.get("Extension") for element in types if element.get("Extension")} - {"xml", "rels"}
    there -= {name for name in there if name.rpartition(".")[2] in kinds}
    if named != there:
        yield f"content types and parts differ: {sorted(named ^ there)}"
    relations = {element.get("Id"): element.get("Target") for element in etree.fromstring(_relations(parts))}
    for target in relations.values():
        if posixpath.normpath(f"word/{target}") not in parts:
            yield f"relation to {target}, which is not there"
    for element in etree.fromstring(parts["word/document.xml"]).iter():
        for key in ("id", "embed"):
            if (identifier := element.get(R + key)) is not None and identifier not in relations:
                yield f"no relation {identifier}"


def _relations(parts: dict[str, bytes]) -> bytes:
    return parts["word/_rels/document.xml.rels"]


def _style_complaints(parts: dict[str, bytes]) -> Iterator[str]:
    styles = etree.fromstring(parts["word/styles.xml"])
    known = [style.get(W + "styleId") for style in styles.iter(W + "style")]
    names = [name.get(W + "val") for name in styles.iter(W + "name")]
    if len(set(known)) != len(known) or len(set(names)) != len(names):
        yield "two styles of one id or name"
    for name, data in parts.items():
        for tag in ("pStyle", "rStyle", "basedOn", "next", "link"):
            for element in etree.fromstring(data).iter(W + tag):
                if element.get(W + "val") not in known:
                    yield f"{name}: no style {element.get(W + 'val')}"
