import { commandsOf, facts, happened } from '../../kernel/command.ts';
import { fields, optional } from '../../kernel/field.ts';
import { choice, money, note, paper, yesNo } from '../../kernel/field-kinds.ts';
import type { Answered } from '../../kernel/law.ts';
import { fenOf, writeYuan } from '../../kernel/money.ts';
import { type Refusal, unmet, warn } from '../../kernel/refusal.ts';
import { exemptionChannels } from '../conversion/rules.ts';
import { pricing } from './procedure.ts';
import { appraisal, disposalExceptions, exceptions, methods, priceMethods } from './rules.ts';

export type PricingFile = {
  readonly counterparty: 'wholly-state-owned' | 'other';
  readonly appraise: boolean | null;
  readonly appraisalValue: string | null;
  /** The method the institution's route foresees, and where its notices hang. */
  readonly foreseen: string | null;
  readonly noticePlaces: readonly string[];
};
/** 全资国有企业, or another: the two that the texts tell apart. */
export const counterpartyOf = (whollyStateOwned: boolean): PricingFile['counterparty'] =>
  whollyStateOwned ? 'wholly-state-owned' : 'other';
const command = commandsOf(pricing);

/** The questions of disposal: is it a state secret, does it touch national security, is it key core technology? */
export const checkDisposal = command('disposal.check', {
  action: 'P63:P',
  brings: ['disposal.cleared', 'disposal.flagged'],
  asks: [disposalExceptions],
  refuses: [],
  recordable: true,
  input: fields({ stateSecret: yesNo(), nationalSecurity: yesNo(), keyCoreTechnology: yesNo() }),
  facts: facts<PricingFile>(),
  ground: ({ on }) => ({ given: {}, dates: { checkedOn: on } }),
  suggest: () => ({ stateSecret: false, nationalSecurity: false, keyCoreTechnology: false }),
  decide: ({ input: i, law }) => {
    const asked = law['disposal-exceptions'];
    const said = { 'state-secret': i.stateSecret, 'national-security': i.nationalSecurity, 'key-core-technology': i.keyCoreTechnology };
    const flags = exceptions.filter((x) => said[x]);
    // What no adopted text excepts needs no approval; it is kept on file all the same.
    const blocking = flags.filter((x) => asked?.value.includes(x));
    if (blocking.length === 0) return [happened('disposal.cleared', { flags })];
    const owes = [
      { duty: 'disposal.approve', owner: { role: 'TT' }, metBy: ['disposal.approved'], clause: asked!.clauses, force: 'must' },
    ] as const;
    return [happened('disposal.flagged', { flags, blocking }, { owes })];
  },
});

/** The approval that the relevant rules demand for an excepted achievement: without its paper nothing goes on. */
export const approveDisposal = command('disposal.approve', {
  action: 'P63:D',
  brings: ['disposal.approved'],
  asks: [],
  refuses: [],
  recordable: true,
  input: fields({ approval: paper(), words: optional(note(500)) }),
  facts: facts<PricingFile>(),
  decide: ({ input: i }) => [happened('disposal.approved', { ...i }, { papers: [i.approval] })],
});

/** Whether there is to be an asset appraisal, and who decided that. */
export const decideAppraisal = command('appraisal.decide', {
  action: 'P64:D',
  brings: ['appraisal.decided'],
  asks: [],
  refuses: [],
  recordable: true,
  input: fields({ appraise: yesNo(), value: optional(money()), report: optional(paper()), words: optional(note(500)) }),
  facts: facts<PricingFile>(),
  suggest: () => ({ appraise: false }),
  decide: ({ input: i, actor, recorded }) => {
    const { value, ...said } = i;
    const by = recorded?.decidedBy ?? actor.person;
    return [
      happened(
        'appraisal.decided',
        { ...said, by, ...(value === undefined ? {} : { value: writeYuan(value) }) },
        i.report ? { papers: [i.report] } : {},
      ),
    ];
  },
});

const undecided = (f: PricingFile, said: Answered<string> | undefined): Refusal<'appraisal.undecided'>[] =>
  said?.value === 'institution-decides' && f.appraise === null ? [unmet('appraisal.undecided', said.clauses)] : [];

/** The way the price is set, and the price. */
export const setPrice = command('price.set', {
  action: 'P64:P',
  brings: ['price.set'],
  asks: [priceMethods, appraisal, exemptionChannels],
  refuses: [
    'price.method_not_allowed',
    'price.reason_missing',
    'appraisal.undecided',
    'exemption.market_notice_missing',
    'price.below_appraisal',
  ],
  gated: true,
  recordable: true,
  input: fields({ method: choice(...methods), reason: optional(note(500)), price: money(), grounds: note(2000) }),
  facts: facts<PricingFile>(),
  ground: ({ facts: f, on }) => ({ given: { counterparty: f.counterparty }, dates: { pricedOn: on, assessedOn: on } }),
  suggest: ({ facts: f }) => ({ method: f.foreseen ?? undefined }),
  ready: ({ facts: f, law }) => undecided(f, law.appraisal),
  decide: ({ input: i, facts: f, law }) => {
    const allowed = law['price-methods'];
    const channels = law['exemption-channels'];
    // The text itself says why none is needed: nobody has to decide it or give a reason.
    const appraisalWaived = law.appraisal?.value === 'optional' && f.appraise === null ? f.counterparty : undefined;
    const uncovered =
      i.method === 'agreed' &&
      channels?.value.includes('agreed-noticed-in-unit-and-market') &&
      !f.noticePlaces.includes('technology-market');
    const below = f.appraisalValue !== null && i.price < fenOf(f.appraisalValue);
    return [
      ...(allowed && !allowed.value.includes(i.method)
        ? [unmet('price.method_not_allowed', allowed.clauses, { method: i.method }, ['method'])]
        : []),
      ...(i.method === 'other' && !i.reason ? [unmet('price.reason_missing', allowed?.clauses, {}, ['reason'])] : []),
      ...undecided(f, law.appraisal),
      ...(uncovered ? [warn('exemption.market_notice_missing', channels!.clauses)] : []),
      ...(below ? [warn('price.below_appraisal', undefined, { value: f.appraisalValue })] : []),
      happened('price.set', { method: i.method, reason: i.reason, price: writeYuan(i.price), grounds: i.grounds, appraisalWaived }),
    ];
  },
});
