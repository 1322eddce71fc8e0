import type { Checked } from '../api/queries.ts';
import { optionWord, RuleValue } from '../parts/clause.tsx';
import { ClauseChip } from '../parts/clause-chip.tsx';
import { useWords, type Words } from '../words/words.ts';

type Clause = Checked['clauses'][number];
type Version = NonNullable<Clause['answers'][number]['after']>;
type Word = Clause['words'][number];

/** What a change says otherwise, clause by clause, and which worked examples it answers otherwise. */
export function DifferenceOf({ checked }: { readonly checked: Checked }) {
  const words = useWords();
  const { t, word } = words;
  return (
    <>
      {checked.text.length > 0 ? (
        <section className="card" aria-labelledby="changed-text">
          <h2 id="changed-text">{t('revise.text')}</h2>
          <WordChanges changes={checked.text} words={words} />
        </section>
      ) : null}
      {checked.clauses.map((c) => (
        <section key={c.clause} className="card" aria-label={c.cite}>
          <div className="row before">
            <h2>{c.cite}</h2>
            <span className={`badge ${c.change === 'removed' ? 'bad' : 'now'}`}>{word(`change:${c.change}`)}</span>
          </div>
          <WordChanges changes={c.words} words={words} />
          {c.answers.map((a) => (
            <div key={a.rule + JSON.stringify(a.after ?? a.before)} className="group">
              <div className="row">
                <strong>{word(`rule:${a.rule}`)}</strong>
                {a.before && a.after ? (
                  <span className="soft">{t('revise.what', { what: words.joined(a.what.map((w) => word(`said:${w}`))) })}</span>
                ) : (
                  <span className="badge">{word(`change:${a.before ? 'removed' : 'added'}`)}</span>
                )}
              </div>
              <div className="beside">
                <VersionOf title={t('revise.before')} version={a.before} words={words} />
                <VersionOf title={t('revise.after')} version={a.after} words={words} />
              </div>
            </div>
          ))}
        </section>
      ))}
      {checked.examples.length > 0 ? (
        <section className="card" aria-labelledby="changed-examples">
          <h2 id="changed-examples">{t('revise.examples')}</h2>
          <ul className="list">
            {checked.examples.map((e) => (
              <li key={e.clause + e.name + e.rule}>
                <div className="row">
                  <ClauseChip id={e.clause} cite={e.cite} />
                  <strong>{e.name.replace(/\s*\[[^\]]*\]$/, '')}</strong>
                  <span className="soft">{word(`rule:${e.rule}`)}</span>
                </div>
                <div className="beside">
                  <SaidOf title={t('revise.before')} said={e.before} words={words} />
                  <SaidOf title={t('revise.after')} said={e.after} words={words} />
                </div>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

function WordChanges({ changes, words }: { readonly changes: readonly Word[]; readonly words: Words }) {
  const { t, word } = words;
  const said = (what: string, value: string | null): string =>
    value === null ? t('revise.none') : what === 'force' || what === 'certainty' ? word(`option:${what}.${value}`) : value;
  return changes.map((c) => (
    <div key={c.what} className="group">
      <strong>{word(`said:${c.what}`)}</strong>
      <div className="beside">
        <div>
          <div className="soft">{t('revise.before')}</div>
          {said(c.what, c.before)}
        </div>
        <div>
          <div className="soft">{t('revise.after')}</div>
          {said(c.what, c.after)}
        </div>
      </div>
    </div>
  ));
}

type VersionProps = { readonly title: string; readonly version: Version | null; readonly words: Words };
function VersionOf({ title, version: v, words }: VersionProps) {
  const { t, word } = words;
  if (!v)
    return (
      <div>
        <div className="soft">{title}</div>
        {t('revise.none')}
      </div>
    );
  const when = Object.entries(v.when).map(([k, all]) => words.joined((all as readonly string[]).map((x) => optionWord(words, k, x))));
  return (
    <div>
      <div className="row">
        <span className="soft">{title}</span>
        <span className="badge">{word(`option:force.${v.force}`)}</span>
        {when.length > 0 ? <span className="soft">{t('law.when', { when: words.apart(when) })}</span> : null}
      </div>
      <RuleValue value={v.value} words={words} />
      <div className="soft">
        {t('law.source', { source: v.source })} · {v.from === 'ask' ? t('law.blank') : t('law.from', { day: v.from })}
        {v.to && v.to !== 'ask' ? ` ${t('law.to', { day: v.to })}` : ''}
      </div>
      {v.alternatives.map((x) => (
        <div key={x.because} className="soft">
          {t('law.alternative', { because: x.because })}
          <RuleValue value={x.value} words={words} />
        </div>
      ))}
    </div>
  );
}

type SaidProps = { readonly title: string; readonly said: Checked['examples'][number]['after']; readonly words: Words };
function SaidOf({ title, said, words }: SaidProps) {
  return (
    <div>
      <div className="soft">{title}</div>
      {said.length === 0 ? words.t('revise.silent') : null}
      {said.map((s) => (
        <div key={s.clause + JSON.stringify(s.value)}>
          <RuleValue value={s.value} words={words} />
        </div>
      ))}
    </div>
  );
}
