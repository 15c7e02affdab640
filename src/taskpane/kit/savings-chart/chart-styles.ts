import { css } from "lit";

/** How the savings chart looks: in Fluent's colours, and in the system's where those are forced. */
export const chartStyles = css`
  :host {
    --curve: var(--colorBrandForeground1);
    --ink: var(--colorNeutralForeground1);
    --quiet: var(--colorNeutralForeground2);
    --rule: var(--colorNeutralStroke1);
    --zero: var(--colorNeutralStrokeAccessible);
    --paper: var(--colorNeutralBackground1);
    --weak: var(--colorNeutralForeground3);
    --sure: var(--colorBrandBackground);
    --likely: var(--colorBrandStroke2);
  }

  .plot {
    padding: 2px;
    margin: 0 -2px 4px;
    border-radius: var(--borderRadiusMedium);
    outline: none;
    touch-action: pan-y;
    cursor: crosshair;
  }

  .plot:focus-visible {
    outline: 2px solid var(--colorStrokeFocus2);
    outline-offset: 2px;
  }

  svg {
    display: block;
    width: 100%;
    overflow: visible;
  }

  text {
    font-size: 12px;
    fill: var(--quiet);
    font-variant-numeric: tabular-nums;
  }

  text.middle {
    text-anchor: middle;
  }

  text.end {
    text-anchor: end;
  }

  .mark text {
    fill: var(--ink);
    font-weight: var(--fontWeightSemibold);
    paint-order: stroke;
    stroke: var(--paper);
    stroke-width: 4px;
    stroke-linejoin: round;
  }

  .rules,
  .grid {
    stroke: var(--rule);
    stroke-width: 1;
    fill: none;
  }

  .grid {
    opacity: 0.5;
  }

  .rules {
    stroke-dasharray: 3 3;
  }

  .zero {
    stroke: var(--zero);
    stroke-width: 1;
  }

  .curve {
    fill: none;
    stroke: var(--curve);
    stroke-width: 2;
    stroke-linejoin: round;
  }

  .before {
    fill: none;
    stroke: var(--weak);
    stroke-width: 1.5;
    stroke-dasharray: 2 3;
  }

  .closed {
    fill: var(--curve);
  }

  .open {
    fill: var(--paper);
    stroke: var(--curve);
    stroke-width: 1.5;
  }

  .mark .symbol {
    fill: var(--paper);
    stroke: var(--ink);
    stroke-width: 2;
  }

  .mark.best .symbol {
    fill: var(--ink);
  }

  .leader {
    stroke: var(--weak);
    stroke-width: 1;
  }

  .reading line {
    stroke: var(--ink);
    stroke-width: 1;
  }

  .reading circle {
    fill: var(--paper);
    stroke: var(--ink);
    stroke-width: 2;
  }

  .strip line {
    stroke: var(--zero);
    stroke-width: 1;
  }

  .strip .likely {
    fill: var(--likely);
  }

  .strip .sure {
    fill: var(--sure);
  }

  .strip .half {
    stroke: var(--ink);
    stroke-width: 2;
  }

  .read {
    min-height: 4.2em;
    padding-top: 4px;
    font-variant-numeric: tabular-nums;
  }

  @media (forced-colors: active) {
    :host {
      --curve: Highlight;
      --ink: CanvasText;
      --quiet: CanvasText;
      --rule: GrayText;
      --zero: CanvasText;
      --paper: Canvas;
      --weak: GrayText;
      --sure: Highlight;
      --likely: GrayText;
    }

    svg {
      forced-color-adjust: none;
    }
  }
`;

/** The legend below a chart of columns: a small mark before each word. */
export const legendStyles = css`
  .legend svg {
    display: inline-block;
    width: 12px;
    height: 12px;
    margin-inline-end: 2px;
    vertical-align: -1px;
  }

  .legend span {
    margin-inline-end: 12px;
    white-space: nowrap;
  }
`;
