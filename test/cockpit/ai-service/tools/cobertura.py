"""Cobertura XML from the counts of tools.lines."""

import dis
import time
from pathlib import Path
from types import CodeType
from xml.etree import ElementTree


def write(file, package, counts):
    """Writes the line coverage of every module of the package, also of those never imported.

    counts: how often each (absolute file name, line) ran. Returns the share of lines that ran, from 0 to 1.
    """
    modules = [(path, _lines(path, counts)) for path in sorted(Path(package).rglob("*.py"))]
    everything = [hits for _, lines in modules for hits in lines.values()]
    root = _element("coverage", everything, version="1.9", timestamp=str(int(time.time())), complexity="0")
    ElementTree.SubElement(ElementTree.SubElement(root, "sources"), "source").text = str(Path.cwd())
    parent = _element("package", everything, root, "packages", name=package, complexity="0")
    classes = ElementTree.SubElement(parent, "classes")
    for path, lines in modules:
        module = _element("class", list(lines.values()), name=path.stem, filename=path.as_posix(), complexity="0")
        ElementTree.SubElement(module, "methods")
        table = ElementTree.SubElement(module, "lines")
        for number, hits in sorted(lines.items()):
            ElementTree.SubElement(table, "line", number=str(number), hits=str(hits))
        classes.append(module)
    ElementTree.ElementTree(root).write(file, encoding="utf-8", xml_declaration=True)
    return _rate(everything)


def _element(tag, hits, parent=None, group=None, **attributes):
    covered = sum(1 for count in hits if count)
    values = {"line-rate": "%.4f" % _rate(hits), "branch-rate": "0", **attributes}
    if tag == "coverage":
        values.update({"lines-covered": str(covered), "lines-valid": str(len(hits))})
        values.update({"branches-covered": "0", "branches-valid": "0"})
    if parent is None:
        return ElementTree.Element(tag, values)
    return ElementTree.SubElement(ElementTree.SubElement(parent, group), tag, values)


def _rate(hits):
    return sum(1 for count in hits if count) / len(hits) if hits else 1.0


def _lines(path, counts):
    code = compile(path.read_text(encoding="utf-8"), str(path), "exec")
    name = str(path.resolve())
    return {line: counts.get((name, line), 0) for line in sorted(_executable(code))}


def _executable(code):
    """The lines of the code and of what is defined in it that the interpreter can stop at.

    Line 0 and, from Python 3.11 on, the line where a function starts to resume are no lines of the source.
    """
    lines = {line for offset, line in dis.findlinestarts(code) if line and not _resumes(code, offset)}
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            lines |= _executable(constant)
    return lines


def _resumes(code, offset):
    return dis.opname[code.co_code[offset]] in ("RESUME", "COPY_FREE_VARS", "MAKE_CELL", "RETURN_GENERATOR")
