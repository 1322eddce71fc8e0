import { parseArgs } from 'node:util';
import { coldStart } from './cold-start.ts';
import { commandLoop } from './commands.ts';
import { entryBundle } from './entry-bundle.ts';
import { isMet, lineOf, type Measure } from './figure.ts';
import { lawAnswers } from './law-answers.ts';
import { listPlans } from './list-plans.ts';
import { busy, machine } from './machine.ts';
import { readRoutes } from './read-routes.ts';

// `npm run bench`: every figure beside its target, in under four minutes. `-- --only law,reads,…` measures some; `plans` is measured
// only when asked for: it fills 20,000 conversions. A missed target is said and is no fault; the exit code tells of faults alone.
const measures: readonly Measure[] = [lawAnswers, readRoutes, commandLoop, coldStart, entryBundle];
const asked: readonly Measure[] = [...measures, listPlans];
/** A measure is not begun that would go past four minutes. */
const [whole, longest] = [240_000, 60_000];

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const names = values.only?.split(',');
const unknown = names?.find((n) => !asked.some((m) => m.name === n));
if (unknown !== undefined) {
  console.error(`no measure ${unknown}; there are ${asked.map((m) => m.name).join(', ')}`);
  process.exit(2);
}

const began = performance.now();
const late = setTimeout(() => {
  console.error('the measures do not end: given up after twenty minutes');
  process.exit(1);
}, 1_200_000);
late.unref();
console.log(`${await machine()} · ${new Date().toISOString().slice(0, 10)} · load ${busy()}`);
let missed = 0;
for (const { name, title, measure } of names ? asked.filter((m) => names.includes(m.name)) : measures) {
  console.log(`\n${title}`);
  if (!names && performance.now() - began > whole - longest) {
    console.log(`  not measured: the machine is too busy for all of it in four minutes (load ${busy()}); --only ${name} measures it alone`);
    continue;
  }
  for (const figure of await measure()) {
    console.log(lineOf(figure));
    if (isMet(figure) === false) missed += 1;
  }
}
const seconds = ((performance.now() - began) / 1000).toFixed(0);
console.log(`\n${missed === 0 ? 'every target met' : `${missed} missed`}, in ${seconds} s, load ${busy()}`);
process.exit(0);
