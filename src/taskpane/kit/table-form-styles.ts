import { css } from "lit";

/** How the summary of a disclosure looks, closed, open and with the focus. */
export const summaryStyles = css`
  summary {
    cursor: pointer;
    font-weight: var(--fontWeightSemibold);
  }

  summary:focus-visible {
    outline: 2px solid var(--colorStrokeFocus2);
    outline-offset: 2px;
    border-radius: var(--borderRadiusSmall);
  }

  details[open] > summary {
    padding-bottom: 8px;
  }
`;

/** Styles of the table form: fields in pairs, and a select and radio buttons that look as Fluent's do. */
export const formStyles = css`
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: none;
  }

  legend {
    padding: 0 0 4px;
    font-weight: var(--fontWeightSemibold);
  }

  label[for] {
    display: block;
    padding-bottom: 4px;
    font-weight: var(--fontWeightSemibold);
  }

  .note {
    padding-top: 4px;
  }

  .pair {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 12px;
  }

  .select {
    position: relative;
  }

  .select::after {
    content: "";
    position: absolute;
    inset-inline-end: 14px;
    top: 11px;
    width: 6px;
    height: 6px;
    border: solid var(--colorNeutralForeground2);
    border-width: 0 1.5px 1.5px 0;
    transform: rotate(45deg);
    pointer-events: none;
  }

  select {
    appearance: none;
    width: 100%;
    height: 32px;
    padding: 0 32px 0 10px;
    border: 1px solid var(--colorNeutralStroke1);
    border-bottom-color: var(--colorNeutralStrokeAccessible);
    border-radius: var(--borderRadiusMedium);
    background: var(--colorNeutralBackground1);
    color: var(--colorNeutralForeground1);
    font: inherit;
  }

  select:focus-visible,
  input:focus-visible {
    outline: 2px solid var(--colorStrokeFocus2);
    outline-offset: 1px;
  }

  ${summaryStyles}

  .places {
    display: flex;
    flex-direction: column;
    gap: 4px;
  }

  .choice,
  .places label {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 24px;
  }

  input[type="checkbox"],
  input[type="radio"] {
    flex: none;
    width: 16px;
    height: 16px;
    margin: 0;
    accent-color: var(--colorCompoundBrandBackground);
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .size {
    font-variant-numeric: tabular-nums;
  }
`;
