// Pictures of one stroke on a grid of 20. Decoration beside words, or the face of a button that has a name.

const PATHS = {
  pause: "M7.500 4.500v11M12.500 4.500v11",
  play: "M6.500 4.200v11.600l9-5.800z",
  step: "M5 4.500v11l7.500-5.500zM15 4.500v11",
  menu: "M3.500 5.500h13M3.500 10h13M3.500 14.500h13",
  help: "M10 2.800a7.200 7.200 0 1 1 0 14.400 7.200 7.200 0 0 1 0-14.400M7.900 7.900c.2-2.300 4.200-2.300 4.200 0 0 1.700-2.100 1.700-2.100 3.200M10 13.900v.1",
  link: "M2.800 8.200c4.300-3.900 10.100-3.900 14.400 0M5.700 11.400c2.600-2.300 6-2.300 8.600 0M10 15v.1",
  "link-lost":
    "M2.800 8.200c1.500-1.400 3.200-2.300 5-2.700M11.700 5.400c2 .4 3.900 1.300 5.500 2.800M10 15v.1M4 3l12 14",
  close: "M5 5l10 10M15 5L5 15",
  plus: "M10 3.500v13M3.500 10h13",
  refresh: "M15.800 8.300a6.200 6.200 0 1 0 .2 3.500M16.300 4v4.400h-4.400",
  right: "M3.800 10h12.400M11.200 5l5 5-5 5",
  left: "M16.200 10H3.800M8.800 5l-5 5 5 5",
  down: "M5 7.500l5 5 5-5",
  check: "M4 10.500l4 4 8-9",
  lock: "M5 9h10v7.500H5zM7 9V6.500a3 3 0 0 1 6 0V9",
  warning: "M10 3.300L17.500 16.500h-15zM10 8v4.200M10 14.300v.1",
  clock: "M10 2.800a7.200 7.200 0 1 1 0 14.400 7.200 7.200 0 0 1 0-14.400M10 6v4.200l2.800 1.800",
  people:
    "M7.300 9.500a2.700 2.700 0 1 0 0-5.400 2.700 2.700 0 0 0 0 5.400M2.500 16.500c.4-5 9.200-5 9.600 0M13 4.500a2.600 2.600 0 0 1 0 4.900M14.600 12c1.700.6 2.700 2 2.900 4.500",
  act: "M4 16.500l8.500-8.500M9.500 4l6.500 6.500M11.500 2.500l6 6M3.500 17h7",
  talks: "M3 4.200h14v9H9.300L6 16.200v-3H3z",
  council: "M3 16.500h14M3.800 8h12.400L10 3.500zM5.500 8v8.500M10 8v8.500M14.500 8v8.500",
  data: "M3.200 16.500h13.600M5.500 16.500V10M10 16.500V4.500M14.500 16.500V7.500",
  log: "M4.500 5h11M4.500 10h11M4.500 15h6.500",
  map: "M3 5.500l4.700-2 4.600 2 4.700-2v11l-4.700 2-4.600-2-4.700 2zM7.700 3.500v11M12.300 5.500v11",
  copy: "M7 7h9.500v9.500H7zM13 7V3.500H3.500V13H7",
} as const;

export type IconName = keyof typeof PATHS;

const rem = (px: number): string => `${px / 16}rem`;

/** A picture for the eye only. `size` in px at the usual size of text, with which it grows. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" width={rem(size)} height={rem(size)} aria-hidden="true">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.7"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}

/** A filled triangle, up or down: the sign of a change. Words beside it say the same. */
export function Trend({ way }: { way: "up" | "down" }) {
  return (
    <svg class="trend" viewBox="0 0 10 8" width={rem(10)} height={rem(8)} aria-hidden="true">
      <path d={way === "up" ? "M5 0l5 8H0z" : "M0 0h10L5 8z"} fill="currentColor" />
    </svg>
  );
}

/** The mark of the game: two sides and the narrow place between them. */
export function Logo({ size = 30 }: { size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={rem(size)} height={rem(size)} fill="none" aria-hidden="true">
      <g stroke-width="3.6" stroke-linecap="round">
        <path d="M6 4c5.400 4 7.400 7.600 7.400 12S11.400 24 6 28" stroke="var(--eu)" />
        <path
          d="M26 4c-5.400 4-7.400 7.600-7.400 12s2 8 7.400 12"
          stroke="var(--cn)"
          stroke-dasharray="3.600 5"
        />
      </g>
    </svg>
  );
}
