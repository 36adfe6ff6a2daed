"""National Early Warning Score 2 (Royal College of Physicians, 2017), SpO2 scale 1."""

from dataclasses import dataclass

# Each table: (up to and including this value, points); what is above the last limit gets the points at the end.
_RESPIRATION = ([(8, 3), (11, 1), (20, 0), (24, 2)], 3)
_OXYGEN_SATURATION = ([(91, 3), (93, 2), (95, 1)], 0)
_SYSTOLIC = ([(90, 3), (100, 2), (110, 1), (219, 0)], 3)
_PULSE = ([(40, 3), (50, 1), (90, 0), (110, 1), (130, 2)], 3)
_TEMPERATURE = ([(35.0, 3), (36.0, 1), (38.0, 0), (39.0, 1)], 2)
_EXTRA_OXYGEN = 2
_NOT_ALERT = 3
_SINGLE_RED = 3


@dataclass(frozen=True)
class Vitals:
    """One measurement at the bedside, in breaths and beats a minute, per cent, mmHg and degrees Celsius."""

    respiration: int
    oxygen_saturation: int
    extra_oxygen: bool
    systolic: int
    pulse: int
    alert: bool
    temperature: float


@dataclass(frozen=True)
class Triage:
    """The score, its level (low, low-medium, medium or high) and the points of each sign, which explain it."""

    score: int
    level: str
    points: dict


def triage(vitals):
    """Scores one measurement. The level is never lower than its single worst sign asks for."""
    points = {
        "respiration": _points(_RESPIRATION, vitals.respiration),
        "oxygenSaturation": _points(_OXYGEN_SATURATION, vitals.oxygen_saturation),
        "extraOxygen": _EXTRA_OXYGEN if vitals.extra_oxygen else 0,
        "systolic": _points(_SYSTOLIC, vitals.systolic),
        "pulse": _points(_PULSE, vitals.pulse),
        "alert": 0 if vitals.alert else _NOT_ALERT,
        "temperature": _points(_TEMPERATURE, round(vitals.temperature, 1)),
    }
    score = sum(points.values())
    return Triage(score, _level(score, max(points.values())), points)


def _level(score, worst):
    if score >= 7:
        return "high"
    if score >= 5:
        return "medium"
    return "low-medium" if worst >= _SINGLE_RED else "low"


def _points(table, value):
    limits, above = table
    return next((points for limit, points in limits if value <= limit), above)
