import type { GlassBox } from "@/lib/session/inspector";

type State = GlassBox["state"];
type Spot = { x: number; y: number };
type Way = { path: string; text: string; at: Spot; anchor?: "start" | "middle" | "end" };
type Layout = { name: string; left: number; width: number; height: number; spots: Record<State, Spot>; ways: Way[] };

const box = { width: 132, height: 46 };

const wide: Layout = {
  name: "diagram-wide",
  left: -1,
  width: 1113,
  height: 312,
  spots: {
    none: { x: 0, y: 125 },
    guest: { x: 316, y: 125 },
    member: { x: 658, y: 55 },
    remembered: { x: 658, y: 125 },
    staff: { x: 658, y: 195 },
    ended: { x: 988, y: 125 },
  },
  ways: [
    { path: "M132 148 H308", text: "first piece", at: { x: 220, y: 136 } },
    { path: "M448 148 H636", text: "log in, new key", at: { x: 542, y: 136 } },
    { path: "M66 125 C66 18 200 18 360 18 H560 C620 18 600 78 640 78", text: "log in", at: { x: 380, y: 8 } },
    { path: "M808 148 H980", text: "log out, or time", at: { x: 894, y: 136 } },
    {
      path: "M382 171 C382 304 460 304 600 304 H880 C1010 304 1054 280 1054 179",
      text: "time, or you end it",
      at: { x: 580, y: 294 },
    },
  ],
};

const tall: Layout = {
  name: "diagram-tall",
  left: -28,
  width: 442,
  height: 520,
  spots: {
    none: { x: 154, y: 2 },
    guest: { x: 40, y: 140 },
    member: { x: 6, y: 300 },
    remembered: { x: 154, y: 300 },
    staff: { x: 302, y: 300 },
    ended: { x: 154, y: 472 },
  },
  ways: [
    { path: "M190 48 C190 90 106 90 106 132", text: "first piece", at: { x: 98, y: 84 }, anchor: "end" },
    { path: "M106 186 C106 230 220 220 220 274", text: "log in, new key", at: { x: 186, y: 216 }, anchor: "start" },
    { path: "M250 48 C250 150 330 160 330 274", text: "log in", at: { x: 312, y: 140 }, anchor: "start" },
    { path: "M220 364 V464", text: "log out, or time", at: { x: 232, y: 424 }, anchor: "start" },
    {
      path: "M40 163 C-44 163 -24 300 -22 380 C-16 470 60 495 146 495",
      text: "time, or you",
      at: { x: 16, y: 424 },
      anchor: "start",
    },
  ],
};

/** The states of a session, the present one highlighted. One drawing for wide screens, one for narrow ones. */
export function StateDiagram({ current }: { current: State }) {
  return (
    <section className="glass-section" aria-labelledby="where-it-stands">
      <h2 id="where-it-stands" className="text-heading">
        Where it stands
      </h2>
      <p className="glass-note mt-2 max-w-2xl">
        Now: <strong>{describeState(current)}</strong>. The first piece in the cart makes a guest; a login makes a
        member, who may be remembered or one of our staff, in the same row under a new key. Logging out or time ends it,
        once.
      </p>
      <Drawing layout={wide} current={current} />
      <Drawing layout={tall} current={current} />
    </section>
  );
}

function describeState(state: State): string {
  return state === "none" ? "no session" : state;
}

function Drawing({ layout: { name, left, width, height, spots, ways }, current }: { layout: Layout; current: State }) {
  return (
    <svg viewBox={`${left} -4 ${width - left + 8} ${height + 8}`} className={`diagram ${name}`} aria-hidden="true">
      <defs>
        <marker id={`${name}-tip`} viewBox="0 0 10 10" refX="8" refY="5" markerWidth="9" markerHeight="9" orient="auto">
          <path d="M1 1 L9 5 L1 9" className="diagram-tip" />
        </marker>
      </defs>
      <Members spots={spots} />
      {ways.map(({ path, text, at, anchor = "middle" }) => (
        <g key={path}>
          <path d={path} className="diagram-way" markerEnd={`url(#${name}-tip)`} />
          <text x={at.x} y={at.y} textAnchor={anchor} className="diagram-word">
            {text}
          </text>
        </g>
      ))}
      {(Object.keys(spots) as State[]).map((state) => (
        <g key={state} className={state === current ? "diagram-state diagram-now" : "diagram-state"}>
          <rect {...spots[state]} {...box} rx="3" />
          <text x={spots[state].x + box.width / 2} y={spots[state].y + 29} textAnchor="middle">
            {describeState(state)}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** The frame around the three kinds of being logged in. */
function Members({ spots: { member, staff } }: { spots: Layout["spots"] }) {
  return (
    <rect
      x={member.x - 14}
      y={member.y - 18}
      width={staff.x - member.x + box.width + 28}
      height={staff.y - member.y + box.height + 36}
      rx="5"
      className="diagram-members"
    />
  );
}
