import type { Assessment } from './exemption.ts';

/** What the page shows of a conversion as a whole. */
export type ConversionView = {
  readonly mode: string;
  readonly basis: string | null;
  readonly counterparty: { readonly title: string; readonly kind: string; readonly whollyStateOwned: boolean };
  readonly partners: readonly { readonly title: string; readonly kind: string }[];
  readonly achievements: readonly { readonly id: string; readonly title: string; readonly case: string }[];
  /** 尽职免责; null where no adopted text speaks of it. */
  readonly diligence: (Assessment & { readonly method: string | null; readonly clauses: readonly string[] }) | null;
};
