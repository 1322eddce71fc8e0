import assert from 'node:assert/strict';
import type pg from 'pg';
import type { Result } from '../../packages/capabilities/simulator/result.ts';
import { fenOf, showYuan, sumFen, writeYuan } from '../../packages/kernel/money.ts';
import { type DividingHouse, leaderOf } from './dividing-houses.ts';
import { accepted, refused, type TestHouse } from './house.ts';
import { PlainDeal } from './plain.ts';
import type { Instalment, RandomDeal, Stage } from './random-deals.ts';
import { type Cost, costsOf, day, measure, SupposedDeal, sumOf } from './supposed-deal.ts';

type Entry = { readonly id: string; readonly account: string; readonly amount: bigint; readonly reverses: string | null };
/** What one receipt came to. `handed`: what the simulator said of it, where its awards were handed over. */
type Taken = { readonly amount: bigint; readonly costs: readonly Cost[]; readonly handed: Result | undefined };

/** A random deal taken through the house, and compared at every receipt with what the simulator says of the same. */
export class DividedDeal extends PlainDeal {
  readonly #supposed: SupposedDeal;
  readonly #owner: pg.Pool;
  /** What happened on the way, counted. */
  readonly told = { receipts: 0, handedOver: 0, refusals: 0, corrections: 0, reversed: 0 };
  constructor(o: { readonly house: TestHouse; readonly of: DividingHouse; readonly deal: RandomDeal; readonly owner: pg.Pool }) {
    super(o.house, o.of.who);
    this.#supposed = new SupposedDeal(o.deal, o.of, o.house.engine.law);
    this.#owner = o.owner;
  }
  get #team(): readonly string[] {
    return this.#supposed.deal.members.map((m) => m.login);
  }

  /** From the disclosure to the last hand-over; throws where books, list and simulator are not the same to the fen. */
  async run(): Promise<this> {
    const { instalments } = this.#supposed.deal;
    const price = writeYuan(sumFen(instalments.map((i) => i.amount)));
    await this.signed({ team: this.#team, mode: this.#supposed.mode, price });
    const taken: Taken[] = [];
    for (const i of instalments) taken.push(await this.#taken(i));
    const sums = balances(await this.#entries('root_id', this.conversion));
    const receipts = sumFen(taken.map((t) => t.amount));
    assert.equal(sums.bank ?? 0n, receipts, 'the bank has what was received');
    assert.equal(sumFen(Object.values(sums)), 0n);
    const undivided = sumFen(taken.map((t) => (t.handed ? 0n : t.amount - sumOf(t.costs))));
    const given = Object.entries(sums).filter(([a]) => a !== 'bank' && !a.startsWith('conversion-income'));
    assert.equal(sumFen(given.map(([, x]) => -x)) + undivided, receipts + this.#overspent(taken), 'the entries sum to the receipts');
    return this;
  }
  /** Costs beyond what came in, of receipts that were handed over all the same. */
  #overspent(taken: readonly Taken[]): bigint {
    return sumFen(taken.map((t) => (t.handed && sumOf(t.costs) > t.amount ? sumOf(t.costs) - t.amount : 0n)));
  }

  async #taken(i: Instalment): Promise<Taken> {
    this.told.receipts += 1;
    const wrong = i.wrong && i.wrong.amount !== i.amount ? i.wrong : undefined;
    const input = { amount: writeYuan(wrong?.amount ?? i.amount), receivedOn: day, bookedTo: 'unit', budgetLine: '成果转化收入' };
    this.receipt = (await this.send('finance', 'income.book', this.conversion, input)).case;
    if (wrong) {
      await this.#divide(i, wrong.amount, wrong.found);
      await this.#correct(i.amount);
    }
    return await this.#divide(i, i.amount, 'handed-over');
  }

  /** Divides the receipt as far as the stage, or as far as the texts let it. */
  async #divide(i: Instalment, amount: bigint, until: Stage): Promise<Taken> {
    const taken = { amount, costs: until === 'booked' ? [] : await this.#computed(i, amount), handed: undefined };
    if (until === 'booked' || until === 'computed') return taken;
    const dividing = await this.#distribution();
    if (dividing === undefined) {
      assert.ok(sumOf(taken.costs) >= amount, 'what is left is divided');
      return taken;
    }
    this.dividing = dividing;
    const said = await this.#proposed(i, taken);
    if (!said || until === 'proposed') return taken;
    await this.#agreed();
    if (until === 'confirmed') return taken;
    await this.#approved();
    accepted(await this.try('finance', 'award.hand-over', this.dividing, {}));
    this.told.handedOver += 1;
    await this.#same({ ...taken, handed: said });
    return { ...taken, handed: said };
  }

  /** Costs that no text lets be taken off are refused by both; then they are left out. */
  async #computed(i: Instalment, amount: bigint): Promise<readonly Cost[]> {
    const costs = costsOf(i, amount);
    const codes = this.#supposed
      .ask({ amount: writeYuan(amount), costs, shares: {} })
      .standing.flatMap((r) => (r.refused.startsWith('deduction.') ? [r.refused] : []));
    const answer = await this.try('finance', 'net.compute', this.receipt, { deductions: costs });
    if (codes.length === 0) {
      accepted(answer);
      return costs;
    }
    assert.deepEqual(refused(answer).sort(), codes.sort());
    this.told.refusals += 1;
    const allowed = costs.filter((c) => c.kind !== 'rnd-costs');
    accepted(await this.try('finance', 'net.compute', this.receipt, { deductions: allowed }));
    return allowed;
  }

  /** Proposes what is wished for, and where that is refused, by both alike, the least that the texts demand. */
  async #proposed(i: Instalment, { amount, costs }: Taken): Promise<Result | undefined> {
    const of = { amount: writeYuan(amount), costs };
    for (const wish of [i.wish, 'least'] as const) {
      const shares = this.#supposed.wished({ ...i, wish }, of);
      const said = this.#supposed.ask({ ...of, shares });
      const codes = said.standing.flatMap((r) => (/^(split|law|remainder)\./.test(r.refused) ? [r.refused] : []));
      const answer = await this.try('tto', 'split.propose', this.dividing, {
        shares: Object.entries(shares).map(([part, share]) => ({ part, share })),
        remainderUse: 'rnd',
        approvalBody: 'meeting',
      });
      if (codes.length === 0) {
        accepted(answer);
        return said;
      }
      assert.deepEqual(refused(answer).sort(), codes.sort(), JSON.stringify(shares));
      this.told.refusals += 1;
    }
    return undefined;
  }

  async #agreed(): Promise<void> {
    const on = await this.child('split-agreement');
    const shares = this.#supposed.team.map((m) => ({ person: this.who.people[m.name], share: m.share }));
    accepted(await this.try(this.#team[0]!, 'shares.propose', on, { shares }));
    for (const login of this.#team) accepted(await this.try(login, 'share.confirm', on, {}));
  }

  /** Every step of whatever approval the texts have. */
  async #approved(): Promise<void> {
    const leaders = this.#team.filter((login) => leaderOf(login));
    const approval = leaders.length > 0 ? await this.paper('tto', this.dividing, 'scan', '领导奖励批准文件') : '';
    const measures = leaders.map((login) => ({ person: this.who.people[login], measure, approval }));
    accepted(await this.try('finance', 'leaders.check', this.dividing, { measures }));
    const { rows } = await this.#owner.query<{ does: string; child: string }>(
      `select does, child_id as child from step where case_id = $1 and route = 'approval' and state = 'open' order by ordinal`,
      [this.dividing],
    );
    for (const { does, child } of rows) {
      if (does === 'review-route') accepted(await this.try('finance', 'opinion.give', child, { reviewer: 'FA', agreed: true }));
      else await this.#resolved(child);
    }
  }
  async #resolved(on: string): Promise<void> {
    const minutes = await this.paper('secretary', on, 'minutes', '会议纪要');
    const present = ['finance', 'legal', 'audit'].map((p) => this.who.people[p]);
    const input = { result: 'passed', present, recused: [], votes: 'counted', inFavour: 3, minutesNumber: '1号', minutes };
    accepted(await this.try('secretary', 'resolution.decide', on, input, { recorded: { decidedBy: '会议', on: day, paper: minutes } }));
  }

  /** Every booking of the receipt is taken back line for line, to nothing, and the right amount is booked. */
  async #correct(amount: bigint): Promise<void> {
    const before = await this.#entriesOfReceipt();
    const { rows } = await this.#owner.query<{ id: string }>('select id from receipt where case_id = $1', [this.receipt]);
    const target = { table: 'receipt', row: rows[0]!.id, field: 'amount', value: writeYuan(amount), reason: '原来记错' };
    const asked = await this.send('tto', 'correction.ask', this.receipt, target);
    const decision = { correction: asked.made.correction, approve: true };
    accepted(await this.try('audit', 'correction.decide', this.receipt, decision));
    const after = await this.#entriesOfReceipt();
    const reversing = after.filter((e) => e.reverses !== null);
    assert.deepEqual(reversing.map((e) => e.reverses!).sort(), before.map((e) => e.id).sort(), 'each line is reversed once');
    const kept = new Map(after.map((e) => [e.id, e]));
    for (const e of before) assert.deepEqual(kept.get(e.id), e, 'no line is changed');
    assert.deepEqual(balances([...before, ...reversing]), {}, 'what was booked and its reversal come to zero');
    assert.deepEqual(balances(after), { bank: amount, 'conversion-income': -amount });
    this.told.corrections += 1;
    this.told.reversed += reversing.length;
  }

  /** Part lines, awards, the list for payroll and the books say what the simulator said. */
  async #same({ amount, costs, handed }: Taken): Promise<void> {
    const said = handed!;
    const net = amount > sumOf(costs) ? amount - sumOf(costs) : 0n;
    assert.deepEqual([said.received, said.net], [amount, net]);
    const { rows } = await this.#owner.query<Divided>(dividedSql, [this.dividing]);
    const { lines, awards, list } = rows[0]!;
    assert.deepEqual(
      lines.map((l) => [l.part, fenOf(l.amount)]),
      said.lines.map((l) => [l.part, l.amount]),
    );
    const ids = new Map(this.#team.map((login) => [this.who.people[login]!, login]));
    const people = said.people.map((p) => [p.name, p.amount] as const).sort(([a], [b]) => (a < b ? -1 : 1));
    assert.deepEqual(
      awards.map((a) => [ids.get(a.person), fenOf(a.amount)]).sort(([a], [b]) => (a! < b! ? -1 : 1)),
      people,
    );
    const table = list.model.blocks.find((b) => b.table)!.table!.rows;
    assert.deepEqual(
      table.map((row) => [row[0], row[3]]).sort(([a], [b]) => (a! < b! ? -1 : 1)),
      people.map(([name, fen]) => [name, showYuan(fen)]),
    );
    const outer = said.lines.filter((l) => l.inside === null);
    const divided = sumFen(outer.map((l) => l.amount));
    assert.equal(divided, said.base!.amount, 'the parts sum to what is divided');
    const booked: [string, bigint][] = [
      ['bank', amount],
      ['conversion-income', sumOf(costs) + net - amount],
      ...costs.map((c): [string, bigint] => [`conversion-costs ${c.kind}`, -fenOf(c.amount)]),
      ['unit-funds costs', divided - net],
      ...outer.filter((l) => l.to !== 'persons').map((l): [string, bigint] => [`unit-funds ${l.part}`, -l.amount]),
      ...people.map(([name, fen]): [string, bigint] => [`payroll ${this.who.people[name]}`, -fen]),
    ];
    assert.deepEqual(balances(await this.#entriesOfReceipt()), summed(booked));
  }

  async #distribution(): Promise<string | undefined> {
    const { rows } = await this.#owner.query<{ id: string }>(
      'select d.case_id as id from distribution d join receipt r on r.id = d.receipt_id where r.case_id = $1',
      [this.receipt],
    );
    return rows[0]?.id;
  }
  async #entriesOfReceipt(): Promise<readonly Entry[]> {
    const dividing = await this.#distribution();
    const own = await this.#entries('id', this.receipt);
    return dividing === undefined ? own : [...own, ...(await this.#entries('id', dividing))];
  }
  async #entries(by: 'id' | 'root_id', id: string): Promise<readonly Entry[]> {
    const { rows } = await this.#owner.query<Entry>(
      `select l.id, trim(l.account || ' ' || coalesce(l.about, '')) as account, l.debit - l.credit as amount, l.reverses
       from ledger_entry l join case_file c on c.id = l.case_id where c.${by} = $1`,
      [id],
    );
    return rows;
  }
}

type Divided = {
  readonly lines: readonly { readonly part: string; readonly amount: string }[];
  readonly awards: readonly { readonly person: string; readonly amount: string }[];
  readonly list: { readonly model: { readonly blocks: readonly { readonly table?: { readonly rows: readonly (readonly string[])[] } }[] } };
};
const dividedSql = `select
  (select json_agg(json_build_object('part', l.part, 'amount', yuan(l.amount)) order by l.ordinal) from part_line l
   where l.case_id = d.case_id and l.proposal = d.proposal) as lines,
  (select json_agg(json_build_object('person', a.person_id, 'amount', yuan(a.amount))) from award_line a
   where a.case_id = d.case_id and a.proposal = d.proposal) as awards,
  (select json_build_object('model', x.model) from document x
   where x.case_id = d.case_id and x.kind = 'payroll-list' and x.state = 'issued') as list
  from distribution d where d.case_id = $1`;

/** The accounts that do not stand at zero. */
function summed(all: readonly (readonly [string, bigint])[]): Record<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const [account, amount] of all) sums.set(account, (sums.get(account) ?? 0n) + amount);
  return Object.fromEntries([...sums].filter(([, x]) => x !== 0n));
}
const balances = (lines: readonly Entry[]): Record<string, bigint> => summed(lines.map((l) => [l.account, l.amount]));
