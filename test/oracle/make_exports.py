#!/usr/bin/env python3
"""Makes the files of exports/ (fictional names and volumes, real formats) and imports.json. Run before export_cases.py."""
import json, os, random
from fractions import Fraction as F
import usage_cases as U
OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "cases", "exports")
os.makedirs(OUT, exist_ok=True)
rnd = random.Random(20260901)
UH = "usage_date_utc,model_version,api_key,workspace,usage_type,context_window,usage_input_tokens_no_cache,usage_input_tokens_cache_write_5m,usage_input_tokens_cache_write_1h,usage_input_tokens_cache_read,usage_output_tokens,web_search_count,inference_geo,speed"
CH = "usage_date_utc,model,workspace,api_key,usage_type,context_window,token_type,cost_usd,list_price_usd,cost_type,inference_geo,speed,api_key_id,api_key_status"
LE = "\u2264 200k"
imports = []


def put(name, data, enc="utf-8"):
    with open(os.path.join(OUT, name), "wb") as f:
        f.write(data if isinstance(data, bytes) else data.encode(enc))


def imp(id_, about, *files):
    imports.append({"id": id_, "about": about, "files": list(files)})


def lines(*ls, end="\n"):
    return end.join(ls) + end


# 01 and 02: a month of usage and its bill ------------------------------------------------------------
plan = [("claude-opus-5", "prod-api", "Platform", "standard"), ("claude-sonnet-5", "prod-api", "Platform", "standard"), ("claude-sonnet-5", "nightly-batch", "Research", "batch"), ("claude-haiku-4-5-20251001", "support-bot", "Support", "standard")]
rows01 = []
for day in ("2026-09-01", "2026-09-02", "2026-09-15", "2026-09-30"):
    for m, k, w, s in plan:
        q = [rnd.randint(20_000_000, 60_000_000), 0, 0, 0, rnd.randint(2_000_000, 9_000_000), 0]
        if "opus" in m:
            q = [rnd.randint(30_000_000, 50_000_000), rnd.randint(4_000_000, 9_000_000), rnd.randint(0, 900_000), rnd.randint(150_000_000, 320_000_000), rnd.randint(9_000_000, 14_000_000), rnd.randint(0, 900)]
        elif s == "standard" and "sonnet" in m:
            q = [rnd.randint(80_000_000, 160_000_000), rnd.randint(6_000_000, 20_000_000), 0, rnd.randint(400_000_000, 700_000_000), rnd.randint(18_000_000, 30_000_000), 0]
        rows01.append((day, m, k, w, s, q))
U01 = [UH] + [f"{d},{m},{k},{w},{s},{LE},{q[0]},{q[1]},{q[2]},{q[3]},{q[4]},{q[5]},{'not_available' if 'haiku' in m else 'global'}," for d, m, k, w, s, q in rows01]
put("01-console-usage-2026-09.csv", lines(*U01))
imp("usage", "a Console usage export as it comes", "01-console-usage-2026-09.csv")
TT = ["input_no_cache", "input_cache_write_5m", "input_cache_write_1h", "input_cache_read", "output"]
SHOW = {"claude-opus-5": "Claude Opus 5", "claude-sonnet-5": "Claude Sonnet 5", "claude-haiku-4-5-20251001": "Claude Haiku 4.5"}
c2 = [CH]
for d, m, k, w, s, q in rows01:
    card = U.BOOK.cards(m, U.day_of(d))[0]
    for t, kind, n in zip(TT, U.QK, q):
        if n:
            lst = F(n) * U.price(card, kind, "batch" if s == "batch" else "standard") / 1_000_000
            cost = lst * F(88, 100)
            if (d, m, t) == ("2026-09-15", "claude-opus-5", "output"):
                lst += 41; cost = lst * F(88, 100)          # a bill that usage does not explain
            r2 = lambda x: f"{float(round(x * 100)) / 100:.2f}"
            c2.append(f"{d},{SHOW[m]},{w},{k},{'batch' if s == 'batch' else 'message'},{LE},{t},{r2(cost)},{r2(lst)},token,{'not_available' if 'haiku' in m else 'global'},,apikey_01demo{len(k)},active")
    if q[5]:
        c2.append(f"{d},,{w},{k},,,,{q[5] * 0.0088:.2f},{q[5] * 0.01:.2f},web_search,,,apikey_01demo{len(k)},active")
c2.append("2026-09-15,,Platform,prod-api,,,,0.35,0.40,code_execution,,,apikey_01demo8,active")
put("02-console-cost-2026-09.csv", lines(*c2))
imp("usage-and-cost", "usage with its bill: twelve per cent off, one day that differs, web searches and code execution", "01-console-usage-2026-09.csv", "02-console-cost-2026-09.csv")
imp("cost-only", "a bill alone: its list prices are the history", "02-console-cost-2026-09.csv")
imp("usage-twice", "the same file twice counts once", "01-console-usage-2026-09.csv", "01-console-usage-2026-09.csv")

# 03 older usage export: one cache-write column, no geo, no speed, models since retired ---------------
put("03-usage-2025-06-single-cache-write.csv", lines(
    "usage_date_utc,model_version,api_key,workspace,usage_type,context_window,usage_input_tokens_no_cache,usage_input_tokens_cache_write,usage_input_tokens_cache_read,usage_output_tokens,web_search_count",
    "2025-06-02,claude-sonnet-4-20250514,backend,Default,standard,%s,61250340,5120400,90455120,4100233,0" % LE,
    "2025-06-02,claude-opus-4-20250514,backend,Default,standard,%s,9120455,880120,20411000,702331,12" % LE,
    "2025-06-03,claude-sonnet-4-20250514,backend,Default,standard,%s,58210012,4801000,88120450,3900121,0" % LE,
    "2025-06-03,claude-sonnet-4-20250514,backend,Default,standard,> 200k,12400000,0,3100000,310000,0",
    "2025-06-03,claude-3-5-haiku-20241022,tagger,Default,batch,%s,210400000,0,0,8100000,0" % LE))
imp("old-single-cache-write", "one column of cache writes: priced as 5-minute writes, said so; a long-context row on its own card", "03-usage-2025-06-single-cache-write.csv")

# 04 tab, BOM, headings in words, y/m/d dates ---------------------------------------------------------
put("04-usage-tab-slash-dates.tsv", "\ufeff" + lines(
    "Usage Date (UTC)\tModel\tInput Tokens\tCache Creation Input Tokens\tCache Read Input Tokens\tOutput Tokens",
    "2026/9/1\tclaude-sonnet-5\t1,204,100\t20500\t3001250\t402100", "2026/9/28\tclaude-sonnet-5-5\t100\t20\t300\t40", "2026/10/7\tClaude Sonnet 5.5\t2500000\t120000\t41000000\t910000", end="\r\n"))
imp("tab-bom-words", "tab-separated with a byte-order mark, headings in words, 2026/9/1 dates, grouped thousands", "04-usage-tab-slash-dates.tsv")

# 05 hourly rows over a price change, and the daily row of one of the days -----------------------------
h5 = [UH]
for d, hh in [("2026-10-06", h) for h in (20, 21, 22, 23)] + [("2026-10-07", h) for h in (0, 1, 2)]:
    h5.append(f"{d} {hh:02d}:00,claude-sonnet-5-5,agents,Default,standard,{LE},{4500 + 13 * hh},{124771 + hh},0,{6869254 + 1000 * hh},{47684 - hh},0,global,")
put("05-usage-hourly-2026-10-06.csv", lines(*h5))
imp("hourly", "hourly rows: each hour at the price of its own day", "05-usage-hourly-2026-10-06.csv")
put("06-usage-daily-2026-10-06.csv", lines(UH, f"2026-10-06,claude-sonnet-5-5,agents,Default,standard,{LE},18086,499170,0,27563016,190650,0,global,"))
imp("hourly-and-daily", "the daily row of the same day covers its hours", "05-usage-hourly-2026-10-06.csv", "06-usage-daily-2026-10-06.csv")

# 07 quotes, commas, formulas, line ends in cells -------------------------------------------------------
put("07-usage-quotes-and-formulas.csv", lines(UH,
    f'2026-09-10,claude-opus-5,"key, with comma","Acme, Inc",standard,{LE},100000,0,0,0,5000,0,global,',
    f'2026-09-10,claude-opus-5,k2,"=HYPERLINK(""https://example.invalid"",""open"")",standard,{LE},200000,0,0,0,6000,0,global,',
    f"2026-09-10,claude-opus-5,k3,+1 team,standard,{LE},300000,0,0,0,7000,0,global,", f"2026-09-10,claude-opus-5,k4,-cmd|' /C calc'!A0,standard,{LE},400000,0,0,0,8000,0,global,",
    f"2026-09-10,claude-opus-5,k5,@SUM(A1),standard,{LE},500000,0,0,0,9000,0,us,", f'2026-09-11,claude-opus-5,"say ""hi""","two\nlines",standard,{LE},600000,0,0,0,10000,0,global,fast',
    f"2026-09-11,claude-opus-5,k7,plain,standard,{LE},-5,0,0,0,10,0,global,", f"2026-09-11,claude-opus-5,k8,plain,standard,{LE},7.5,0,0,0,10,0,global,",
    f'2026-09-12,claude-opus-5,k9,"never closed,standard,{LE},5,0,0,0,10,0,global,', f'2026-09-12,claude-opus-5,k10,"closed",standard,{LE},700000,0,0,0,11000,0,global,'))
imp("quotes-and-formulas", "quoted commas, doubled quotes, a line end inside a cell (later line numbers count it), texts that start like formulas, US-only and fast rows, two unreadable rows, and a quote that is never closed: it spoils its own line only", "07-usage-quotes-and-formulas.csv")

# 08 overlap: the last day has grown --------------------------------------------------------------------
o8 = [UH]
for (d, m, k, w, s, q) in rows01[12:]:
    q = [int(x * 1.25) for x in q]
    o8.append(f"{d},{m},{k},{w},{s},{LE},{q[0]},{q[1]},{q[2]},{q[3]},{q[4]},{q[5]},{'not_available' if 'haiku' in m else 'global'},")
o8.append(f"2026-10-01,claude-opus-5-5,prod-api,Platform,standard,{LE},31000000,5200000,0,210000000,9100000,120,global,")
put("08-usage-overlap-2026-09-30.csv", lines(*o8))
imp("overlap", "an overlapping later export: the grown rows replace the earlier ones", "01-console-usage-2026-09.csv", "08-usage-overlap-2026-09-30.csv")
imp("overlap-other-order", "the same in the other order gives the same", "08-usage-overlap-2026-09-30.csv", "01-console-usage-2026-09.csv")

# 09 what has no price ----------------------------------------------------------------------------------
put("09-usage-unpriced.csv", lines(UH, f"2026-09-20,claude-opus-6,k,Default,standard,{LE},1000000,0,0,0,100000,0,global,", f"2026-09-21,claude-opus-5-5,k,Default,standard,{LE},2000000,0,0,0,100000,0,global,",
    f"2026-09-22,claude-opus-5-5,k,Default,standard,{LE},2000000,0,0,0,100000,0,global,", f"2026-09-22,claude-opus-5,k,Default,priority,{LE},3000000,0,0,0,100000,0,global,", f"2026-09-22,claude-opus-5,k,Default,batch,{LE},4000000,0,0,0,100000,0,global,fast",
    f"2026-09-22,claude-opus-5,k,Default,standard,{LE},5000000,0,0,0,100000,0,eu,", f"2026-09-22,claude-haiku-4-5,k,Default,standard,{LE},6000000,0,0,0,100000,0,us,", f"2026-09-23,claude-opus-6,k,Default,standard,{LE},0,0,0,0,0,0,global,"))
imp("unpriced", "unknown model, a day before the first price, priority tier, fast batch, another geography, US-only without a price: listed, never $0, never a neighbour's", "09-usage-unpriced.csv")

# 10-13 refused -------------------------------------------------------------------------------------------
put("10-missing-output-column.csv", lines(UH.replace("usage_output_tokens", "tokens_out"), f"2026-09-10,claude-opus-5,k,Default,standard,{LE},1,0,0,0,1,0,global,"))
imp("missing-column", "a required column is missing: refused by name, never zeros", "10-missing-output-column.csv")
put("11-truncated.csv", (lines(UH, f"2026-09-10,claude-opus-5,k,Default,standard,{LE},1200000,0,0,0,50000,0,global,", f"2026-09-11,claude-opus-5,k,Default,standard,{LE},1300000,0,0,0,60000,0,global,") + f"2026-09-12,claude-opus-5,k,Default,standard,{LE},14000"))
imp("truncated", "the download broke off: the last line is listed, not read", "11-truncated.csv")
put("12-empty.csv", b"")
put("13-heading-only.csv", lines(CH))
imp("empty", "an empty file, and one with a heading only", "12-empty.csv", "13-heading-only.csv")

# 14 a bill that a European Excel saved again ---------------------------------------------------------
c14 = [CH.replace(",", ";")] + [x.replace(",", ";") for x in ["2026-02-01,Claude Haiku 4.5,Default,caf\u00e9,message,= 200k,input_no_cache,0!02,0!02,token,not_available,,,", "2026-02-01,Claude Haiku 4.5,Default,caf\u00e9,message,= 200k,output,0!01,0!01,token,not_available,,,",
      "2026-02-01,Claude Opus 4.5,Default,caf\u00e9,message,= 200k,input_cache_read,1.651!25,1.834!72,token,not_available,,,", "2026-02-01,Claude Opus 4.5,Default,caf\u00e9,message,= 200k,output,1.250,2!10,token,not_available,,,", "Total,,,,,,,1.652!53,1.836!85,,,,,"]]
put("14-cost-european-excel.csv", lines(*[x.replace("!", ",") for x in c14], end="\r\n"), "cp1252")
imp("european-excel", "semicolons, decimal commas, Windows-1252, the sign of the context window lost, a totals row, and one amount that reads two ways", "14-cost-european-excel.csv")

# 15-17 Admin API -----------------------------------------------------------------------------------------
def ub(day, nxt, *rs):
    return {"starting_at": day + "T00:00:00Z", "ending_at": nxt + "T00:00:00Z", "results": list(rs)}
def ur(model, i, w5, w1, cr, o, **k):
    return {"uncached_input_tokens": i, "cache_creation": {"ephemeral_1h_input_tokens": w1, "ephemeral_5m_input_tokens": w5}, "cache_read_input_tokens": cr, "output_tokens": o, "server_tool_use": {"web_search_requests": k.get("web", 0)}, "api_key_id": k.get("key"), "workspace_id": k.get("ws"),
            "model": model, "service_tier": k.get("tier", "standard"), "context_window": k.get("ctx", "0-200k"), "inference_geo": k.get("geo", "global")}
put("15-admin-usage-page-1.json", json.dumps({"data": [ub("2026-10-08", "2026-10-09", ur("claude-opus-5-5", 21000000, 4100000, 220000, 160000000, 6100000, ws="wrkspc_01Demo", web=40), ur("claude-haiku-5-5", 90000, 0, 0, 9000, 12000, ws=None, ctx="0-200k")),
    ub("2026-10-09", "2026-10-10", ur("claude-opus-5-5", 20000000, 4000000, 0, 150000000, 6000000, ws="wrkspc_01Demo", geo="us"), ur("claude-haiku-5-5", 400000000, 0, 0, 90000000, 12000000, ws="wrkspc_01Demo"))], "has_more": True, "next_page": "page_demo2"}).replace("{\"uncached", "\n{\"uncached") + "\n")
put("16-admin-usage-page-2.json", json.dumps({"data": [ub("2026-10-10", "2026-10-11", ur("claude-sonnet-4-5-20250929", 1000000, 0, 0, 0, 90000, ctx="200k-1M"), ur("claude-opus-5-5", 100, -1, 0, 0, 0), {"uncached_input_tokens": 5, "output_tokens": 5, "model": None}), ub("2026-10-11", "2026-10-12")], "has_more": False, "next_page": None}) + "\n")
imp("admin-usage", "two pages of the Admin API: an interval for Haiku 5.5 where the prompt length is unknown, two results that cannot be read", "15-admin-usage-page-1.json", "16-admin-usage-page-2.json")
imp("admin-usage-page-missing", "the first page alone says that more follow", "15-admin-usage-page-1.json")
def cr(amount, token, **k):
    return {"amount": amount, "currency": k.get("cur", "USD"), "cost_type": k.get("type", "tokens"), "description": k.get("desc", "Claude Opus 5.5 Usage"), "model": k.get("model", "claude-opus-5-5"), "token_type": token, "service_tier": "standard", "context_window": "0-200k", "inference_geo": "global", "workspace_id": "wrkspc_01Demo"}
put("17-admin-cost.json", json.dumps({"data": [{"starting_at": "2026-10-08T00:00:00Z", "ending_at": "2026-10-09T00:00:00Z", "results": [cr("8400.00", "uncached_input_tokens"), cr("2050.0", "cache_creation.ephemeral_5m_input_tokens"), cr("176", "cache_creation.ephemeral_1h_input_tokens"), cr("3200.00", "cache_read_input_tokens"), cr("12200.004", "output_tokens"),
    cr("40.00", None, type="web_search", model=None, desc="Web Search Usage"), cr("500", "output_tokens", cur="EUR")]}], "has_more": False, "next_page": None}).replace("{\"amount", "\n{\"amount") + "\n")
imp("admin-usage-and-cost", "amounts are cents as text; a row in another currency is not read", "15-admin-usage-page-1.json", "16-admin-usage-page-2.json", "17-admin-cost.json")
imp("console-and-admin", "the same days in both formats are never added: the Console file stays", "01-console-usage-2026-09.csv", "18-admin-usage-same-days.json")
put("18-admin-usage-same-days.json", json.dumps({"data": [ub("2026-09-15", "2026-09-16", ur("claude-opus-5", 1, 2, 3, 4, 5))], "has_more": False}) + "\n")

# 19 FOCUS ------------------------------------------------------------------------------------------------
FH = "BilledCost,BillingCurrency,BillingPeriodStart,BillingPeriodEnd,ChargeCategory,ChargeDescription,ChargePeriodStart,ChargePeriodEnd,ConsumedQuantity,ConsumedUnit,EffectiveCost,ListCost,ProviderName,PublisherName,RegionId,ServiceName,SkuId,SubAccountName,Tags"
def fr(day, billed, eff, lst, desc, svc, sku, cat="Usage", cur="USD", pub="Anthropic", qty="NULL", unit="NULL"):
    return f'{billed},"{cur}","2026-09-01 00:00:00","2026-10-01 00:00:00","{cat}","{desc}","{day} 00:00:00","{day} 23:59:59",{qty},"{unit}",{eff},{lst},"AWS","{pub}","us-east-1","{svc}","{sku}","Harbour Lane","{{""team"": ""search""}}"'
put("19-focus-2026-09.csv", lines(FH, fr("2026-09-03", "120.50", "108.45", "120.50", "Claude Sonnet 4.5 input tokens, global", "Amazon Bedrock", "BR-S45-IN", qty="40166666.6", unit="Tokens"), fr("2026-09-03", "45.00", "40.50", "45.00", "anthropic/claude-opus-5/output_tokens/0-200k", "Claude API", "anthropic/claude-opus-5/output_tokens/0-200k"),
    fr("2026-09-03", "0.0000008", "0.0000008", "0.0000008", "$0.40 per million requests", "Amazon Simple Queue Service", "SQS1", pub="AWS"), fr("2026-09-04", "-10.00", "-10.00", "0", "Promotional credit for Claude", "Claude API", "CRED", cat="Credit"),
    fr("2026-09-04", "20.00", "18.00", "20.00", "Anthropic API usage", "Anthropic API", "X1"), fr("2026-09-04", "9.00", "9.00", "9.00", "Claude Haiku 4.5 output tokens", "Claude API", "X2", cur="EUR"), fr("2026-09-05", "NULL", "31.50", "NULL", "Claude Opus 5 cache read tokens", "Claude API", "X3"),
    fr("2026-09-05", "20.00", "18.00", "20.00", "Anthropic API usage", "Anthropic API", "X1"), fr("2026-09-04", "20.00", "18.00", "20.00", "Anthropic API usage", "Anthropic API", "X1")))
imp("focus", "FOCUS rows of a cloud: only Claude, only usage, only USD; NULL is blank; a row that is there twice counts once", "19-focus-2026-09.csv")

# 20 plain table -----------------------------------------------------------------------------------------
put("20-months.csv", lines("Month,Spend", *[f"{m},{v}" for m, v in [("2025-11", "38,200"), ("2025-12", "$39900")]] and ['2025-11,"$38,200.00"', "2025-12,39900", "2026-01,41050.5", "Feb 2026,43800", "2026/3,44600", "April 2026,47300", "2026-05-01,48100", "2026-06,(51900)", "2026-07,", "Total,353950"]))
imp("months", "a plain table of months, in the ways people write them; a negative and a blank month are not read", "20-months.csv")

# 21 Haiku 5.5 by prompt length --------------------------------------------------------------------------
put("21-usage-haiku-prompt-length.csv", lines(UH, f"2026-10-07,claude-haiku-5-5,k,A,standard,{LE},60000,10000,10000,20000,5000,0,global,", f"2026-10-07,claude-haiku-5-5,k,B,standard,{LE},60000,10000,10000,20001,5000,0,global,", "2026-10-07,claude-haiku-5-5,k,C,standard,> 200k,700000,0,0,0,5000,0,global,",
    "2026-10-08,claude-haiku-5-5,k,D,standard,,900000000,0,0,0,40000000,0,global,", "2026-10-08,claude-haiku-5-5,k,E,batch,\u2264 100k,900000000,0,0,0,40000000,0,us,", "2026-10-08,claude-sonnet-4-5,k,F,standard,200k-1M,1000000,0,0,0,10000,0,not_available,", "2026-10-08,claude-sonnet-4-5,k,G,standard,,1000000,0,0,0,10000,0,not_available,"))
imp("prompt-length", "cards by prompt length: certain where all prompts together are short or the window says so, an interval otherwise", "21-usage-haiku-prompt-length.csv")

# 22 February 2026: twelve columns of usage, nine of cost, no list price (volumes as in a public export) --
put("22-usage-2026-02-twelve-columns.csv", lines(UH.replace(",inference_geo,speed", ""), f"2026-02-01,claude-haiku-4-5-20251001,sdk,Default,standard,{LE},16765,0,0,0,1702,0", f"2026-02-01,claude-opus-4-5-20251101,sdk,Default,standard,{LE},43,302527,0,3301672,32676,0"))
put("23-cost-2026-02-nine-columns.csv", lines("usage_date_utc,model,workspace,api_key,usage_type,context_window,token_type,cost_usd,cost_type", *[f"2026-02-01,{m},Default,sdk,message,{LE},{t},{c},token" for m, t, c in [("Claude Haiku 4.5", "input_no_cache", "0.02"), ("Claude Haiku 4.5", "output", "0.01"),
    ("Claude Opus 4.5", "input_no_cache", "0.00"), ("Claude Opus 4.5", "input_cache_read", "1.65"), ("Claude Opus 4.5", "input_cache_write_5m", "1.89"), ("Claude Opus 4.5", "output", "0.82")]]))
imp("february-2026", "older usage and cost without the newer columns: agrees within the rounding of its lines", "22-usage-2026-02-twelve-columns.csv", "23-cost-2026-02-nine-columns.csv")

# 24 dates that an American Excel rewrote; 25 files glued together, a column twice, an OpenAI export ------
put("24-usage-us-dates.csv", lines(UH, f"9/1/2026,claude-opus-5,k,Default,standard,{LE},1,0,0,0,1,0,global,", f"9/13/2026,claude-opus-5,k,Default,standard,{LE},1,0,0,0,1,0,global,"))
imp("us-dates", "dates that read two ways: refused, with the advice to export again", "24-usage-us-dates.csv")
put("25-usage-glued.csv", lines(*U01[:3], "", *U01[:1], *U01[1:2], *U01[3:5], ",,,,,,,,,,,,,", "Total,,,,,,999,0,0,0,999,0,,"))
imp("glued", "two downloads glued together: headings again, a blank line, a row twice, a totals row", "25-usage-glued.csv")
# 26 a bill that meets other bills: never added to them; a type wins over a model, a line may have no list price, a tiny amount as a spreadsheet writes it
put("26-cost-meets-others.csv", lines(CH.replace(",api_key_id,api_key_status", ""), f"2026-10-08,Claude Opus 5.5,Platform,prod-api,message,{LE},input_no_cache,75.60,84.00,token,global,", f"2026-10-08,Claude Opus 5.5,Platform,prod-api,,{LE},,0.36,0.40,web_search,global,",
    f"2026-10-08,Claude Opus 5.5,Platform,prod-api,message,{LE},output,1.5E-05,,token,global,", f"2026-09-04,Claude Opus 5,Platform,prod-api,standard,{LE},output,100.00,,token,global,"))
imp("cost-console-and-admin", "Console cost and Admin cost of one day are never added: the Console file stays; searches under web search although the line names a model; a line without a list price has no part in the discount", "15-admin-usage-page-1.json", "16-admin-usage-page-2.json", "17-admin-cost.json", "26-cost-meets-others.csv")
imp("cost-and-focus", "a bill and FOCUS of one month are never added: the bill stands", "19-focus-2026-09.csv", "26-cost-meets-others.csv")
json.dump({"imports": imports}, open(os.path.join(OUT, "imports.json"), "w"), indent=1)
print(len([f for f in os.listdir(OUT) if f[0].isdigit()]), "files,", len(imports), "imports")
