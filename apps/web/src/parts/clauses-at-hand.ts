import { createContext } from 'react';
import type { Clause } from '../api/queries.ts';

export type AtHand = { readonly clause: Clause; readonly draft: boolean };
/** Clauses that a page has itself; where there are none the server is asked. */
export const ClausesAtHand = createContext<((id: string) => AtHand | undefined) | undefined>(undefined);
