"""Triage for the AUSTA Cockpit: how urgent a patient is, by the vital signs."""
