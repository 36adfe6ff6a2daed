import unittest

from ai_service.identity import headers
from ai_service.metrics import RequestCounter


class PlatformTest(unittest.TestCase):
    def test_reads_its_identity_from_the_environment(self):
        environment = {"AUSTA_SERVICE": "ai", "AUSTA_COLOUR": "green", "AUSTA_REVISION": "7"}
        self.assertEqual(
            headers(environment), {"X-Austa-Service": "ai", "X-Austa-Colour": "green", "X-Austa-Revision": "7"}
        )

    def test_knows_what_to_say_without(self):
        self.assertEqual(
            headers({"AUSTA_COLOUR": ""}),
            {"X-Austa-Service": "ai-service", "X-Austa-Colour": "none", "X-Austa-Revision": "0"},
        )

    def test_counts_answers_by_status_and_leaves_probes_out(self):
        counter = RequestCounter("ai-service")
        for path, status in [("/ai/triage", 200), ("/ai/triage", 200), ("/ai/triage", 422), ("/healthz", 200)]:
            counter.count(path, status)
        samples = [line for line in counter.text().splitlines() if not line.startswith("#")]
        self.assertEqual(
            samples,
            [
                'http_requests_total{service="ai-service",status="200"} 2',
                'http_requests_total{service="ai-service",status="422"} 1',
            ],
        )
