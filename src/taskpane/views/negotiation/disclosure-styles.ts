import { css } from "lit";

/** How a part looks whose summary is its answer, and whose table and buttons are seen once it is open. */
export const disclosureStyles = css`
  summary {
    font-weight: var(--fontWeightSemibold);
    cursor: pointer;
  }

  details > .stack {
    padding-top: 8px;
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  tbody th {
    width: 99%;
    color: inherit;
  }

  td {
    white-space: nowrap;
  }
`;
