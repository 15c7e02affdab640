import { css } from "lit";

/** Home: one screen, whose only colours are the curve and the marks. */
export const homeStyles = css`
  :host {
    flex: 1;
    display: flex;
    flex-direction: column;
  }

  header {
    display: flex;
    align-items: center;
    gap: 4px;
    padding: 4px 8px;
    border-bottom: 1px solid var(--colorNeutralStroke2);
  }

  bandwise-deal-menu {
    flex: 1;
  }

  .answer {
    display: flex;
    flex-direction: column;
    gap: 4px;
    padding: 10px 16px 6px;
  }

  h1 {
    font-size: var(--fontSizeBase500);
    line-height: var(--lineHeightBase500);
  }

  h1.reading {
    display: flex;
    align-items: center;
    gap: 8px;
    font-size: var(--fontSizeBase400);
    line-height: var(--lineHeightBase400);
  }

  .evidence {
    color: var(--colorNeutralForeground2);
    font-variant-numeric: tabular-nums;
  }

  /* Room for its lines, found later. */
  bandwise-how-sure-line {
    min-height: 32px;
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  figure {
    margin: 0;
    padding: 0 16px 4px;
  }

  figcaption {
    padding-bottom: 4px;
  }

  ul {
    padding: 2px 8px;
    border-top: 1px solid var(--colorNeutralStroke2);
  }

  li + li {
    border-top: 1px solid var(--colorNeutralStroke3);
  }

  li button {
    display: grid;
    grid-template-columns: 20px minmax(0, 1fr) auto 16px;
    align-items: center;
    gap: 10px;
    width: 100%;
    padding: 4px 8px;
  }

  li button:active {
    background: var(--colorNeutralBackground1Pressed);
  }

  li svg {
    width: 20px;
    height: 20px;
    color: var(--colorNeutralForeground3);
  }

  li svg.on {
    width: 16px;
  }

  .title {
    display: block;
    font-weight: var(--fontWeightSemibold);
  }

  .line {
    display: block;
    font-size: var(--fontSizeBase200);
    line-height: var(--lineHeightBase200);
    color: var(--colorNeutralForeground2);
    font-variant-numeric: tabular-nums;
  }

  .mark {
    box-sizing: border-box;
    width: 8px;
    height: 8px;
    border: 2px solid transparent;
    border-radius: 50%;
  }

  /* Forced colours would draw the transparent ring. */
  .mark.done {
    visibility: hidden;
  }

  .mark.look {
    border-color: var(--colorStatusWarningForeground3);
  }

  .mark.need {
    border-color: var(--colorStatusWarningForeground3);
    background: var(--colorStatusWarningForeground3);
  }

  @media (forced-colors: active) {
    .mark.look {
      border-color: CanvasText;
    }

    .mark.need {
      border-color: CanvasText;
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
`;
