"""Word documents made for tests, from the XML of their body and of the parts beside it."""

import io
import zipfile

import docx

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_PART = "application/vnd.openxmlformats-officedocument.wordprocessingml"

# Three levels as Chinese reports number them: 一、 （一） 1.
NUMBERING = "".join(
    [
        '<w:abstractNum w:abstractNumId="0">',
        *(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
            for level, (form, text) in enumerate(
                [("chineseCountingThousand", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3.")]
            )
        ),
        "</w:abstractNum>",
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
        '<w:lvlText w:val="&#xf0b7;"/></w:lvl></w:abstractNum>',
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>',
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
        "</w:lvlOverride></w:num>",
    ]
)


def run(text):
    """Return a run of text."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs, properties=""):
    """Return a paragraph of runs, or of text where they are no XML."""
    inner = "".join(one if one.startswith("<") else run(one) for one in runs)
    return f"<w:p>{properties and f'<w:pPr>{properties}</w:pPr>'}{inner}</w:p>"


def numbered(text, level=0, list_id=1):
    """Return a paragraph with an automatic number."""
    number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return paragraph(text, properties=number)


def document(body, parts=None):
    """Return a .docx whose body is this XML; `parts` are further parts or replacements by name, bytes or XML within
    the root element w:NAME."""
    buffer, made = io.BytesIO(), io.BytesIO()
    docx.Document().save(buffer)
    wanted = {"word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>"} | (parts or {})
    with zipfile.ZipFile(buffer) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.infolist():
            if part.filename not in wanted:
                target.writestr(part, source.read(part))
        for name, data in wanted.items():
            target.writestr(name, data)
    return made.getvalue()


def numbered_document(body, numbering=NUMBERING):
    """Return a .docx with lists."""
    return document(body, {"word/numbering.xml": f"<w:numbering {SPACES}>{numbering}</w:numbering>"})


def with_comments(data):
    """Return the document with one comment, as Word would link it."""
    comments = f'<w:comments {SPACES}><w:comment w:id="0" w:author="甲">{paragraph("请核实")}</w:comment></w:comments>'
    return with_part(data, "comments", comments)


def with_part(data, name, xml):
    """Return the document with a part word/NAME.xml that the main part is related to."""
    made = io.BytesIO()
    types, relations = "[Content_Types].xml", "word/_rels/document.xml.rels"
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.infolist():
            text = source.read(part)
            if part.filename == types:
                new = f'<Override PartName="/word/{name}.xml" ContentType="{_PART}.{name}+xml"/></Types>'
                text = text.replace(b"</Types>", new.encode())
            if part.filename == relations:
                new = f'<Relationship Id="rId99" Type="{R}/{name}" Target="{name}.xml"/></Relationships>'
                text = text.replace(b"</Relationships>", new.encode())
            target.writestr(part.filename, text)
        target.writestr(f"word/{name}.xml", xml)
    return made.getvalue()
