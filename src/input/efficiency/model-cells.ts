import type { Place } from "../../core/faults/place";
import { fail, type Result, succeed } from "../../core/result";
import { canonicalModel } from "../../efficiency/model-name";
import type { Cell } from "../cells/cells";
import { readWords } from "../table-cells";

/** A model in the form in which models are compared; undefined for a blank. */
export function readModel(cell: Cell, place: Place): Result<string | undefined> {
  const words = readWords(cell, place);
  return words.ok ? succeed(canonicalModel(words.value ?? "") || undefined) : words;
}

/** The same where there has to be one. */
export function readNeededModel(cell: Cell, place: Place): Result<string> {
  const read = readModel(cell, place);
  if (!read.ok) return read;
  return read.value === undefined
    ? fail({ kind: "missing", place, expected: "a model such as claude-opus-5" })
    : succeed(read.value);
}
