import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type Comparison, comparisonQuery } from '../api/queries.ts';
import { optionWord, RuleValue } from '../parts/clause.tsx';
import { ClauseChip } from '../parts/clause-chip.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { Failed, Loading } from '../shell/plain.tsx';
import { Themed } from '../shell/theme.tsx';
import { useWords, type Words } from '../words/words.ts';

type Rule = Comparison['rules'][number];
type Said = Rule['own'][number];

/** A text beside the texts above it that bind here, rule by rule: what each answers, and how the own answer stands to the others. */
export function LawComparisonPage() {
  const { text: id } = useParams({ from: '/inside/law/$text/comparison' });
  const words = useWords();
  const { t } = words;
  const { data, error, refetch } = useQuery(comparisonQuery(id));
  if (error) return <Failed error={error} again={() => void refetch()} />;
  if (!data) return <Loading />;
  const beside = data.rules.filter((r) => r.own.length > 0);
  const absent = data.rules.filter((r) => r.own.length === 0);
  return (
    <Themed>
      <PageHead
        title={t('compare.title', { text: data.text.short })}
        badge={data.adopted ? null : <span className="badge">{t('law.notAdopted')}</span>}
        sub={`${t('why.asOf', { day: data.on })} · ${words.pair(t('compare.above'), words.joined(data.above.map((a) => a.short)) || t('compare.aboveNone'))}`}
      >
        <Link to="/law/$text" params={{ text: id }} search={{}}>
          {t('compare.read')}
        </Link>
        <Link to="/law">{t('law.all')}</Link>
      </PageHead>
      {data.rules.length === 0 ? <p className="empty">{t('compare.empty')}</p> : null}
      {beside.map((r) => (
        <RuleBeside key={r.rule} rule={r} words={words} />
      ))}
      {absent.length > 0 ? (
        <section className="card" aria-labelledby="absent">
          <h2 id="absent">{t('compare.absent')}</h2>
          <p className="soft">{t('compare.absent.why')}</p>
          <ul className="list">
            {absent.map((r) => (
              <li key={r.rule}>
                <strong>{words.word(`rule:${r.rule}`)}</strong>
                {r.above.map((s) => (
                  <Answer key={keyOf(s)} said={s} words={words} />
                ))}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </Themed>
  );
}

const tone: Readonly<Record<string, string>> = { same: 'done', stricter: 'now', wider: 'warn', apart: 'warn' };
const keyOf = (s: Said): string => s.clause + JSON.stringify([s.when, s.value]);

function RuleBeside({ rule: r, words }: { readonly rule: Rule; readonly words: Words }) {
  const { t, word } = words;
  return (
    <section className="card" aria-labelledby={`rule-${r.rule}`}>
      <div className="row before">
        <h2 id={`rule-${r.rule}`}>{word(`rule:${r.rule}`)}</h2>
        {r.marks.map((m) => (
          <span key={m} className={`badge ${tone[m] ?? ''}`}>
            {word(`standing:${m}`)}
          </span>
        ))}
      </div>
      <div className="beside">
        <div>
          <h3>{t('compare.above')}</h3>
          {r.above.length === 0 ? <p className="soft">{t('compare.aboveSilent')}</p> : null}
          {r.above.map((s) => (
            <Answer key={keyOf(s)} said={s} words={words} sentence />
          ))}
        </div>
        <div>
          <h3>{t('compare.own')}</h3>
          {r.own.map((s, i) => (
            <Answer key={keyOf(s)} said={s} words={words} sentence>
              {r.pairs
                .filter((p) => p.own === i)
                .map((p) => (
                  <div key={p.above}>
                    <span className={`badge ${tone[p.relation] ?? ''}`}>{word(`standing:${p.relation}`)}</span>{' '}
                    <span className="soft">{t('compare.against', { cite: r.above[p.above]!.cite })}</span>{' '}
                    {word(`standingWhy:${p.relation}`)}
                  </div>
                ))}
            </Answer>
          ))}
        </div>
      </div>
    </section>
  );
}

type AnswerProps = { readonly said: Said; readonly words: Words; readonly sentence?: boolean; readonly children?: React.ReactNode };
function Answer({ said: s, words, sentence, children }: AnswerProps) {
  const { t, word } = words;
  const when = Object.entries(s.when).map(([k, v]) => words.joined((v as readonly string[]).map((x) => optionWord(words, k, x))));
  return (
    <div className="group">
      <div className="row">
        <ClauseChip id={s.clause} cite={s.cite} />
        <span className="badge">{word(`option:force.${s.force}`)}</span>
        {s.draft ? <span className="badge warn">{t('law.draft')}</span> : null}
        {when.length > 0 ? <span className="soft">{t('law.when', { when: words.apart(when) })}</span> : null}
      </div>
      {sentence && s.by === null ? <blockquote>{s.sentence}</blockquote> : null}
      {s.by === null ? null : <div className="soft">{t('compare.follows', { rule: word(`rule:${s.by}`) })}</div>}
      <RuleValue value={s.value} words={words} />
      {children}
    </div>
  );
}
