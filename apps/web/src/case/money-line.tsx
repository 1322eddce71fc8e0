import type { CasePage } from '../api/queries.ts';
import { useWords } from '../words/words.ts';

type Props = {
  readonly cases: CasePage['cases'];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
};

/** What came in and how it is divided, below the route that led there. */
export function MoneyLine({ cases, selected, onSelect }: Props) {
  const { t, word } = useWords();
  return (
    <div className="row after">
      <span className="soft">{t('case.money')}</span>
      {cases.map((c) => (
        <button
          key={c.id}
          type="button"
          className={`node flat ${c.settled ? 'done' : 'now'}`}
          aria-current={selected === c.id ? 'step' : undefined}
          onClick={() => onSelect(c.id)}
        >
          <span className="name">{word(`procedure:${c.procedure}`)}</span>
          <span className="status">{word(`state:${c.procedure}.${c.state}`)}</span>
        </button>
      ))}
    </div>
  );
}
