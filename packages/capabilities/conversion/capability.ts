import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Connection } from '../../engine/database.ts';
import { type About, anyRules, capability, procedure, wire } from '../../engine/procedure.ts';
import { question } from '../../engine/question.ts';
import { type EventSeen, insert } from '../../engine/write.ts';
import { fenOf } from '../../kernel/money.ts';
import { abandon, closeConversion, fileCare, type Opening, openConversion, returnTo, type Steered } from './decisions.ts';
import { conversionPanel } from './panel.ts';
import { conversion, steer } from './procedure.ts';
import { conversionModes, conversionSteps, diligenceElements, exemptionChannels, partnerKinds } from './rules.ts';

const steered = question((db, about: { case: string }) =>
  db.selectNoFrom((eb) => [
    jsonArrayFrom(eb.selectFrom('step').where('case_id', '=', about.case).where('route', '=', 'conversion').select(['step', 'does'])).as(
      'steps',
    ),
    jsonArrayFrom(
      eb.selectFrom('case_subject').where('case_id', '=', about.case).where('register', '=', 'achievements').select('record_id as id'),
    ).as('subjects'),
  ]),
);
async function loadSteered(db: Connection, about: About<unknown>): Promise<Steered> {
  const row = await steered.get(db, about);
  return { steps: row.steps, achievements: row.subjects.map((s) => s.id) };
}

const named = question((db, input: { achievements: readonly string[] }) =>
  db
    .selectFrom('achievement as a')
    .where('a.id', '=', sql<string>`any (${input.achievements}::uuid[])`)
    .orderBy('a.id')
    .select((eb) => [
      'a.id',
      'a.title',
      'a.state',
      'a.registered_on as registeredOn',
      'a.case_id as case',
      jsonArrayFrom(
        eb.selectFrom('contributor as c').whereRef('c.achievement_id', '=', 'a.id').orderBy('c.rank').select('c.person_id as person'),
      ).as('contributors'),
    ]),
);
async function loadOpening(db: Connection, about: About<{ achievements: readonly string[]; counterparty: string }>): Promise<Opening> {
  const achievements = await named.list(db, { achievements: about.input?.achievements ?? [] });
  return {
    achievements: achievements.map((a) => ({ ...a, contributors: a.contributors.map((c) => c.person) })),
    counterparty: about.input?.counterparty ?? '',
  };
}

const running = question((db, about: { case: string }) =>
  db
    .selectFrom('case_file')
    .where('root_id', '=', about.case)
    .where('id', '<>', about.case)
    .where('procedure', 'in', ['receipt', 'distribution', 'stake', 'contract-amendment'])
    .where('settled', '=', false)
    .where('withdrawn', '=', false)
    .select('title'),
);

type Opened = { mode: string; basis?: string; counterparty: string; partners: readonly { party: string; kind: string }[] };

export const conversions = capability({
  id: 'conversion',
  uses: ['disclosure', 'institution'],
  rules: anyRules(conversionModes, conversionSteps, partnerKinds, diligenceElements, exemptionChannels),
  procedures: [
    procedure({
      chart: conversion,
      panel: conversionPanel,
      numbered: '转化',
      routes: { conversion: { refused: { event: 'conversion.stalled', brings: { owes: [steer] } } } },
      awaits: {
        pricing: {
          'price.set': {
            event: 'price.known',
            with: (e: EventSeen<{ price: string }>) => ({
              data: { price: e.data.price },
              brings: { measures: { key: 'conversion', by: 'price', amount: fenOf(e.data.price) } },
            }),
          },
        },
        'review-route': {
          'review.sent-back': {
            event: 'conversion.returned',
            with: (e: EventSeen<{ step: string; reason: string }>) => ({
              data: { step: e.data.step, reason: e.data.reason },
              brings: { reopens: { key: 'conversion', step: e.data.step, because: e.data.reason } },
            }),
          },
        },
        contract: {
          'contract.signed': {
            event: 'conversion.contracted',
            // For an achievement put into a company shares are to come, and a case waits for them.
            with: (e: EventSeen<{ mode?: string }>) =>
              e.data.mode === 'equity' ? { brings: { raises: [{ procedure: 'stake', title: '股权分配', data: {} }] } } : {},
          },
        },
        receipt: {
          'income.booked': {
            event: 'income.received',
            with: (e: EventSeen<{ amount: string; receivedOn: string }>) => ({ data: { ...e.data } }),
          },
        },
      },
      follows: {
        // A price that was wrong was wrong in everything decided on it: all steps after the pricing start anew.
        'record.corrected': {
          event: 'conversion.returned',
          when: (e: EventSeen<{ table: string; field: string }>, self) =>
            e.data.table === 'pricing' && e.data.field === 'price' && self.state !== 'contracted' && self.state !== 'closed',
          with: (e: EventSeen<{ table: string; new: string }>) => ({
            data: { reason: 'correction' },
            brings: {
              reopens: { key: 'conversion', afterCase: e.case, because: 'correction' },
              measures: { key: 'conversion', by: 'price', amount: fenOf(e.data.new) },
            },
          }),
        },
      },
      commands: [
        wire(openConversion, loadOpening, { opens: 'root' }),
        wire(returnTo, loadSteered),
        wire(abandon, loadSteered),
        wire(closeConversion, async (db, about) => ({ running: (await running.list(db, about)).map((r) => r.title) })),
        wire(fileCare, async () => null),
      ],
      apply: {
        'conversion.opened': (e: EventSeen<Opened>) => [
          insert('conversion', { id: e.case, mode: e.data.mode, basis: e.data.basis ?? null, counterparty_id: e.data.counterparty }),
          ...e.data.partners.map((p, i) => insert('partner', { id: e.rowId(`partner ${i}`), party_id: p.party, kind: p.kind })),
        ],
        'care.filed': (e: EventSeen<{ care: string; element: string; paper: string; note?: string }>) => [
          insert('care', { id: e.data.care, element: e.data.element, paper_id: e.data.paper, note: e.data.note ?? null }),
        ],
      },
    }),
  ],
});
