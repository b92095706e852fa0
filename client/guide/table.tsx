// Figures as tables, a fold for each block. Rows exist only while their fold is open, so that the page stays quick.

import { useEffect, useState } from "preact/hooks";
import { GRADES, type Grade as GradeId } from "../../shared/scenario/param.ts";
import { Button } from "../parts/button.tsx";
import { Field } from "../parts/field.tsx";
import { Grade } from "../parts/grade.tsx";
import { Segmented } from "../parts/segmented.tsx";
import { printNumber } from "../print.ts";
import { words } from "../words.ts";
import {
  type Block,
  type Counts,
  countGrades,
  type Entry,
  type Figure,
  figuresIn,
  type Source,
  select,
  webAddress,
} from "./figures.ts";
import "./figures.css";
import { text } from "./text.ts";

/** A figure exactly as the scenario has it: six places are more than any of them needs. */
const exact = (x: number): string => printNumber(x, 6);

/** A source by what it is, and as a link where it can be followed; choices of the makers by their mark alone. */
function SourceName({ source }: { source: Source }) {
  const url = webAddress(source.url);
  const own = source.grade === "design" || source.grade === "knowledge";
  const name = own ? text.model.sources.kinds[source.grade]![0] : source.what;
  return url ? (
    <a href={url} target="_blank" rel="noreferrer">
      {name}
    </a>
  ) : (
    <span class="dim">{name}</span>
  );
}

function Value({ figure: { value, labels, unit } }: { figure: Figure }) {
  if (typeof value === "number")
    return (
      <>
        <b class="num">{exact(value)}</b> {unit}
      </>
    );
  return (
    <>
      <ul class="figure-row">
        {value.map((x, k) => (
          <li key={labels[k]}>
            {labels[k]} <b class="num">{exact(x)}</b>
          </li>
        ))}
      </ul>
      {unit}
    </>
  );
}

function Sources({ sources }: { sources: readonly Source[] }) {
  return (
    <td data-label={text.model.columns.source}>
      <ul>
        {sources.map((source) => (
          <li key={source.id}>
            <SourceName source={source} />
          </li>
        ))}
      </ul>
    </td>
  );
}

interface FigureRowProps {
  figure: Figure;
  /** What it means, where it does not stand above. */
  meaning?: string;
  /** Its sources stand above. */
  sourced?: boolean;
}

function FigureRow({ figure, meaning, sourced }: FigureRowProps) {
  const { columns, fixed, range } = text.model;
  return (
    <tr>
      <th scope="row">
        {meaning ?? figure.subject} <code>{figure.path}</code>
        {figure.note && <span class="figure-note">{figure.note}</span>}
      </th>
      <td data-label={columns.value}>
        <Value figure={figure} />
      </td>
      <td data-label={columns.range} class="num">
        {figure.range ? range(exact(figure.range[0]), exact(figure.range[1])) : fixed}
      </td>
      <td data-label={columns.grade}>
        <Grade grade={figure.grade} />
      </td>
      {sourced ? <td /> : <Sources sources={figure.sources} />}
    </tr>
  );
}

const marks = ({ sources }: Figure): string => sources.map((source) => source.id).join(" ");

/** Figures of one meaning: it stands in the one row there is, or above the many, with the sources if all share them. */
function EntryRows({ entry: { meaning, figures } }: { entry: Entry }) {
  const [first] = figures;
  if (!first) return null;
  if (first.subject === "")
    return (
      <tbody>
        <FigureRow figure={first} meaning={meaning} />
      </tbody>
    );
  const shared = figures.every((figure) => marks(figure) === marks(first));
  return (
    <tbody class="figure-many">
      <tr class="figure-head">
        <th scope="rowgroup" colSpan={shared ? 4 : 5}>
          {meaning}
        </th>
        {shared && <Sources sources={first.sources} />}
      </tr>
      {figures.map((figure) => (
        <FigureRow key={figure.path} figure={figure} sourced={shared} />
      ))}
    </tbody>
  );
}

function BlockTable({ block }: { block: Block }) {
  const { columns } = text.model;
  return (
    <table class="figures">
      <caption class="heard">{block.title}</caption>
      <thead>
        <tr>
          {(["what", "value", "range", "grade", "source"] as const).map((id) => (
            <th key={id} scope="col">
              {columns[id]}
            </th>
          ))}
        </tr>
      </thead>
      {block.entries.map((entry) => (
        <EntryRows key={entry.path} entry={entry} />
      ))}
    </table>
  );
}

/** Numbers of figures by grade, each with its mark. */
function GradeCounts({ counts }: { counts: Counts }) {
  return (
    <span class="grade-counts">
      {GRADES.filter((grade) => counts[grade] > 0).map((grade) => (
        <span key={grade} class={`grade ${grade}`}>
          <span class="grade-mark keep-colour" />
          <span class="num">{printNumber(counts[grade])}</span>
          <span class="heard">{words.parts.grade[grade]}</span>
        </span>
      ))}
    </span>
  );
}

function Fold({ block, open, onTurn }: { block: Block; open: boolean; onTurn: (open: boolean) => void }) {
  const figures = figuresIn([block]);
  return (
    <details class="fold" open={open} onToggle={(event) => onTurn(event.currentTarget.open)}>
      <summary>
        <span class="fold-title">{block.title}</span>
        <span class="num dim">{printNumber(figures.length)}</span>
        <GradeCounts counts={countGrades(figures)} />
      </summary>
      {open && <BlockTable block={block} />}
    </details>
  );
}

/** So many figures may be unfolded by a search alone. */
const FEW = 120;

type Wanted = GradeId | "all";

function useFolds(blocks: readonly Block[], searching: boolean) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const all = new Set(blocks.map((block) => block.id));
  useEffect(() => {
    if (searching && figuresIn(blocks).length <= FEW) setOpen(all);
  }, [blocks]);
  const turn = (id: string, on: boolean) =>
    setOpen((now) =>
      now.has(id) === on ? now : new Set(on ? [...now, id] : [...now].filter((x) => x !== id)),
    );
  return { open, turn, openAll: () => setOpen(all), closeAll: () => setOpen(new Set()) };
}

/** All figures with search and filter. `first` = what is searched for at the beginning. */
export function Figures({ blocks, first }: { blocks: readonly Block[]; first: string }) {
  const { filter } = text.model;
  const [search, setSearch] = useState(first);
  const [grade, setGrade] = useState<Wanted>("all");
  const [left, setLeft] = useState(blocks);
  useEffect(() => setLeft(select(blocks, search, grade)), [blocks, search, grade]);
  const folds = useFolds(left, search.trim() !== "");
  const count = figuresIn(left).length;
  const total = figuresIn(blocks);
  const counts = countGrades(total);
  return (
    <>
      <div class="figure-filter no-print">
        <Field label={filter.search} value={search} onInput={setSearch} example={filter.example} />
        <Segmented<Wanted>
          label={filter.grade}
          options={[
            { id: "all", label: filter.all },
            ...GRADES.map((id) => ({ id, label: words.parts.grade[id], count: counts[id] })),
          ]}
          selected={grade}
          onSelect={setGrade}
        />
      </div>
      <div class="row wrap figure-found no-print">
        <p role="status" class="num">
          {count === 0 ? filter.none : filter.found(printNumber(count), printNumber(total.length))}
        </p>
        <Button size="small" onPress={folds.openAll}>
          {filter.open}
        </Button>
        <Button size="small" onPress={folds.closeAll}>
          {filter.close}
        </Button>
      </div>
      {left.map((block) => (
        <Fold
          key={block.id}
          block={block}
          open={folds.open.has(block.id)}
          onTurn={(on) => folds.turn(block.id, on)}
        />
      ))}
    </>
  );
}
