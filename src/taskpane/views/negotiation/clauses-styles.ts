import { css } from "lit";
import { summaryStyles } from "../../kit/table-form-styles";

/** Switches, and bars beside the numbers they stand for. */
export const clauseStyles = css`
  fieldset {
    display: flex;
    flex-direction: column;
    gap: 8px;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: none;
  }

  legend {
    padding: 0 0 4px;
    font-weight: var(--fontWeightSemibold);
  }

  ${summaryStyles}

  .switch {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr);
    gap: 0 8px;
    align-items: center;
  }

  .switch p {
    grid-column: 2;
  }

  input {
    width: 16px;
    height: 16px;
    margin: 0;
    accent-color: var(--colorCompoundBrandBackground);
  }

  input:focus-visible {
    outline: 2px solid var(--colorStrokeFocus2);
    outline-offset: 1px;
  }

  /* Always there, so that it is read aloud when it fills; empty it takes no room. */
  .none {
    margin-top: -12px;
  }

  th,
  td {
    padding: 1px 0;
    vertical-align: baseline;
    border-top: none;
    white-space: nowrap;
  }

  th.clause {
    padding-top: 6px;
    color: inherit;
    white-space: normal;
    border-top: 1px solid var(--colorNeutralStroke2);
  }

  tbody:last-child :is(th, td) {
    font-weight: var(--fontWeightSemibold);
  }

  th[scope="row"] {
    font-size: var(--fontSizeBase200);
  }

  .track {
    width: 99%;
  }

  svg {
    display: block;
    overflow: visible;
  }

  rect {
    stroke: var(--colorCompoundBrandBackground);
  }

  .bar {
    fill: var(--colorCompoundBrandBackground);
  }

  .last {
    fill: transparent;
  }

  /* Where the bars begin. */
  line {
    stroke: var(--colorNeutralStrokeAccessible);
  }

  @media (forced-colors: active) {
    rect,
    line {
      stroke: CanvasText;
    }

    .bar {
      fill: CanvasText;
    }
  }
`;
