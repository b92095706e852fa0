import "./grade.css";
import { words } from "../words.ts";

export type GradeOf = "measured" | "estimated" | "assumed";

/** How well a figure is known: full, half or empty circle, and the word. */
export function Grade({ grade }: { grade: GradeOf }) {
  return (
    <span class={`grade ${grade}`}>
      <span class="grade-mark keep-colour" />
      {words.parts.grade[grade]}
    </span>
  );
}

export interface SourceRow {
  /** "What counts as normal". */
  what: string;
  /** "385 t a week, 20,000 t a year". */
  value: string;
  grade: GradeOf;
  /** Who says so; a link when there is an address. */
  source: string;
  url?: string | undefined;
}

/** Where figures come from: what, how much, how well known, who says so. */
export function Sources({ rows }: { rows: readonly SourceRow[] }) {
  return (
    <dl class="sources">
      {rows.map(({ what, value, grade, source, url }) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>
            <span class="num">{value}</span> <Grade grade={grade} />{" "}
            {url ? (
              <a href={url} target="_blank" rel="noreferrer">
                {source}
              </a>
            ) : (
              <span class="dim">{source}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
