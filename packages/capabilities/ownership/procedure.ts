import { chart } from '../../kernel/chart.ts';

const terms = ['@ownership-terms', '@rights-by-agreement'] as const;
const drafting = (clause: readonly string[]) => ({ to: 'drafting', clause }) as const;

/**
 * 权益归属: what the agreement says of the rights in an achievement, and where it says nothing whose they are by default.
 * Changed terms have to be determined anew; what is then done with the rights is a case of its own each time.
 */
export const ownership = chart({
  id: 'ownership',
  opened: 'ownership.opened',
  initial: 'drafting',
  clause: '@rights-by-agreement',
  states: {
    drafting: {
      on: {
        'terms.inserted': drafting(terms),
        'term.edited': drafting(terms),
        'term.removed': drafting(terms),
        'resource.filled': drafting(terms),
        'ownership.agreed': drafting(['@rights-by-agreement']),
        'proceeds.agreed': drafting(['@proceeds-shares']),
        'ownership.determined': { to: 'determined', clause: ['@rights-by-agreement'] },
      },
    },
    determined: {
      on: {
        'terms.inserted': drafting(terms),
        'term.edited': drafting(terms),
        'term.removed': drafting(terms),
        'ownership.agreed': drafting(['@rights-by-agreement']),
        'proceeds.agreed': drafting(['@proceeds-shares']),
        'act.begun': { to: 'determined', clause: ['@act-consent'] },
        'rights.passed': { to: 'determined', clause: ['@act-consent', '@equity-terms'] },
      },
    },
  },
});
