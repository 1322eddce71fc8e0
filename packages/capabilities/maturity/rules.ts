import { items } from '../../kernel/checklist.ts';
import { rule } from '../../kernel/rule.ts';

/** What experts appraise. The card, the threshold and how points become a result are rules of the round of scoring. */
export const appraisalAspects = rule('appraisal-aspects', { kind: items, asOf: 'openedOn', ifSilent: 'free' });
