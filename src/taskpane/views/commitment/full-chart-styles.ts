import { css } from "lit";

/** How the full chart and its numbers look beside what all views share. */
export const fullChartStyles = css`
  figure,
  dl,
  dd {
    margin: 0;
  }

  h3 {
    margin: 0;
    font-size: var(--fontSizeBase300);
    line-height: var(--lineHeightBase300);
    font-weight: var(--fontWeightSemibold);
  }

  figcaption {
    padding-bottom: 4px;
  }

  .key {
    display: inline-block;
    width: 18px;
    margin-bottom: 3px;
    border-top: 2px dotted var(--colorNeutralForeground3);
  }

  td {
    white-space: nowrap;
  }

  thead th {
    line-height: var(--lineHeightBase200);
    vertical-align: bottom;
  }

  thead th:first-child {
    text-align: start;
  }

  b {
    font-weight: var(--fontWeightSemibold);
  }

  tbody th b {
    color: var(--colorNeutralForeground1);
  }

  .marks thead th:last-child {
    width: 52px;
  }

  .marks tbody th {
    display: flex;
    gap: 6px;
  }

  .marks b {
    overflow-wrap: anywhere;
  }

  /* "under 1%" takes two lines where the pane is narrow. */
  .marks td + td {
    white-space: normal;
  }

  svg.mark {
    flex: none;
    width: 14px;
    height: 14px;
    margin-top: 3px;
    stroke: var(--colorNeutralForeground1);
    stroke-width: 2;
    fill: none;
  }

  svg.mark.best {
    fill: var(--colorNeutralForeground1);
  }

  dl {
    display: flex;
    flex-direction: column;
    gap: 4px;
  }

  dl div {
    display: grid;
    grid-template-columns: 52px minmax(0, 1fr);
  }

  dt {
    color: var(--colorNeutralForeground2);
  }

  @media (forced-colors: active) {
    svg.mark {
      stroke: CanvasText;
    }

    svg.mark.best {
      fill: CanvasText;
    }
  }
`;
