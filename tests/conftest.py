"""Settings for every test: properties are drawn the same way each run, and no test is timed."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "sayso", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("sayso")
