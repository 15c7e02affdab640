import { canonicalModel } from "../../../efficiency/model-name";
import { promptRange } from "../text/prompt-range";
import { costTypeWord, geoWord, plainWord, serviceWord, speedWord } from "../text/words";
import type { MoneyIdentity, UsageIdentity } from "./rows";

/** What an export writes beside the numbers of a row, blank where it has no such column. */
export interface WrittenIdentity {
  readonly model: string;
  readonly key: string;
  readonly workspace: string;
  readonly service: string;
  readonly context: string;
  readonly geo: string;
  readonly speed: string;
  /** Columns that the format does not know, each with its text. */
  readonly others: readonly (readonly [column: string, text: string])[];
}

export interface WrittenCostIdentity extends WrittenIdentity {
  readonly tokenType: string;
  readonly costType: string;
  readonly description: string;
}

/** Model of a cost line that names none. */
const NOT_SAID = "(not said)";

/** The natural keys of an import but for the moment: rows with the same one, in whatever writing, share one identity. */
export class Identities {
  readonly #byKey = new Map<string, UsageIdentity | MoneyIdentity>();

  usage(written: WrittenIdentity): UsageIdentity {
    const common = commonOf(written);
    return this.#once(["usage", ...keyOf(common)], (id) => ({
      source: "usage",
      id,
      ...common,
      model: canonicalModel(common.model),
    }));
  }

  cost(written: WrittenCostIdentity): MoneyIdentity {
    const common = commonOf(written);
    const type = costTypeWord(written.costType);
    const key = [
      "cost",
      ...keyOf(common),
      plainWord(written.tokenType).toLowerCase(),
      plainWord(written.costType).toLowerCase(),
      plainWord(written.description),
    ];
    return this.#once(key, (id) => ({
      source: "cost",
      id,
      model: type.replaceAll("_", " ") || canonicalModel(common.model) || NOT_SAID,
      workspace: common.workspace,
    }));
  }

  /** @param cells The whole row: two charges differ where any cell does. */
  focus(cells: readonly string[], model: string | undefined): MoneyIdentity {
    return this.#once(["FOCUS", ...cells], (id) => ({
      source: "FOCUS",
      id,
      model: model === undefined ? NOT_SAID : canonicalModel(model),
      workspace: "",
    }));
  }

  month(): MoneyIdentity {
    return this.#once(["months"], (id) => ({ source: "months", id, model: "", workspace: "" }));
  }

  #once<T extends UsageIdentity | MoneyIdentity>(
    key: readonly unknown[],
    make: (id: number) => T,
  ): T {
    const text = JSON.stringify(key);
    const made = this.#byKey.get(text) ?? make(this.#byKey.size);
    this.#byKey.set(text, made);
    // The first member of a key is the source, so what it found is of the type that it makes.
    return made as T;
  }
}

function commonOf(written: WrittenIdentity) {
  return {
    model: plainWord(written.model).toLowerCase(),
    key: plainWord(written.key),
    workspace: plainWord(written.workspace),
    service: serviceWord(written.service),
    prompts: promptRange(written.context),
    geo: geoWord(written.geo),
    speed: speedWord(written.speed),
    others: written.others
      .map(([column, text]) => [column, plainWord(text)] as const)
      .filter(([, text]) => text !== "")
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  };
}

function keyOf(common: ReturnType<typeof commonOf>): readonly unknown[] {
  const { prompts, ...words } = common;
  // JSON has no infinity.
  return [...Object.values(words), prompts.aboveTokens, String(prompts.upToTokens)];
}
