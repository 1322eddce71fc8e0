import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { runTests } from './test-server.ts';

// `npm run deals`: 1,000 random deals through the house, each compared with the simulator. `-- --seed 7` takes the same ones again,
// `--only 12` the one of that number.
const { count, seed, only } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(randomInt(2 ** 31)) },
    only: { type: 'string' },
  },
}).values;
Object.assign(process.env, { TONGTU_DEALS: count, TONGTU_DEALS_SEED: seed, ...(only === undefined ? {} : { TONGTU_DEALS_ONLY: only }) });
console.log(`${count} deals of seed ${seed}`);
process.exit(await runTests(['tests/stories/random-deals.test.ts'], { args: ['--test-timeout=3600000'] }));
