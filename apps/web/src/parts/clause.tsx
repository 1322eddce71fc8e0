import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useContext } from 'react';
import { dayAt } from '../../../../packages/kernel/day.ts';
import { showLimitText } from '../../../../packages/kernel/limits.ts';
import { type Clause, clauseCasesQuery } from '../api/queries.ts';
import { useWords, type Words } from '../words/words.ts';
import { ClausesAtHand } from './clauses-at-hand.ts';
import { measureValue } from './measure-value.tsx';

/** The sentence beside the rule: what the clause says, how sure we are of it, what it answers, and where it was used. */
export function ClauseBody({ clause, draft }: { readonly clause: Clause; readonly draft: boolean }) {
  const words = useWords();
  const { t, word } = words;
  const alone = useContext(ClausesAtHand) !== undefined;
  return (
    <div className="stack">
      <div className="row">
        <span className="badge">{word(`option:force.${clause.force}`)}</span>
        <span className={`badge ${clause.certainty === 'read' ? 'done' : 'warn'}`}>{word(`option:certainty.${clause.certainty}`)}</span>
        {draft ? <span className="badge warn">{t('law.draft')}</span> : null}
      </div>
      <h3>{clause.title}</h3>
      <blockquote>{clause.sentence}</blockquote>
      {clause.doubt ? <div className="notice-box warn">{words.pair(t('law.doubt'), clause.doubt)}</div> : null}
      <section>
        <h3>{t('law.answers')}</h3>
        {clause.answers.length === 0 ? (
          <p className="soft">{t('law.noAnswers')}</p>
        ) : (
          clause.answers.map((a) => <AnswerOf key={a.rule + JSON.stringify(a.versions)} answer={a} words={words} />)
        )}
      </section>
      {clause.examples.length > 0 ? (
        <section>
          <h3>{t('law.examples')}</h3>
          <ul>
            {clause.examples.map((e) => (
              <li key={e.name}>{e.name.replace(/\s*\[[^\]]*\]$/, '')}</li>
            ))}
          </ul>
        </section>
      ) : null}
      {alone ? null : <CasesOf id={clause.id} />}
    </div>
  );
}

function AnswerOf({ answer: a, words }: { readonly answer: Clause['answers'][number]; readonly words: Words }) {
  const { t, word } = words;
  const when = Object.entries(a.when).map(([k, v]) => words.joined((v as readonly string[]).map((x) => optionWord(words, k, x))));
  return (
    <div className="group">
      <strong>{word(`rule:${a.rule}`)}</strong>{' '}
      {when.length > 0 ? <span className="soft">{t('law.when', { when: words.apart(when) })}</span> : null}
      {a.versions.map((v) => (
        <div key={v.from + v.source}>
          <RuleValue value={v.value} words={words} />
          <div className="soft">
            {t('law.source', { source: v.source })} · {v.from === 'ask' ? t('law.blank') : t('law.from', { day: v.from })}
            {v.to && v.to !== 'ask' ? ` ${t('law.to', { day: v.to })}` : ''}
          </div>
          {v.alternatives.map((x) => (
            <div key={x.because} className="notice-box warn">
              {t('law.alternative', { because: x.because })}
              <RuleValue value={x.value} words={words} />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

/** A word for a code of a rule, wherever the catalogue keeps it. */
export function optionWord(words: Words, key: string, code: string): string {
  const groups = [
    'value:',
    `option:${key}.`,
    ...['mode', 'method', 'place', 'contents', 'deduction', 'element', 'flag', 'kind'].map((g) => `option:${g}.`),
  ];
  return groups.map((g) => words.word(g + code)).find((w) => w !== code) ?? code;
}

/** The value of a rule as the file writes it, in words. */
export function RuleValue({ value, words }: { readonly value: unknown; readonly words: Words }) {
  if (typeof value === 'string') return <div>{optionWord(words, 'kind', value)}</div>;
  if (Array.isArray(value) && value.every((v) => typeof v === 'object')) return <BracketsValue brackets={value} />;
  if (Array.isArray(value)) return <div>{words.joined(value.map((v) => optionWord(words, 'kind', String(v))))}</div>;
  const record = value as Record<string, unknown>;
  const measure = measureValue(value, words);
  if (measure !== undefined) return <div>{measure}</div>;
  if (record.parts)
    return <PartsValue parts={record.parts as Record<string, Record<string, string>>} base={String(record.base)} words={words} />;
  if (record.monthly ?? record.yearly)
    return <div>{Object.entries(record).map(([per, amount]) => `${words.word(`value:${per}`)} ${String(amount)}`)}</div>;
  if (record.counts ?? record.of) return <div>{limitText(record as Record<string, string>, words)}</div>;
  return (
    <ol className="plain-list">
      {Object.entries(record as Record<string, { title: string; after?: string | string[] }>).map(([id, s]) => (
        <li key={id}>{s.title}</li>
      ))}
    </ol>
  );
}

/** ≤ 36000: 3% − 0. */
function BracketsValue({ brackets }: { readonly brackets: readonly Readonly<Record<string, string>>[] }) {
  return (
    <ul style={{ margin: 0, paddingLeft: 20 }}>
      {brackets.map((b, i) => (
        <li key={b.rate}>
          {b.upTo ? `≤ ${b.upTo}` : `> ${brackets[i - 1]?.upTo}`}: {b.rate} − {b.quick}
        </li>
      ))}
    </ul>
  );
}

function limitText(r: Readonly<Record<string, string>>, words: Words): string {
  const limits = showLimitText(r);
  const of = words.word(`option:base.${r.of}`);
  const none = [...(r.admits ? [r.admits] : []), ...(r.orNone ? [words.word('value:none')] : [])];
  if (r.counts === undefined) return words.apart([`${words.word(`value:${r.of}`)} ${limits}`, ...none]);
  return words.pair(words.word(`value:${r.counts}`), words.apart([`${of} ${limits}`, ...none]));
}

function PartsValue({
  parts,
  base,
  words,
}: {
  readonly parts: Record<string, Record<string, string>>;
  readonly base: string;
  readonly words: Words;
}) {
  return (
    <div>
      {words.word(`option:base.${base}`)} =
      <ul className="plain-list">
        {Object.entries(parts).map(([id, p]) => (
          <li key={id}>
            {p.inside ? words.aside(words.t('bench.inside')) : ''}
            {`${p.title} ${showLimitText(p)}`.trimEnd()}
            {p.remainder ? words.aside(words.t('bench.remainder')) : ''}
          </li>
        ))}
      </ul>
    </div>
  );
}

function CasesOf({ id }: { readonly id: string }) {
  const { t, word } = useWords();
  const { data } = useQuery(clauseCasesQuery(id));
  const cases = [...new Map((data ?? []).map((m) => [`${m.root}${m.title}`, m])).values()];
  return (
    <section>
      <h3>{t('law.cases')}</h3>
      {cases.length === 0 ? (
        <p className="soft">{t('law.cases.none')}</p>
      ) : (
        <ul className="list">
          {cases.map((m) => (
            <li key={m.ref}>
              <Link to="/cases/$id" params={{ id: m.case }} search={{}}>
                {m.number} {m.title || word('procedure:conversion')}
              </Link>{' '}
              <span className="soft">{dayAt(m.at)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
