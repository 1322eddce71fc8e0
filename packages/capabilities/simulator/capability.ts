import { capability } from '../../engine/procedure.ts';

/** “如果…”: the commands of others, decided on what is supposed. It has no record and no command of its own. */
export const simulator = capability({
  id: 'simulator',
  uses: ['conversion', 'distribution', 'institution', 'receipts', 'tax'],
  rules: [],
  procedures: [],
});
