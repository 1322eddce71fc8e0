import { anyRules, capability } from '../../engine/procedure.ts';
import { taxRules } from './rules.ts';

/** What the texts on tax say of awards, as rules and pure functions. */
export const taxes = capability({ id: 'tax', uses: [], rules: anyRules(...taxRules), procedures: [] });
