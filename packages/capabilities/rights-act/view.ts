/** What the page shows of an act on rights. Money in yuan, as text. */
export type RightsActView = {
  readonly act: string;
  readonly by: string;
  readonly to: string | null;
  readonly purpose: string;
  readonly licenceKind: string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly scope: string | null;
  readonly priorityUntil: string | null;
  readonly answers: readonly {
    readonly title: string;
    readonly asked: 'consent' | 'priority';
    readonly answer: string | null;
    readonly words: string | null;
    readonly on: string | null;
  }[];
  readonly way: string | null;
  readonly amount: string | null;
  readonly base: string | null;
  readonly rate: string | null;
  readonly payments: readonly {
    readonly ordinal: number;
    readonly dueOn: string;
    readonly income: string | null;
    readonly amount: string | null;
    readonly paidOn: string | null;
  }[];
  readonly value: string | null;
  readonly postMoney: string | null;
  readonly stake: string | null;
  readonly report: string | null;
  readonly carriedOutOn: string | null;
  readonly endedOn: string | null;
};
