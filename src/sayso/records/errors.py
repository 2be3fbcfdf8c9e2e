"""What can go wrong, and how far it reaches.

SaysoError
├── InputError    one input is bad: it is skipped, recorded with its reason, and the rest go on
└── ConfigError   the set-up is wrong: the run stops before anything is read
"""


class SaysoError(Exception):
    """The root of the errors that a user can mend."""


class InputError(SaysoError):
    """One input cannot be read.

    origin: the path or address the user gave; `-` is standard input.
    problem: what is wrong, in a sentence without a full stop.
    next_step: what to do about it, in a sentence without a full stop.
    """

    def __init__(self, origin: str, problem: str, next_step: str) -> None:
        super().__init__(f"{origin}: {problem}. {next_step}.")
        self.origin = origin
        self.problem = problem
        self.next_step = next_step


class ConfigError(SaysoError):
    """The settings or the shipped data are unusable."""
