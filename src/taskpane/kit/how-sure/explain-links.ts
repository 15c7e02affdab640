import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { shared } from "../styles";

/** A number of the answer about a deal. */
export type AnswerNumber = "expectedSaving" | "expectedCost" | "fill" | "loss";

const NUMBERS = [
  ["expectedSaving", "saving", "What it saves on average, step by step"],
  ["expectedCost", "cost", "What it costs on average, step by step"],
  ["fill", "fill", "How often usage fills it, step by step"],
  ["loss", "loss", "How often it costs more than list, step by step"],
] as const satisfies readonly (readonly [AnswerNumber, string, string])[];

/** Leads from each number of the answer to the steps that give it. */
@customElement("bandwise-explain-links")
export class ExplainLinks extends LitElement {
  static override readonly styles = [
    shared,
    css`
      p {
        display: flex;
        flex-wrap: wrap;
        gap: 0 10px;
        font-size: var(--fontSizeBase200);
        line-height: var(--lineHeightBase200);
        color: var(--colorNeutralForeground2);
      }

      button {
        padding: 0;
        border: none;
        background: none;
        font: inherit;
        color: var(--colorBrandForegroundLink);
        text-decoration: underline;
        cursor: pointer;
      }

      button:hover {
        color: var(--colorBrandForeground2);
      }

      button:focus-visible {
        outline: 2px solid var(--colorStrokeFocus2);
        outline-offset: 1px;
      }
    `,
  ];

  @property({ attribute: false }) explain: (number: AnswerNumber) => void = () => {};

  override render() {
    return html`<p>
      <span>Step by step:</span>
      ${NUMBERS.map(
        ([number, words, inFull]) =>
          html`<button
            type="button"
            class="explain-${number}"
            title=${inFull}
            @click=${() => this.explain(number)}
          >
            ${words}
          </button>`,
      )}
    </p>`;
  }
}
