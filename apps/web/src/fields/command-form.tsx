import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { type FormEvent, useDeferredValue, useRef, useState } from 'react';
import type { FieldShape } from '../../../../packages/kernel/field.ts';
import { type Accepted, Problem, previewCommand, type Refusal, sendCommand } from '../api/client.ts';
import { Refusals } from '../parts/refusals.tsx';
import { useWords } from '../words/words.ts';
import { FieldFace } from './face.tsx';

type Props = {
  readonly command: string;
  readonly fields: Readonly<Record<string, FieldShape>>;
  readonly suggestion?: Readonly<Record<string, unknown>>;
  readonly caseId?: string;
  /** Entered for another who decided: who, which day, which paper come first. */
  readonly recorded: boolean;
  readonly people?: readonly { readonly id: string; readonly name: string }[];
  readonly decidedBy?: string;
  readonly today?: string;
  readonly onDone: (accepted: Accepted) => void;
};

const recordedShape: Readonly<Record<string, FieldShape>> = {
  decidedBy: { kind: 'text', required: true },
  on: { kind: 'day', required: true },
  paper: { kind: 'paper', required: false, register: 'papers' },
};

const sameAsPaper: ReadonlySet<string> = new Set(['minutes', 'signed']);

/** The form of a command, made of its declaration: known figures are filled in, the engine says beforehand what would come of it. */
export function CommandForm(p: Props) {
  const { t, word } = useWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [input, setInput] = useState<Record<string, unknown>>(() => ({ ...p.suggestion }));
  const [recorded, setRecorded] = useState<Record<string, unknown>>(() => ({
    ...(p.decidedBy ? { decidedBy: p.decidedBy } : {}),
    ...(p.today ? { on: p.today } : {}),
  }));
  const key = useRef(crypto.randomUUID());
  // The paper that shows a recorded decision is its minutes or signed sheet: it is asked for once.
  const shown = Object.entries(p.fields).filter(([name]) => !(p.recorded && sameAsPaper.has(name)));
  const filled = p.recorded
    ? {
        ...input,
        ...Object.fromEntries(
          Object.keys(p.fields)
            .filter((n) => sameAsPaper.has(n))
            .map((n) => [n, recorded.paper]),
        ),
      }
    : input;
  const ask = { ...(p.caseId ? { case: p.caseId } : {}), input: clean(filled), ...(p.recorded ? { recorded: clean(recorded) } : {}) };
  const asked = useDeferredValue(JSON.stringify(ask));
  const foreseen = useQuery({
    queryKey: ['preview', p.command, asked],
    queryFn: () => previewCommand(p.command, JSON.parse(asked)),
    staleTime: 10_000,
    placeholderData: (before) => before,
  });
  const send = useMutation({
    mutationFn: () => sendCommand(p.command, { ...ask, key: key.current }),
    onSuccess: async (accepted) => {
      await queries.invalidateQueries({ predicate: (q) => q.queryKey[0] !== 'session' && q.queryKey[0] !== 'demonstration' });
      void message.success(accepted.findings.length > 0 ? t('form.opened', { n: accepted.findings.length }) : t('form.accepted'));
      p.onDone(accepted);
    },
  });
  const said = send.error instanceof Problem ? send.error.refusals : [];
  const onForm = said.filter((r) => r.at.length === 0 || !(r.at[0] === 'recorded' ? p.recorded : String(r.at[0]) in p.fields));
  const preview = foreseen.data;
  const submit = (e: FormEvent): void => {
    e.preventDefault();
    send.mutate();
  };
  const face = { command: p.command, caseId: p.caseId, people: p.people ?? [], faults: said };
  return (
    <form onSubmit={submit} noValidate aria-label={word(`command:${p.command}`)}>
      {p.recorded ? (
        <fieldset className="group">
          <legend style={{ fontWeight: 600 }}>{t('form.recorded')}</legend>
          <p className="soft">{t('form.recordedHint')}</p>
          {Object.entries(recordedShape).map(([name, shape]) => (
            <FieldFace
              key={name}
              {...face}
              name={name}
              shape={shape}
              value={recorded[name]}
              at={['recorded', name]}
              onChange={(v) => setRecorded({ ...recorded, [name]: v })}
            />
          ))}
        </fieldset>
      ) : null}
      {shown.map(([name, shape]) => (
        <FieldFace
          key={name}
          {...face}
          name={name}
          shape={shape}
          value={input[name]}
          at={[name]}
          onChange={(v) => setInput({ ...input, [name]: v })}
        />
      ))}
      {preview && preview.findings.length > 0 ? (
        <div className="notice-box warn">
          <strong>{t('form.findings')}</strong>
          <Refusals refusals={preview.findings} />
        </div>
      ) : null}
      {preview && preview.warnings.length > 0 ? (
        <div className="notice-box warn">
          <strong>{t('form.warnings')}</strong>
          <Refusals refusals={preview.warnings} />
        </div>
      ) : null}
      {preview ? <Foreseen refusals={preview.refusals} /> : null}
      {send.error ? (
        <div className="notice-box bad" role="alert">
          <strong>{t('form.refused')}</strong>
          {onForm.length > 0 ? <Refusals refusals={onForm} /> : <div>{said.length > 0 ? null : send.error.message}</div>}
        </div>
      ) : null}
      <Button type="primary" htmlType="submit" loading={send.isPending}>
        {t('submit')}
      </Button>
    </form>
  );
}

/** Refusals foreseen that are not about a field still empty: those only distract while somebody is typing. */
function Foreseen({ refusals }: { readonly refusals: readonly Refusal[] }) {
  const { t } = useWords();
  const shown = refusals.filter((r) => r.at.length === 0 || r.clauses.length > 0);
  return shown.length === 0 ? null : (
    <div className="notice-box bad">
      <strong>{t('case.may.not')}</strong>
      <Refusals refusals={shown} />
    </div>
  );
}

/** Empty values are left out, so that what is not filled in is not there. */
function clean(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined && v !== null && v !== ''));
}
