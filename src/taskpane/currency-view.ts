import { css, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { CURRENCIES } from "../core/currency";
import { drawSelect } from "./select-field";
import { shared } from "./styles";
import { formStyles } from "./table-form-styles";

const NAMES = new Intl.DisplayNames(["en-US"], { type: "currency" });

const OPTIONS = CURRENCIES.map(({ code }) => ({ value: code, name: `${code}, ${NAMES.of(code)}` }));

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
  /** Whether something is being done; what was chosen then goes back to what it was. */
  @property({ attribute: false }) busy = false;
  @property({ attribute: false }) choose: (code: string) => void = () => {};

  override render() {
    return drawSelect({
      id: "currency",
      label: "Currency of amounts",
      chosen: this.code,
      options: OPTIONS,
      note: "A label for this workbook: nothing is converted. Sheets written from now on carry it.",
      choose: (code) => (this.busy ? this.requestUpdate() : this.choose(code)),
    });
  }

  focusChoice(): void {
    this.renderRoot.querySelector("select")?.focus();
  }
}
