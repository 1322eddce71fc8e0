import '../measures.css';
import { limitSigns, showLimitText } from '../../../../packages/kernel/limits.ts';
import { readRatio, showPercent } from '../../../../packages/kernel/ratio.ts';
import { isRecord, type Raw } from '../../../../packages/kernel/raw.ts';
import type { Words } from '../words/words.ts';

const records = (r: Raw): readonly (readonly [string, Raw])[] =>
  Object.entries(r).flatMap(([k, v]) => (isRecord(v) ? [[k, v] as const] : []));

/** A rule's value that is a measure: a card, a matrix, indicators, grades, seats, a list, or one of these for each outcome. Undefined: none. */
export function measureValue(value: unknown, words: Words): React.ReactNode | undefined {
  if (!isRecord(value)) return undefined;
  if (isRecord(value.groups)) return <Card groups={value.groups} words={words} />;
  if (isRecord(value.probability) && isRecord(value.cells)) return <Cells value={value} words={words} />;
  if (isRecord(value.shares)) return <Seats shares={value.shares} words={words} />;
  const all = Object.values(value);
  if (
    all.length > 0 &&
    all.every((v) => typeof v === 'string') &&
    !Object.keys(value).some((k) => k === 'of' || k === 'counts' || k in limitSigns)
  )
    return <Pairs value={value} words={words} />;
  const inner = records(value);
  if (inner.length !== all.length || inner.length === 0) return undefined;
  if (inner.every(([, v]) => v.weight !== undefined)) return <Weighted indicators={inner} words={words} />;
  if (inner.every(([, v]) => Object.keys(v).length > 0 && Object.keys(v).every((k) => k in limitSigns)))
    return <List rows={inner.map(([id, v]) => [id, words.pair(words.word(`value:${id}`), showLimitText(v))])} />;
  if (inner.every(([id, v]) => words.word(`option:level.${id}`) !== id && Object.values(v).every((x) => typeof x === 'string')))
    return (
      <>
        {inner.map(([id, v]) => (
          <div key={id}>
            {words.word(`option:level.${id}`)}
            {measureValue(v, words)}
          </div>
        ))}
      </>
    );
  return undefined;
}

function List({ rows }: { readonly rows: readonly (readonly [string, string])[] }) {
  return (
    <ul className="bare-list">
      {rows.map(([key, line]) => (
        <li key={key}>{line}</li>
      ))}
    </ul>
  );
}

/** Items by name; or, for each outcome, one word. */
function Pairs({ value, words }: { readonly value: Raw; readonly words: Words }) {
  const level = (k: string): string => words.word(`option:level.${k}`);
  const keyed = Object.keys(value).every((k) => level(k) !== k);
  const word = (v: string): string => {
    const known = words.word(`value:${v}`);
    return known === '' ? v : known;
  };
  const line = (k: string, v: string): string => (keyed ? words.pair(level(k), word(v)) : v);
  return <List rows={Object.entries(value).map(([k, v]) => [k, line(k, String(v))])} />;
}

function Card({ groups, words }: { readonly groups: Raw; readonly words: Words }) {
  return (
    <List
      rows={records(groups).map(([id, g]) => {
        const items = isRecord(g.items) ? records(g.items).map(([, i]) => `${i.title} ${i.most}`) : [];
        return [id, words.pair(`${g.title} ${g.most}`, words.joined(items))];
      })}
    />
  );
}

function Cells({ value, words }: { readonly value: Raw; readonly words: Words }) {
  const columns = Object.entries(value.impact as Raw);
  return (
    <table className="plain">
      <thead>
        <tr>
          <th>{words.field('', 'probability')}</th>
          {columns.map(([id, title]) => (
            <th key={id}>{String(title)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {records(value.probability as Raw).map(([row, span]) => (
          <tr key={row}>
            <th scope="row">{showLimitText(span)}</th>
            {columns.map(([id]) => (
              <td key={id}>{words.word(`option:level.${String(((value.cells as Raw)[row] as Raw)[id])}`)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Seats({ shares, words }: { readonly shares: Raw; readonly words: Words }) {
  const share = (v: unknown): string => showPercent(readRatio(String(v))!);
  return <List rows={Object.entries(shares).map(([group, v]) => [group, `${words.word(`value:${group}`)} ${share(v)}`])} />;
}

function Weighted({ indicators, words }: { readonly indicators: readonly (readonly [string, Raw])[]; readonly words: Words }) {
  const scale = (r: Raw): string => (r.yes === undefined ? words.apart([showLimitText(r), `${r.step} → −${r.off}`]) : `${r.yes} / ${r.no}`);
  return <List rows={indicators.map(([id, r]) => [id, `${r.title} ${r.weight} ${words.aside(scale(r))}`])} />;
}
