import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { calendarOf } from '../../kernel/calendar.ts';
import { isRefusal } from '../../kernel/command.ts';
import { type Line, meetOccurrence, type Schedule } from './decisions.ts';

const calendar = calendarOf([]);
const line = (id: string, more: Partial<Line>): Line => ({
  id,
  title: id,
  owner: { role: 'SG' },
  anchor: '2026-01-05',
  is: 'floor',
  clauses: [],
  force: 'must',
  ...more,
});
/** What meeting an occurrence brings about, by name, and the days owed after it. */
function met(facts: Schedule, id: string, k: number, on: string): string {
  const outcome = meetOccurrence.decide({
    input: { line: id, k, words: undefined, paper: undefined },
    facts,
    law: {},
    at: `${on}T04:00:00.000Z`,
    on,
    calendar,
    actor: { person: '' },
    id: () => '',
    cite: (c) => c,
    sentence: () => undefined,
    text: () => undefined,
  });
  return outcome
    .map((x) => (isRefusal(x) ? x.refused : [x.event, ...(x.brings.owes ?? []).map((o) => o.by!.lastDay)].join(' ')))
    .join('; ');
}

describe('a schedule ends by itself when none of its lines has anything left to come', () => {
  const lines = [line('review', { recurs: '每1个月', until: '2026-03-31' }), line('verify', { within: '10日' })];
  it('owes the next occurrence until the line’s end, and ends with the last of all lines', () => {
    assert.equal(met({ lines, met: [] }, 'review', 1, '2026-02-01'), 'occurrence.met 2026-03-05');
    const reviewed = [1, 2].map((k) => ({ line: 'review', k }));
    assert.equal(met({ lines, met: reviewed.slice(0, 1) }, 'review', 2, '2026-03-01'), 'occurrence.met');
    assert.equal(met({ lines, met: reviewed }, 'verify', 1, '2026-03-02'), 'occurrence.met; schedule.ended');
    assert.equal(met({ lines, met: reviewed }, 'review', 3, '2026-04-05'), 'schedule.no_occurrence');
  });
});
