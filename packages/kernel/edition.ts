import { addDays, type Day } from './day.ts';
import type { Edition, Pack } from './pack.ts';

/** The text with all it has been: what it is by its last revision, and from which day to which each edition answers. */
export function withRevisions(base: Pack, revisions: readonly { readonly from: Day; readonly pack: Pack }[]): Pack {
  const last = revisions.at(-1);
  if (!last) return base;
  const began: readonly { readonly pack: Pack; readonly from?: Day }[] = [{ pack: base }, ...revisions];
  const editions = began.map((e, i): Edition => {
    const next = began[i + 1]?.from;
    return next === undefined ? e : { ...e, to: addDays(next, -1) };
  });
  return { ...last.pack, editions };
}

const editionsOf = (pack: Pack): readonly Edition[] => pack.editions ?? [{ pack }];

/** The text as it stood on the day. */
export const onDay = (pack: Pack, on: Day): Pack => editionsOf(pack).findLast((e) => (e.from ?? on) <= on && on <= (e.to ?? on))!.pack;
/** The text as it is known by the hash of its files; where that is not known, as it is now. */
export const byRevision = (pack: Pack, revision: string): Pack => editionsOf(pack).find((e) => e.pack.revision === revision)?.pack ?? pack;
