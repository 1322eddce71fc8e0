import { useWords } from '../words/words.ts';

/** A day by which something is owed, in red once it has passed. */
export function Due({ day, today, provisional }: { readonly day: string | null; readonly today: string; readonly provisional: boolean }) {
  const { t } = useWords();
  if (!day) return <span className="badge">{t('today.noDue')}</span>;
  const late = day < today;
  return (
    <span className={`badge ${late ? 'bad' : 'now'}`}>
      {late ? t('today.overdue', { day }) : t('today.due', { day })}
      {provisional ? ` · ${t('notice.provisional')}` : ''}
    </span>
  );
}
