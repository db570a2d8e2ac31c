"""elearn: lectures, true records of watching, certificates and coverage for grassroots cadres."""
