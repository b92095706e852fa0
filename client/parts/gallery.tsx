// Every shared part in its states, side by side, for whoever draws them. Only while developing: /?gallery

import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { printFixed, signed } from "../print.ts";
import "./gallery.css";
import { Button, IconButton } from "./button.tsx";
import { Card } from "./card.tsx";
import { SeatChip, STANDS, StandLegend } from "./chip.tsx";
import { Choice } from "./choice.tsx";
import { MiniClock } from "./clock.tsx";
import { ConnectionBar, ConnectionButton, type Link } from "./connection.tsx";
import { EventLine } from "./event.tsx";
import { Check, Field, Select } from "./field.tsx";
import { Grade, Sources } from "./grade.tsx";
import { Note } from "./note.tsx";
import { Patterns } from "./patterns.tsx";
import { Dialog, Popover } from "./popover.tsx";
import { Segmented } from "./segmented.tsx";
import { SideMark, Tag } from "./side.tsx";
import { Sparkline } from "./sparkline.tsx";
import { TabPanel, Tabs } from "./tabs.tsx";
import { type Segment, ThresholdBar } from "./threshold.tsx";
import { Tile } from "./tile.tsx";
import { Waterfall } from "./waterfall.tsx";

const LINKS: readonly Link[] = [
  { kind: "good", ms: 42 },
  { kind: "slow", ms: 900 },
  { kind: "lost" },
  { kind: "gone" },
];

/** Weights and stands made up for the picture. */
const VOTE: Segment[] =
  "FR15 IT13 PL8 NL4 SE2 DK1 LT1 LV1 EE1 BE3p RO4p IE1p FI1p PT2p DE19o ES11o CZ2o AT2o EL2o BG1o HR1o SI1a CY1a HU2n SK1n MT1n"
    .split(" ")
    .map((text) => {
      const [, code, weight, sign] = /^([A-Z]{2})(\d+)([poan]?)$/.exec(text)!;
      const stand = { p: "pledged", o: "open", a: "abstaining", n: "against", "": "for" } as const;
      return { code: code!, weight: Number(weight), stand: stand[sign as keyof typeof stand] };
    });

const ROWS = [
  { label: "Factories used", amount: -0.94, note: "16 lines stand still" },
  { label: "Licences let through", amount: 0.25, note: "slow since week 11", keptOut: 0.65 },
  { label: "Shipped without a licence", amount: 0.1, note: "parts outside the list" },
  { label: "Allies and recycling", amount: 0.07 },
  { label: "National stocks", amount: 0.12, note: "shared by three states" },
];

const amount = (x: number) => signed(x, printFixed(x, 2));

function Box({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="gallery-box">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

export function Gallery() {
  return (
    <main class="gallery" id="main">
      <Patterns />
      <h1 class="finding">The parts, one by one</h1>
      <Numbers />
      <Panel />
      <Buttons />
      <Votes />
      <Decision />
      <Small />
    </main>
  );
}

function Numbers() {
  const [open, setOpen] = useState(false);
  const tile = useRef<HTMLButtonElement>(null);
  const line = [9, 8.6, 8.9, 8, 7, 6.8, 5, 4.2, 3, 1.9];
  return (
    <div class="gallery-bar">
      <Tile
        buttonRef={tile}
        label="Magnets in stock"
        value="1.9"
        unit="weeks ±0.5"
        change={{ way: "down", amount: "0.4", cause: "slow licences" }}
        picture={<Sparkline values={line} tone="attn" />}
        changed
        open={open}
        onWhy={() => setOpen(!open)}
      />
      <Tile
        label="Heat"
        value="48"
        unit="of 100"
        change={{ way: "up", amount: "4", cause: "new controls" }}
        picture={<Sparkline values={line.map((x) => -x)} />}
      />
      <Tile
        label="Cohesion"
        value="62"
        unit="of 100"
        change={{ way: "same" }}
        picture={<Sparkline values={[3, 3, 3]} />}
      />
      {open && (
        <Popover
          title="Stocks fell: licences replaced a quarter of what factories used"
          anchor={tile.current}
          onClose={() => setOpen(false)}
        >
          <Waterfall rows={ROWS} print={amount} totalLabel="Change this week" />
          <hr />
          <Sources
            rows={[
              {
                what: "Normal use",
                value: "385 t a week",
                grade: "measured",
                source: "Commission, 2025",
                url: "#",
              },
              { what: "Stock", value: "survey, ±25 %", grade: "estimated", source: "a chamber, 2025" },
              { what: "Slack", value: "10 %", grade: "assumed", source: "design" },
            ]}
          />
        </Popover>
      )}
    </div>
  );
}

function Panel() {
  const tabs = [
    { id: "act", label: "Act", icon: "act" },
    { id: "talks", label: "Talks", count: 2, icon: "talks" },
    { id: "council", label: "Council", count: 1, wants: true, icon: "council" },
    { id: "data", label: "Data", icon: "data" },
    { id: "log", label: "Log", icon: "log" },
  ] as const;
  const [tab, setTab] = useState<(typeof tabs)[number]["id"]>("act");
  const [card, setCard] = useState(0);
  const [part, setPart] = useState<"now" | "later">("now");
  const clock = (
    <MiniClock
      side="europe"
      stages={[
        { label: "vote", from: 0, to: 8, kind: "running" },
        { label: "ready, bites 2 weeks after", from: 8, to: 50, kind: "ready" },
      ]}
      gates={[{ label: "vote", week: 8 }]}
      bite={10}
    />
  );
  const objects = (
    <span class="row wrap">
      <SeatChip code="HU" stand="against" />
      <SeatChip code="SK" stand="against" /> unsure <SeatChip code="DE" stand="open" />
    </span>
  );
  return (
    <Box title="Panel">
      <Tabs label="Panels" name="demo" tabs={tabs} selected={tab} onSelect={setTab} />
      <TabPanel name="demo" id={tab}>
        <div class="gallery-panel">
          <Segmented
            label="Which moves"
            options={[
              { id: "now", label: "Possible now", count: 9 },
              { id: "later", label: "Not yet", count: 6 },
            ]}
            selected={part}
            onSelect={setPart}
          />
          <Card
            title="Vote a motor duty in advance"
            cost="3 capital"
            facts={[
              { term: "Clock", value: clock },
              {
                term: "Likely",
                value: (
                  <>
                    <b>+€3.1 to 5.4bn</b> leverage, heat <b>+1 to 3</b>
                  </>
                ),
              },
              { term: "Objects", value: objects },
            ]}
            selected={card === 0}
            onSelect={() => setCard(0)}
          >
            <div class="row">
              <Button look="primary" grow>
                Put to the vote
              </Button>
              <Button>Ask the adviser</Button>
            </div>
          </Card>
          <Card
            title="Release the Union stockpile"
            cost="1 capital · 420 t"
            facts={[
              { term: "Clock", value: "2 weeks, lasts about 5" },
              {
                term: "Likely",
                value: (
                  <>
                    <b>5 to 9 fewer</b> lines stopped
                  </>
                ),
              },
            ]}
            selected={card === 1}
            onSelect={() => setCard(1)}
          >
            <Button look="primary" pending={false}>
              Release
            </Button>
          </Card>
          <Card
            title="Provisional duty on motors"
            cost="1 capital"
            off={{ lead: "Not before week 45.", text: "The case is 17 weeks old, the law wants 39." }}
          />
          <MiniClock
            side="beijing"
            stages={[
              { label: "notice", from: 0, to: 9, kind: "running" },
              { label: "in force", from: 9, to: 30, kind: "ready" },
              { label: "prolonged", from: 30, to: 70, kind: "unsure" },
            ]}
            bite={12}
          />
        </div>
      </TabPanel>
      <Tabs label="Panels, phone" name="demo2" tabs={tabs} selected={tab} onSelect={setTab} place="bottom" />
      <TabPanel name="demo2" id={tab}>
        <EventLine
          tag="Week 23"
          what="Three car-parts lines stop in Slovakia and Czechia."
          effect="Magnets come in at 27 % of need."
          onWhy={() => {}}
        />
      </TabPanel>
    </Box>
  );
}

function Buttons() {
  const [asked, setAsked] = useState(false);
  return (
    <Box title="Buttons">
      <div class="row wrap">
        <Button look="primary" icon="right" iconAfter size="large">
          Play now
        </Button>
        <Button look="primary">Primary</Button>
        <Button onPress={() => setAsked(true)}>A question</Button>
        <Button look="quiet">Quiet</Button>
        <Button size="small" icon="plus">
          Add a term
        </Button>
      </div>
      <div class="gallery-columns">
        <Button look="primary" pending>
          Cast the vote
        </Button>
        <Button look="primary" reason="You have 1 of 3 political capital. More comes in week 26.">
          Put to the vote
        </Button>
        <Button look="primary" refusal="another vote is open until week 29.">
          Put to the vote
        </Button>
      </div>
      <div class="row wrap">
        {(
          ["pause", "play", "step", "help", "link", "close", "refresh", "left", "copy", "people"] as const
        ).map((icon) => (
          <IconButton key={icon} icon={icon} name={icon} onPress={() => {}} />
        ))}
      </div>
      <Note text="The server does not answer." />
      {asked && (
        <Dialog title="Leave your seat?" onClose={() => setAsked(false)}>
          <p>A bot will keep it until you are back.</p>
          <div class="row">
            <Button look="primary" onPress={() => setAsked(false)}>
              Stay
            </Button>
            <Button>Leave</Button>
          </div>
        </Dialog>
      )}
    </Box>
  );
}

function Votes() {
  const one = VOTE.map((segment) => ({ ...segment, weight: 1 }));
  return (
    <Box title="Votes">
      <ThresholdBar
        label="States"
        value="9 of 15"
        gap="6 more states"
        segments={one}
        threshold={15}
        total={27}
      />
      <ThresholdBar
        label="Population"
        value="45.9 % of 65 %"
        gap="19.1 points more"
        segments={VOTE}
        threshold={65}
        total={100}
      />
      <ThresholdBar
        label="Against"
        value="3 of 15"
        gap="passes unless 12 more are against"
        segments={one}
        threshold={15}
        total={27}
        unlessBlocked
      />
      <StandLegend />
      <p class="row wrap">
        {STANDS.map((stand) => (
          <SeatChip key={stand} code="CZ" stand={stand} name="Czechia" />
        ))}
        <SeatChip code="CZ" />
      </p>
    </Box>
  );
}

function Decision() {
  const [vote, setVote] = useState<"for" | "abstain" | "against">();
  return (
    <Box title="Decision">
      <p class="row">
        <Tag attn>6 weeks left</Tag> <Tag>waits for you</Tag>
      </p>
      <h3 class="finding">Are Beijing’s slow licences coercion?</h3>
      <Choice
        label="Your vote"
        options={[
          {
            id: "for",
            title: "For",
            text: (
              <>
                Beijing may slow licences: <b>0 to 2 more</b> lines stop. Standing +5.
              </>
            ),
          },
          {
            id: "abstain",
            title: "Abstain",
            hint: "counts as no",
            text: "Keeps the fast lane open. Standing −6.",
          },
          { id: "against", title: "Against", reason: "You have pledged a yes. Withdraw the pledge first." },
        ]}
        selected={vote}
        onSelect={setVote}
      />
    </Box>
  );
}

function Small() {
  const [text, setText] = useState("Calm Heron");
  const [on, setOn] = useState(true);
  const [seat, setSeat] = useState<"a" | "b">("a");
  return (
    <Box title="Small things">
      <p class="row wrap">
        <Grade grade="measured" /> <Grade grade="estimated" /> <Grade grade="assumed" />
        <SideMark side="europe" /> Europe <SideMark side="beijing" /> Beijing
      </p>
      <div class="gallery-fills keep-colour">
        {["cn", "against", "pledged", "open"].map((fill) => (
          <span key={fill} class={`fill-${fill}`} />
        ))}
        <svg width="120" height="24" aria-hidden="true">
          {["cn", "against", "pledged", "open"].map((fill, k) => (
            <rect key={fill} x={k * 30} width="28" height="24" fill={`url(#fill-${fill})`} />
          ))}
        </svg>
      </div>
      <Field label="Name" value={text} onInput={setText} />
      <Field label="Code" value="K7" onInput={() => {}} code error="A code has six letters and digits." />
      <Select
        label="Seat"
        groups={[
          {
            options: [
              { id: "a", label: "Commission" },
              { id: "b", label: "Beijing" },
            ],
          },
        ]}
        selected={seat}
        onSelect={setSeat}
      />
      <Check label="Stop and think" checked={on} onChange={setOn} />
      <p class="row">
        {LINKS.map((link) => (
          <ConnectionButton key={link.kind} link={link} onPress={() => {}} />
        ))}
      </p>
      <ConnectionBar link={{ kind: "lost" }} />
      <Waterfall rows={ROWS} print={amount} />
    </Box>
  );
}
