import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { type FieldShapes, sessionQuery, todayQuery } from '../api/queries.ts';
import { CommandForm } from '../fields/command-form.tsx';
import { Failed, Loading, NotFound } from '../shell/plain.tsx';
import { Themed } from '../shell/theme.tsx';
import { useWords } from '../words/words.ts';

/** Begins a matter that stands on its own: a disclosure, a conversion. */
export function BeginPage() {
  const { command } = useParams({ from: '/inside/begin/$command' });
  const { word } = useWords();
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
      <div style={{ maxWidth: 760, margin: '0 auto' }}>
        <h1>{word(`command:${command}`)}</h1>
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
