// Every figure of the scenario with its meaning, grade and source; the sources; what the model leaves out.

import { useMemo } from "preact/hooks";
import { GRADES } from "../../shared/scenario/param.ts";
import type { Scenario } from "../../shared/scenario.ts";
import { type Block, blocksOf, type Counts, countGrades, entryPath, figuresIn } from "../guide/figures.ts";
import { Limits } from "../guide/limits.tsx";
import { anchor, ReadingPage, Section, useAnchor, useScenario } from "../guide/page.tsx";
import { SourceList } from "../guide/sourcelist.tsx";
import { Figures } from "../guide/table.tsx";
import { text } from "../guide/text.ts";
import { Button } from "../parts/button.tsx";
import { Grade } from "../parts/grade.tsx";
import { Note } from "../parts/note.tsx";
import { printDate, printNumber } from "../print.ts";

export { prepare } from "../guide/text.ts";

/** How many figures are measured, estimated, assumed: a bar, and the same in words. */
function Shares({ counts }: { counts: Counts }) {
  const { share, grades } = text.model;
  return (
    <>
      <div class="grade-bar" aria-hidden="true">
        {GRADES.map((grade) => (
          <span key={grade} class={`${grade} keep-colour`} style={{ flexGrow: counts[grade] }} />
        ))}
      </div>
      <dl class="grade-list" aria-label={share}>
        {GRADES.map((grade) => (
          <div key={grade}>
            <dt>
              <b class="num">{printNumber(counts[grade])}</b> <Grade grade={grade} />
            </dt>
            <dd>{grades[grade]}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** A figure that the address names, to be searched for at once. */
function named(blocks: readonly Block[]): string {
  const wanted = anchor();
  const known = figuresIn(blocks).some(({ path }) => path === wanted || entryPath(path) === wanted);
  return known ? wanted : "";
}

function Loaded({ scenario }: { scenario: Scenario }) {
  const { model } = text;
  const blocks = useMemo(() => blocksOf(scenario), [scenario]);
  const figures = figuresIn(blocks);
  const counts = countGrades(figures);
  const first = useMemo(() => named(blocks), [blocks]);
  useAnchor(blocks, first ? "figures" : anchor());
  return (
    <>
      <h1 class="finding">{model.title(printNumber(figures.length), printNumber(counts.assumed))}</h1>
      <p class="reading-lead">{model.lead}</p>
      <Shares counts={counts} />
      <p class="small dim">
        {model.scenario(scenario.title, printDate(scenario.start, 0))} {model.countNote}
      </p>
      <Section id="figures" title={model.sections.figures}>
        <Figures blocks={blocks} first={first} />
      </Section>
      <Section id="sources" title={model.sections.sources}>
        <p>{model.sources.intro}</p>
        <SourceList scenario={scenario} />
      </Section>
      <Section id="limits" title={model.sections.limits}>
        <Limits />
      </Section>
    </>
  );
}

export function SourcesPage() {
  const { loaded, failure, again } = useScenario();
  const { model } = text;
  return (
    <ReadingPage page="model" contents={[{ sections: model.sections }]}>
      {loaded ? (
        <Loaded scenario={loaded.scenario} />
      ) : (
        <>
          <h1 class="finding">{model.plainTitle}</h1>
          {failure ? (
            <div class="row wrap">
              <Note text={failure} />
              <Button onPress={again}>{model.again}</Button>
            </div>
          ) : (
            <p role="status">{model.loading}</p>
          )}
        </>
      )}
    </ReadingPage>
  );
}
