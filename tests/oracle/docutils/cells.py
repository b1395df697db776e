#!/usr/bin/env python3
"""Print the table cells of reStructuredText files as docutils reads them: the oracle of the RST reader.

    cells.py FILE...    a JSON object {FILE: [table, ...]}

A table is {"header": rows, "rows": rows}, a row a list of cells, a cell {"text": ..., "spanned":
null | "row" | "column"}. Spans are filled as the reader fills them: a rowspan downwards, a colspan
to the right. White space in texts is folded. A table inside a cell counts as text of that cell.

Needs docutils (Debian: python3-docutils; PyPI: docutils).
"""

import json
import re
import sys

from docutils import core, nodes
from docutils.parsers.rst import roles

SPACE = re.compile("[ \t\n\v\f\r\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]+")
TITLE_AND_TARGET = re.compile(r"^(.*?)\s*(?<!\x00)<[^<>]*>$", re.DOTALL)


def keep_text(name, rawtext, text, lineno, inliner, options=None, content=None):
    """Return the text of a role that docutils does not know, such as :ref: of Sphinx."""
    match = TITLE_AND_TARGET.match(text)
    title = match.group(1) if match and match.group(1) else text
    return [nodes.inline(rawtext, nodes.unescape(title))], []


known_role = roles.role


def any_role(role_name, language_module, lineno, reporter):
    try:
        function, messages = known_role(role_name, language_module, lineno, reporter)
    except Exception:  # docutils raises for names that are no role names
        function, messages = None, []
    return (function or keep_text), ([] if function is None else messages)


roles.role = any_role


def fold(text):
    """Fold white space as ECMAScript defines it, as the tests of the reader do."""
    return SPACE.sub(" ", text).strip(" ")


def text_of(node):
    """Return the text of a node: blocks separated by a space, without messages of docutils."""
    if isinstance(node, nodes.Text):
        return node.astext()
    if isinstance(node, (nodes.system_message, nodes.comment, nodes.substitution_definition)):
        return ""
    if isinstance(node, nodes.image):
        return node.get("alt", "")
    if isinstance(node, nodes.footnote_reference):
        return f"[{node.astext()}]"
    if isinstance(node, nodes.field_name):
        return f"{node.astext()}:"
    if isinstance(node, nodes.option_group):
        return ", ".join("".join(map(text_of, option.children)) for option in node.children)
    if isinstance(node, nodes.option_argument):
        return node.astext()
    if isinstance(node, nodes.classifier):
        return f": {node.astext()}"
    if isinstance(node, nodes.enumerated_list):
        return " ".join(enumerated(node))
    separator = "" if isinstance(node, nodes.TextElement) else " "
    return separator.join(text_of(child) for child in node.children)


def roman(number):
    """Return a lower-case Roman numeral. docutils has moved its own between releases."""
    numerals = "m cm d cd c xc l xl x ix v iv i".split()
    values = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1]
    result = ""
    for numeral, value in zip(numerals, values):
        result += numeral * (number // value)
        number %= value
    return result


def enumerated(node):
    """Yield the items of a list, with their enumerators unless the list counts 1, 2, 3."""
    start = node.get("start", 1)
    kind = node["enumtype"]
    for offset, item in enumerate(node.children):
        number = start + offset
        if kind == "arabic":
            ordinal = str(number)
        elif kind.endswith("alpha"):
            ordinal = chr(ord("a") - 1 + number)
        else:
            ordinal = roman(number)
        if kind.startswith("upper"):
            ordinal = ordinal.upper()
        is_plain = kind == "arabic" and start == 1
        lead = "" if is_plain else f"{node['prefix']}{ordinal}{node['suffix']} "
        yield lead + text_of(item)


def filled(rows):
    """Return the rows of a thead or tbody, with copies where a cell spans."""
    open_cells = {}
    result = []
    for row in rows:
        cells = []

        def fill_from_above():
            while len(cells) in open_cells:
                column = len(cells)
                text, left = open_cells[column]
                if left == 1:
                    del open_cells[column]
                else:
                    open_cells[column] = (text, left - 1)
                cells.append({"text": text, "spanned": "row"})

        for entry in row.children:
            fill_from_above()
            text = fold(text_of(entry))
            for column in range(entry.get("morecols", 0) + 1):
                if entry.get("morerows", 0) > 0:
                    open_cells[len(cells)] = (text, entry["morerows"])
                cells.append({"text": text, "spanned": "column" if column else None})
        fill_from_above()
        result.append(cells)
    return result


def outermost_tables(node):
    for child in node.children:
        if isinstance(child, nodes.table):
            yield child
        else:
            yield from outermost_tables(child)


def read(path):
    with open(path, encoding="utf-8-sig") as file:
        source = file.read()
    document = core.publish_doctree(
        source,
        settings_overrides={
            "_disable_config": True,
            "report_level": 5,
            "halt_level": 5,
            "file_insertion_enabled": False,
            "docinfo_xform": False,
            "doctitle_xform": False,
            "line_length_limit": 10_000_000,
        },
    )
    tables = []
    for table in outermost_tables(document):
        header, body = [], []
        for group in table.children:
            if not isinstance(group, nodes.tgroup):
                continue
            for part in group.children:
                if isinstance(part, nodes.thead):
                    header += filled(part.children)
                elif isinstance(part, nodes.tbody):
                    body += filled(part.children)
        tables.append({"header": header, "rows": body})
    return tables


def main(files):
    if not files:
        sys.exit(__doc__)
    json.dump({path: read(path) for path in files}, sys.stdout, ensure_ascii=False)
    print()


if __name__ == "__main__":
    main(sys.argv[1:])
