import { anyRules, capability } from '../../engine/procedure.ts';
import * as rules from './rules.ts';

/** What the texts ask of a cooperation between parties, as rules: they can be asked, and no procedure asks them yet. */
export const cooperations = capability({ id: 'cooperation', uses: [], rules: anyRules(...Object.values(rules)), procedures: [] });
