import type { Calendar } from '../../kernel/calendar.ts';
import { commandsOf, facts, happened } from '../../kernel/command.ts';
import type { Day } from '../../kernel/day.ts';
import { fields, optional } from '../../kernel/field.ts';
import { paper, period, text } from '../../kernel/field-kinds.ts';
import { lastDay, type Period, showPeriod } from '../../kernel/period.ts';
import { type Refusal, refuse, unmet } from '../../kernel/refusal.ts';
import type { Bound } from '../../kernel/rule-kinds.ts';
import { noticeDocument } from './document.ts';
import { publicNotice } from './procedure.ts';
import { noticeContents, noticeDays } from './rules.ts';

/** What the notice is about, as the published view of the case's registers gives it. Money in yuan, as text. */
export type Matter = {
  readonly issuer: string;
  readonly number: string;
  readonly titles: readonly string[];
  readonly price: string | null;
  readonly method: string | null;
  readonly completers: readonly string[];
  readonly counterparty: string;
};
export type Notice = {
  readonly about: string;
  readonly place: string;
  readonly publishedOn: Day | null;
  readonly lastDay: Day | null;
  readonly matter: Matter;
  readonly objections: readonly { readonly id: string; readonly open: boolean }[];
  readonly team: readonly string[];
};

const command = commandsOf(publicNotice);
const has: Readonly<Record<string, (m: Matter, channel: string) => boolean>> = {
  'achievement-title': (m) => m.titles.length > 0,
  'intended-price': (m) => m.price !== null,
  completers: (m) => m.completers.length > 0,
  counterparty: (m) => m.counterparty !== '',
  'objection-channel': (_, channel) => channel !== '',
};

/** Puts the notice up: what stands in it is frozen with a hash; its period follows the law, or is stated where no text gives one. */
export const publishNotice = command('notice.publish', {
  action: 'P65:P',
  brings: ['notice.published'],
  asks: [noticeDays, noticeContents],
  refuses: ['notice.content_missing', 'notice.days_unknown', 'notice.too_short'],
  gated: true,
  recordable: true,
  input: fields({ location: text(120), channel: text(200), days: optional(period()), evidence: optional(paper()) }),
  facts: facts<Notice>(),
  ground: ({ facts: f, on }) => ({ given: { about: f.about, method: f.matter.method ?? undefined }, dates: { publishedOn: on } }),
  ready: ({ facts: f, law }) => missing(f.matter, law['notice-contents'], '·'),
  decide: ({ input: i, facts: f, law, on, calendar, cite }) => {
    const days = law['notice-days'];
    if (!days && !i.days) return [refuse('notice.days_unknown', {}, { at: ['days'] })];
    const { end, faults } = periodOf({ bounds: days?.value ?? [], stated: i.days, from: on, calendar });
    const { matter } = f;
    const clauses = [...(days?.clauses ?? []), ...(law['notice-contents']?.clauses ?? [])];
    const document = noticeDocument({
      matter,
      place: f.place,
      location: i.location,
      channel: i.channel,
      from: on,
      lastDay: end.lastDay,
      basis: clauses.map(cite),
    });
    const data = {
      place: f.place,
      location: i.location,
      channel: i.channel,
      contents: { ...matter },
      lastDay: end.lastDay,
      provisional: end.provisional,
    };
    return [
      ...missing(matter, law['notice-contents'], i.channel),
      ...faults,
      happened('notice.published', data, {
        owes: [
          {
            duty: 'notice.run',
            owner: { role: 'TT' },
            by: end,
            metBy: ['notice.ended', 'notice.stopped'],
            moves: 'notice.end',
            clause: clauses,
            force: 'must',
          },
        ],
        issues: [{ kind: 'price-notice', title: document.title, model: document }],
        ...(i.evidence ? { papers: [i.evidence] } : {}),
      }),
    ];
  },
});

function missing(
  m: Matter,
  required: { value: readonly string[]; clauses: readonly string[] } | undefined,
  channel: string,
): Refusal<'notice.content_missing'>[] {
  // What a notice of ours cannot show at all is lacking too.
  const lacking = (required?.value ?? []).filter((c) => has[c]?.(m, channel) !== true);
  return lacking.length > 0 ? [unmet('notice.content_missing', required!.clauses, { contents: lacking })] : [];
}

type Counting = {
  readonly bounds: readonly Bound<Period>[];
  readonly stated: Period | undefined;
  readonly from: Day;
  readonly calendar: Calendar;
};

/** A notice is a floor: it does not roll, and every clause that gives a period must be kept. A longer stated one is kept too. */
function periodOf(c: Counting) {
  const ends = (p: Period) => lastDay(p, c.from, { calendar: c.calendar, is: 'floor' });
  const stated = c.stated && ends(c.stated);
  const required = c.bounds.map((b) => ({ ...b, end: ends(b.limit) }));
  const longest = required.map((r) => r.end).sort((a, b) => b.lastDay.localeCompare(a.lastDay))[0];
  const end = stated ?? longest!;
  const faults = required
    .filter((r) => r.end.lastDay > end.lastDay)
    .map((r) =>
      unmet(
        'notice.too_short',
        r.clause,
        { stated: c.stated ? showPeriod(c.stated) : '', least: showPeriod(r.limit), lastDay: r.end.lastDay },
        ['days'],
      ),
    );
  return { end, faults };
}

/** Only the passing of the last day runs this: the notice is over, or held open by objections that wait for an answer. */
export const endNotice = command('notice.end', {
  action: 'P65:P',
  brings: ['notice.ended', 'notice.held'],
  asks: [],
  refuses: [],
  input: fields({}),
  facts: facts<Notice>(),
  decide: ({ facts: f }) => {
    const open = f.objections.filter((o) => o.open).length;
    return open > 0 ? [happened('notice.held', { open })] : [happened('notice.ended', { lastDay: f.lastDay })];
  },
});
