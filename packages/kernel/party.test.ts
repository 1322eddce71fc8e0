import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Answered } from './law.ts';
import { adoptedBy, adoptedByUs, between, type Party } from './party.ts';

const us: Party = { id: 'p1', title: '示范医院', ourselves: true };
const company: Party = { id: 'p2', title: '器械公司', ourselves: false };
const stranger: Party = { id: 'p3', title: '研究所', ourselves: false };
const adoptions = [
  { text: '001', from: '2025-01-01' },
  { text: '004', from: '2024-12-20' },
  { text: '001', from: '2026-01-01', party: 'p2' },
  { text: 'company', from: '2026-01-01', party: 'p2' },
];
const answered = (value: string, clause: string): Answered<string> => ({
  value,
  clauses: [clause],
  trace: { rule: 'ballot-form', on: '2026-03-02', given: {}, considered: [] },
});

describe('an adoption says whom a text binds', () => {
  it('binds the whole case by what the institution has adopted, never by what a party has', () => {
    assert.deepEqual(
      adoptedByUs(adoptions).map((a) => [a.text, a.from]),
      [
        ['001', '2025-01-01'],
        ['004', '2024-12-20'],
      ],
    );
  });
  it('binds each party by its own texts alone; the institution as a party by its own', () => {
    assert.deepEqual(
      [us, company, stranger].map((p) => adoptedBy(p, adoptions).map((a) => a.text)),
      [['001', '004'], ['001', 'company'], []],
    );
  });
});

describe('no party’s text stands above another’s', () => {
  it('agrees where the parties’ texts say the same, in the name of each', () => {
    const found = between([
      { party: us, answer: answered('open', 'shifan:ballots') },
      { party: company, answer: answered('open', 'company:ballots') },
    ]);
    assert.deepEqual(found, { agreed: { value: 'open', clauses: ['shifan:ballots', 'company:ballots'] } });
  });
  it('takes the one that speaks where the others are silent, and nothing where all are', () => {
    const one = between([
      { party: us, answer: undefined },
      { party: company, answer: answered('secret', 'company:ballots') },
    ]);
    assert.deepEqual(one, { agreed: { value: 'secret', clauses: ['company:ballots'] } });
    assert.deepEqual(between([{ party: us, answer: undefined }]), { agreed: undefined });
  });
  it('says who differs, and picks none', () => {
    const found = between([
      { party: us, answer: answered('open', 'shifan:ballots') },
      { party: company, answer: answered('secret', 'company:ballots') },
      { party: stranger, answer: undefined },
    ]);
    assert.deepEqual('differ' in found ? found.differ.map((d) => [d.party.title, d.answer.value]) : [], [
      ['示范医院', 'open'],
      ['器械公司', 'secret'],
    ]);
  });
});
