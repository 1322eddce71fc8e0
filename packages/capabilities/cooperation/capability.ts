import { anyRules, capability } from '../../engine/procedure.ts';
import * as rules from './rules.ts';

/** What the texts ask of a cooperation between parties, as rules. The contract asks when a law firm reviews it; the others can be asked. */
export const cooperations = capability({ id: 'cooperation', uses: [], rules: anyRules(...Object.values(rules)), procedures: [] });
