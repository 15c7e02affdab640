"""Values of the distributions of forecasts to 40 digits, rounded to doubles once, at the end.

Shares no code with the product: mpmath's own erfc, gamma and incomplete beta. Writes test/forecast/distribution-values.json:
    python3 test/oracle/distribution_values.py && npx biome format --write test/forecast/distribution-values.json
(needs mpmath).
Rows of forecasts: the double p, its quantile k rounded to a double, then P(U <= k) and E[U; U <= k] at exactly that double k.
Rows of the standard normal: the double z and P(Z <= z); the double p and its quantile. Rows of the beta distribution of which
the parameters sum to 6: the doubles a and x, I_x(a, 6 - a) and I_x(a + 1, 6 - a).
"""
import json
import os

from mpmath import betainc, erfc, erfinv, exp, findroot, log, mp, mpf, npdf, sqrt

mp.dps = 40
PROBABILITIES = [1e-12, 1e-6, 0.001, 0.1, 0.15, 0.5, 0.85, 0.9, 0.999, 1 - 2.0**-40]


def phi(z):
    return erfc(-z / sqrt(mpf(2))) / 2


def z_of(p):
    return sqrt(mpf(2)) * erfinv(2 * mpf(p) - 1)


def quantile_of(p):
    """The same where 2p - 1 would lose the digits of p."""
    with mp.workdps(400):
        return z_of(p)


def lognormal(mean, s):
    m = log(mean) - s**2 / 2
    return (
        lambda k: phi((log(k) - m) / s),
        lambda k: mean * phi((log(k) - m - s**2) / s),
        lambda p: exp(m + s * z_of(p)),
    )


def normal(mean, sd):
    return (
        lambda k: phi((k - mean) / sd),
        lambda k: mean * phi((k - mean) / sd) - sd * npdf((k - mean) / sd),
        lambda p: mean + sd * z_of(p),
    )


def triangular(a, c, b):
    def cdf(k):
        if k <= c and c > a:
            return (k - a) ** 2 / ((b - a) * (c - a))
        return 1 - (b - k) ** 2 / ((b - a) * (b - c))

    def partial(k):
        def rising(x):
            return (2 * x**3 / 3 - a * x**2) / ((b - a) * (c - a))

        def falling(x):
            return (b * x**2 - 2 * x**3 / 3) / ((b - a) * (b - c))

        if k <= c and c > a:
            return rising(k) - rising(a)
        return (rising(c) - rising(a) if c > a else 0) + falling(k) - falling(c)

    def quantile(p):
        p = mpf(p)
        if p * (b - a) <= c - a:
            return a + sqrt(p * (b - a) * (c - a))
        return b - sqrt((1 - p) * (b - a) * (b - c))

    return cdf, partial, quantile


def pert(a, c, b):
    alpha = 1 + 4 * (c - a) / (b - a)
    beta = 1 + 4 * (b - c) / (b - a)

    def tail(x, raised):
        return betainc(alpha + raised, beta, 0, x, regularized=True)

    def quantile(p):
        p, low, high = mpf(p), mpf(0), mpf(1)
        for _ in range(60):
            middle = (low + high) / 2
            if tail(middle, 0) < p:
                low = middle
            else:
                high = middle
        x = findroot(lambda x: log(tail(x, 0) / p), (low, high), tol=1e-60)
        return a + (b - a) * x

    def share(k):
        return (mpf(k) - a) / (b - a)

    return (
        lambda k: tail(share(k), 0),
        lambda k: a * tail(share(k), 0) + (b - a) * alpha / 6 * tail(share(k), 1),
        quantile,
    )


def from_percentiles(p10, p90):
    s = log(p90 / p10) / (2 * z_of(mpf(9) / 10))
    return sqrt(p10 * p90) * exp(s**2 / 2), s


def block(distribution, **labels):
    """The block as it is written in cells, and its functions over the exact values of those doubles."""
    v = [mpf(x) for x in labels.values()]
    match distribution, *labels:
        case "lognormal", "Mean", "CV":
            made = lognormal(v[0], sqrt(log(1 + v[1] ** 2)))
        case "lognormal", "Mean", "SD":
            made = lognormal(v[0], sqrt(log(1 + (v[1] / v[0]) ** 2)))
        case "lognormal", "P10", "P90":
            made = lognormal(*from_percentiles(*v))
        case "normal", "Mean", "SD":
            made = normal(*v)
        case "normal", "P10", "P90":
            made = normal((v[0] + v[1]) / 2, (v[1] - v[0]) / (2 * z_of(mpf(9) / 10)))
        case "triangular", *_:
            made = triangular(*v)
        case "PERT", *_:
            made = pert(*v)
    return [["Distribution", distribution], *[list(pair) for pair in labels.items()]], made


BLOCKS = [
    block("lognormal", Mean=600000.0, CV=0.35),
    block("lognormal", Mean=600000.0, CV=0.001),
    block("lognormal", Mean=600000.0, CV=5.0),
    block("lognormal", Mean=1e-6, CV=0.35),
    block("lognormal", Mean=1e15, CV=0.35),
    block("lognormal", Mean=600000.0, SD=210000.0),
    block("lognormal", P10=400000.0, P90=850000.0),
    block("lognormal", P10=400000.0, P90=400100.0),
    block("normal", Mean=600000.0, SD=150000.0),
    block("normal", Mean=100000.0, SD=200000.0),
    block("normal", Mean=1e15, SD=1e12),
    block("normal", P10=400000.0, P90=850000.0),
    block("triangular", Low=300000.0, Mode=550000.0, High=1100000.0),
    block("triangular", Low=300000.0, Mode=300000.0, High=1100000.0),
    block("triangular", Low=0.0, Mode=1100000.0, High=1100000.0),
    block("PERT", Low=300000.0, Mode=550000.0, High=1100000.0),
    block("PERT", Low=300000.0, Mode=300000.0, High=1100000.0),
    block("PERT", Low=0.0, Mode=1100000.0, High=1100000.0),
    block("PERT", Low=0.0, Mode=250000.0001, High=1000000.0),
    block("PERT", Low=0.0, Mode=500000.0, High=1000000.0),
    block("PERT", Low=0.0, Mode=499999.9999, High=1000000.0),
    block("PERT", Low=0.0, Mode=875000.0, High=1000000.0),
    block("PERT", Low=1e14, Mode=9e14, High=1e15),
]


def rows(made):
    cdf, partial, quantile = made
    for p in PROBABILITIES:
        exact = quantile(p)
        k = float(exact)
        yield [p, float(exact), float(cdf(mpf(k))), float(partial(mpf(k)))]


SCORES = [-37.5, -20.0, -8.0, -5.0, -2.5, -1.0, -0.1, -1e-9, 0.0, 0.3, 1.0, 2.0, 4.0, 8.0]
CHANCES = [1e-300, 1e-50, 1e-12, 0.001, 0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.999, 1 - 2.0**-40]
SHAPES = [1.0, 1.000001, 1.25, 2.0, 2.2, 2.9999999, 3.0, 3.5, 4.0, 4.999, 5.0]
SHARES = [1e-6, 0.1, 0.5, 0.9, 1.0]


def beta_rows():
    for a in SHAPES:
        for share in SHARES:
            x = share * a / 6
            tails = [betainc(mpf(a) + n, 6 - mpf(a), 0, mpf(x), regularized=True) for n in (0, 1)]
            yield [a, x, *map(float, tails)]


if __name__ == "__main__":
    table = {
        "forecasts": [{"block": written, "rows": list(rows(made))} for written, made in BLOCKS],
        "normalAtMost": [[z, float(phi(mpf(z)))] for z in SCORES],
        "normalQuantile": [[p, float(quantile_of(p))] for p in CHANCES],
        "betaTail": list(beta_rows()),
    }
    path = os.path.join(os.path.dirname(__file__), "../forecast/distribution-values.json")
    with open(path, "w") as file:
        json.dump(table, file)
