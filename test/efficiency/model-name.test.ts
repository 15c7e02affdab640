import { describe, expect, test } from "vitest";
import { canonicalModel } from "../../src/efficiency/model-name";

const SAME: readonly (readonly [string, ...string[]])[] = [
  [
    "claude-sonnet-4",
    "claude-sonnet-4-20250514",
    "us.anthropic.claude-sonnet-4-20250514-v1:0",
    "Claude Sonnet 4",
    "claude-sonnet-4@20250514",
    "bedrock/eu.anthropic.claude-sonnet-4-20250514-v1:0",
    "claude_sonnet_4_20250514",
    " CLAUDE   SONNET 4 (retired)",
  ],
  [
    "claude-sonnet-3-5",
    "claude-3-5-sonnet-20241022",
    "Claude 3.5 Sonnet 2024-10-22",
    "anthropic.claude-3-5-sonnet-20240620-v1:0",
    "claude-3-5-sonnet-latest",
    "claude 3.5 sonnet latest",
  ],
  ["claude-opus-4", "claude-opus-4-0", "Claude Opus 4.0", "vertex_ai/claude-opus-4@20250514"],
  ["claude-opus-4-7", "anthropic/claude-opus-4.7", "openrouter/anthropic/claude-opus-4.7:beta"],
  [
    "claude-opus-4-8",
    "claude-opus-4-8[1m]",
    "Claude Opus 4.8",
    "claude‑opus‑4‑8",
    "models/claude-opus-4-8",
  ],
  ["claude-haiku-3", "claude-3-haiku-20240307", "apac.anthropic.claude-3-haiku-20240307-v1:0"],
  ["claude-opus-4-1", "claude--opus__4 . 1", "us.anthropic.claude-opus-4-1-20250805-v12:0"],
  ["claude-haiku-4", " bedrock/anthropic.claude-haiku-4"],
  ["claude-sonnet-12", "claude-12-sonnet"],
  ["claude-sonnet-3-15", "claude-3-15-sonnet"],
  ["claude-opus-12", "claude-opus-12-0"],
  ["gpt-5-4-mini", "GPT 5.4 mini", "gpt-5.4-mini-2026-03-05"],
];

describe("models are the same", () => {
  test.each(SAME.flatMap(([form, ...writings]) => [form, ...writings].map((one) => [one, form])))(
    "%s is %s",
    (written, form) => {
      expect(canonicalModel(written ?? "")).toBe(form);
    },
  );
});

test("a prefix, a family and a neighbour are other models", () => {
  const forms = SAME.map(([form]) => form);
  for (const other of [
    "claude",
    "claude-opus",
    "claude-opus-4-80",
    "claude-opus-48",
    "opus-4-8",
    "claude-opus-4-8-fast",
    "claude-sonnet",
  ])
    expect(forms).not.toContain(canonicalModel(other));
  // What is dropped at the end of a name stays in the middle, and what is turned round is a whole name.
  for (const whole of [
    ...["claude-v2-opus", "claude-latest-opus", "claude-20250514-opus", "my-claude-3-5-sonnet"],
    ...["claude-3-5-sonnet-x2", "my-claude-opus-4-0", "claude-opus-4-0-x"],
  ])
    expect(canonicalModel(whole)).toBe(whole);
});

test("the form of a form is itself", () => {
  for (const [form] of SAME) expect(canonicalModel(form)).toBe(form);
});
