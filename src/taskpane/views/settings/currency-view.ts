import { css, LitElement, type PropertyValues } from "lit";
import { customElement, property } from "lit/decorators.js";
import { CURRENCIES } from "../../../wording/format/currencies";
import { drawSelect } from "../../kit/select-field";
import { shared } from "../../kit/styles";
import { formStyles } from "../../kit/table-form-styles";

const NAMES = new Intl.DisplayNames(["en-US"], { type: "currency" });

/** Somebody who types a code, or goes down a closed list by its arrows, passes by other currencies. */
const SETTLED_MS = 400;

/** The label of amounts, chosen once for a workbook. */
@customElement("bandwise-currency")
export class CurrencyView extends LitElement {
  static override readonly styles = [
    shared,
    formStyles,
    css`
      label {
        display: block;
        padding-bottom: 4px;
      }
    `,
  ];

  @property({ attribute: false }) code = "USD";
  /** Whether something is being done; what is chosen then waits for its end. */
  @property({ attribute: false }) busy = false;
  @property({ attribute: false }) choose: (code: string) => void = () => {};
  #picked: string | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  /** Once it is kept, or could not be, the list says what stands; what was picked since then still waits. */
  override willUpdate(changed: PropertyValues<this>): void {
    const isOver = changed.has("busy") && !this.busy;
    if (isOver && this.#waiting === undefined) this.#picked = undefined;
  }

  /** A form that opens takes the list away, and what was chosen just before counts. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.#waiting !== undefined) this.#settle();
  }

  override render() {
    const codes = CURRENCIES.map(({ code }) => code);
    const listed = codes.includes(this.code) ? codes : [...codes, this.code];
    return drawSelect({
      id: "currency",
      label: "Currency",
      chosen: this.#picked ?? this.code,
      options: listed.map((code) => ({ value: code, name: `${code}, ${NAMES.of(code)}` })),
      note: "Only the label changes, nothing is converted. Sheets already written keep theirs.",
      choose: (code) => this.#pick(code),
    });
  }

  focusChoice(): void {
    this.renderRoot.querySelector("select")?.focus();
  }

  #pick(code: string): void {
    this.#picked = code;
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => {
      if (this.busy) this.#pick(code);
      else this.#settle();
    }, SETTLED_MS);
  }

  #settle(): void {
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
    if (this.#picked !== undefined && this.#picked !== this.code) this.choose(this.#picked);
  }
}
