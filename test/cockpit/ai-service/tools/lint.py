"""Checks every module of the service: python3 -m tools.lint. Exits with 1 when something is found."""

import ast
import sys
from pathlib import Path

LONGEST_LINE = 120
SKIPPED = {"reports", "dist", "__pycache__", ".venv"}


def main():
    files = sorted(path for path in Path(".").rglob("*.py") if not SKIPPED & set(path.parts))
    findings = [finding for path in files for finding in _check(path)]
    for finding in findings:
        print(finding)
    print("%d files, %d findings" % (len(files), len(findings)))
    return 1 if findings else 0


def _check(path):
    text = path.read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        if len(line) > LONGEST_LINE:
            yield "%s:%d max-line: keep lines at %d" % (path, number, LONGEST_LINE)
        if line != line.rstrip() or "\t" in line:
            yield "%s:%d white-space: no tabs, and no space at the end" % (path, number)
    try:
        tree = ast.parse(text, str(path))
    except SyntaxError as error:
        yield "%s:%s syntax: %s" % (path, error.lineno, error.msg)
        return
    yield from _unused_imports(path, tree)
    for node in ast.walk(tree):
        yield from _rules(path, node)


def _rules(path, node):
    if isinstance(node, ast.ExceptHandler) and node.type is None:
        yield "%s:%d bare-except: name what is expected to fail" % (path, node.lineno)
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        for default in node.args.defaults + [value for value in node.args.kw_defaults if value]:
            if isinstance(default, (ast.List, ast.Dict, ast.Set)):
                yield "%s:%d mutable-default: all calls would share it" % (path, default.lineno)
    if isinstance(node, ast.Compare) and any(isinstance(operator, (ast.Eq, ast.NotEq)) for operator in node.ops):
        if any(isinstance(side, ast.Constant) and side.value is None for side in [node.left, *node.comparators]):
            yield "%s:%d compare-none: use is None" % (path, node.lineno)


def _unused_imports(path, tree):
    imported = {}
    for node in ast.walk(tree):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            for alias in node.names:
                imported[(alias.asname or alias.name).split(".")[0]] = node.lineno
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    for name, line in sorted(imported.items()):
        if name not in used:
            yield "%s:%d unused-import: %s" % (path, line, name)


if __name__ == "__main__":
    sys.exit(main())
