import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Radio } from 'antd';
import { useDeferredValue, useRef, useState } from 'react';
import type { DistributionView, PartView } from '../../../../packages/capabilities/distribution/view.ts';
import { asShare } from '../../../../packages/kernel/ratio.ts';
import { Problem, previewCommand, sendCommand } from '../api/client.ts';
import type { CasePage } from '../api/queries.ts';
import { Picker } from '../fields/picker.tsx';
import { ClauseChip } from '../parts/clause-chip.tsx';
import { showMoney } from '../parts/money.ts';
import { Refusals } from '../parts/refusals.tsx';
import { LimitAmounts } from '../parts/why.tsx';
import { Wide } from '../parts/wide.tsx';
import { useWords } from '../words/words.ts';

type Line = { readonly part: string; readonly share: string; readonly amount: string };

type Draft = { readonly use: string; readonly reason: string; readonly body: string | undefined };
type Bench = { readonly view: DistributionView; readonly page: CasePage; readonly caseId: string };

/** Proposes a split: one share a part, the amounts and every refusal answered by the engine while they are typed. */
export function SplitBench({ view, page, caseId }: Bench) {
  const { t, word } = useWords();
  const [shares, setShares] = useState<Record<string, string>>({});
  const [draft, setDraft] = useState<Draft>({ use: 'rnd', reason: '', body: undefined });
  const { complete, lines, refusals, propose } = useProposal(view, caseId, { shares, draft });
  const amountOf = (part: string): string => showMoney(complete ? lines.find((l) => l.part === part)?.amount : undefined);
  // What is still to be chosen below says so itself.
  const open: Readonly<Record<string, boolean>> = { approvalBody: !draft.body, remainderReason: !draft.reason };
  const said = refusals.filter((r) => !open[String(r.at[0])]);
  return (
    <section className="card" aria-labelledby="bench">
      <div className="spread">
        <h2 id="bench">{t('bench.split')}</h2>
        <strong>{t('bench.base', { base: word(`option:base.${view.base}`), amount: showMoney(view.baseAmount) })}</strong>
      </div>
      <Wide label={t('bench.split')}>
        <table className="plain">
          <thead>
            <tr>
              <th>{t('bench.part')}</th>
              <th>{t('bench.share')}</th>
              <th className="right">{t('bench.amount')}</th>
              <th>{t('bench.bounds')}</th>
            </tr>
          </thead>
          <tbody>
            {view.parts.map((p) => (
              <tr key={p.part}>
                <td>
                  {p.inside ? <span className="soft">{t('bench.inside')} </span> : null}
                  {p.title}
                </td>
                <td className="share">
                  {p.remainder ? (
                    <span className="soft">{t('bench.remainder')}</span>
                  ) : (
                    <Input
                      aria-label={`${p.title} ${t('bench.share')}`}
                      value={shares[p.part] ?? ''}
                      inputMode="decimal"
                      placeholder="%"
                      onChange={(e) => setShares({ ...shares, [p.part]: e.target.value })}
                      onBlur={(e) => setShares({ ...shares, [p.part]: asShare(e.target.value) })}
                    />
                  )}
                </td>
                <td className="right money">{amountOf(p.part)}</td>
                <td>
                  <Bounds part={p} page={page} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      <Choices view={view} draft={draft} change={(more) => setDraft((d) => ({ ...d, ...more }))} />
      {said.length > 0 ? (
        <div className="notice-box bad" role="status">
          <Refusals refusals={said} />
        </div>
      ) : null}
      {propose.error ? (
        <div className="notice-box bad" role="alert">
          {propose.error instanceof Problem ? <Refusals refusals={propose.error.refusals} /> : propose.error.message}
        </div>
      ) : null}
      <Button type="primary" disabled={!complete || refusals.length > 0} loading={propose.isPending} onClick={() => propose.mutate()}>
        {t('bench.propose')}
      </Button>
    </section>
  );
}

/** The proposal as it stands: what the engine says of it, and the sending of it. */
function useProposal(view: DistributionView, caseId: string, typed: { readonly shares: Record<string, string>; readonly draft: Draft }) {
  const { t } = useWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const key = useRef(crypto.randomUUID());
  const { use, reason, body } = typed.draft;
  const input = {
    shares: view.parts.filter((p) => !p.remainder).map((p) => ({ part: p.part, share: asShare(typed.shares[p.part] ?? '') })),
    remainderUse: use,
    ...(reason ? { remainderReason: reason } : {}),
    ...(body ? { approvalBody: body } : {}),
  };
  const complete = input.shares.every((s) => s.share !== '');
  const asked = useDeferredValue(JSON.stringify(input));
  const preview = useQuery({
    queryKey: ['preview', 'split.propose', caseId, asked],
    queryFn: () => previewCommand('split.propose', { case: caseId, input: JSON.parse(asked) }),
    enabled: complete,
    placeholderData: (before) => before,
  });
  const propose = useMutation({
    mutationFn: () => sendCommand('split.propose', { case: caseId, input, key: key.current }),
    onSuccess: async () => {
      void message.success(t('form.accepted'));
      await queries.invalidateQueries({ queryKey: ['case'] });
    },
  });
  const lines = (preview.data?.happens[0]?.data.lines ?? []) as readonly Line[];
  return { complete, lines, refusals: complete ? (preview.data?.refusals ?? []) : [], propose };
}

/** What the remainder is for, and who approves where no text says. */
function Choices({
  view,
  draft,
  change,
}: {
  readonly view: DistributionView;
  readonly draft: Draft;
  readonly change: (more: Partial<Draft>) => void;
}) {
  const { t, word, field } = useWords();
  return (
    <>
      <div className="field after">
        <div className="label" id="use">
          {field('split.propose', 'remainderUse')}
        </div>
        <Radio.Group
          aria-labelledby="use"
          value={draft.use}
          onChange={(e) => change({ use: e.target.value })}
          options={['rnd', 'conversion', 'other'].map((v) => ({ value: v, label: word(`option:remainderUse.${v}`) }))}
        />
      </div>
      {draft.use === 'other' ? (
        <div className="field">
          <label htmlFor="reason">{field('split.propose', 'remainderReason')}</label>
          <Input.TextArea id="reason" value={draft.reason} onChange={(e) => change({ reason: e.target.value })} />
        </div>
      ) : null}
      {view.asksApprovalBody ? (
        <div className="field">
          <label htmlFor="body">{t('bench.ask')}</label>
          <Picker
            id="body"
            aria-label={t('bench.ask')}
            value={draft.body}
            width={360}
            placeholder={t('choose')}
            options={view.bodies.map((b) => ({ value: b.code, label: b.title }))}
            onChange={(body) => change({ body })}
          />
        </div>
      ) : null}
    </>
  );
}

function Bounds({ part, page }: { readonly part: PartView; readonly page: CasePage }) {
  const { word } = useWords();
  return (
    <div className="stack">
      {part.limits.map((l) => (
        <div key={l.clause + l.limits}>
          <div>
            {word(`option:base.${l.of}`)} {l.limits}
          </div>
          <LimitAmounts limits={[l]} />
          <ClauseChip id={l.clause} cite={page.clauses[l.clause] ?? l.clause} />
        </div>
      ))}
    </div>
  );
}
