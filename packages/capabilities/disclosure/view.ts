/** What the page shows of a disclosure. */
export type DisclosureView = {
  readonly achievement: {
    readonly id: string;
    readonly title: string;
    readonly kind: string;
    readonly summary: string;
    readonly formedOn: string | null;
    readonly state: string;
    readonly registeredOn: string | null;
  };
  readonly contributors: readonly {
    readonly name: string;
    readonly unit: string | null;
    readonly main: boolean;
    readonly contribution: string | null;
  }[];
  readonly rights: readonly { readonly kind: string; readonly number: string | null; readonly title: string }[];
};
