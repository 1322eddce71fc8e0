import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { type FieldShapes, sessionQuery, todayQuery } from '../api/queries.ts';
import { CommandForm } from '../fields/command-form.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { Failed, Loading, NotFound } from '../shell/plain.tsx';
import { Themed } from '../shell/theme.tsx';
import type { UiKey } from '../words/ui-zh.ts';
import { useWords } from '../words/words.ts';

const hints: Readonly<Record<string, UiKey>> = { 'achievement.disclose': 'begin.disclose', 'conversion.open': 'begin.convert' };

/** Begins a matter that stands on its own: a disclosure, a conversion. */
export function BeginPage() {
  const { command } = useParams({ from: '/inside/begin/$command' });
  const { t, word } = useWords();
  const navigate = useNavigate();
  const { data, error } = useQuery(todayQuery);
  const { data: session } = useQuery(sessionQuery);
  if (error) return <Failed error={error} />;
  if (!data || !session) return <Loading />;
  const found = data.mayOpen.find((m) => m.command === command);
  if (!found) return <NotFound />;
  const own = { person: session.person.id, main: true };
  return (
    <Themed>
      <div className="narrow">
        <PageHead title={word(`command:${command}`)} sub={hints[command] ? t(hints[command]) : undefined} />
        <section className="card">
          <CommandForm
            command={command}
            fields={found.fields as FieldShapes}
            suggestion={command === 'achievement.disclose' && session.roles.includes('CT') ? { contributors: [own] } : {}}
            recorded={false}
            onDone={(accepted) => void navigate({ to: '/cases/$id', params: { id: accepted.case }, search: {} })}
          />
        </section>
      </div>
    </Themed>
  );
}
