/** What the page shows of a receipt. Money in yuan, as text. */
export type ReceiptView = {
  readonly row: string;
  readonly amount: string;
  readonly receivedOn: string;
  readonly budgetLine: string;
  readonly voucher: string | null;
  readonly net: string | null;
  readonly deductions: readonly { readonly kind: string; readonly amount: string; readonly ground: string | null }[];
};
