import type { Post } from '../institution/decisions.ts';
import type { Member } from './question.ts';

/** The posts that somebody is supposed to hold, or to have held until he left. */
export const postsOf = (m: Member): readonly Post[] =>
  m.leader === 'none' ? [] : [{ title: m.leader, leader: m.leader, from: '1949-10-01', to: m.leftOn ?? null }];
