import { rule } from '../../kernel/rule.ts';
import { periods, union } from '../../kernel/rule-kinds.ts';

/** Where a public notice can be put up. */
export const places = ['in-unit', 'technology-market', 'public-web'] as const;
export type Place = (typeof places)[number];
/** What a notice can be about; the pack answers for each. */
export const matters = ['price', 'award'] as const;
export const contents = ['achievement-title', 'intended-price', 'completers', 'counterparty', 'relation', 'objection-channel'] as const;

const about = { asOf: 'publishedOn', given: ['about', 'method'] } as const;

/** How long a notice must run at the least. Where no text says, whoever puts it up states the days. */
export const noticeDays = rule('notice-days', { kind: periods, ...about, ifSilent: 'ask' });
/** What must stand in it. */
export const noticeContents = rule('notice-contents', { kind: union(...contents), ...about, ifSilent: 'free' });
/** Where it must hang. */
export const noticePlaces = rule('notice-places', { kind: union(...places), ...about, ifSilent: 'free' });
