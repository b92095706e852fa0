/**
 * The four patterns for pictures in SVG, once in the page: fill="url(#fill-cn)", #fill-against, #fill-pledged, #fill-open.
 * The same figures as the --fill-… backgrounds of theme.css.
 */
export function Patterns() {
  return (
    <svg width="0" height="0" aria-hidden="true" style={{ position: "absolute" }}>
      <defs>
        <pattern
          id="fill-cn"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="6" height="6" fill="var(--cn-deep)" />
          <rect width="2.6" height="6" fill="var(--cn)" />
        </pattern>
        <pattern
          id="fill-against"
          width="7"
          height="7"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(-45)"
        >
          <rect width="7" height="7" fill="var(--sea)" />
          <rect width="2.4" height="7" fill="var(--mute)" />
        </pattern>
        <pattern id="fill-pledged" width="5" height="5" patternUnits="userSpaceOnUse">
          <rect width="5" height="5" fill="var(--ice-2)" />
          <rect width="2.5" height="5" fill="var(--ice)" />
        </pattern>
        <pattern id="fill-open" width="6" height="6" patternUnits="userSpaceOnUse">
          <circle cx="3" cy="3" r="1.1" fill="var(--mute)" />
        </pattern>
      </defs>
    </svg>
  );
}
