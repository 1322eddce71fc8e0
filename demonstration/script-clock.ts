import type { Clock } from '../packages/engine/ports/clock.ts';
import { addDays, type Day } from '../packages/kernel/day.ts';

/** A clock that a script sets day by day; each look at it is a second later than the one before. */
export class ScriptClock implements Clock {
  #noon: number;
  #looks = 0;
  constructor(day: Day) {
    this.#noon = Date.parse(`${day}T01:00:00.000Z`);
  }
  now(): string {
    this.#looks += 1;
    return new Date(this.#noon + this.#looks * 1000).toISOString();
  }
  /** Goes on to 9:00 in Shanghai of that day. */
  to(day: Day): void {
    this.#noon = Date.parse(`${day}T01:00:00.000Z`);
    this.#looks = 0;
  }
}
export const daysBefore = (today: Day, n: number): Day => addDays(today, -n);
