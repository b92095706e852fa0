// The guide: what the game is about, how it works, how to run it. Plain words, light, printable. Whatever the rules say
// is read off the rules; while they are on their way, or do not come, the text stands without their figures.

import { useMemo } from "preact/hooks";
import { sum } from "../../shared/exact.ts";
import type { FileKind } from "../../shared/scenario/start.ts";
import type { Rules } from "../../shared/scenario.ts";
import { Council } from "../guide/council.tsx";
import { End } from "../guide/end.tsx";
import { Limits } from "../guide/limits.tsx";
import { ordersOf } from "../guide/orders.ts";
import { Part, ReadingPage, Section, useAnchor, useScenario } from "../guide/page.tsx";
import { OrderLists, Seats } from "../guide/seats.tsx";
import { Prices, Talks } from "../guide/talks.tsx";
import { Teachers } from "../guide/teachers.tsx";
import { text } from "../guide/text.ts";
import { Week } from "../guide/week.tsx";
import { KEYS } from "../intent.ts";
import { SideMark } from "../parts/side.tsx";
import { printEuro } from "../print.ts";
import { pagePath } from "../route.ts";
import { speech } from "../speech.ts";

export { prepare } from "../guide/text.ts";

function About({ rules }: { rules?: Rules }) {
  const { about } = text.guide;
  const total = (key: "imports" | "exports") => rules && printEuro(sum(rules.sectors.map((s) => s[key])));
  return (
    <>
      {about.five(total("imports"), total("exports")).map((sentence) => (
        <p key={sentence} class="reading-five">
          {sentence}
        </p>
      ))}
      <h3>{about.cases}</h3>
      <div class="two-cases">
        {(["europe", "beijing"] as const).map((side) => (
          <section key={side}>
            <h4 class="row">
              <SideMark side={side} /> {about[side].title}
            </h4>
            <ul class="reading-list">
              {about[side].points.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <p>{about.fair}</p>
    </>
  );
}

function Keys() {
  const { keys } = text.guide;
  return (
    <>
      <p>{keys.note}</p>
      <dl class="terms keys" aria-label={keys.list}>
        {KEYS.map((key) => (
          <div key={key}>
            <dt>
              <kbd>{key.toUpperCase()}</kbd>
            </dt>
            <dd>{speech.help.list[key]}</dd>
          </div>
        ))}
      </dl>
      <ul class="reading-list">
        {keys.ways.map((way) => (
          <li key={way}>{way}</li>
        ))}
      </ul>
    </>
  );
}

/** Names of the game beside those of the law: every kind of procedure, then the rest. */
function Legal() {
  const { legal } = text.guide;
  const kinds = (Object.keys(legal.kinds) as FileKind[]).map((kind) => {
    const { law, url }: { law: string; url?: string } = legal.kinds[kind];
    return { word: speech.fileKinds[kind], law, url };
  });
  const more = legal.more.map(([word, law, url]) => ({ word, law, url }));
  return (
    <>
      <p>{legal.intro}</p>
      <table class="narrow">
        <thead>
          <tr>
            <th scope="col">{legal.columns.word}</th>
            <th scope="col">{legal.columns.law}</th>
          </tr>
        </thead>
        <tbody>
          {[...kinds, ...more].map(({ word, law, url }) => (
            <tr key={word}>
              <th scope="row">{word}</th>
              <td>
                {url ? (
                  <a href={url} target="_blank" rel="noreferrer">
                    {law}
                  </a>
                ) : (
                  law
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** What a newcomer reads, and what one looks up. */
const READ = ["about", "week", "seats", "council", "talks", "end"] as const;
const LOOK = ["orders", "keys", "teachers", "law", "limits"] as const;

const titles = (ids: readonly (keyof typeof text.guide.sections)[]): Record<string, string> =>
  Object.fromEntries(ids.map((id) => [id, text.guide.sections[id]]));

export function Guide() {
  const { guide } = text;
  const { sections, parts } = guide;
  const { loaded, failure } = useScenario();
  const rules = loaded?.rules;
  const orders = useMemo(() => rules && ordersOf(rules), [rules]);
  const note = <p role="status">{failure ? guide.missing : guide.loading}</p>;
  const known = rules && orders ? { rules, orders } : {};
  useAnchor(rules ?? failure);
  return (
    <ReadingPage
      page="guide"
      contents={[
        { title: parts.read.title, sections: titles(READ) },
        { title: parts.look.title, sections: titles(LOOK) },
      ]}
    >
      <h1 class="finding">{guide.title}</h1>
      <p class="reading-lead no-print">{guide.lead}</p>
      <Part {...parts.read}>
        <Section id="about" title={sections.about}>
          <About {...known} />
        </Section>
        <Section id="week" title={sections.week}>
          <Week {...known} note={note} />
        </Section>
        <Section id="seats" title={sections.seats} sheet>
          <Seats {...known} />
        </Section>
        <Section id="council" title={sections.council} sheet>
          <Council {...known} />
        </Section>
        <Section id="talks" title={sections.talks} sheet>
          <Talks {...known} />
        </Section>
        <Section id="end" title={sections.end} sheet>
          <End {...known} />
        </Section>
      </Part>
      <Part {...parts.look}>
        <Section id="orders" title={sections.orders}>
          <OrderLists {...known} note={note} />
          {rules && <Prices rules={rules} />}
        </Section>
        <Section id="keys" title={sections.keys} sheet>
          <Keys />
        </Section>
        <Section id="teachers" title={sections.teachers} sheet>
          <Teachers {...known} />
        </Section>
        <Section id="law" title={sections.law} sheet>
          <Legal />
        </Section>
        <Section id="limits" title={sections.limits}>
          <Limits />
          <p class="no-print">
            <a href={pagePath("model")}>{guide.limitsMore}</a>
          </p>
        </Section>
      </Part>
    </ReadingPage>
  );
}
