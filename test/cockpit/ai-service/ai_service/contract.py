"""What the service answers, without a web framework: main.py gives it the bytes, the tests give it theirs."""

import json
from dataclasses import dataclass, fields

from ai_service.triage import Vitals, triage

# Beyond these a number is a slip of the hand or of the unit (Fahrenheit), not a patient.
_PLAUSIBLE = {
    "respiration": (0, 80),
    "oxygenSaturation": (40, 100),
    "systolic": (30, 300),
    "pulse": (0, 300),
    "temperature": (25.0, 45.0),
}
_FLAGS = ("extraOxygen", "alert")


@dataclass(frozen=True)
class Answer:
    """An HTTP answer: a status, and a document that becomes JSON."""

    status: int
    document: dict

    @property
    def media_type(self):
        return "application/json" if self.status < 400 else "application/problem+json"

    @property
    def body(self):
        return json.dumps(self.document).encode("utf-8")


def health():
    return Answer(200, {"status": "ok"})


def triage_answer(body):
    """Answers POST /ai/triage: 200 with the score, 400 for what is no JSON, 422 for vitals that cannot be."""
    try:
        document = json.loads(body)
    except ValueError:
        return _problem(400, "The body must be JSON.")
    if not isinstance(document, dict):
        return _problem(422, "The body must be an object with the vital signs.")
    complaint = _complaint(document)
    if complaint:
        return _problem(422, complaint)
    result = triage(Vitals(**{field.name: document[_camel(field.name)] for field in fields(Vitals)}))
    return Answer(200, {"score": result.score, "level": result.level, "points": result.points})


def _complaint(document):
    """The first thing wrong with the document, in words for whoever sent it; None when nothing is."""
    unknown = sorted(set(document) - set(_PLAUSIBLE) - set(_FLAGS))
    if unknown:
        return "%s is not a vital sign; known are %s." % (unknown[0], ", ".join([*_PLAUSIBLE, *_FLAGS]))
    for name, (least, most) in _PLAUSIBLE.items():
        value = document.get(name)
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not least <= value <= most:
            return "%s must be a number from %s to %s." % (name, least, most)
    for name in _FLAGS:
        if not isinstance(document.get(name), bool):
            return "%s must be true or false." % name
    return None


def _problem(status, detail):
    return Answer(status, {"status": status, "detail": detail})


def _camel(name):
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)
