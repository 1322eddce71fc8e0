import { lazy, Suspense, useState } from 'react';

const ClauseSheet = lazy(async () => ({ default: (await import('./clause-sheet.tsx')).ClauseSheet }));

/** A clause by name; opens its sentence, what it answers, and the matters it decided. The sheet is fetched when first asked for. */
export function ClauseChip({ id, cite }: { readonly id: string; readonly cite: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="clause" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {cite}
      </button>
      {open ? (
        <Suspense>
          <ClauseSheet id={id} cite={cite} onClosed={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

export function ClauseChips({ ids, cites }: { readonly ids: readonly string[]; readonly cites: Readonly<Record<string, string>> }) {
  const unique = [...new Set(ids)];
  return unique.length === 0 ? null : (
    <span className="clauses">
      {unique.map((id) => (
        <ClauseChip key={id} id={id} cite={cites[id] ?? id} />
      ))}
    </span>
  );
}
