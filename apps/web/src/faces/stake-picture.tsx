import type { HoldingView, StakeView } from '../../../../packages/capabilities/stake/view.ts';
import { type Bar, type Level, Levels } from '../simulator/picture.tsx';
import { useWords } from '../words/words.ts';
import '../simulator/simulator.css';

/** '28.00%' → 2800 hundredths of a percent. */
const unitsOf = (share: string): bigint => BigInt(share.replace(/[.%]/g, ''));
const tones = ['a', 'b', 'c', 'd', 'e'];
/** Which colour a part has, in the picture and in the table. */
export const toneOf = (parts: readonly string[], part: string): string => tones[parts.indexOf(part) % tones.length] ?? 'a';

/** The company and our side of it; and, our side drawn as wide as the page, its parts and who holds them: each below what it is part of. */
export function StakePicture({ view, rows }: { readonly view: StakeView; readonly rows: readonly HoldingView[] }) {
  const { t } = useWords();
  const ours = unitsOf(view.units);
  const parts = [...new Set(rows.map((r) => r.part))];
  const bar = (key: string, from: bigint, width: bigint, [name, tone]: readonly [string, string]): Bar => {
    return { key, from, width, tone, label: `${name} ${Number(width) / 100}%` };
  };
  let at = 0n;
  const people = rows.map((r, i) => {
    const own = bar(`${i}`, at, unitsOf(r.company), [r.holder, toneOf(parts, r.part)]);
    at += own.width;
    return own;
  });
  const outer = parts.map((part) => {
    const own = people.filter((_, i) => rows[i]!.part === part);
    const title = view.lines.find((l) => l.part === part)?.title ?? part;
    const width = own.reduce((all, b) => all + b.width, 0n);
    return bar(part, own[0]!.from, width, [title, toneOf(parts, part)]);
  });
  const company: Level = {
    name: t('stake.company'),
    bars: [bar('ours', 0n, ours, [t('stake.ours'), 'whole']), bar('others', ours, 10_000n - ours, [t('stake.others'), 'others'])],
  };
  const inside: Level[] = [
    { name: t('stake.parts'), bars: outer },
    ...(rows.some((r) => r.as !== 'part') ? [{ name: t('stake.people'), bars: people }] : []),
  ];
  return (
    <div className="stake-picture">
      <Levels levels={[company]} />
      {rows.length > 0 ? (
        <>
          <Widening part={Number(ours) / 100} />
          <Levels levels={inside} />
        </>
      ) : null}
    </div>
  );
}

/** From our side's bar to the whole width below: what follows is that bar seen nearer. */
function Widening({ part }: { readonly part: number }) {
  return (
    <div className="sim-level">
      <span />
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" className="stake-widening">
        <polygon points={`0,0 ${part},0 100,10 0,10`} />
      </svg>
    </div>
  );
}
