"""Runs the tests and writes reports/junit.xml and reports/coverage.xml (Cobertura), with the standard library alone.

python3 -m tools.test, in the service's directory. Exits with 1 when a test fails, or when none was found.
"""

import sys
import unittest
from pathlib import Path

from tools import cobertura, junit
from tools.lines import LineCounter

MEASURED = "ai_service"
REPORTS = Path("reports")


def main():
    REPORTS.mkdir(exist_ok=True)
    # Discovery is counted as well: the lines that define a module run when it is imported.
    with LineCounter(MEASURED) as counter:
        suite = unittest.defaultTestLoader.discover("tests", top_level_dir=".")
        runner = unittest.TextTestRunner(stream=sys.stdout, verbosity=2, resultclass=junit.RecordingResult)
        result = runner.run(suite)
    junit.write(REPORTS / "junit.xml", result)
    rate = cobertura.write(REPORTS / "coverage.xml", MEASURED, counter.counts)
    print("Coverage: %.1f %% of the lines of %s" % (rate * 100, MEASURED))
    if not result.testsRun:
        print("No test was found under tests/: that is a failure.")
    return 0 if result.wasSuccessful() and result.testsRun else 1


if __name__ == "__main__":
    sys.exit(main())
