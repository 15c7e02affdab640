import { css, type SVGTemplateResult, svg } from "lit";
import { hasSameRegions, type MapRow, type MapStretch } from "../../../analysis/how-sure/best-map";
import type { BestMap } from "../../../analysis/how-sure/how-sure";
import type { Currency } from "../../../core/currency";
import { aboutUsd } from "../../../wording/format/approximate";
import { formatPercent } from "../../../wording/format/format";
import type { CommitmentNames } from "../../../wording/messages/commitment-names";
import { textWidth } from "../../kit/charts/label-places";
import { linearScale } from "../../kit/charts/linear-scale";

const HEIGHT = 200;
const PLOT = { left: 40, right: 8, top: 8, bottom: 22 } as const;

/** The map: averages from left to right, spreads from the bottom up; a region for each commitment, and a dot for the forecast. */
export function drawBestMap(
  { rows, box, meanUsd, variation, bestUsd }: BestMap,
  width: number,
  label: string,
  nameOf: CommitmentNames,
  currency: Currency,
): SVGTemplateResult {
  const [low, high] = box.variations;
  const x = linearScale(box.meansUsd, [PLOT.left, width - PLOT.right]);
  const y = linearScale([low, high === low ? low + 1 : high], [HEIGHT - PLOT.bottom, PLOT.top]);
  const strips = rows.slice(1).flatMap((above, index) => {
    const below = rows[index] ?? above;
    return hasSameRegions(below, above)
      ? [{ below, above }]
      : halves(below, above).map((row) => ({ below: row[0], above: row[1] }));
  });
  const sides = (one: MapStretch | undefined, other: MapStretch | undefined, at: number[]) =>
    `M${x(one?.fromUsd ?? 0)} ${at[0]}L${x(one?.toUsd ?? 0)} ${at[0]}L${x(other?.toUsd ?? 0)} ${at[1]}L${x(other?.fromUsd ?? 0)} ${at[1]}Z`;
  const tint = strips
    .flatMap(({ below, above }) =>
      below.stretches.flatMap((one, index) =>
        one.bestUsd === bestUsd
          ? [sides(one, above.stretches[index], [y(below.variation), y(above.variation)])]
          : [],
      ),
    )
    .join("");
  const borders = strips
    .flatMap(({ below, above }) =>
      below.stretches
        .slice(1)
        .map(
          (one, index) =>
            `M${x(one.fromUsd)} ${y(below.variation)}L${x(above.stretches[index + 1]?.fromUsd ?? one.fromUsd)} ${y(above.variation)}`,
        ),
    )
    .join("");
  const labels = regionLabels(rows, x, nameOf);
  const middleUsd = (box.meansUsd[0] + box.meansUsd[1]) / 2;
  return svg`<svg role="img" aria-label=${label} height=${HEIGHT} viewBox="0 0 ${width} ${HEIGHT}">
    <path class="tint" d=${tint}></path>
    <path class="border" d=${borders}></path>
    <rect class="frame" x=${PLOT.left} y=${PLOT.top} width=${width - PLOT.left - PLOT.right} height=${HEIGHT - PLOT.top - PLOT.bottom}></rect>
    ${labels.map(({ text, at, variation: v }) => svg`<text class="name" x=${at} y=${y(v) + 4} text-anchor="middle">${text}</text>`)}
    <circle class="now" cx=${x(meanUsd)} cy=${y(variation)} r="4"></circle>
    ${[box.meansUsd[0], middleUsd, box.meansUsd[1]].map(
      (usd, index) =>
        svg`<text class="tick" x=${x(usd)} y=${HEIGHT - 6} text-anchor=${index === 0 ? "start" : index === 1 ? "middle" : "end"}>${aboutUsd(usd, currency)}</text>`,
    )}
    ${[low, high].map((one) => svg`<text class="tick" x=${PLOT.left - 4} y=${Math.max(PLOT.top + 10, y(one))} text-anchor="end">${formatPercent(one).replace(".0%", "%")}</text>`)}
  </svg>`;
}

/** Two rows between which regions change, as two strips that each keep their own: the change is within what is drawn of a pixel. */
function halves(below: MapRow, above: MapRow): readonly (readonly [MapRow, MapRow])[] {
  const variation = (below.variation + above.variation) / 2;
  return [
    [below, { ...below, variation }],
    [{ ...above, variation }, above],
  ];
}

interface RegionLabel {
  readonly text: string;
  readonly at: number;
  readonly variation: number;
}

/** The name of each region where it is widest, if it is wide enough there. */
function regionLabels(
  rows: readonly MapRow[],
  x: (usd: number) => number,
  nameOf: CommitmentNames,
): readonly RegionLabel[] {
  const widest = new Map<number, RegionLabel & { readonly width: number }>();
  // Not along an edge, where half of a name would be outside.
  for (const { variation, stretches } of rows.slice(2, -2))
    for (const { fromUsd, toUsd, bestUsd } of stretches) {
      const width = x(toUsd) - x(fromUsd);
      const text = bestUsd === 0 ? "none" : nameOf(bestUsd);
      if (width < textWidth(text) + 4 || width <= (widest.get(bestUsd)?.width ?? 0)) continue;
      widest.set(bestUsd, { text, at: (x(fromUsd) + x(toUsd)) / 2, variation, width });
    }
  return [...widest.values()];
}

export const bestMapStyles = css`
  svg {
    display: block;
    width: 100%;
  }

  .tint {
    fill: var(--colorBrandBackground2);
  }

  .border,
  .frame {
    fill: none;
    stroke: var(--colorNeutralForeground3);
  }

  .frame {
    stroke: var(--colorNeutralStroke1);
  }

  .name,
  .tick {
    font-size: 12px;
    fill: var(--colorNeutralForeground1);
  }

  .tick {
    fill: var(--colorNeutralForeground2);
  }

  .now {
    fill: var(--colorNeutralForeground1);
    stroke: var(--colorNeutralBackground1);
    stroke-width: 2;
  }

  @media (forced-colors: active) {
    .tint {
      fill: Canvas;
    }

    .border {
      stroke: CanvasText;
    }

    .name,
    .tick,
    .now {
      fill: CanvasText;
    }
  }
`;
