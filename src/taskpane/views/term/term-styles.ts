import { css } from "lit";

/** A line with something at its right edge. */
export const rowStyles = css`
  .row {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 8px;
    min-height: 24px;
  }

  .row fluent-button {
    flex: none;
    white-space: nowrap;
  }

  .row label {
    padding: 0;
    font-weight: var(--fontWeightRegular);
  }
`;

/** Switches with their amounts at the right edge. */
export const termStyles = css`
  .switch {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr) auto;
    gap: 0 8px;
    align-items: baseline;
    padding: 5px 0;
    border-top: 1px solid var(--colorNeutralStroke2);
  }

  .switch label {
    padding: 0;
    font-weight: var(--fontWeightRegular);
  }

  .switch input {
    align-self: center;
  }

  .switch b {
    font-weight: var(--fontWeightSemibold);
    font-variant-numeric: tabular-nums;
  }

  .switch p {
    grid-column: 2 / -1;
  }

  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(220px, 1fr));
    gap: 12px;
  }

  .fields > * {
    min-width: 0;
  }

  summary .quiet {
    font-weight: var(--fontWeightRegular);
  }

  /* Always there, so that it is read aloud when it fills; empty it takes no room. */
  .none {
    margin-top: -12px;
  }

  strong {
    font-weight: var(--fontWeightSemibold);
    font-variant-numeric: tabular-nums;
  }

  thead th:first-child {
    text-align: start;
  }

  td {
    white-space: nowrap;
  }

  fieldset details {
    padding-top: 5px;
    border-top: 1px solid var(--colorNeutralStroke2);
  }

  progress {
    width: 100%;
    height: 6px;
    accent-color: var(--colorCompoundBrandBackground);
  }

  pre {
    margin: 0;
    font-family: var(--fontFamilyMonospace);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
`;
