import { Deal } from '../../demonstration/deal.ts';
import type { Ask, Result } from '../../packages/engine/ask.ts';
import type { CasePage } from '../../packages/engine/case-page.ts';
import type { TestHouse } from './house.ts';

/** A deal in a house of the tests: `try` gives the answer back, where `send` needs it accepted. */
export class HouseDeal extends Deal {
  readonly house: TestHouse;
  constructor(house: TestHouse, who: Deal['who']) {
    super(house.engine, who);
    this.house = house;
  }
  try(login: string, command: string, on: string | undefined, input: object, more: Partial<Ask> = {}): Promise<Result> {
    return this.house.send(this.who.as(login), command, { ...(on ? { case: on } : {}), input, ...more });
  }
  /** The page of its case as somebody sees it, who may. */
  async page(login = 'tto'): Promise<CasePage> {
    return (await this.house.page(this.who.as(login), this.conversion))!;
  }
  async state(of = this.conversion): Promise<string> {
    return (await this.page()).cases.find((c) => c.id === of)!.state;
  }
}
