import { showWritten } from '../../../../packages/kernel/money.ts';

/** Money as the server wrote it, as it is shown; where there is none, a dash. */
export const showMoney = (written: string | null | undefined): string => (written ? showWritten(written) : '—');
