/**
 * A document as the house means it: what is said, not how it looks. Word and PDF writers make the look (GB/T 9704) of it.
 * Plain JSON, stored and hashed with the event that issued it.
 */
export type DocumentModel = {
  readonly title: string;
  /** 发文单位标志: the institution above the title. */
  readonly issuer: string;
  /** Number and day under the title, where it has them. */
  readonly number?: string;
  readonly blocks: readonly Block[];
  /** 落款 */
  readonly signed?: { readonly by: string; readonly on: string };
  /** The texts it rests on, shown at its end. */
  readonly basis: readonly string[];
};

export type Block =
  | { readonly heading: string }
  | { readonly paragraph: string }
  | { readonly facts: readonly (readonly [label: string, value: string])[] }
  | {
      readonly table: {
        readonly head: readonly string[];
        readonly rows: readonly (readonly string[])[];
        readonly right?: readonly number[];
      };
    }
  | { readonly signatures: readonly string[] };
