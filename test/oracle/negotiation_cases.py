#!/usr/bin/env python3
"""Independent oracle for ANSWER_RANGE, ROBUST_COMMITMENT and WALK_AWAY_DISCOUNT (docs/pricing-model.md section 26).

Costs are priced usage by usage; means are sums over outcomes, or closed forms at 40 digits. Ends are found by brute force: steps of
a hundredth outwards until the answer changes, then bisection. No product code is imported; do not "fix" this file to agree with it.

Run:  python3 negotiation_cases.py   (needs mpmath) -> writes ../cases/negotiation-cases.json
"""
import json
import os

import mpmath as mp

mp.mp.dps = 40
M = mp.mpf
HERE = os.path.dirname(os.path.abspath(__file__))
DEMO = [[0, 0], [250000, 0.1], [500000, 0.15], [1000000, 0.2]]
NO_LIMIT = "no limit"


def dec(x):
    return M(repr(x)) if isinstance(x, float) else M(x)


# ------------------------------------------------------------------ usage
class Outcomes:
    """Usage that is one of some amounts; other spreads scale the deviations from the mean."""

    def __init__(self, usages, weights=None):
        self.u = [dec(x) for x in usages]
        w = [dec(x) for x in weights] if weights else [M(1)] * len(self.u)
        self.p = [x / sum(w) for x in w]
        self.mean = sum(p * u for p, u in zip(self.p, self.u))
        var = sum(p * (u - self.mean) ** 2 for p, u in zip(self.p, self.u))
        self.cv = mp.sqrt(var) / self.mean if var > 0 else M(0)
        self.most_cv = self.cv * self.mean / (self.mean - min(self.u)) if self.cv > 0 else M(10)

    def at(self, mean, cv):
        if self.cv == 0:
            return Lognormal(mean, cv) if cv > 0 else Outcomes([mean])
        out = Outcomes([1])
        out.u = [mean + (u - self.mean) * (mean * cv) / (self.mean * self.cv) for u in self.u]
        out.p, out.mean, out.cv = self.p, mean, cv
        return out

    def expected(self, cost):
        return sum(p * cost(u) for p, u in zip(self.p, self.u))

    def above(self, k):
        """E[(U - k)+]"""
        return self.expected(lambda u: max(u - k, M(0)))


class Lognormal:
    def __init__(self, mean, cv):
        self.mean, self.cv, self.most_cv = dec(mean), dec(cv), M(10)
        self.s = mp.sqrt(mp.log1p(self.cv ** 2))

    def at(self, mean, cv):
        return Lognormal(mean, cv) if cv > 0 and mean > 0 else Outcomes([mean])

    def above(self, k):
        if k <= 0:
            return self.mean - k
        d = (mp.log(self.mean / k) + self.s ** 2 / 2) / self.s
        return self.mean * mp.ncdf(d) - k * mp.ncdf(d - self.s)


class Triangular:
    def __init__(self, low, mode, high):
        self.a, self.c, self.b = dec(low), dec(mode), dec(high)
        self.mean = (self.a + self.b + self.c) / 3
        a, b, c = self.a, self.b, self.c
        self.cv = mp.sqrt((a * a + b * b + c * c - a * b - a * c - b * c) / 18) / self.mean
        self.most_cv = self.cv * self.mean / (self.mean - a)

    def at(self, mean, cv):
        if cv == 0 or mean == 0:
            return Outcomes([mean])
        f = mean * cv / (self.mean * self.cv)
        return Triangular(*[mean + (x - self.mean) * f for x in (self.a, self.c, self.b)])

    def above(self, k):
        a, b, c = self.a, self.b, self.c
        if k <= a:
            return self.mean - k
        if k >= b:
            return M(0)
        if k <= c:
            return self.mean - k + (k - a) ** 3 / (3 * (b - a) * (c - a))
        return (b - k) ** 3 / (3 * (b - a) * (b - c))


# ------------------------------------------------------------------ one commitment
def land(c, bands):
    return max(i for i, b in enumerate(bands) if b[0] <= c or i == 0)


def expected_cost(usage, c, bands, terms):
    """List and committed overage in closed form: C + o E[(U - Q)+] - (1 - f)(C - r E[min(U, Q)])."""
    if c == 0:
        return (1 - bands[0][1]) * usage.mean
    j = land(c, bands)
    r = 1 - bands[j][1]
    kind, premium, lost = terms["overage"], terms["premium"], terms["forfeited"]
    if kind == "step-up":
        own = [(c, r)] + [(t, 1 - d) for t, d in bands[j + 1:]]
        return usage.expected(lambda u: min(max(t, k * u) for t, k in own) - (1 - lost) * max(c - r * u, M(0)))
    o = (1 + premium) * (1 if kind == "list" else r)
    q = c / r if terms["basis"] == "net" else c
    paid = c if terms["basis"] == "net" else r * c
    over = usage.above(q)
    return paid + o * over - (1 - lost) * (paid - r * (usage.mean - over))


def offered(c, bands):
    return sorted({M(0), c} | {b[0] for b in bands})


def standing(usage, c, amounts, bands, terms):
    """By how much the best rival is dearer, and which it is."""
    own = expected_cost(usage, c, bands, terms)
    rivals = [(expected_cost(usage, x, bands, terms) - own, x) for x in amounts if x != c]
    return min(rivals) if rivals else (M(1), M(0))


# ------------------------------------------------------------------ ANSWER_RANGE
def end_of(at, now, far):
    """Brute force outwards from now: where another first becomes cheaper by more than rounding, and which."""
    steps = 400
    span = far - now
    near = now
    points = [now + span * k / steps for k in range(1, steps + 1)]
    if far > 1e9:
        points = [max(now, M("0.01")) * M("1.01") ** k for k in range(1, 1600)]
    for x in points:
        if at(x)[0] < -M("1e-15"):
            lo, hi = near, x
            for _ in range(110):
                mid = (lo + hi) / 2
                if at(mid)[0] < -M("1e-18"):
                    hi = mid
                else:
                    lo = mid
            return lo, at(hi + (hi - now) * M("1e-12"))[1]
        near = x
    return NO_LIMIT, ""


def row(name, at, now, least, most):
    low, below = end_of(at, now, least)
    high, above = end_of(at, now, most)
    return [name, now, low, high, below, above]


def short(x):
    x = float(x)
    return f"${x / 1e6:g}M" if x >= 1e6 else f"${x / 1e3:g}k" if x >= 1e3 else f"${x:g}"


def answer_range(usage, c, bands, terms, detail="all"):
    c = dec(c)
    bands = [[dec(t), dec(d)] for t, d in bands]
    amounts = offered(c, bands)
    gap, better = standing(usage, c, amounts, bands, terms)
    if gap < -M("1e-15"):
        return {"error": "#N/A", "about": short(better) if better else "no commitment"}
    rows = []
    if detail != "bands":
        rows.append(row("Average usage", lambda m: standing(usage.at(m, usage.cv), c, amounts, bands, terms), usage.mean, M(0), M(1e15)))
        rows.append(row("Spread", lambda v: standing(usage.at(usage.mean, v), c, amounts, bands, terms), usage.cv, M(0), usage.most_cv))
    if detail != "usage":
        for j, (t, d) in enumerate(bands):
            def discount(x, j=j):
                changed = [list(b) for b in bands]
                changed[j][1] = x
                return standing(usage, c, amounts, changed, terms)
            rows.append(row("Discount at " + short(t), discount, d, M(0), 1 - M("1e-12")))
        for j, (t, d) in enumerate(bands):
            if t == 0:
                continue
            def threshold(x, j=j, t=t):
                changed = [list(b) for b in bands]
                changed[j][0] = x
                follow = [x if a == t else a for a in amounts]
                return standing(usage, x if c == t else c, follow, changed, terms)
            up = bands[j + 1][0] - M("0.01") if j + 1 < len(bands) else M(1e15)
            rows.append(row("Threshold " + short(t), threshold, t, bands[j - 1][0] + M("0.01"), up))
    return [["Changed", "Now", "From", "To", "Best below", "Best above"]] + rows


# ------------------------------------------------------------------ WALK_AWAY_DISCOUNT
def least_of_all(usage, bands, terms):
    """Least cost of any commitment: fine steps between thresholds, then the best two cells again, finer."""
    top = max(bands[-1][0], 3 * usage.mean)
    cuts = sorted({b[0] for b in bands if b[0] > 0} | {top})
    best = expected_cost(usage, M(0), bands, terms)
    for lo, hi in zip(cuts, cuts[1:]):
        for _ in range(1):
            a, b = lo, hi - M("0.01")
            f = lambda x: expected_cost(usage, x, bands, terms)
            grid = [a + (b - a) * k / 60 for k in range(61)]
            k = min(range(61), key=lambda i: f(grid[i]))
            a, b = grid[max(k - 1, 0)], grid[min(k + 1, 60)]
            for _ in range(120):
                m1, m2 = a + (b - a) / 3, b - (b - a) / 3
                if f(m1) <= f(m2):
                    b = m2
                else:
                    a = m1
            best = min(best, f(lo), f((a + b) / 2))
    return best


def walk_away(usage, c, bands, terms, alternative=None):
    c = dec(c)
    bands = [[dec(t), dec(d)] for t, d in bands]
    others = [b for b in bands if b[0] != c]
    best = dec(alternative) if alternative is not None else least_of_all(usage, others, terms)

    def cost(d):
        return expected_cost(usage, c, sorted(others + [[c, d]]), terms)
    if cost(M(0)) <= best:
        return 0
    if cost(1 - M("1e-12")) > best * (1 + M("1e-12")):
        return {"error": "#N/A", "about": "No discount suffices"}
    lo, hi = M(0), 1 - M("1e-12")
    for _ in range(120):
        mid = (lo + hi) / 2
        lo, hi = (lo, mid) if cost(mid) <= best else (mid, hi)
    return hi


# ------------------------------------------------------------------ ROBUST_COMMITMENT
def robust(low, high, bands, terms):
    """Certain usage between two amounts, any commitment: brute force over both, refined."""
    bands = [[dec(t), dec(d)] for t, d in bands]
    usages = [dec(low) + (dec(high) - dec(low)) * k / 40 for k in range(41)]
    least = [least_of_all(Outcomes([u]), bands, terms) for u in usages]

    def worst(c):
        return max((expected_cost(Outcomes([u]), c, bands, terms) - b, -i) for i, (u, b) in enumerate(zip(usages, least)))
    cuts = sorted({b[0] for b in bands if b[0] > 0} | {2 * dec(high)})
    tried = [M(0)] + [b[0] for b in bands if b[0] > 0]
    for lo, hi in zip(cuts, cuts[1:]):
        a, b = lo, hi - M("0.01")
        for _ in range(90):
            m1, m2 = a + (b - a) / 3, b - (b - a) / 3
            if worst(m1)[0] <= worst(m2)[0]:
                b = m2
            else:
                a = m1
        tried.append((a + b) / 2)
    best = min(worst(c)[0] for c in tried)
    c = min(x for x in tried if worst(x)[0] <= best + M("0.01"))
    return [["Commitment", c], ["Worst regret", worst(c)[0]]]


# ------------------------------------------------------------------ cases
LIST = {"basis": "net", "overage": "list", "premium": 0, "forfeited": 1}
COMMITTED = {**LIST, "overage": "committed"}
TERMS = {
    "list": LIST,
    "committed": COMMITTED,
    "premium": {**LIST, "premium": M("0.1")},
    "half": {**COMMITTED, "forfeited": M("0.5")},
    "list-basis": {**LIST, "basis": "list"},
    "step-up": {**LIST, "overage": "step-up"},
}


def terms_cells(t):
    return [["Basis", t["basis"]], ["Overage", t["overage"]], ["Overage premium", float(t["premium"])], ["Forfeited share", float(t["forfeited"])]]


FORECASTS = {
    "certain": (Outcomes([600000]), [[600000]]),
    "history": (Outcomes([480000, 610000, 700000, 655000, 720000]), [[480000], [610000], [700000], [655000], [720000]]),
    "outcomes": (Outcomes([380000, 600000, 900000], [0.25, 0.5, 0.25]), [["Usage", "Probability"], [380000, 0.25], [600000, 0.5], [900000, 0.25]]),
    "growth": (Lognormal(600000, 0.35), [["Mean", 600000], ["CV", 0.35]]),
    "steady": (Lognormal(680000, 0.08), [["Mean", 680000], ["CV", 0.08]]),
    "triangular": (Triangular(450000, 700000, 950000), [["Distribution", "triangular"], ["Low", 450000], ["Mode", 700000], ["High", 950000]]),
}

cases = []


def add(name, function, args, expected):
    cases.append({"id": name, "function": function, "args": args, "expected": enc(expected)})


def enc(x):
    if isinstance(x, list):
        return [enc(v) for v in x]
    return float(x) if isinstance(x, mp.mpf) else x


def main():
    for f, (usage, cells) in FORECASTS.items():
        for t, terms in TERMS.items():
            if t == "step-up" and not isinstance(usage, Outcomes):
                continue
            bands = [[dec(a), dec(b)] for a, b in DEMO]
            best = min(offered(M(0), bands), key=lambda c: (expected_cost(usage, c, bands, terms), c))
            # A certain usage with step-up overage has another spread only as a lognormal, whose mean of a step-up is not closed here.
            detail = "bands" if t == "step-up" and usage.cv == 0 else "all"
            add(f"Z-range-{f}-{t}", "ANSWER_RANGE", [cells, float(best), DEMO, terms_cells(terms), detail], answer_range(usage, best, DEMO, terms, detail))
    for name, c in (("between", 330000), ("dearer", 1000000), ("none", 0)):
        usage, cells = FORECASTS["growth"]
        add(f"Z-range-{name}", "ANSWER_RANGE", [cells, c, DEMO, terms_cells(LIST), "all"], answer_range(usage, c, DEMO, LIST))
    for f, (usage, cells) in FORECASTS.items():
        for t in ("list", "committed", "half", "premium"):
            for c in (250000, 500000):
                add(f"Z-walk-{f}-{t}-{c}", "WALK_AWAY_DISCOUNT", [cells, c, DEMO, terms_cells(TERMS[t]), None], walk_away(usage, c, DEMO, TERMS[t]))
        for a in (590000, 499000):
            add(f"Z-walk-{f}-against-{a}", "WALK_AWAY_DISCOUNT", [cells, 500000, DEMO, terms_cells(COMMITTED), a], walk_away(usage, 500000, DEMO, COMMITTED, a))
    for low, high in ((400000, 520000), (400000, 700000), (900000, 1300000)):
        for t in ("list", "committed", "premium"):
            add(f"Z-robust-{low}-{high}-{t}", "ROBUST_COMMITMENT", [[[(low + high) / 2]], DEMO, terms_cells(TERMS[t]), low, high, 0, 0], robust(low, high, DEMO, TERMS[t]))
    about = "Made by test/oracle/negotiation_cases.py, which shares no code with the product. A case is never edited to agree with the code."
    with open(os.path.join(HERE, "../cases/negotiation-cases.json"), "w") as out:
        lines = ",\n".join(json.dumps(one) for one in cases)
        out.write('{"about": ' + json.dumps(about) + ',\n"cases": [\n' + lines + "\n]}\n")
    print(len(cases))


main()
