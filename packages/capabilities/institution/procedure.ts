import { chart } from '../../kernel/chart.ts';

const kept = { to: 'kept', clause: '004:5' } as const;

/** The institution’s own file: its people, posts, bodies, roles, partners, and the texts that bind it. */
export const institutionFile = chart({
  id: 'institution',
  opened: 'institution.founded',
  initial: 'kept',
  clause: '004:5',
  states: {
    kept: {
      settled: true,
      on: {
        'person.listed': kept,
        'person.left': kept,
        'post.held': kept,
        'role.assigned': kept,
        'body.set-up': kept,
        'seat.taken': kept,
        'party.listed': kept,
        'text.adopted': kept,
        'text.revised': kept,
        'account.opened': kept,
      },
    },
  },
});
