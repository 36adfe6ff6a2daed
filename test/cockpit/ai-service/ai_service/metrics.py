"""Counts answers by status, in Prometheus' text format 0.0.4."""

import threading
from collections import Counter

# Probes and scrapes never fail with the users' requests: counted, they would hide an error rate.
OWN_PATHS = frozenset({"/healthz", "/livez", "/ai/healthz", "/metrics"})


class RequestCounter:
    """May be used by several threads at once."""

    def __init__(self, service):
        self._service = service
        self._counts = Counter()
        self._lock = threading.Lock()

    def count(self, path, status):
        if path in OWN_PATHS:
            return
        with self._lock:
            self._counts[status] += 1

    def text(self):
        with self._lock:
            counts = sorted(self._counts.items())
        samples = [
            'http_requests_total{service="%s",status="%s"} %d\n' % (self._service, status, count)
            for status, count in counts
        ]
        return (
            "# HELP http_requests_total Answers of this process, probes and scrapes left out.\n"
            "# TYPE http_requests_total counter\n" + "".join(samples)
        )
