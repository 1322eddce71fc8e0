import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The permission matrix as data: rows are actions, columns are roles. A cell's letters are what the role may do there:
 * P prepare, D decide, V vote, C confirm, S sign, R read, N is notified, X is expressly refused,
 * E enters another's decision with its paper (代录).
 */
export type Matrix = { readonly rows: ReadonlyMap<string, ReadonlyMap<string, string>>; readonly roles: readonly string[] };

const file = fileURLToPath(new URL('./permission-matrix.csv', import.meta.url));

export function readMatrix(csv: string = readFileSync(file, 'utf8')): Matrix {
  const [head = '', ...lines] = csv.trim().split('\n');
  const roles = head.split(',').slice(3);
  const rows = new Map<string, ReadonlyMap<string, string>>();
  for (const line of lines) {
    const [id = '', , , ...cells] = line.split(',');
    if (cells.length !== roles.length) throw new Error(`permission-matrix.csv: ${id} has ${cells.length} cells for ${roles.length} roles`);
    const bad = cells.find((c) => /[^PDVCSRNXE]/.test(c));
    if (bad) throw new Error(`permission-matrix.csv: ${id} has the unknown code ${bad}`);
    rows.set(id, new Map(roles.map((role, i) => [role, cells[i]!])));
  }
  return { rows, roles };
}

/** May somebody who holds these roles do what the code says there? One role that may is enough; an X refuses the role it stands under. */
export function may(matrix: Matrix, action: { readonly row: string; readonly code: string }, roles: Iterable<string>): boolean {
  const row = matrix.rows.get(action.row);
  if (!row) throw new Error(`no row ${action.row} in the permission matrix`);
  return [...roles].some((role) => row.get(role)?.includes(action.code));
}

export const actionOf = (action: string): { readonly row: string; readonly code: string } => {
  const [row = '', code = ''] = action.split(':');
  return { row, code };
};

/** Roles that read the whole institution; the others see the cases they take part in. */
export const wideRoles = ['TT', 'FA', 'DM', 'DI', 'LD', 'RM', 'SR', 'MS', 'SA'] as const;
