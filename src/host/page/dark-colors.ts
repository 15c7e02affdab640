/** What contrast adds to both luminances, and the luminance of the dark ground, #1F1F1F: WCAG 2.2, relative luminance. */
const [FLARE, GROUND] = [0.05, 0.0137];

/**
 * The colour that the dark grid draws for one: of its hue, and as far from the ground as it is from white.
 *
 * So two colours keep their contrast, unless one is nearly black. Univer alone makes blue on yellow, 7.7 to 1, blue on brown, 3.2 to 1.
 */
export function darkColor(color: readonly number[]): number[] {
  const wanted = ((GROUND + FLARE) * (1 + FLARE)) / (luminance(color) + FLARE) - FLARE;
  let light = 1;
  for (let step = 0.5; step > 0.0001; step /= 2)
    light += luminance(shade(color, light)) < wanted ? step : -step;
  return shade(color, light).map(Math.round);
}

/** From black (0) through a colour (1) to white (2). */
function shade(color: readonly number[], light: number): number[] {
  return color.map((part) => (light < 1 ? part * light : part + (255 - part) * (light - 1)));
}

function luminance(color: readonly number[]): number {
  const linear = (part: number) => (part <= 10 ? part / 3295 : ((part + 14) / 269) ** 2.4);
  return color.reduce(
    (sum, part, at) => sum + linear(part) * ([0.2126, 0.7152, 0.0722][at] ?? 0),
    0,
  );
}
