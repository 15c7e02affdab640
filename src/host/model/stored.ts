import { invalidArgument } from "../office/host-error";
import { ModelObject } from "./model-object";

/** An object that stores a record: members read it field by field and change parts of it. */
export interface Holder<R extends object> {
  readonly _info: R;
  _change(part: Partial<R>): void;
}

/** A part of an object that shows some fields of the same record. */
export abstract class InfoPart<R extends object> extends ModelObject<Holder<R>> {
  get _info(): R {
    return this.owner._info;
  }

  _change(part: Partial<R>): void {
    this.owner._change(part);
  }
}

/** Takes one of some words, and refuses what is none of them. */
export function oneOf<Word>(words: readonly Word[]): (value: unknown) => Word {
  return (value) => {
    const word = words.find((known) => known === value);
    if (word !== undefined) return word;
    throw invalidArgument(`${String(value)} is none of ${words.join(", ")}`);
  };
}

/**
 * Makes a property of a field of the record behind an object: `check` sees what the add-in writes,
 * and a field that is absent reads as `absent`.
 */
export function stored<Field extends string>(
  field: Field,
  check: (value: unknown) => unknown = (value) => value,
  absent?: unknown,
): (prototype: Holder<{ readonly [F in Field]?: unknown }>, member: string) => void {
  return (prototype, member) => {
    Object.defineProperty(prototype, member, {
      get(this: typeof prototype): unknown {
        return this._info[field] ?? absent;
      },
      set(this: Holder<object>, value: unknown): void {
        this._change({ [field]: check(value) });
      },
    });
  };
}
