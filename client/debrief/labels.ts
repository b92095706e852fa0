// Names beside the marks of a picture: where they stand so that none lies on another, whatever the marks do.

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

interface Label {
  at: readonly [number, number];
  text: string;
  strong?: boolean;
  /** Left out where there is no room. */
  spare?: boolean;
}

export interface Placed extends Label {
  /** Left end of the text, and its base line. */
  x: number;
  y: number;
  /** Where a line that leads to the mark begins, when the name stands far from it. */
  lead?: readonly [number, number];
}

/** Units of the picture that a letter is wide and a line high, at 12 and 13 units a letter. */
export const LETTER = { small: 6.5, large: 7.1 } as const;
const LINE = 15;
/** From the middle of a mark to its name. */
const GAP = 11;

const overlap = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

/** Lines of text that a name may stand off its mark. */
const FAR = [1, 2, 3, 4] as const;

/** Places around a mark, the preferred first, then those farther off, up to so many lines. */
function around([x, y]: Label["at"], width: number, inside: Box, most: number): Box[] {
  const spots = FAR.filter((far) => far <= most).flatMap((far) => {
    const up = far * (LINE + 2);
    return [
      [x + GAP, y - LINE / 2],
      [x - GAP - width, y - LINE / 2],
      [x - width / 2, y - GAP - LINE],
      [x - width / 2, y + GAP - 2],
      [x + GAP, y - LINE / 2 - up],
      [x - GAP - width, y - LINE / 2 - up],
      [x + GAP, y - LINE / 2 + up],
      [x - GAP - width, y - LINE / 2 + up],
    ] as const;
  });
  const boxes = spots.map(([left, top]) => ({ left, top, right: left + width, bottom: top + LINE }));
  return boxes.filter(
    (box) =>
      box.left >= inside.left &&
      box.right <= inside.right &&
      box.top >= inside.top &&
      box.bottom <= inside.bottom,
  );
}

/**
 * Each label in the first free place around its mark, the important first; a spare one goes where none is free, another
 * takes the place that covers least. `line` is one through the picture, which names had better leave free.
 */
export function placed(
  labels: readonly Label[],
  inside: Box,
  taken: readonly Box[],
  letter: number,
  line: readonly Label["at"][] = [],
): Placed[] {
  const held: Box[] = [...taken];
  const way = alongside(line);
  const order = [...labels].sort((a, b) => Number(a.spare ?? false) - Number(b.spare ?? false));
  return order.flatMap((label) => {
    const width = label.text.length * letter * (label.strong ? 1.06 : 1);
    const marks = labels.filter(({ at }) => at !== label.at).map(({ at }) => dot(at));
    const covered = (box: Box, list: readonly Box[]) =>
      list.reduce((sum, other) => sum + overlap(box, other), 0);
    // A name upon a name cannot be read; one upon a mark or a line can.
    const cost = (box: Box) => 100 * covered(box, held) + covered(box, marks) + covered(box, way);
    const spots = around(label.at, width, inside, label.spare ? 1 : 4).map((box) => ({
      box,
      cost: cost(box),
    }));
    const best = spots.find((spot) => spot.cost === 0) ?? spots.sort((a, b) => a.cost - b.cost)[0];
    if (!best || (label.spare && best.cost > 0)) return [];
    held.push(wider(best.box));
    return [{ ...label, x: best.box.left, y: best.box.bottom - 4, ...leadTo(label.at, best.box) }];
  });
}

/** The end of a name that is nearest to its mark, unless it stands right beside it. */
function leadTo([x, y]: Label["at"], { left, top, right, bottom }: Box): Pick<Placed, "lead"> {
  const near = [Math.max(left, Math.min(x, right)), Math.max(top, Math.min(y, bottom))] as const;
  return Math.hypot(near[0] - x, near[1] - y) > 2 * GAP ? { lead: near } : {};
}

/** With the halo that parts a name from its neighbours. */
const wider = ({ left, top, right, bottom }: Box): Box => ({
  ...{ left: left - HALO, right: right + HALO },
  ...{ top: top - 1, bottom: bottom + 1 },
});
const HALO = 5;

/** Small boxes along a line, near enough to one another that nothing crosses it unseen. */
function alongside(line: readonly Label["at"][]): Box[] {
  return line.slice(1).flatMap(([x, y], k) => {
    const [from, top] = line[k]!;
    const steps = Math.max(1, Math.ceil(Math.hypot(x - from, y - top) / (2 * WAY)));
    return Array.from({ length: steps }, (_, n) => {
      const [a, b] = [from + ((x - from) * n) / steps, top + ((y - top) * n) / steps];
      return { left: a - WAY, top: b - WAY, right: a + WAY, bottom: b + WAY };
    });
  });
}
const WAY = 3;

const DOT = 6;
const dot = ([x, y]: readonly [number, number]): Box => ({
  left: x - DOT,
  top: y - DOT,
  right: x + DOT,
  bottom: y + DOT,
});

export interface Name {
  lines: string[];
  /** Middle of the lines, and the base line of the first. */
  x: number;
  y: number;
  box: Box;
}

/** The names of grounds, each below those that it would touch. */
export function namesIn(
  grounds: readonly { text: string; ground: Box }[],
  inside: Box,
  letter: number,
): Name[] {
  const names: Name[] = [];
  for (const { text, ground } of grounds) {
    let name = nameIn(text, ground, inside, letter);
    for (let other = touched(name, names); other; other = touched(name, names))
      name = nameIn(text, { ...ground, top: other.box.bottom }, inside, letter);
    names.push(name);
  }
  return names;
}

const touched = (name: Name, names: readonly Name[]): Name | undefined =>
  names.find(({ box }) => overlap(wider(box), name.box) > 0);

/** The name of a ground at the top of its middle: in one line where it is wide enough, else a word a line. */
function nameIn(text: string, ground: Box, inside: Box, letter: number): Name {
  const width = ground.right - ground.left;
  const lines = text.length * letter + 12 <= width ? [text] : text.split(" ");
  const half = (Math.max(...lines.map((line) => line.length)) * letter) / 2;
  const middle = (ground.left + ground.right) / 2;
  const x = Math.max(inside.left + half + 4, Math.min(middle, inside.right - half - 4));
  const top = ground.top + 8;
  return {
    lines,
    x,
    y: top + LINE - 3,
    box: { left: x - half, right: x + half, top, bottom: top + lines.length * (LINE + 2) },
  };
}
