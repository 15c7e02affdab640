import { css } from "lit";
import { summaryStyles } from "../../kit/table-form-styles";

/** How a part looks whose summary is its answer, and whose table and buttons are seen once it is open. */
export const disclosureStyles = css`
  ${summaryStyles}

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
