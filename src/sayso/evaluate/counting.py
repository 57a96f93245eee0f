"""Precision, recall and their harmonic mean."""


def share(part: float, whole: float) -> float:
    """The part of a whole; 0 where there is no whole."""
    return part / whole if whole else 0.0


def harmonic(precision: float, recall: float) -> float:
    """F1 (van Rijsbergen 1979, beta 1); 0 where both are 0."""
    return share(2 * precision * recall, precision + recall)


def f1(right: int, told: int, wanted: int) -> float:
    """F1 from the number of right answers, of answers told and of answers wanted."""
    return harmonic(share(right, told), share(right, wanted))
