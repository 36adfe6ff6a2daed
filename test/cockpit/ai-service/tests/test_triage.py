import unittest
from dataclasses import replace

from ai_service.triage import Vitals, triage

WELL = Vitals(
    respiration=16,
    oxygen_saturation=98,
    extra_oxygen=False,
    systolic=120,
    pulse=70,
    alert=True,
    temperature=36.8,
)


class TriageTest(unittest.TestCase):
    def test_a_well_patient_scores_nothing(self):
        self.assertEqual(triage(WELL).score, 0)
        self.assertEqual(triage(WELL).level, "low")

    def test_every_limit_of_the_chart(self):
        chart = {
            "respiration": [(8, 3), (9, 1), (11, 1), (12, 0), (20, 0), (21, 2), (24, 2), (25, 3)],
            "oxygen_saturation": [(91, 3), (92, 2), (93, 2), (94, 1), (95, 1), (96, 0)],
            "systolic": [(90, 3), (91, 2), (100, 2), (101, 1), (110, 1), (111, 0), (219, 0), (220, 3)],
            "pulse": [(40, 3), (41, 1), (50, 1), (51, 0), (90, 0), (91, 1), (110, 1), (111, 2), (130, 2), (131, 3)],
            "temperature": [(35.0, 3), (35.1, 1), (36.0, 1), (36.1, 0), (38.0, 0), (38.1, 1), (39.0, 1), (39.1, 2)],
        }
        for sign, limits in chart.items():
            for value, points in limits:
                with self.subTest(sign=sign, value=value):
                    self.assertEqual(triage(replace(WELL, **{sign: value})).score, points)

    def test_extra_oxygen_and_confusion_count(self):
        self.assertEqual(triage(replace(WELL, extra_oxygen=True)).score, 2)
        self.assertEqual(triage(replace(WELL, alert=False)).score, 3)

    def test_one_red_sign_lifts_a_low_score(self):
        self.assertEqual(triage(replace(WELL, alert=False)).level, "low-medium")

    def test_the_level_follows_the_score(self):
        five = replace(WELL, extra_oxygen=True, alert=False)
        seven = replace(five, pulse=115)
        self.assertEqual([triage(five).score, triage(seven).score], [5, 7])
        self.assertEqual([triage(five).level, triage(seven).level], ["medium", "high"])

    def test_the_points_explain_the_score(self):
        points = triage(replace(WELL, pulse=131, temperature=39.4)).points
        self.assertEqual({sign: given for sign, given in points.items() if given}, {"pulse": 3, "temperature": 2})

    def test_a_temperature_between_two_limits_is_rounded_as_a_thermometer_shows_it(self):
        self.assertEqual(triage(replace(WELL, temperature=38.04)).score, 0)
