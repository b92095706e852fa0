// Colours for a canvas, which cannot read the style sheet by itself.

/** Names of the style sheet's colours that the map uses, with what they are if the sheet does not say. */
const FALLBACK = {
  sea: "#081521",
  land: "#173049",
  "land-out": "#12293d",
  text: "#f1f6fa",
  "text-2": "#bccbda",
  "text-3": "#96abc0",
  eu: "#4ba3f2",
  "eu-deep": "#0e4c86",
  cn: "#f2703d",
  "cn-deep": "#7a2c0e",
  ice: "#dceaf6",
  "ice-2": "#8ea6bc",
  mute: "#a09e96",
  "seq-1": "#1b3a57",
  "seq-2": "#46586d",
  "seq-3": "#8d856a",
  "seq-4": "#bf9c4e",
  "seq-5": "#ffc94d",
} as const;

export type ColourName = keyof typeof FALLBACK;
export type Palette = Record<ColourName, string>;

/** Reads the colours that are in force on an element. */
export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element);
  const read = ([name, fallback]: [string, string]) => [
    name,
    style.getPropertyValue(`--${name}`).trim() || fallback,
  ];
  return Object.fromEntries(Object.entries(FALLBACK).map((entry) => read(entry))) as Palette;
}

/** "#4ba3f2" as a number, for WebGL. */
export const hex = (colour: string): number => Number.parseInt(colour.slice(1, 7), 16);

/** How bright a colour is to the eye, 0 to 1 (WCAG's relative luminance, without its last correction). */
function brightness(colour: string): number {
  const rgb = hex(colour);
  const part = (shift: number) => (((rgb >> shift) & 255) / 255) ** 2.2;
  return 0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0);
}

/** The one of the two inks that is seen better on a colour. */
export function inkOn(palette: Palette, ground: ColourName): string {
  const contrast = (ink: string) => {
    const [a, b] = [brightness(ink), brightness(palette[ground])];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };
  return contrast(palette.text) >= contrast(palette.sea) ? palette.text : palette.sea;
}
