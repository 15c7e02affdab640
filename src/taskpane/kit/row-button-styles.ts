import { css } from "lit";

/** Buttons that are a row or an entry: they look like text until they are pointed at. */
export const rowButtonStyles = css`
  button {
    border: none;
    border-radius: var(--borderRadiusMedium);
    background: none;
    font: inherit;
    color: inherit;
    text-align: start;
    cursor: pointer;
  }

  button:hover {
    background: var(--colorNeutralBackground1Hover);
  }

  button:focus-visible {
    outline: 2px solid var(--colorStrokeFocus2);
    outline-offset: -2px;
  }
`;
