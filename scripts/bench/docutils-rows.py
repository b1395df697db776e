"""Print how many table rows docutils reads in a reStructuredText file: `docutils-rows.py FILE`."""

import sys

from docutils import core, nodes

with open(sys.argv[1], encoding="utf-8") as file:
    document = core.publish_doctree(
        file.read(),
        settings_overrides={
            "_disable_config": True,
            "report_level": 5,
            "halt_level": 5,
            "file_insertion_enabled": False,
            "line_length_limit": 10_000_000,
        },
    )
print(sum(1 for _ in document.findall(nodes.row)))
