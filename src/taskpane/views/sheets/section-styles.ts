import { css } from "lit";
import { summaryStyles } from "../../kit/table-form-styles";

/** How a section looks that is closed until somebody wants it: its summary is its heading. */
export const sectionStyles = css`
  ${summaryStyles}

  summary {
    font-size: var(--fontSizeBase400);
    line-height: var(--lineHeightBase400);
  }

  details > * + * {
    margin-top: 12px;
  }

  details[open] > summary {
    padding-bottom: 0;
  }
`;
