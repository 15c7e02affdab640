import { css } from "lit";

/** The shell: a head that stays in sight, and the view below it. */
export const paneStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 100vh;
  }

  header {
    position: sticky;
    top: 0;
    z-index: 2;
    background: var(--colorNeutralBackground1);
    border-bottom: 1px solid var(--colorNeutralStroke2);
  }

  .heading {
    display: flex;
    align-items: center;
    gap: 4px;
    padding: 4px 8px;
  }

  .heading h1 {
    flex: 1;
    min-width: 0;
  }

  nav {
    display: flex;
    flex-wrap: wrap;
    padding: 0 4px;
  }

  nav button {
    display: flex;
    align-items: center;
    min-height: 28px;
    padding: 0 6px;
    border: none;
    border-bottom: 2px solid transparent;
    background: none;
    font: inherit;
    font-size: var(--fontSizeBase200);
    color: var(--colorNeutralForeground2);
    cursor: pointer;
  }

  nav button:hover {
    color: var(--colorNeutralForeground1);
    border-bottom-color: var(--colorNeutralStroke1);
  }

  nav button[aria-current="page"] {
    border-bottom-color: var(--colorCompoundBrandStroke);
    font-weight: var(--fontWeightSemibold);
    color: var(--colorNeutralForeground1);
  }

  nav button:focus-visible {
    outline: 2px solid var(--colorStrokeFocus2);
    outline-offset: -2px;
  }

  nav svg {
    width: 16px;
    height: 16px;
  }

  .verdict {
    padding: 6px 16px;
    background: var(--colorNeutralBackground2);
    border-top: 1px solid var(--colorNeutralStroke2);
    font-size: var(--fontSizeBase200);
    line-height: var(--lineHeightBase200);
    color: var(--colorNeutralForeground2);
    font-variant-numeric: tabular-nums;
  }

  .verdict b {
    font-weight: var(--fontWeightSemibold);
    color: var(--colorNeutralForeground1);
  }

  .supposed {
    display: block;
  }

  main {
    flex: 1;
    display: flex;
    flex-direction: column;
    max-width: 560px;
  }

  main.view {
    gap: 20px;
    padding: 16px;
  }

  footer {
    display: flex;
    justify-content: space-between;
    margin-top: auto;
    padding: 4px 8px;
    border-top: 1px solid var(--colorNeutralStroke2);
  }

  footer a,
  footer button {
    padding: 4px 8px;
    border: none;
    border-radius: var(--borderRadiusMedium);
    background: none;
    font: inherit;
    font-size: var(--fontSizeBase200);
    color: var(--colorBrandForegroundLink);
    text-decoration: none;
    cursor: pointer;
  }

  footer :is(a, button):hover {
    text-decoration: underline;
  }

  footer :is(a, button):focus-visible {
    outline: 2px solid var(--colorStrokeFocus2);
    outline-offset: -2px;
  }

  /* As Fluent's button, which may be what could not be fetched. */
  .again {
    min-height: 32px;
    padding: 0 12px;
    border: 1px solid var(--colorNeutralStroke1);
    border-radius: var(--borderRadiusMedium);
    background: var(--colorNeutralBackground1);
    font: inherit;
    font-weight: var(--fontWeightSemibold);
    color: var(--colorNeutralForeground1);
    cursor: pointer;
  }

  .again:hover {
    background: var(--colorNeutralBackground1Hover);
  }

  .again:focus-visible {
    outline: 2px solid var(--colorStrokeFocus2);
  }

  .loading {
    display: flex;
    align-items: center;
    gap: 8px;
  }

  @media (max-width: 380px) {
    nav button {
      padding: 0 3px;
    }
  }

  @media (max-width: 360px) {
    nav {
      padding: 0;
    }

    nav button {
      padding: 0 2px;
      font-size: 11px;
    }
  }

  @media (forced-colors: active) {
    nav button {
      border-bottom-color: Canvas;
    }

    nav button[aria-current="page"] {
      border-bottom-color: Highlight;
    }
  }
`;
