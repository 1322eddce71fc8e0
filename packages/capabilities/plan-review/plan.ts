import type { Day } from '../../kernel/day.ts';
import type { JsonRecord } from '../../kernel/json.ts';
import type { Party } from '../../kernel/party.ts';
import type { PlanContents } from './contents.ts';
import type { ExpertKind } from './rules.ts';

export type PlanParty = Party & {
  readonly row: string;
  readonly weight: string;
  readonly lead: boolean;
  readonly representative: string;
  readonly representativeName: string;
};
export type Expert = {
  readonly id: string;
  readonly person: string;
  readonly name: string;
  readonly kind: ExpertKind;
  readonly namedBy: string | null;
  readonly conclusion: string | null;
};
export type Opinion = {
  readonly id: string;
  readonly ordinal: number;
  readonly by: string;
  readonly words: string;
  readonly disposition: 'adopted' | 'explained' | null;
  readonly answer: string | null;
  readonly version: number | null;
};
/** A plan as its commands see it: the version at work, who the parties are, and the round of review it is in. */
export type Plan = {
  readonly issuer: string;
  readonly number: string | null;
  readonly title: string;
  readonly version: number;
  readonly versionId: string;
  /** When the agreement was signed on this version, if it was. */
  readonly signedOn: Day | null;
  readonly round: number;
  readonly openedOn: Day;
  readonly contents: PlanContents;
  readonly parties: readonly PlanParty[];
  /** Experts of this round. */
  readonly experts: readonly Expert[];
  /** Opinions of every round, in the order they were given. */
  readonly opinions: readonly Opinion[];
  /** How the last ballot on it came out. */
  readonly ballot: { readonly rate: string; readonly on: Day } | null;
  readonly asker: string | null;
};
export const partyIds = (f: Plan): string[] => f.parties.map((p) => p.id);
export const openOpinions = (f: Plan): Opinion[] => f.opinions.filter((o) => o.disposition === null);
export const asJson = (c: PlanContents): JsonRecord => c as unknown as JsonRecord;
