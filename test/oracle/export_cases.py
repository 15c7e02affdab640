#!/usr/bin/env python3
"""Independent reader of usage and cost exports (docs/usage-files.md); writes exports/expected.json from exports/*.

The files are made by make_exports.py; this program only reads them, so that it can be run on any folder:
    python3 export_cases.py [folder]      (folder/imports.json says which files make one import)
"""
from __future__ import annotations
import json, os, re, sys
from datetime import datetime, timedelta, date
from fractions import Fraction as F
import usage_cases as U

HERE = os.path.dirname(os.path.abspath(__file__))
KINDS = U.QK


class FileRefused(Exception):
    def __init__(self, code, names=()):
        super().__init__(code); self.code, self.names = code, list(names)


class Bad(Exception):
    def __init__(self, code, column=""):
        super().__init__(code); self.code, self.column = code, column


# ------------------------------------------------------------------ text
def decode(raw):
    if not raw.strip(b"\xef\xbb\xbf \t\r\n"):
        raise FileRefused("empty")
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return raw.decode("utf-16"), "UTF-16"
    if raw[:2] == b"PK" or b"\x00" in raw[:65536]:
        raise FileRefused("not text")
    try:
        return raw.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace"), "Windows-1252"


def cells(line, sep):
    """cells of one record, and "open" where a quote is still open, "bad" where text follows a closing quote; a quote opens only at the start of a cell"""
    out, i, n = [], 0, len(line)
    while True:
        if i < n and line[i] == '"':
            i += 1; buf = []
            while True:
                if i >= n:
                    return out, "open"
                if line[i] == '"':
                    if i + 1 < n and line[i + 1] == '"':
                        buf.append('"'); i += 2; continue
                    i += 1; break
                buf.append(line[i]); i += 1
            if i < n and line[i] != sep:
                return out, "bad"
            out.append("".join(buf))
        else:
            j = line.find(sep, i)
            j = n if j < 0 else j
            out.append(line[i:j]); i = j
        if i < n:
            i += 1; continue
        return out, ""


def records(text, sep, width):
    """(line on which the record starts, cells or None for a bad quote, whether a line end follows). A cell may hold line ends (at most 50 lines)
    if the record then has as many cells as the heading; otherwise the open quote spoils its own line only."""
    parts = re.split("\r\n|\n|\r", text)
    last = len(parts) - 1
    i = 0
    while i <= last:
        got, opened = cells(parts[i], sep)
        j, joined = i, parts[i]
        while opened == "open" and j < last and j - i < 50:
            j += 1; joined += "\n" + parts[j]
            got, opened = cells(joined, sep)
        if opened or (j > i and width and len(trimmed(got, width)) != width):
            yield i + 1, None, i < last; i += 1; continue
        if not (i == last and parts[i] == ""):
            yield i + 1, got, j < last
        i = j + 1


def trimmed(f, width):
    f = list(f)
    while len(f) > width and f[-1].strip() == "":
        f.pop()
    return f


def head_name(h):
    return re.sub(r"_+", "_", re.sub(r"[^a-z0-9]+", "_", re.sub(r"(?<=[a-z])(?=[A-Z])", "_", h.strip()).lower())).strip("_")


def number(text, column, sep, whole=False, blank=None, signed=False):
    s = re.sub(r"[\s\u00a0\u2009\u202f]", "", text)
    s = re.sub(r"USD|(US)?\$", "", s, flags=re.I)
    if s.upper() in ("", "NULL"):
        if blank is None:
            raise Bad("missing", column)
        return blank
    neg = s.startswith(("-", "\u2212")) or (s.startswith("(") and s.endswith(")"))
    s = s.strip("()-\u2212")
    if re.match(r"^\d+$", s):
        v = F(s)
    elif re.match(r"^\d+([.,]\d+)?[eE][+-]?\d{1,3}$", s):
        v = F(s.replace(",", "."))
    elif re.match(r"^[1-9]\d{0,2}(,\d{3})+$", s):
        if sep in ";\t" and not whole and s.count(",") == 1:
            raise Bad("ambiguous number", column)
        v = F(s.replace(",", ""))
    elif re.match(r"^[1-9]\d{0,2}(\.\d{3})+$", s) and (whole or s.count(".") > 1 or sep in ";\t"):
        if sep in ";\t" and not whole and s.count(".") == 1:
            raise Bad("ambiguous number", column)
        v = F(s.replace(".", ""))
    elif re.match(r"^\d*\.\d+$", s):
        v = F(s)
    elif re.match(r"^\d*,\d+$", s):
        v = F(s.replace(",", "."))
    elif re.match(r"^\d{1,3}([.'\u2019]\d{3})+,\d+$", s):
        v = F(re.sub(r"[.'\u2019]", "", s).replace(",", "."))
    elif re.match(r"^\d{1,3}([,'\u2019]\d{3})+\.\d+$", s):
        v = F(re.sub(r"[,'\u2019]", "", s))
    elif re.match(r"^\d{1,3}(['\u2019]\d{3})+$", s):
        v = F(re.sub(r"['\u2019]", "", s))
    else:
        raise Bad("bad number", column)
    if neg and v and not signed:
        raise Bad("negative", column)
    if whole and (v.denominator != 1 or v > 2 ** 53 - 1):
        raise Bad("not whole" if v.denominator != 1 else "too large", column)
    return -v if neg else v


def moment(text, column, month=False):
    s = text.strip()
    m = re.match(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?)?$", s)
    if month and not m:
        m2 = re.match(r"^(\d{4})[-/.](\d{1,2})$", s)
        if m2:
            return datetime(int(m2[1]), int(m2[2]), 1), False
        try:
            return datetime.strptime(s, "%b %Y"), False
        except ValueError:
            try:
                return datetime.strptime(s, "%B %Y"), False
            except ValueError:
                pass
    if not m:
        raise Bad("missing" if not s else "ambiguous date" if re.match(r"^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}", s) else "bad date", column)
    try:
        t = datetime(int(m[1]), int(m[2]), int(m[3]), int(m[4] or 0), int(m[5] or 0), int(m[6] or 0))
    except ValueError:
        raise Bad("bad date", column)
    if m[7] and m[7] not in ("Z", "UTC"):
        sign = 1 if m[7][0] == "+" else -1
        t -= sign * timedelta(hours=int(m[7][1:3]), minutes=int(m[7][-2:]))
    if not 2000 <= t.year <= 2099:
        raise Bad("bad date", column)
    return t, m[4] is not None


def prompt_range(text):
    s = re.sub(r"(?<=\d),(?=\d{3})", "", (text or "").lower().strip())
    if s in ("", "null", "none", "-", "n/a", "not_available", "unknown", "all"):
        return (F(0), None)
    nums = re.findall(r"(\d+(?:\.\d+)?)\s*([km]?)", s)
    if not nums or len(nums) > 2:
        return (F(0), None)
    mult = {"": 1, "k": 1000, "m": 1_000_000}
    if len(nums) == 2:
        (a, x), (b, y) = nums
        return (F(a) * mult[x or ("" if F(a) == 0 else y)], F(b) * mult[y])
    v = F(nums[0][0]) * mult[nums[0][1]]
    return (v, None) if re.search(r">|\u2265|over|above|\+$", s) else (F(0), v)


SERVICE = {"standard": "standard", "batch": "batch"}
service = lambda v: "standard" if plain(v).lower() in ("", "message", "standard") else plain(v).lower()


MEMBERS = {"api_key_id", "workspace_id", "model", "service_tier", "context_window", "inference_geo", "speed", "amount", "list_amount", "currency", "cost_type", "token_type", "description"}
others = lambda r: tuple(sorted((k, v) for k, v in r.items() if isinstance(v, str) and v and k not in MEMBERS))    # a number may be a count, which grows: only text tells rows apart


def plain(v):
    return "" if v is None or str(v).strip().upper() in ("NULL", "NONE") else str(v).strip()


# ------------------------------------------------------------------ headings
USAGE = {"date": ["usage_date_utc", "usage_date", "date_utc", "date", "day", "starting_at"], "model": ["model_version", "model", "model_id"], "key": ["api_key", "api_key_name", "api_key_id", "key"],
         "workspace": ["workspace", "workspace_name", "workspace_id"], "service": ["usage_type", "service_tier"], "context": ["context_window"],
         "input": ["usage_input_tokens_no_cache", "input_tokens_no_cache", "uncached_input_tokens", "input_no_cache", "input_tokens"],
         "cache write 5m": ["usage_input_tokens_cache_write_5m", "input_tokens_cache_write_5m", "cache_creation_ephemeral_5m_input_tokens", "ephemeral_5m_input_tokens", "input_cache_write_5m"],
         "cache write 1h": ["usage_input_tokens_cache_write_1h", "input_tokens_cache_write_1h", "cache_creation_ephemeral_1h_input_tokens", "ephemeral_1h_input_tokens", "input_cache_write_1h"],
         "cache write": ["usage_input_tokens_cache_write", "input_tokens_cache_write", "cache_creation_input_tokens", "cache_write_tokens", "input_cache_write"],
         "cache read": ["usage_input_tokens_cache_read", "input_tokens_cache_read", "cache_read_input_tokens", "cache_read_tokens", "input_cache_read"],
         "output": ["usage_output_tokens", "output_tokens", "output"], "web search": ["web_search_count", "web_search_requests"], "geo": ["inference_geo"], "speed": ["speed"]}
COST = {"date": USAGE["date"], "model": ["model", "model_version", "model_id"], "key": USAGE["key"], "workspace": USAGE["workspace"], "service": USAGE["service"], "context": ["context_window"], "token": ["token_type"],
        "cost": ["cost_usd"], "list": ["list_price_usd"], "type": ["cost_type"], "geo": ["inference_geo"], "speed": ["speed"], "description": ["description"]}
PLAIN = {"date": ["month", "date", "period", "usage_month", "invoice_month", "billing_period"], "spend": ["spend", "spend_usd", "usage", "usage_usd", "list_usd", "cost", "cost_usd", "amount", "amount_usd", "usd", "total"]}
FOCUS = {"date": ["charge_period_start"], "currency": ["billing_currency"], "category": ["charge_category"], "list": ["list_cost"], "effective": ["effective_cost"], "billed": ["billed_cost"]}
IGNORED = {"api_key_id", "api_key_status", "list_price_usd", "cost_type"}          # a status changes between two exports of one day
TEXTS = ["service_name", "provider_name", "publisher_name", "service_provider_name", "host_provider_name", "charge_description", "sku_id", "sku_price_id", "sku_meter", "resource_name", "resource_id", "resource_type"]


def columns(head, spec):
    return {k: next((head.index(n) for n in names if n in head), None) for k, names in spec.items()}


def kind_of_file(head):
    if "input_cached_tokens" in head or "cached_input_tokens" in head:
        raise FileRefused("not a Claude export", ["input_cached_tokens"])
    if "billed_cost" in head or ("effective_cost" in head and "charge_period_start" in head):
        return "FOCUS"
    if "cost_usd" in head and ("token_type" in head or "list_price_usd" in head or "cost_type" in head):
        return "Console cost"
    u = columns(head, USAGE)
    if sum(u[k] is not None for k in ("input", "cache write 5m", "cache write 1h", "cache write", "cache read", "output")) >= 1:
        return "Console usage"
    p = columns(head, PLAIN)
    if p["date"] is not None and p["spend"] is not None:
        return "months"
    raise FileRefused("unknown format", head[:6])


# ------------------------------------------------------------------ one file -> rows
def read_file(name, raw):
    text, encoding = decode(raw)
    res = {"file": name, "encoding": encoding, "rows": [], "unreadable": [], "set_aside": [], "notes": []}
    if text.lstrip()[:1] in "[{":
        return read_json(res, text)
    first = next((l for l in text.splitlines() if l.strip()), "")
    sep = max("\t;,", key=lambda c: first.count(c))
    start, heading, _ = next((l, f, e) for l, f, e in records(text, sep, 0) if f is None or any(x.strip() for x in f))
    if heading is None:
        raise FileRefused("unknown format")
    head = [head_name(h) for h in heading]
    while head and head[-1] == "":
        head.pop()
    twice = sorted({h for h in head if head.count(h) > 1})
    if twice:
        raise FileRefused("column twice", twice)
    kind = kind_of_file(head)
    res["format"] = kind
    spec = {"Console usage": USAGE, "Console cost": COST, "FOCUS": FOCUS, "months": PLAIN}[kind]
    col = columns(head, spec)
    need = {"Console usage": ["date", "model", "input", "output"], "Console cost": ["date", "model", "token", "cost"], "FOCUS": ["date", "currency"], "months": ["date", "spend"]}[kind]
    lost = [spec[k][0] for k in need if col[k] is None]
    if kind == "FOCUS" and all(col[k] is None for k in ("list", "effective", "billed")):
        lost.append("list_cost")
    if lost:
        raise FileRefused("missing column", lost)
    if kind == "Console usage":
        if col["cache write"] is not None and col["cache write 5m"] is None and col["cache write 1h"] is None:
            res["notes"].append("cache writes not split: priced as 5-minute writes")
        if all(col[k] is None for k in ("cache write", "cache write 5m", "cache write 1h", "cache read")):
            res["notes"].append("no cache columns")
    if encoding != "UTF-8":
        res["notes"].append(f"read as {encoding}")
    for line, f, ended in records(text, sep, len(head)):
        if f is None:
            res["unreadable"].append({"file": name, "line": line, "code": "bad quote", "column": ""}); continue
        if line <= start or not any(x.strip() for x in f):
            continue
        f = trimmed([x.strip() for x in f], len(head))
        g = lambda k: f[col[k]] if col.get(k) is not None and col[k] < len(f) else ""
        if [head_name(x) for x in f][:len(head)] == head:
            res["set_aside"].append({"file": name, "line": line, "code": "header again"}); continue
        if re.match(r"^(grand )?(total|totals|sum|summe|subtotal)\b", f[0].strip(), re.I):
            res["set_aside"].append({"file": name, "line": line, "code": "total row"}); continue
        extra = tuple(plain(f[i]) for i, h in enumerate(head) if i < len(f) and h not in IGNORED and i not in col.values() and kind in ("Console usage", "Console cost") and not any(h in a for a in spec.values()))
        try:
            if len(f) != len(head):
                raise Bad("truncated" if not ended and len(f) < len(head) else "columns")
            res["rows"].append({**{"Console usage": usage_row, "Console cost": cost_row, "FOCUS": focus_row, "months": month_row}[kind](g, f, col, sep, name, line, head), "extra": extra})
        except Bad as e:
            if e.code in ("other service", "not usage"):
                res["set_aside"].append({"file": name, "line": line, "code": e.code})
            else:
                res["unreadable"].append({"file": name, "line": line, "code": e.code, "column": e.column})
    if not res["rows"]:
        raise FileRefused("no readable row" if res["unreadable"] else "no rows", sorted({u["code"] for u in res["unreadable"]}))
    return res


def usage_row(g, f, col, sep, name, line, head):
    h = lambda k: head[col[k]] if col[k] is not None else k
    t, timed = moment(g("date"), h("date"))
    if not g("model"):
        raise Bad("missing", h("model"))
    q = {k: number(g(k), h(k), sep, whole=True, blank=F(0)) for k in KINDS}
    if col["cache write 5m"] is None and col["cache write 1h"] is None:
        q["cache write 5m"] = number(g("cache write"), h("cache write"), sep, whole=True, blank=F(0))
    return {"source": "usage", "t": t, "timed": timed, "raw": plain(g("model")).lower(), "model": U.canonical(g("model")), "key": plain(g("key")), "workspace": plain(g("workspace")), "service": service(g("service")),
            "range": prompt_range(g("context")), "geo": geo(g("geo")), "speed": plain(g("speed")).lower() or "standard", "q": q, "file": name, "line": line}


def geo(v):
    v = plain(v).lower()
    return "global" if v in ("", "not_available", "global") else v


def cost_row(g, f, col, sep, name, line, head):
    h = lambda k: head[col[k]] if col[k] is not None else k
    t, timed = moment(g("date"), h("date"))
    kind = plain(g("type")).lower()
    if not g("model") and kind in ("", "token", "tokens"):
        raise Bad("missing", h("model"))
    cost = number(g("cost"), h("cost"), sep)
    lst = None if col["list"] is None or not plain(g("list")) else number(g("list"), h("list"), sep)
    return {"source": "cost", "t": t, "timed": timed, "model": U.canonical(g("model")) if kind in ("", "token", "tokens") else kind.replace("_", " "), "cost": cost, "list": lst, "workspace": plain(g("workspace")),
            "id": (g("model").lower(), plain(g("key")), plain(g("workspace")), service(g("service")), prompt_range(g("context")), plain(g("token")).lower(), kind, geo(g("geo")), plain(g("speed")).lower() or "standard", plain(g("description"))), "file": name, "line": line}


def month_row(g, f, col, sep, name, line, head):
    t, timed = moment(g("date"), head[col["date"]], month=True)
    return {"source": "months", "t": t, "timed": timed, "usd": number(g("spend"), head[col["spend"]], sep), "file": name, "line": line}


def focus_row(g, f, col, sep, name, line, head):
    at = lambda n: plain(f[head.index(n)]) if n in head else ""
    text = " ".join(at(n) for n in TEXTS)
    if not re.search(r"claude|anthropic", text, re.I):
        raise Bad("other service")
    if at("charge_category") and at("charge_category").lower() != "usage":
        raise Bad("not usage")
    t, timed = moment(g("date"), head[col["date"]])
    if plain(g("currency")).upper() != "USD":
        raise Bad("currency", head[col["currency"]])
    val = lambda k: None if col[k] is None or plain(g(k)) == "" else number(g(k), head[col[k]], sep, signed=True)
    lst = next((v for v in (val("list"), val("effective"), val("billed")) if v is not None), None)
    if lst is None:
        raise Bad("missing", "list_cost")
    cost = next((v for v in (val("effective"), val("billed"), lst) if v is not None))
    m = re.search(r"claude[ ./_-]*(?:\d{1,2}(?:[.-]\d{1,2})?[ _-]+)?(?:opus|sonnet|haiku|fable|mythos)(?:[ _-]+\d{1,2}(?:[.-]\d{1,2})?)?(?!\d)", text, re.I)
    return {"source": "FOCUS", "t": t, "timed": timed, "model": U.canonical(re.sub(r"[./_ ]+", "-", m[0])) if m else "(not said)", "cost": cost, "list": lst, "id": tuple(f), "file": name, "line": line}


def read_json(res, text):
    try:
        pages = []
        dec = json.JSONDecoder(parse_float=str)
        i = 0
        while i < len(text):
            while i < len(text) and text[i].isspace():
                i += 1
            if i < len(text):
                v, i = dec.raw_decode(text, i)
                pages += v if isinstance(v, list) else [v]
    except ValueError:
        raise FileRefused("broken JSON")
    if not pages or not all(isinstance(p, dict) and isinstance(p.get("data"), list) for p in pages):
        raise FileRefused("unknown format")
    res["more"] = all(p.get("has_more") for p in pages)
    name = res["file"]
    res["format"] = None
    for pi, p in enumerate(pages):
        for di, b in enumerate(p["data"]):
            for ri, r in enumerate(b.get("results", [])):
                at = (f"[{pi}]." if len(pages) > 1 else "") + f"data[{di}].results[{ri}]"
                cost = "amount" in r
                res["format"] = res["format"] or ("Admin cost" if cost else "Admin usage")
                try:
                    t, timed = moment(str(b.get("starting_at", "")), "starting_at")
                    end = b.get("ending_at")
                    timed = bool(end) and moment(str(end), "ending_at")[0] - t < timedelta(days=1)
                    num = lambda v, c, **k: number("" if v is None else str(v), c, ",", **k)
                    if cost:
                        if str(r.get("currency") or "USD").upper() != "USD":
                            raise Bad("currency", "currency")
                        kind = plain(r.get("cost_type")).lower()
                        model = kind.replace("_", " ") if kind not in ("", "token", "tokens") else U.canonical(r["model"]) if r.get("model") else "(not said)"
                        res["rows"].append({"source": "cost", "t": t, "timed": timed, "model": model, "cost": num(r.get("amount"), "amount") / 100, "list": None if r.get("list_amount") is None else num(r.get("list_amount"), "list_amount") / 100, "workspace": plain(r.get("workspace_id")),
                                            "id": (*(plain(r.get(k)) for k in ("model", "api_key_id", "workspace_id", "token_type", "cost_type", "speed", "description")), service(r.get("service_tier")), prompt_range(r.get("context_window")), geo(r.get("inference_geo")), others(r)), "file": name, "line": at})
                    else:
                        if not r.get("model"):
                            raise Bad("missing", "model")
                        cc = r.get("cache_creation") or {}
                        q = {"input": num(r.get("uncached_input_tokens"), "uncached_input_tokens", whole=True, blank=F(0)), "cache write 5m": num(cc.get("ephemeral_5m_input_tokens"), "ephemeral_5m_input_tokens", whole=True, blank=F(0)),
                             "cache write 1h": num(cc.get("ephemeral_1h_input_tokens"), "ephemeral_1h_input_tokens", whole=True, blank=F(0)), "cache read": num(r.get("cache_read_input_tokens"), "cache_read_input_tokens", whole=True, blank=F(0)),
                             "output": num(r.get("output_tokens"), "output_tokens", whole=True, blank=F(0)), "web search": num((r.get("server_tool_use") or {}).get("web_search_requests"), "web_search_requests", whole=True, blank=F(0))}
                        res["rows"].append({"source": "usage", "t": t, "timed": timed, "raw": r["model"].lower(), "model": U.canonical(r["model"]), "key": plain(r.get("api_key_id")), "workspace": plain(r.get("workspace_id")), "service": service(r.get("service_tier")),
                                            "range": prompt_range(r.get("context_window")), "geo": geo(r.get("inference_geo")), "speed": plain(r.get("speed")).lower() or "standard", "q": q, "extra": others(r), "file": name, "line": at})
                except Bad as e:
                    res["unreadable"].append({"file": name, "line": at, "code": e.code, "column": e.column})
    if not res["rows"]:
        raise FileRefused("no readable row" if res["unreadable"] else "no rows", sorted({u["code"] for u in res["unreadable"]}))
    return res


# ------------------------------------------------------------------ several files -> one import
def amounts(r):
    return tuple(r["q"][k] for k in KINDS) if r["source"] == "usage" else (r.get("cost"), r.get("list") or F(0)) if r["source"] in ("cost", "FOCUS") else (r["usd"],)


def key(r):
    if r["source"] == "usage":
        return ("usage", r["t"], r["timed"], r["raw"], r["key"], r["workspace"], r["service"], r["range"], r["geo"], r["speed"], r.get("extra", ()))
    if r["source"] in ("cost", "FOCUS"):
        return (r["source"], r["t"], r["timed"], r["id"], r.get("extra", ()))
    return ("months", r["t"].year, r["t"].month)


def merge(results):
    kept, same, larger = {}, 0, 0
    for res in results:
        for r in res["rows"]:
            k = key(r)
            if k in kept:
                if amounts(kept[k]) == amounts(r):
                    same += 1
                else:
                    larger += 1
                    size = lambda x: (sum(amounts(x)) if x["source"] == "usage" else 0, amounts(x))
                    if size(r) > size(kept[k]):
                        kept[k] = r
            else:
                kept[k] = r
    day_keys = {(k[0], k[1].date(), *k[3:]) for k in kept if k[0] in ("usage", "cost") and not k[2]}
    covered = [k for k in kept if k[0] in ("usage", "cost") and k[2] and (k[0], k[1].date(), *k[3:]) in day_keys]
    for k in covered:
        del kept[k]
    return list(kept.values()), {"identical rows counted once": same, "rows with a larger later amount": larger, "hourly rows covered by a daily row": len(covered)}


def price_row(r):
    """(low, high) by kind, or a reason why there is no price"""
    if r["service"] not in SERVICE:
        return f"no list price for service tier {r['service']}"
    tier = r["service"]
    if r["geo"] not in ("global", "us"):
        return f"no price for inference in {r['geo']}"
    if r["speed"] not in ("standard", "fast"):
        return f"no price for speed {r['speed']}"
    d = r["t"].date()
    try:
        cards = U.BOOK.cards(r["model"], d)
    except U.NoAnswer as e:
        return "not in the price book" if "not in" in str(e) else f"no price on this date"
    prompt = sum(r["q"][k] for k in U.PROMPT_KINDS)
    lo, hi = r["range"]
    hi = prompt if hi is None else min(hi, prompt)
    poss = []
    for i, c in enumerate(cards):
        top = cards[i + 1]["above"] if i + 1 < len(cards) else None
        if max(lo, c["above"]) < (hi if top is None else min(hi, top)):
            poss.append(c)
    if not poss:
        poss = [cards[0]] if hi <= (cards[1]["above"] if len(cards) > 1 else hi) else [cards[-1]]
    out = {}
    for k in KINDS:
        if r["q"][k]:
            try:
                v = [r["q"][k] * U.price(c, k, tier, r["speed"], r["geo"]) / U.unit(k) for c in poss]
            except U.NoAnswer as e:
                return {"fast": "no fast price", "us": "no US-only price", "batch": "no batch price"}[str(e)] if str(e) in ("fast", "us", "batch") else ("fast mode is not sold with batch" if "and" in str(e) else f"no price for {e}")
            out[k] = (min(v), max(v))
        else:
            out[k] = (F(0), F(0))
    return out


def cents(x):
    n = x * 100
    q = (abs(n) + F(1, 2)).__floor__()
    return f"{'-' if n < 0 and q else ''}{q // 100}.{q % 100:02d}"


def run(folder, spec):
    results, refused = [], []
    for name in spec["files"]:
        try:
            results.append(read_file(name, open(os.path.join(folder, name), "rb").read()))
        except FileRefused as e:
            refused.append({"file": name, "code": e.code, "names": e.names})
    for what in ("usage", "cost"):
        console = {r["t"].date() for x in results if x["format"] == "Console " + what for r in x["rows"]}
        for x in [x for x in results if x["format"] == "Admin " + what and console & {r["t"].date() for r in x["rows"]}]:
            both = sorted(d.isoformat() for d in console & {r["t"].date() for r in x["rows"]})
            refused.append({"file": x["file"], "code": "days already in from another format", "names": both}); results.remove(x)
    rows, counts = merge(results)
    out = {"id": spec["id"], "about": spec["about"], "files": spec["files"], "formats": [r["format"] for r in results], "refused": refused, "notes": sorted({n for r in results for n in r["notes"]} | {"more pages follow: has_more is true" for f in ("Admin usage", "Admin cost") if any(r["format"] == f for r in results) and all(r["more"] for r in results if r["format"] == f)}),
           "rows_read": sum(len(r["rows"]) for r in results), "unreadable": [u for r in results for u in r["unreadable"]], "set_aside": [u for r in results for u in r["set_aside"]], **{k: v for k, v in counts.items() if v}}
    totals, unpriced, months, workspaces, days = {}, {}, {}, set(), {}
    sc = sl = F(0)                             # cost and list of the lines that have both
    M = lambda t: f"{t.year:04d}-{t.month:02d}"
    mon = lambda m: months.setdefault(m, {"list": F(0), "high": F(0), "billed": None, "export list": None, "focus": None, "focus cost": None, "plain": None, "priced rows": 0, "list or cost": F(0)})
    group = lambda t, model: days.setdefault((t.date().isoformat(), model), {"low": F(0), "high": F(0), "usage": False, "unpriced": False, "cost": None, "list": None, "lines": 0})
    for r in rows:
        m = M(r["t"])
        if r["source"] == "usage":
            workspaces.add(r["workspace"])
            p = price_row(r)
            if isinstance(p, str):
                u = unpriced.setdefault((r["model"], p), {"months": set(), "rows": 0, "tokens": 0})
                u["months"].add(m); u["rows"] += 1; u["tokens"] += int(sum(r["q"][k] for k in U.TOKEN_KINDS))
                mon(m)
                for what in {"web search" if k == "web search" else r["model"] for k in KINDS if r["q"][k]}:
                    d = group(r["t"], what); d["usage"] = d["unpriced"] = True
                continue
            mm = mon(m); mm["priced rows"] += 1
            for k in KINDS:
                if r["q"][k]:
                    t = totals.setdefault((m, r["model"], SERVICE[r["service"]], k), [0, F(0), F(0)])
                    t[0] += int(r["q"][k]); t[1] += p[k][0]; t[2] += p[k][1]
                    mm["list"] += p[k][0]; mm["high"] += p[k][1]
                    d = group(r["t"], "web search" if k == "web search" else r["model"]); d["usage"] = True; d["low"] += p[k][0]; d["high"] += p[k][1]
        elif r["source"] == "cost":
            workspaces.add(r["workspace"])
            mm = mon(m); mm["billed"] = (mm["billed"] or F(0)) + r["cost"]; mm["list or cost"] += r["cost"] if r["list"] is None else r["list"]
            if r["list"] is not None:
                mm["export list"] = (mm["export list"] or F(0)) + r["list"]
            d = group(r["t"], r["model"]); d["cost"] = (d["cost"] or F(0)) + r["cost"]; d["lines"] += 1
            if r["list"] is not None:
                d["list"] = (d["list"] or F(0)) + r["list"]; sc += r["cost"]; sl += r["list"]
        elif r["source"] == "FOCUS":
            mm = mon(m); mm["focus"] = (mm["focus"] or F(0)) + r["list"]; mm["focus cost"] = (mm["focus cost"] or F(0)) + r["cost"]
            t = totals.setdefault((m, r["model"], "standard", "spend"), [0, F(0), F(0)]); t[1] += r["list"]; t[2] += r["list"]
        else:
            mm = mon(m); mm["plain"] = (mm["plain"] or F(0)) + r["usd"]
    history = {}
    for m, v in sorted(months.items()):
        for name, x in (("priced usage", v["list"] if v["priced rows"] else None), ("list_price_usd", None if v["export list"] is None else v["list or cost"]), ("cost_usd", v["billed"]), ("FOCUS list cost", v["focus"]), ("given", v["plain"])):
            if x is not None:
                history[m] = {"usd": cents(x), "from": name}; break
    recon = []
    have_usage, have_cost = any(r["source"] == "usage" for r in rows), any(r["source"] == "cost" for r in rows)
    for (day, model), d in sorted(days.items()):
        if not (have_usage and have_cost):
            continue
        allowed = F(d["lines"], 200)
        x = d["list"] if d["list"] is not None else d["cost"]
        verdict = ("only in usage" if d["cost"] is None else "only in cost" if not d["usage"] else "unpriced" if d["unpriced"] else
                   "agrees" if d["low"] - allowed - F(1, 10**9) <= x <= d["high"] + allowed + F(1, 10**9) else "differs")
        recon.append({"day": day, "model": model, "priced_usd": cents(d["low"]), "priced_usd_high": cents(d["high"]), "list_price_usd": None if d["list"] is None else cents(d["list"]), "cost_usd": None if d["cost"] is None else cents(d["cost"]), "lines": d["lines"],
                      "rounding_allowed": float(allowed), "verdict": verdict})
    out["totals"] = [{"month": m, "model": mo, "service": s, "kind": k, "quantity": v[0], "usd": float(v[1]), "usd_high": float(v[2])} for (m, mo, s, k), v in sorted(totals.items())]
    out["unpriced"] = [{"model": mo, "reason": why, "months": sorted(u["months"]), "rows": u["rows"], "tokens": u["tokens"]} for (mo, why), u in sorted(unpriced.items())]
    out["months"] = {m: {"list_usd": cents(v["list"]), "list_usd_high": cents(v["high"]), "cost_usd": None if v["billed"] is v["focus cost"] is None else cents(v["focus cost"] if v["billed"] is None else v["billed"]), "list_price_usd": None if v["export list"] is None else cents(v["export list"])} for m, v in sorted(months.items())}
    out["history"] = history
    out["priced_total_usd"] = cents(sum((v["list"] for v in months.values()), F(0)))
    out["priced_total_usd_high"] = cents(sum((v["high"] for v in months.values()), F(0)))
    out["workspaces"] = sorted(workspaces)
    out["reconciliation"] = recon
    out["realised_discount"] = float(1 - sc / sl) if sl else None
    ic = [(d["cost"], d["low"]) for d in days.values() if d["usage"] and d["cost"] is not None and d["list"] is None and not d["unpriced"] and d["low"] == d["high"]]
    out["implied_discount"] = float(1 - sum(c for c, _ in ic) / sum(p for _, p in ic)) if have_usage and have_cost and ic and sum(p for _, p in ic) else None
    return out


def main(folder):
    spec = json.load(open(os.path.join(folder, "imports.json")))
    got = [run(folder, s) for s in spec["imports"]]
    for s, g in zip(spec["imports"], got):     # the order of the files does not matter
        r = run(folder, {**s, "files": s["files"][::-1]})
        assert all(r[k] == g[k] for k in ("totals", "unpriced", "months", "history", "reconciliation", "workspaces")), s["id"]
    with open(os.path.join(folder, "expected.json"), "w", encoding="utf-8") as fh:
        json.dump({"about": "What each import gives with the shipped price book. Money to the cent as text; usd of totals within 1e-9 relative. 'line' is the line of the file where the record starts (the heading is 1), or the place in the JSON. Codes, not sentences: the product's sentence must say the same. rows_read counts readable rows of all files, before equal ones are merged. months: sums of priced usage (low and high end), of cost_usd and list_price_usd. history: the month's amount for the forecast and where it is from. totals: by month, model, service and kind, 'spend' where only money is known. refused: files of which nothing was read.", "imports": got}, fh, indent=1, ensure_ascii=False)
    print(f"{len(got)} imports -> {os.path.relpath(os.path.join(folder, 'expected.json'), HERE)}")
    return got


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else os.path.join(HERE, "..", "cases", "exports"))
