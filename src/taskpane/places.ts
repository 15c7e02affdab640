import { formOf, type ViewName, type ViewState } from "./context/pane-state";

const HOME: ViewState = { name: "home" };

/** Where the user was: what back leads to, and how each view was left. */
export class Places {
  #before: readonly ViewState[] = [];
  readonly #left = new Map<ViewName, ViewState>();

  /** What to show where a view is asked for: with the form that was open when the user left it. */
  open(from: ViewState, asked: ViewState): ViewState {
    if (isSame(from, asked)) return from;
    const isForm = asked.name === from.name || formOf(asked) !== undefined;
    this.#left.set(from.name, from);
    this.#before = asked.name === "home" ? [] : [...this.#before, from];
    return isForm ? asked : (this.#left.get(asked.name) ?? asked);
  }

  /** What to show where the user leaves a view or a form of it. */
  back(from: ViewState): ViewState {
    this.#left.delete(from.name);
    const to = this.#before.at(-1) ?? HOME;
    this.#before = this.#before.slice(0, -1);
    return to;
  }
}

function isSame(one: ViewState, other: ViewState): boolean {
  return one.name === other.name && formOf(one) === formOf(other);
}
