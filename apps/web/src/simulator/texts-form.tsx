import { taxTexts } from '../../../../packages/capabilities/simulator/adopted.ts';
import type { Text } from '../../../../packages/kernel/pack.ts';
import { ChoiceBox, TickBox } from './boxes.tsx';
import type { Asked } from './question-state.ts';
import { useSay } from './say.ts';
import type { LawHere } from './texts.ts';

const idOf = (entry: string): string => entry.split('@')[0]!;
/** A text with the days on which the visitor's own institution adopted it, where that is known. */
export function entryOf(id: string, law: LawHere): string {
  const adopted = law.adoptions.filter((a) => a.text === id).at(-1);
  return adopted ? `${id}@${adopted.from}${adopted.to ? `..${adopted.to}` : ''}` : id;
}

/** Which texts are taken as adopted: one institution's rules, and the law above them. */
export function TextsForm({ q, change, law }: Pick<Asked, 'q' | 'change'> & { readonly law: LawHere }) {
  const { say, word, joined } = useSay();
  const divides = [...law.shelf.values()].filter((p) => p.text.level === 'institution').map((p) => p.text);
  const tax = taxTexts(law.shelf);
  const above = [...law.shelf.values()]
    .filter((p) => p.text.level !== 'institution' && !tax.includes(p.text.id) && p.clauses.some((c) => c.answers.length > 0))
    .map((p) => p.text);
  const chosen = q.law.map(idOf);
  const own = chosen.find((id) => divides.some((t) => t.id === id)) ?? '';
  const put = (ids: readonly string[]): void => change({ law: ids.map((id) => q.law.find((e) => idOf(e) === id) ?? entryOf(id, law)) });
  const named = (t: Text) => (
    <>
      {t.short} <span className="soft">{word(`option:level.${t.level}`)}</span>{' '}
      {t.status === 'draft' ? <span className="badge warn">{say('texts.draft')}</span> : null}
    </>
  );
  return (
    <section className="card" aria-labelledby="sim-texts">
      <h2 id="sim-texts">{say('texts')}</h2>
      <ChoiceBox
        label={say('institution')}
        value={own}
        onChange={(id) => change({ ...lawWith([...chosen.filter((c) => c !== own), ...(id ? [id] : [])], q, law), shares: {} })}
        options={[{ value: '', label: say('institution.none') }, ...divides.map((t) => ({ value: t.id, label: t.short }))]}
      />
      <fieldset className="bare">
        <legend className="label">{say('texts.more')}</legend>
        {above.map((t) => (
          <TickBox
            key={t.id}
            label={named(t)}
            checked={chosen.includes(t.id)}
            onChange={(on) => put(on ? [...chosen, t.id] : chosen.filter((c) => c !== t.id))}
          />
        ))}
      </fieldset>
      <p className="soft">{say('texts.tax', { texts: joined(tax.map((id) => law.shelf.get(id)!.text.short)) })}</p>
    </section>
  );
}
const lawWith = (ids: readonly string[], q: Asked['q'], law: LawHere) => ({
  law: ids.map((id) => q.law.find((e) => idOf(e) === id) ?? entryOf(id, law)),
});
