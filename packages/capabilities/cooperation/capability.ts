import { anyRules, capability } from '../../engine/procedure.ts';
import * as rules from './rules.ts';

/** What the texts ask of a cooperation between parties, as rules; the procedures that ask them stand elsewhere. */
export const cooperations = capability({ id: 'cooperation', uses: [], rules: anyRules(...Object.values(rules)), procedures: [] });
