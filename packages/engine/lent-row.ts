import type { CaseRow } from './context.ts';
import type { Engine } from './engine.ts';
import { actionOf } from './permissions.ts';
import type { Wired } from './procedure.ts';

/** The row that stands for the one which the parent's procedure lends. */
export const lentRow = 'parent';

type Procedured = Pick<CaseRow, 'procedure'>;

/**
 * The row and code of the permission matrix that a command needs in a case; an instrument is acted on under the row its parent lends it.
 * Undefined where it lends none, or the parent is out of the asker's sight: then nobody may.
 */
export function actionIn(
  engine: Engine,
  wired: Wired,
  own: Procedured | undefined,
  parent: Procedured | undefined,
): { readonly row: string; readonly code: string } | undefined {
  const { row, code } = actionOf(wired.command.action);
  if (row !== lentRow) return { row, code };
  const lent = own && parent && engine.procedures.get(parent.procedure)?.lends?.[own.procedure];
  return lent === undefined ? undefined : { row: lent, code };
}
