import json
import unittest

from ai_service import contract

WELL = {
    "respiration": 16,
    "oxygenSaturation": 98,
    "extraOxygen": False,
    "systolic": 120,
    "pulse": 70,
    "alert": True,
    "temperature": 36.8,
}


def answer(**changes):
    return contract.triage_answer(json.dumps({**WELL, **changes}).encode("utf-8"))


class ContractTest(unittest.TestCase):
    def test_answers_with_score_level_and_points(self):
        given = answer(pulse=131, alert=False, temperature=39.4)
        document = json.loads(given.body)
        self.assertEqual((given.status, given.media_type), (200, "application/json"))
        self.assertEqual((document["score"], document["level"]), (8, "high"))
        self.assertEqual(document["points"]["pulse"], 3)

    def test_refuses_what_is_not_json(self):
        for body in (b"", b"{", b"\xff\xfe"):
            with self.subTest(body=body):
                self.assertEqual(contract.triage_answer(body).status, 400)

    def test_refuses_what_is_not_an_object(self):
        self.assertEqual(contract.triage_answer(b"[]").status, 422)

    def test_refuses_a_value_that_no_patient_has_and_names_it(self):
        for name, value in [("temperature", 98.6), ("pulse", -1), ("systolic", "high"), ("respiration", True)]:
            with self.subTest(name=name):
                given = answer(**{name: value})
                self.assertEqual((given.status, given.media_type), (422, "application/problem+json"))
                self.assertIn(name, given.document["detail"])

    def test_refuses_not_a_number(self):
        body = json.dumps(WELL).replace("36.8", "NaN").encode("utf-8")
        self.assertEqual(contract.triage_answer(body).status, 422)

    def test_refuses_a_missing_sign(self):
        without_pulse = {name: value for name, value in WELL.items() if name != "pulse"}
        given = contract.triage_answer(json.dumps(without_pulse).encode("utf-8"))
        self.assertIn("pulse", given.document["detail"])

    def test_refuses_a_flag_that_is_a_word(self):
        self.assertIn("alert", answer(alert="yes").document["detail"])

    def test_refuses_an_unknown_sign_and_says_which_are_known(self):
        detail = answer(heartRate=70).document["detail"]
        self.assertIn("heartRate", detail)
        self.assertIn("pulse", detail)

    def test_is_healthy(self):
        self.assertEqual(contract.health().status, 200)
