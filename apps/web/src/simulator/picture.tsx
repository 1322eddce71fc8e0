import { type Result, showPart } from '../../../../packages/capabilities/simulator/result.ts';
import { titleOf } from './amounts.ts';
import { useSay } from './say.ts';

/** One bar: where it begins and how wide it is, of the whole. */
export type Bar = { readonly key: string; readonly from: bigint; readonly width: bigint; readonly label: string; readonly tone: string };
export type Level = { readonly name: string; readonly bars: readonly Bar[] };
const tones = ['a', 'b', 'c', 'd', 'e'];

/**
 * The way of the money as levels under each other: what came in, costs and net income, parts, people, tax. Every bar stands below what it is
 * part of. Of an investment: the company, our side, parts, people. Widths are for the eye; the figures stand in the table.
 */
export function Picture({ result, taxOf }: { readonly result: Result; readonly taxOf: (i: number) => bigint | undefined }) {
  const { say } = useSay();
  return <Levels levels={levelsOf(result, { say, taxOf })} />;
}

/** Bars under each other, each below what it is part of; the first level is the whole. */
export function Levels({ levels }: { readonly levels: readonly Level[] }) {
  const whole = levels[0]?.bars.reduce((sum, b) => sum + b.width, 0n) ?? 0n;
  if (whole === 0n) return null;
  const percent = (n: bigint): string => `${Number((n * 100_000n) / whole) / 1000}%`;
  const said = levels.map((l) => `${l.name}: ${l.bars.map((b) => b.label).join(', ')}`).join('. ');
  return (
    <div className="sim-picture" role="img" aria-label={said}>
      {levels.map((l) => (
        <div key={l.name} className="sim-level" aria-hidden="true">
          <span className="sim-level-name">{l.name}</span>
          <div className="sim-bars">
            {l.bars
              .filter((b) => b.width > 0n)
              .map((b) => (
                <span
                  key={b.key}
                  className={`sim-bar ${b.tone}`}
                  style={{ left: percent(b.from), width: percent(b.width) }}
                  title={b.label}
                >
                  {b.label}
                </span>
              ))}
          </div>
        </div>
      ))}
    </div>
  );
}

type Naming = {
  readonly say: ReturnType<typeof useSay>['say'];
  readonly taxOf: (i: number) => bigint | undefined;
};
function levelsOf(r: Result, n: Naming): Level[] {
  const { say } = n;
  const units = r.base?.of === 'stake';
  const bar = (key: string, from: bigint, width: bigint, [name, tone]: readonly [string, string]): Bar => ({
    key,
    from,
    width,
    label: `${name} ${showPart(r, width)}`,
    tone,
  });
  const first: Level[] = units
    ? [
        {
          name: say('row.company'),
          bars: [
            bar('ours', 0n, r.base!.amount, [say('row.ours'), 'whole']),
            bar('others', r.base!.amount, 10_000n - r.base!.amount, [say('row.others'), 'others']),
          ],
        },
      ]
    : r.received === undefined || r.net === undefined
      ? []
      : [
          { name: say('row.received'), bars: [bar('received', 0n, r.received, [say('row.received'), 'whole'])] },
          {
            name: say('row.net'),
            bars: [bar('net', 0n, r.net, [say('row.net'), 'whole']), bar('costs', r.net, r.received - r.net, [say('row.costs'), 'off'])],
          },
        ];
  const outer = r.lines.filter((l) => l.inside === null);
  if (outer.length === 0) return first;
  let at = 0n;
  const parts = outer.map((l, i) => {
    const made = bar(l.part, at, l.amount, [titleOf(l, say), tones[i % tones.length]!]);
    at += l.amount;
    return { made, line: l };
  });
  const pools = parts.filter((p) => p.line.to === 'persons');
  const people: Bar[] = [];
  const taxed: Bar[] = [];
  let place = pools[0]?.made.from ?? 0n;
  for (const [i, p] of r.people.entries()) {
    const own = pools.find((x) => x.made.from >= place || x.made.from + x.made.width > place)?.made;
    place = own && place < own.from ? own.from : place;
    people.push(bar(`${i}`, place, p.amount, [p.name, own?.tone ?? 'a']));
    const tax = n.taxOf(i);
    if (tax !== undefined && !units) {
      taxed.push(bar(`kept${i}`, place, p.amount - tax, [say('row.kept'), own?.tone ?? 'a']));
      taxed.push(bar(`tax${i}`, place + p.amount - tax, tax, [say('row.tax'), 'off']));
    }
    place += p.amount;
  }
  return [
    ...first,
    { name: say('row.parts'), bars: parts.map((p) => p.made) },
    ...(people.length > 0 ? [{ name: say('row.people'), bars: people }] : []),
    ...(taxed.length > 0 ? [{ name: say('row.tax'), bars: taxed }] : []),
  ];
}
