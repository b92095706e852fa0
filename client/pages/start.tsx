// The first page: play now, join with a code, host a session. It needs neither the map engine nor a connection to a
// session; what it was asked for it hands to its three calls and shows how they fare.

import start from "../../assets/start.json" with { type: "json" };
import type { Mode } from "../../shared/protocol.ts";
import type { Preset } from "../../shared/scenario.ts";
import type { Seat } from "../../shared/seat.ts";
import type { GradeOf, SourceRow } from "../parts/grade.tsx";
import { Logo } from "../parts/icon.tsx";
import { printNumber, printPercent } from "../print.ts";
import { parseCode } from "../route.ts";
import type { Gate } from "../start/gate.ts";
import { Hero } from "../start/hero.tsx";
import { Host, type Length } from "../start/host.tsx";
import { Join } from "../start/join.tsx";
import { Play } from "../start/play.tsx";
import { useTask } from "../start/task.ts";
import "../start/start.css";
import { words } from "../words.ts";

export interface StartProps {
  /** From an invitation; joining comes first then. */
  code?: string | undefined;
  links?: HeadProps["links"];
  gate?: Gate;
  sources?: readonly SourceRow[];
  presets?: Readonly<Record<Preset, Length>>;
  /** Each promise ends when the next page may come; it fails with a `Said` to be shown, or anything else. */
  onPlay: (seat: Seat) => Promise<void>;
  onJoin: (code: string, name: string) => Promise<void>;
  onHost: (preset: Preset, mode: Mode) => Promise<void>;
}

const GATE: Gate = { lines: start.gate.lines, through: start.gate.through.value, use: start.gate.use };

/** The figures of the picture with source and grade, from the same file as the picture. */
function gateSources(): SourceRow[] {
  const { through, demand, germany, rest } = start.gate;
  const text = words.start.gate;
  const row = (what: string, value: string, from: { grade: string; source: string }): SourceRow => {
    const source = start.sources[from.source as keyof typeof start.sources];
    return { what, value, grade: from.grade as GradeOf, source: source.what, url: source.url };
  };
  return [
    row(text.demand, text.tonnes(printNumber(demand.value, 5)), demand),
    row(text.chinaShare, printPercent(through.value), through),
    row(text.germany, printPercent(germany.value), germany),
    row(text.rest, text.restHow, rest),
  ];
}

/** Start page. */
export function Start(props: StartProps) {
  const { code, gate = GATE, presets = start.presets, sources = gateSources() } = props;
  const task = useTask<"play" | "join" | Preset>();
  const invited = code !== undefined && parseCode(code) !== undefined;
  const { busy, failure } = task;
  const failureAt = (places: readonly string[]) =>
    failure && places.includes(failure.place) ? failure.text : undefined;
  const join = (
    <Join
      invited={code}
      busy={busy === "join"}
      blocked={busy !== undefined}
      failure={failureAt(["join"])}
      onJoin={(to, name) => task.run("join", () => props.onJoin(to, name))}
    />
  );
  return (
    <div class={`start${invited ? " invitation" : ""}`}>
      <Head links={props.links ?? []} />
      <main id="main" tabIndex={-1}>
        {invited && join}
        <div class="start-say">
          <Title level={invited ? 2 : 1} />
          <p class="start-lead">{words.start.lead}</p>
        </div>
        <Hero gate={gate} sources={sources} />
        <Play
          minutes={presets.quick.minutes ?? 20}
          second={invited}
          busy={busy === "play"}
          blocked={busy !== undefined}
          failure={failureAt(["play"])}
          onPlay={(seat) => task.run("play", () => props.onPlay(seat))}
        />
        {!invited && join}
        <Host
          presets={presets}
          busy={busy === "play" || busy === "join" ? undefined : busy}
          blocked={busy !== undefined}
          failure={failureAt(["quick", "class", "workshop", "full"])}
          onHost={(preset, mode) => task.run(preset, () => props.onHost(preset, mode))}
        />
      </main>
      <footer class="start-foot small dim-2">
        {words.start.footer} {words.start.notEu}
      </footer>
    </div>
  );
}

function Title({ level }: { level: 1 | 2 }) {
  const Heading = `h${level}` as const;
  return (
    <Heading class="finding">
      {words.start.title.map((sentence) => (
        <span key={sentence}>{sentence} </span>
      ))}
    </Heading>
  );
}

export interface HeadProps {
  /** Pages there are beside this one. */
  links: readonly { label: string; href: string }[];
}

/** The head of the first page: the name of the game, and the way to the pages that are read. */
export function Head({ links }: HeadProps) {
  return (
    <header class="start-head">
      <span class="row">
        <Logo size={32} />
        <span class="start-mark">{words.game}</span>
      </span>
      {links.length > 0 && (
        <nav class="row wrap">
          {links.map(({ label, href }) => (
            <a key={href} href={href}>
              {label}
            </a>
          ))}
        </nav>
      )}
    </header>
  );
}
