/** Who serves a model, and in which region, before its name: `us.anthropic.`, `bedrock/`. */
const SERVED_BY =
  /^(?:bedrock\/|vertex_ai\/|anthropic\/|models\/|openrouter\/|(?:global|us|eu|apac|jp|au)\.(?=anthropic\.)|anthropic\.)+/;

/**
 * The one form in which models are compared: `us.anthropic.claude-sonnet-4-20250514-v1:0` and `Claude Sonnet 4` are both
 * `claude-sonnet-4`. Forms are equal or not: a prefix, a family or a neighbour is another model (docs/pricing-model.md 9.1).
 */
export function canonicalModel(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase()
    .replace(SERVED_BY, "")
    .replace(/ *[[(@:].*$/, "")
    .replace(/-v\d+$/, "")
    .replace(/[ ._/\-‐-–]+/g, "-")
    .replace(/^-|-$/g, "")
    .replace(/-latest$/, "")
    .replace(/-20\d\d-?\d\d-?\d\d$/, "")
    .replace(/^claude-(\d{1,2}(?:-\d{1,2})?)-([a-z]+)$/, "claude-$2-$1")
    .replace(/^(claude-[a-z]+-\d{1,2})-0$/, "$1");
}
