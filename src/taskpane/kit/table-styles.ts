import { css } from "lit";

/** Tables of the pane: lines between rows, a heading column on the left, figures on the right under one another. */
export const tableStyles = css`
  table {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }

  caption {
    padding-bottom: 4px;
    text-align: start;
    font-weight: var(--fontWeightSemibold);
  }

  caption span {
    font-weight: var(--fontWeightRegular);
    color: var(--colorNeutralForeground2);
  }

  th,
  td {
    padding: 4px 0;
    vertical-align: top;
    text-align: end;
    font-weight: var(--fontWeightRegular);
    border-top: 1px solid var(--colorNeutralStroke2);
  }

  :is(th, td) + :is(th, td) {
    padding-inline-start: 12px;
  }

  thead :is(th, td) {
    border-top: none;
    font-size: var(--fontSizeBase200);
    color: var(--colorNeutralForeground2);
  }

  tbody th {
    text-align: start;
    color: var(--colorNeutralForeground2);
  }
`;
