/** What the page shows of a public notice. */
export type NoticeView = {
  readonly about: string;
  readonly place: string;
  readonly location: string | null;
  readonly contents: {
    readonly titles: readonly string[];
    readonly price: string | null;
    readonly counterparty: string;
    readonly completers: readonly string[];
  } | null;
  /** SHA-256 of the frozen contents. */
  readonly snapshot: string | null;
  readonly publishedOn: string | null;
  readonly lastDay: string | null;
  readonly provisional: boolean;
  readonly endedOn: string | null;
  /** Day n of N of the period, counted as the law counts; null before and after. */
  readonly dayOf: { readonly day: number; readonly of: number } | null;
  readonly objections: readonly {
    readonly id: string;
    readonly channel: string;
    readonly content: string;
    readonly anonymous: boolean;
    readonly receivedOn: string;
    readonly handler: string | null;
    readonly upheld: boolean | null;
    readonly answer: string | null;
    readonly answeredOn: string | null;
    /** Only for those who may know. */
    readonly objector: string | null;
  }[];
};
