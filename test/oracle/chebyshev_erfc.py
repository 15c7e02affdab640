"""Coefficients of src/forecast/complementary-error.ts: python3 chebyshev_erfc.py (needs mpmath).

ln(erfc(x) exp(x^2) / t), t = 2 / (2 + x), as Chebyshev polynomials of 2t - 1: the transform at 200 nodes with 50 digits.
Each is rounded to 1e-18; the first is halved, since Clenshaw's recurrence then ends in one product.
"""
from mpmath import cos, erfc, exp, log, mp, mpf, pi, sqrt

mp.dps = 50
NODES = 200


def scaled(x):
    """erfc(x) exp(x^2), far out by its asymptotic series."""
    if x <= 50:
        return erfc(x) * exp(x * x)
    total = term = mpf(1)
    for k in range(1, 40):
        term *= -(2 * k - 1) / (2 * x * x)
        total += term
        if abs(term) < mpf(10) ** -48:
            break
    return total / (x * sqrt(pi))


angles = [pi * (k + mpf(1) / 2) / NODES for k in range(NODES)]
values = [log(scaled(4 / (cos(a) + 1) - 2) / ((cos(a) + 1) / 2)) for a in angles]
for j in range(28):
    c = 2 / mpf(NODES) * sum(v * cos(j * a) for v, a in zip(values, angles))
    print(j, round(float(c / 2 if j == 0 else c), 18))
