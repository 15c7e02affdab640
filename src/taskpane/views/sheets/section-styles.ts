import { css } from "lit";

/** How a section looks that is closed until somebody wants it: its summary is its heading. */
export const sectionStyles = css`
  summary {
    cursor: pointer;
    font-size: var(--fontSizeBase400);
    line-height: var(--lineHeightBase400);
    font-weight: var(--fontWeightSemibold);
  }

  summary:focus-visible {
    outline: 2px solid var(--colorStrokeFocus2);
    outline-offset: 2px;
  }

  details > * + * {
    margin-top: 12px;
  }
`;
