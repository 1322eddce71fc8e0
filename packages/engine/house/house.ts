import type { Procedure, Wired } from '../procedure.ts';
import type { Apply } from '../write.ts';
import { chartMoveCommands } from './chart-move.ts';
import { correctionApply, correctionCommands } from './correction.ts';
import { findingApply, findingCommands } from './finding.ts';
import { paperApply, paperCommands } from './paper.ts';
import { renderedApply, renderedCommands } from './rendered.ts';

/** What every case can do, whatever its chart: papers, findings, corrections, documents. */
export const houseApply: Apply = { ...paperApply, ...findingApply, ...correctionApply, ...renderedApply };
export const houseCommands = (procedures: ReadonlyMap<string, Procedure>): readonly Wired[] => [
  ...paperCommands,
  ...findingCommands,
  ...correctionCommands(procedures),
  ...renderedCommands,
  ...chartMoveCommands(procedures),
];
