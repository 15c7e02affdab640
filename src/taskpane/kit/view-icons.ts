import { type SVGTemplateResult, svg } from "lit";

// One for each view, 20 by 20, drawn in lines; the words beside each say the same.

function icon(paths: SVGTemplateResult): SVGTemplateResult {
  return svg`<svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.5">${paths}</svg>`;
}

export const startIcon = icon(svg`<path d="M10 4v12M4 10h12"/>`);
export const usageIcon = icon(
  svg`<path d="M3 16V9m5 7V4m5 12v-5m5 5V7" transform="translate(-.5 0)"/>`,
);
export const offerIcon = icon(svg`<path d="M5 3h7l4 4v10H5zM12 3v4h4M8 11h5M8 14h5"/>`);
export const commitmentIcon = icon(
  svg`<circle cx="10" cy="10" r="7"/><circle cx="10" cy="10" r="3"/>`,
);
export const termIcon = icon(svg`<path d="M3 15h4v-4h5V7h5M3 15v2m4-2v2m5-2v2m5-2v2"/>`);
export const negotiationIcon = icon(svg`<path d="M3 4h10v7H8l-3 3v-3H3zM16 8h1v7h-1v2l-2-2H9"/>`);
export const sheetsIcon = icon(
  svg`<rect x="3" y="3" width="14" height="14" rx="1.5"/><path d="M3 8h14M3 12.5h14M8 3v14"/>`,
);
export const scenariosIcon = icon(svg`<path d="M7 3h10v10H7zM13 13v4H3V7h4"/>`);
export const settingsIcon = icon(
  svg`<path d="M3 6h8m4 0h2M3 14h2m4 0h8"/><circle cx="13" cy="6" r="2"/><circle cx="7" cy="14" r="2"/>`,
);
export const homeIcon = icon(svg`<path d="M3.5 9.5 10 4l6.5 5.5M5.5 8.5V16h9V8.5"/>`);
export const backIcon = icon(svg`<path d="M12 5l-5 5 5 5"/>`);
export const downIcon = icon(svg`<path d="M6 8l4 4 4-4"/>`);
export const onIcon = icon(svg`<path d="M8 5l5 5-5 5"/>`);
