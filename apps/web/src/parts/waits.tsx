import { Link } from '@tanstack/react-router';
import type { CasePage } from '../api/queries.ts';
import { Due } from '../case/due.tsx';
import { useWords } from '../words/words.ts';
import { ClauseChips } from './clause-chip.tsx';

export type Waiting = CasePage['waiting'][number];
type Props = {
  readonly lines: readonly Waiting[];
  readonly today: string;
  readonly cites: Readonly<Record<string, string>>;
  /** The case whose page this stands on: its own steps are not named again. */
  readonly within?: string;
};

/** Whom a matter waits for now, with what, until when, under which clause. */
export function Waits({ lines, today, cites, within }: Props) {
  const words = useWords();
  const { t } = words;
  // persons first, then what goes on by itself
  const inOrder = [...lines].sort((a, b) => Number(a.moves) - Number(b.moves));
  return (
    <ul className="list waits">
      {inOrder.map((w) => (
        <li key={`${w.case}${w.duty ?? w.command}${w.people.join()}`}>
          <div className="spread">
            <span>
              {w.moves ? null : (
                <>
                  {w.yours ? <span className="badge now">{t('waits.yours')}</span> : null}
                  <strong>{whoOf(w, words)}</strong>
                </>
              )}
              {w.case === within ? (
                <span>{actOf(w, words)}</span>
              ) : (
                <Link to="/cases/$id" params={{ id: w.root }} search={{ step: w.case }} resetScroll={false}>
                  {actOf(w, words)}
                </Link>
              )}
              {w.case !== w.root && w.case !== within ? <span className="soft">{w.title}</span> : null}
              <ClauseChips ids={w.clauses} cites={cites} />
            </span>
            {w.moves ? (
              <span className="badge">{t('waits.until', { day: w.dueOn ?? '' })}</span>
            ) : w.dueOn ? (
              <Due day={w.dueOn} today={today} provisional={w.provisional} />
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  );
}

type Words = ReturnType<typeof useWords>;
const actOf = (w: Waiting, { word }: Words): string => (w.duty ? word(`duty:${w.duty}`) : word(`command:${w.command}`));
/** The persons by name; an office that nobody holds is named itself. */
const whoOf = (w: Waiting, { word, joined }: Words): string =>
  w.people.length > 0 && w.people.length <= 3 ? joined(w.people) : joined(w.roles.map((r) => word(`role:${r}`)));

/** One line for a list of matters. */
export function waitingLine(lines: readonly Waiting[], words: Words): string {
  const { t, apart } = words;
  const said = lines.map((w) =>
    w.moves ? t('waits.until', { day: w.dueOn ?? '' }) : t('waits.line', { who: whoOf(w, words), act: actOf(w, words) }),
  );
  return apart([...new Set(said)]);
}
