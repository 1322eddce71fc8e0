import { isMap, isScalar, isSeq, LineCounter, type Pair, parseDocument, type Scalar } from 'yaml';
import { addDays } from '../packages/kernel/day.ts';

/** One file of a pack with one value moved by its smallest step. */
export type Mutant = { readonly file: string; readonly line: number; readonly what: string; readonly text: string };
type Change = { readonly from: number; readonly to: number; readonly by: string; readonly what: string };

/** Keys whose values are words for people or have no effect on an answer. */
const words = new Set(['title', 'source', 'because', 'chosenBy', 'does', 'to', 'with', 'statement', 'note', 'asks', 'description']);
const opposite: Readonly<Record<string, string>> = { atLeast: 'moreThan', moreThan: 'atLeast', atMost: 'lessThan', lessThan: 'atMost' };

/** Every way to move one value of the answers in a clause's file. */
export function mutantsOf(file: string, text: string): Mutant[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines });
  const changes: Change[] = [];
  const answers = isMap(document.contents) ? document.contents.get('answers', true) : undefined;
  if (isSeq(answers)) {
    for (const answer of answers.items) {
      if (!isMap(answer)) continue;
      changes.push(without(answer.range!, 'the answer is dropped'));
      visit(answer.get('when', true), changes, 'when');
      const versions = answer.get('versions', true);
      if (!isSeq(versions)) continue;
      for (const version of versions.items) {
        if (!isMap(version)) continue;
        for (const end of ['from', 'to']) visit(version.get(end, true), changes, end);
        visit(version.get('value', true), changes, 'value');
        const readings = version.get('alternatives', true);
        if (isSeq(readings)) for (const r of readings.items) if (isMap(r)) visit(r.get('value', true), changes, 'value of another reading');
      }
    }
  }
  return changes.map((c) => ({
    file,
    line: lines.linePos(c.from).line,
    what: c.what,
    text: text.slice(0, c.from) + c.by + text.slice(c.to),
  }));
}

/** Dropped, leaving something that still is YAML: an empty record in its place. */
const without = (range: readonly number[], what: string): Change => ({ from: range[0]!, to: range[1]!, by: '{}', what });

function visit(node: unknown, changes: Change[], key: string): void {
  if (isMap(node)) {
    for (const pair of node.items as Pair<Scalar<string>, unknown>[]) {
      const name = String(pair.key.value);
      if (words.has(name)) continue;
      const bound = opposite[name];
      if (bound) {
        const [from, to] = pair.key.range!;
        changes.push({ from, to, by: bound, what: `${name} becomes ${bound}` });
      }
      visit(pair.value, changes, name);
    }
  } else if (isSeq(node)) {
    for (const item of node.items) visit(item, changes, key);
    const [first] = node.items;
    if (node.items.length > 1 && isScalar(first)) {
      for (const item of node.items as Scalar<string>[]) {
        const others = (node.items as Scalar<string>[]).filter((x) => x !== item).map((x) => quoted(String(x.value)));
        const [from, to] = node.range!;
        changes.push({ from, to, by: `[${others.join(', ')}]${node.flow ? '' : '\n'}`, what: `${item.value} is left out of ${key}` });
      }
    }
  } else if (isScalar(node)) {
    const value = String(node.value);
    const [from, to] = node.range!;
    for (const moved of moves(value)) changes.push({ from, to, by: quoted(moved), what: `${value} becomes ${moved}` });
  }
}
const quoted = (value: string): string => (/^[\w.%/\u4e00-\u9fff-]+$/.test(value) ? value : JSON.stringify(value));

/** The smallest steps from a value: a hundredth of a percent, a fen, a day. A word has none. */
function moves(value: string): string[] {
  const day = /^\d{4}-\d{2}-\d{2}$/.exec(value);
  if (day) return [addDays(value, -1), addDays(value, 1)];
  const percent = /^(\d+)(?:\.(\d+))?%$/.exec(value);
  if (percent) {
    const hundredths = Number(percent[1]) * 100 + Number((percent[2] ?? '').padEnd(2, '0').slice(0, 2) || '0');
    return [hundredths - 1, hundredths + 1].filter((h) => h >= 0).map((h) => `${Math.floor(h / 100)}.${String(h % 100).padStart(2, '0')}%`);
  }
  const period = /^(\d+)(个?(?:工作日|小时|月)|日|天|年)$/.exec(value);
  if (period) return [Number(period[1]) - 1, Number(period[1]) + 1].filter((n) => n > 0).map((n) => `${n}${period[2]}`);
  const fraction = /^(\d+)\/(\d+)$/.exec(value);
  if (fraction) {
    const [n, d] = [Number(fraction[1]) * 10_000, Number(fraction[2]) * 10_000];
    return [`${n - 1}/${d}`, `${n + 1}/${d}`];
  }
  const amount = /^(\d+)(万|亿)$/.exec(value);
  if (amount) {
    const fen = BigInt(amount[1]!) * (amount[2] === '万' ? 1_000_000n : 10_000_000_000n);
    return [fen - 1n, fen + 1n].map((f) => `${f / 100n}.${String(f % 100n).padStart(2, '0')}`);
  }
  const number = /^\d+$/.exec(value);
  if (number) return [Number(value) - 1, Number(value) + 1].filter((n) => n >= 0).map(String);
  return [];
}
