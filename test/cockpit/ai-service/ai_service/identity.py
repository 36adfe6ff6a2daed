"""Who answers: service, colour and revision, as the chart gives them to the container."""


def headers(environment):
    """The headers that every answer carries, so that a switch of colours can be measured from outside."""
    return {
        "X-Austa-Service": environment.get("AUSTA_SERVICE") or "ai-service",
        "X-Austa-Colour": environment.get("AUSTA_COLOUR") or "none",
        "X-Austa-Revision": environment.get("AUSTA_REVISION") or "0",
    }
