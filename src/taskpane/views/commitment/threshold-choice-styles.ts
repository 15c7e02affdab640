import { css } from "lit";

/** Cards that open: what to do about a threshold, which is always there, and tables below it. */
export const choiceStyles = css`
  h3,
  h4 {
    margin: 0;
    font-size: inherit;
    line-height: inherit;
    font-weight: var(--fontWeightSemibold);
  }

  .cards {
    display: flex;
    flex-direction: column;
    gap: 8px;
  }

  details {
    border: 1px solid var(--colorNeutralStroke1);
    border-radius: var(--borderRadiusMedium);
  }

  summary {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 16px;
    gap: 0 8px;
    padding: 8px 12px;
    border-radius: var(--borderRadiusMedium);
    list-style: none;
    cursor: pointer;
  }

  summary::-webkit-details-marker {
    display: none;
  }

  summary:hover {
    background: var(--colorNeutralBackground1Hover);
  }

  summary:focus-visible {
    outline: 2px solid var(--colorStrokeFocus2);
    outline-offset: -2px;
  }

  summary::after {
    content: "";
    grid-column: 2;
    grid-row: 1;
    width: 6px;
    height: 6px;
    margin: 4px 4px 0;
    border: solid var(--colorNeutralForeground2);
    border-width: 0 1.5px 1.5px 0;
    transform: rotate(45deg);
  }

  details[open] > summary::after {
    margin-top: 8px;
    transform: rotate(225deg);
  }

  .title {
    display: flex;
    align-items: start;
    justify-content: space-between;
    gap: 0 8px;
  }

  summary > * {
    grid-column: 1;
  }

  summary > p {
    margin-top: 2px;
  }

  .badge {
    flex: none;
    padding: 1px 8px;
    border: 1px solid transparent;
    border-radius: var(--borderRadiusCircular);
    font-size: var(--fontSizeBase200);
    line-height: var(--lineHeightBase200);
    font-weight: var(--fontWeightSemibold);
    color: var(--colorBrandForeground2);
    background: var(--colorBrandBackground2);
  }

  .badge.hold {
    color: var(--colorNeutralForeground2);
    background: var(--colorNeutralBackground1);
    border-color: var(--colorNeutralStroke1);
  }

  .body {
    display: flex;
    flex-direction: column;
    gap: 12px;
    padding: 4px 12px 12px;
  }

  .terms {
    table-layout: fixed;
  }

  .terms :is(th, td) {
    text-align: start;
  }

  .differs {
    font-weight: var(--fontWeightSemibold);
  }

  .ways {
    padding-inline-start: 20px;
    list-style: disc;
  }

  .ask {
    display: flex;
    flex-direction: column;
    gap: 4px;
  }

  @media (forced-colors: active) {
    .badge {
      border-color: CanvasText;
    }
  }
`;
