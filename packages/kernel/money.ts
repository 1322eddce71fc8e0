import { apportion } from './apportion.ts';
import { type Parsed, parsed, wrong } from './parsed.ts';
import { floor, multiply, type Ratio, ratio, zero } from './ratio.ts';

/** Money in integer fen (1 yuan = 100 fen), CNY. */
export type Fen = bigint;

/** The largest amount taken in, 10^15 yuan: beyond it a slipped digit is certain. */
export const mostFen: Fen = 10n ** 17n;

/** '297,000.00', '29.7万' or '297000' as fen. Negative amounts, a third decimal, and more than 10^15 yuan are each told apart. */
export function readYuan(raw: string): Parsed<Fen> {
  const text = raw
    .trim()
    .replaceAll(',', '')
    .replaceAll('，', '')
    .replace(/^[¥￥]/, '')
    .replace(/元$/, '');
  const m = /^(-?)(\d+)(?:\.(\d+))?(万|亿)?$/.exec(text);
  if (!m) return wrong('money.not_a_number', { given: raw.slice(0, 40) });
  const [, sign, whole = '', fraction = '', unit] = m;
  if (sign) return wrong('money.negative', { given: raw.slice(0, 40) });
  if (whole.length > 18) return wrong('money.too_large', { given: raw.slice(0, 40) });
  const shift = unit === '万' ? 4 : unit === '亿' ? 8 : 0;
  if (fraction.slice(shift + 2).replace(/0+$/, '') !== '') return wrong('money.decimals', { given: raw.slice(0, 40) });
  const fen = BigInt(whole + fraction.slice(0, shift + 2).padEnd(shift + 2, '0'));
  return fen > mostFen ? wrong('money.too_large', { given: raw.slice(0, 40) }) : parsed(fen);
}

/** '282150.00': how money travels in JSON and files. */
export function writeYuan(fen: Fen): string {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0');
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** What `writeYuan` wrote, as fen again. */
export const fenOf = (written: string): Fen => BigInt(written.replace('.', ''));

/** What `writeYuan` wrote, as it is shown: '282,150.00'. */
export const showWritten = (written: string): string => written.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
export const showYuan = (fen: Fen): string => showWritten(writeYuan(fen));

/** rate × amount, rounded down to the fen: what a cap allows. */
export const atMostFen = (rate: Ratio, of: Fen): Fen => floor(multiply(rate, ratio(of)));

/**
 * Divides `total` among parts with the given shares, which must sum to exactly 1, so that the parts sum to `total`:
 * each share is rounded down and the fen left over go, one each, to the largest remainders; ties in listed order (K8).
 */
export const divideFen = (total: Fen, shares: readonly Ratio[]): Fen[] => apportion(total, shares);

/** amount ÷ base as an exact share; zero where the base is zero. */
export const shareOf = (amount: Fen, base: Fen): Ratio => (base === 0n ? zero : ratio(amount, base));
export const sumFen = (amounts: Iterable<Fen>): Fen => [...amounts].reduce((a, b) => a + b, 0n);
