"""The parts of a Word document that are the same for every paper but for its title, date and language."""

from fii_widgets.export.parts.signs import COLOURS, SIGNS
from fii_widgets.export.parts.xml import HEAD, attribute, text
from fii_widgets.report.papers.paper import Paper
from fii_widgets.words import word

NAMESPACE = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_TYPES = (
    f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{_WORD}.settings+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{_WORD}.numbering+xml"/>'
    f'<Override PartName="/word/footer1.xml" ContentType="{_WORD}.footer+xml"/>'
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    "</Types>"
)
_RELATIONS = (
    f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    "</Relationships>"
)
_DOCUMENT_RELATIONS = (
    f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/settings" Target="settings.xml"/>'
    f'<Relationship Id="rId3" Type="{_OFFICE}/numbering" Target="numbering.xml"/>'
    f'<Relationship Id="rId4" Type="{_OFFICE}/footer" Target="footer1.xml"/>'
    "</Relationships>"
)
_NUMBERING = (
    f'{HEAD}<w:numbering {NAMESPACE}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>'
    '<w:pPr><w:ind w:left="397" w:hanging="284"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
_SERIF = '<w:rFonts w:ascii="Cambria" w:hAnsi="Cambria" w:cs="Cambria"/>'
_SANS = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/>'
#: (id, name that Word knows it by, follows, properties of the paragraph, properties of its letters)
_STYLES = (
    ("BodyText", "Body Text", "Normal", '<w:spacing w:after="120" w:line="288" w:lineRule="auto"/>', ""),
    ("Lead", "Fii Lead", "BodyText", '<w:spacing w:after="160" w:line="288" w:lineRule="auto"/>', '<w:sz w:val="26"/>'),
    ("Title", "Title", "Normal", '<w:keepNext/><w:spacing w:before="0" w:after="60"/>', f'{_SERIF}<w:b/><w:sz w:val="44"/>'),
    ("Subtitle", "Subtitle", "Normal", '<w:spacing w:after="320"/>', f'{_SANS}<w:color w:val="4A5263"/><w:sz w:val="22"/>'),
    ("Caption", "caption", "Normal", '<w:keepNext/><w:spacing w:before="200" w:after="80"/>', f'{_SANS}<w:b/><w:sz w:val="20"/>'),
    ("TableText", "Fii Table Text", "Normal", '<w:widowControl/><w:suppressAutoHyphens/><w:spacing w:before="40" w:after="40"/>', f'{_SANS}<w:sz w:val="19"/>'),
    ("TableHeading", "Fii Table Heading", "TableText", "<w:keepNext/>", "<w:b/>"),
    ("TableRowHeading", "Fii Table Row Heading", "TableText", "", ""),
    ("AfterTable", "Fii After Table", "Normal", '<w:spacing w:after="120" w:line="120" w:lineRule="exact"/>', ""),
    ("ListBullet", "List Bullet", "BodyText", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:spacing w:after="60"/>', ""),
    ("Footer", "footer", "Normal", "", f'{_SANS}<w:color w:val="4A5263"/><w:sz w:val="17"/>'),
)  # fmt: skip
_SIZES = (32, 26, 23, 22, 21)


def fixed_parts(paper: Paper) -> dict[str, str]:
    """Return every part but the document itself, in the order in which Word writes them."""
    return {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS,
        "docProps/core.xml": _properties(paper),
        "word/_rels/document.xml.rels": _DOCUMENT_RELATIONS,
        "word/styles.xml": _styles(paper.lang),
        "word/settings.xml": (
            f'{HEAD}<w:settings {NAMESPACE}><w:defaultTabStop w:val="567"/><w:autoHyphenation w:val="true"/>'
            '<w:compat><w:compatSetting w:name="compatibilityMode" '
            'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
            f"<w:themeFontLang w:val={attribute(paper.lang)}/></w:settings>"
        ),
        "word/numbering.xml": _NUMBERING,
        "word/footer1.xml": (
            f'{HEAD}<w:ftr {NAMESPACE}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
            f'<w:r><w:t xml:space="preserve">{text(paper.title)} · {text(word("page"))} </w:t></w:r>'
            '<w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
            f'<w:r><w:t xml:space="preserve"> {text(word("page_of"))} </w:t></w:r>'
            '<w:fldSimple w:instr="NUMPAGES"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>'
        ),
    }


def _properties(paper: Paper) -> str:
    date = f"{paper.date[:10] or '1980-01-01'}T00:00:00Z"
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{text(paper.title)}</dc:title><dc:creator>Handboek FII</dc:creator>"
        f"<dc:language>{text(paper.lang)}</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{text(date)}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{text(date)}</dcterms:modified></cp:coreProperties>'
    )


def _styles(lang: str) -> str:
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{_SERIF}<w:sz w:val="21"/><w:szCs w:val="21"/>'
        f"<w:lang w:val={attribute(lang)} w:eastAsia={attribute(lang)}/></w:rPr></w:rPrDefault></w:docDefaults>"
    )
    made = [
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        # not with the defaults: LibreOffice puts those over the colour of a light in a table
        '<w:rPr><w:color w:val="1E2430"/></w:rPr></w:style>'
    ]
    for level, size in enumerate(_SIZES, 1):
        layout = f'<w:keepNext/><w:keepLines/><w:spacing w:before="{420 - 60 * level}" w:after="100"/><w:outlineLvl w:val="{level - 1}"/>'
        made.append(
            _style(f"Heading{level}", f"heading {level}", "Normal", layout, f'{_SERIF}<w:b/><w:sz w:val="{size}"/>')
        )
    made += [_style(*style) for style in _STYLES]
    made += [_light(shape) for shape in SIGNS]
    return f"{HEAD}<w:styles {NAMESPACE}>{defaults}{''.join(made)}{_TABLE}</w:styles>"


def _style(id_: str, name: str, follows: str, layout: str, letters: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{id_}"><w:name w:val="{name}"/><w:basedOn w:val="{follows}"/>'
        f"<w:qFormat/><w:pPr>{layout}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
    )


def _light(shape: str) -> str:
    """Return the style of a light's sign: what an organisation restyles once changes in every table."""
    colour = f'<w:color w:val="{COLOURS[shape]}"/>' if shape in COLOURS else ""
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="Light{shape.capitalize()}">'
        f'<w:name w:val="Fii Light {shape}"/><w:qFormat/><w:rPr>{colour}</w:rPr></w:style>'
    )


def _edge(side: str, size: int, colour: str) -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"/>'


_TABLE = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
    '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="table" w:styleId="FiiTable"><w:name w:val="Fii Table"/><w:basedOn w:val="TableNormal"/><w:tblPr>'
    f"<w:tblBorders>{_edge('top', 8, '1E2430')}{_edge('bottom', 8, '1E2430')}{_edge('insideH', 4, 'C9C2B4')}</w:tblBorders></w:tblPr>"
    f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>{_edge("bottom", 8, "1E2430")}</w:tcBorders></w:tcPr></w:tblStylePr>'
    "</w:style>"
)
