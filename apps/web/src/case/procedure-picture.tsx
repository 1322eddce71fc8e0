import { levelsOf } from '../../../../packages/kernel/route.ts';
import type { CasePage } from '../api/queries.ts';
import { useWords } from '../words/words.ts';

type Step = CasePage['steps'][number];
type Props = {
  readonly page: CasePage;
  readonly steps: readonly Step[];
  readonly selected?: string;
  /** Without it the picture only shows. */
  readonly onSelect?: (caseId: string) => void;
  readonly label: string;
};

/** The picture of a route: steps in the order they wait for each other, those that run in parallel one above the other. */
export function ProcedurePicture({ page, steps, selected, onSelect, label }: Props) {
  const { t, word, joined } = useWords();
  const levels = levelsOf(steps.map((s) => ({ ...s, id: s.step })));
  const titles = new Map(steps.map((s) => [s.step, s.title]));
  const stateOf = (s: Step): 'done' | 'refused' | 'passed-by' | 'now' | 'waiting' =>
    s.state === 'done' || s.state === 'refused' || s.state === 'passed-by' ? s.state : page.open.includes(s.child_id) ? 'now' : 'waiting';
  return (
    <ol className="picture" aria-label={label}>
      {levels.map((level, i) => (
        <li key={level.map((s) => s.step).join()} className="stage">
          {i > 0 ? (
            <span className="arrow" aria-hidden="true">
              →
            </span>
          ) : null}
          <div className="level">
            {level.map((s) => {
              const state = stateOf(s);
              const status = {
                done: t('case.step.done', { day: s.done_on ?? '' }),
                refused: t('case.step.refused'),
                'passed-by': t('case.step.passedBy'),
                now: stateWord(page, s.child_id, word),
                waiting: t('case.step.waiting'),
              }[state];
              const waits = joined(s.after.map((a) => titles.get(a) ?? a));
              const inside = (
                <>
                  <span className="name">
                    {s.ordinal + 1}. {s.title}
                  </span>
                  <span className="status">
                    {status}
                    {s.attempt > 1 ? ` · ${t('case.step.attempt', { n: s.attempt })}` : ''}
                  </span>
                </>
              );
              return onSelect ? (
                <button
                  key={s.step}
                  type="button"
                  className={`node ${state}`}
                  aria-current={selected === s.child_id ? 'step' : undefined}
                  title={waits ? t('case.steps.after', { steps: waits }) : undefined}
                  onClick={() => onSelect(s.child_id)}
                >
                  {inside}
                </button>
              ) : (
                <div key={s.step} className={`node ${state}`}>
                  {inside}
                </div>
              );
            })}
          </div>
        </li>
      ))}
    </ol>
  );
}

const stateWord = (page: CasePage, id: string, word: (key: string) => string): string => {
  const c = page.cases.find((x) => x.id === id);
  return c ? word(`state:${c.procedure}.${c.state}`) : '';
};
