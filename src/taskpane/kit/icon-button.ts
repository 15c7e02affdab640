import { css, html, type SVGTemplateResult, type TemplateResult } from "lit";

/** A button that shows an icon; its name is read aloud, and shown where the pointer rests. */
export function iconButton(
  name: string,
  icon: SVGTemplateResult,
  className: string,
  press: () => void,
  isCurrent = false,
): TemplateResult {
  return html`<button
    type="button"
    class="icon ${className}"
    aria-label=${name}
    title=${name}
    aria-current=${isCurrent ? "page" : "false"}
    @click=${press}
  >
    ${icon}
  </button>`;
}

/** They look as Fluent's subtle buttons do, and work before Fluent is fetched. */
export const iconButtonStyles = css`
  .icon {
    display: grid;
    place-items: center;
    flex: none;
    width: 32px;
    height: 32px;
    padding: 0;
    border: none;
    border-radius: var(--borderRadiusMedium);
    background: none;
    color: var(--colorNeutralForeground2);
    cursor: pointer;
  }

  .icon:hover {
    background: var(--colorSubtleBackgroundHover);
    color: var(--colorNeutralForeground2BrandHover);
  }

  .icon:active {
    background: var(--colorSubtleBackgroundPressed);
  }

  .icon:focus-visible {
    outline: 2px solid var(--colorStrokeFocus2);
    outline-offset: -2px;
  }

  .icon[aria-current="page"] {
    color: var(--colorBrandForeground1);
    background: var(--colorSubtleBackgroundSelected);
  }

  @media (forced-colors: active) {
    .icon[aria-current="page"] {
      color: Highlight;
    }
  }
`;
