"""JUnit XML from a unittest run."""

import time
import unittest
from collections import defaultdict
from xml.etree import ElementTree


class RecordingResult(unittest.TextTestResult):
    """Keeps how long each test took and how it ended: passed, failure, error or skipped, and why."""

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        self.records = []
        self._started = 0.0
        self._end = None

    def startTest(self, test):
        super().startTest(test)
        self._started = time.perf_counter()
        self._end = ("passed", "", "")

    def stopTest(self, test):
        self.records.append((test.id(), time.perf_counter() - self._started, *self._end))
        super().stopTest(test)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._end = self._broken("failure", test, err)

    def addError(self, test, err):
        super().addError(test, err)
        # A module or class that cannot be set up never starts as a test: it must be in the report all the same.
        if not isinstance(test, unittest.TestCase):
            self.records.append((test.id(), 0.0, *self._broken("error", test, err)))
        self._end = self._broken("error", test, err)

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            kind = "failure" if issubclass(err[0], test.failureException) else "error"
            self._end = self._broken(kind, test, err, str(subtest) + "\n")

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._end = ("skipped", reason, "")

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._end = ("skipped", "expected to fail, and did", "")

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._end = ("failure", "expected to fail, but passed", "")

    def _broken(self, kind, test, err, before=""):
        message = "%s: %s" % (err[0].__name__, str(err[1]).partition("\n")[0])
        return kind, message, before + self._exc_info_to_string(err, test)


def write(file, result):
    """Writes one suite a test class."""
    suites = defaultdict(list)
    for test_id, *record in result.records:
        class_name, _, name = test_id.rpartition(".")
        suites[class_name].append((name, *record))
    root = ElementTree.Element("testsuites")
    for class_name, records in sorted(suites.items()):
        root.append(_suite(class_name, records))
    ElementTree.ElementTree(root).write(file, encoding="utf-8", xml_declaration=True)


def _suite(class_name, records):
    ends = [end for _, _, end, _, _ in records]
    suite = ElementTree.Element(
        "testsuite",
        name=class_name,
        tests=str(len(records)),
        failures=str(ends.count("failure")),
        errors=str(ends.count("error")),
        skipped=str(ends.count("skipped")),
        time="%.6f" % sum(seconds for _, seconds, *_ in records),
    )
    for name, seconds, end, message, trace in records:
        case = ElementTree.SubElement(suite, "testcase", classname=class_name, name=name, time="%.6f" % seconds)
        if end != "passed":
            ElementTree.SubElement(case, end, message=message).text = trace
    return suite
