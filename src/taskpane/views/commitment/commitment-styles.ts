import { css } from "lit";

/** How the view of the commitment looks beside what all views share. */
export const commitmentStyles = css`
  .lead {
    font-size: var(--fontSizeBase400);
    line-height: var(--lineHeightBase400);
    font-weight: var(--fontWeightSemibold);
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .notice.taken {
    border-color: var(--colorNeutralStroke1);
    background: var(--colorNeutralBackground3);
  }

  .notice .stack {
    gap: 8px;
  }

  @media (forced-colors: active) {
    .notice.taken {
      border-color: CanvasText;
    }
  }
`;
