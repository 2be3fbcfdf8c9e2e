"""Sayso: a ledger of attributed claims. On whose say-so?"""

__version__ = "0.1.0"
