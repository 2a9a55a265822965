/** Black or white, whichever can be read on a colour. */

/** @param color as a canvas reports its fill style: "#rrggbb", "rgba(r, g, b, a)" or "color(srgb r g b)" with shares */
export function readableOn(color: string): "#000000" | "#ffffff" {
  const channels = color.startsWith("#")
    ? [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16))
    : (color.match(/[\d.]+/gu) ?? [])
        .slice(0, 3)
        .map((channel) => Number(channel) * (color.startsWith("color(") ? 255 : 1));
  const [red = 0, green = 0, blue = 0] = channels.map(linear);
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  // Where the contrasts with black and white are equal: (L + 0.05) / 0.05 = 1.05 / (L + 0.05), WCAG 2.2.
  return luminance > 0.179 ? "#000000" : "#ffffff";
}

/** sRGB channel to linear light, WCAG 2.2 "relative luminance". */
function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
