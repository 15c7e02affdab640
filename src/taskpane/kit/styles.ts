import { css } from "lit";

/** What all parts of the pane share: type, spacing and tables, in Fluent's tokens. */
export const shared = css`
  :host {
    display: block;
    font-family: var(--fontFamilyBase);
    font-size: var(--fontSizeBase300);
    line-height: var(--lineHeightBase300);
    color: var(--colorNeutralForeground1);
  }

  h1,
  h2,
  p,
  ul {
    margin: 0;
    padding: 0;
  }

  h1,
  h2 {
    font-size: var(--fontSizeBase400);
    line-height: var(--lineHeightBase400);
    font-weight: var(--fontWeightSemibold);
  }

  .notice h2 {
    font-size: var(--fontSizeBase200);
    line-height: var(--lineHeightBase200);
  }

  h1:focus,
  h2:focus {
    outline: none;
  }

  h1:focus-visible,
  h2:focus-visible {
    outline: 2px solid var(--colorStrokeFocus2);
    outline-offset: 2px;
  }

  ul {
    list-style: none;
  }

  .stack {
    display: flex;
    flex-direction: column;
    gap: 12px;
  }

  .lines {
    display: flex;
    flex-direction: column;
    gap: 4px;
  }

  .quiet {
    font-size: var(--fontSizeBase200);
    line-height: var(--lineHeightBase200);
    color: var(--colorNeutralForeground2);
  }

  .wrap {
    overflow-wrap: anywhere;
  }

  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .notice {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr);
    gap: 8px;
    padding: 8px 12px;
    border: 1px solid transparent;
    border-radius: var(--borderRadiusMedium);
    font-size: var(--fontSizeBase200);
    line-height: var(--lineHeightBase200);
  }

  .notice svg {
    width: 16px;
    height: 16px;
    fill: currentColor;
  }

  .notice.warning {
    background: var(--colorStatusWarningBackground1);
    border-color: var(--colorStatusWarningBorder1);
    color: var(--colorNeutralForeground1);
  }

  .notice.asking {
    background: var(--colorNeutralBackground2);
    border-color: var(--colorNeutralStroke1);
    color: var(--colorNeutralForeground1);
  }

  .notice .buttons {
    padding-top: 6px;
  }

  .notice.fault {
    background: var(--colorStatusDangerBackground1);
    border-color: var(--colorStatusDangerBorder1);
    color: var(--colorNeutralForeground1);
  }

  .notice.warning svg {
    color: var(--colorStatusWarningForeground1);
  }

  .notice.fault svg {
    color: var(--colorStatusDangerForeground1);
  }

  @media (forced-colors: active) {
    .notice svg {
      fill: CanvasText;
    }
  }
`;

/** Sliders: as wide as the pane, in the colour of the brand. */
export const rangeStyles = css`
  strong {
    font-weight: var(--fontWeightSemibold);
    font-variant-numeric: tabular-nums;
  }

  input[type="range"] {
    display: block;
    width: 100%;
    height: 24px;
    margin: 0;
    accent-color: var(--colorCompoundBrandBackground);
    cursor: pointer;
  }

  input[type="range"]:focus-visible {
    outline: 2px solid var(--colorStrokeFocus2);
    outline-offset: 2px;
    border-radius: var(--borderRadiusMedium);
  }
`;
