import { anyRules, capability } from '../../engine/procedure.ts';
import { voteDenominator, votePassRate } from './rules.ts';

export const ballots = capability({ id: 'ballot', uses: [], rules: anyRules(votePassRate, voteDenominator), procedures: [] });
