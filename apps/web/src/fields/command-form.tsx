import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { type FormEvent, useDeferredValue, useEffect, useRef, useState } from 'react';
import type { FieldShape } from '../../../../packages/kernel/field.ts';
import { type Accepted, Problem, previewCommand, type Refusal, sendCommand } from '../api/client.ts';
import { Refusals } from '../parts/refusals.tsx';
import { useWords } from '../words/words.ts';
import { isAsked } from './conditions.ts';
import { type Choices, FieldFace } from './face.tsx';

type Shapes = Readonly<Record<string, FieldShape>>;
type Values = Readonly<Record<string, unknown>>;
type Props = {
  readonly command: string;
  readonly fields: Shapes;
  readonly suggestion?: Values;
  readonly caseId?: string;
  /** Entered for another who decided: who, which day, which paper come first. */
  readonly recorded: boolean;
  readonly people?: readonly { readonly id: string; readonly name: string }[];
  readonly choices?: Choices;
  readonly decidedBy?: string;
  readonly today?: string;
  readonly onDone: (accepted: Accepted) => void;
};

const recordedShape: Shapes = {
  decidedBy: { kind: 'text', required: true },
  on: { kind: 'day', required: true },
  paper: { kind: 'paper', required: false, register: 'papers' },
};

const sameAsPaper: ReadonlySet<string> = new Set(['minutes', 'signed']);

/** The form of a command, made of its declaration: known figures are filled in, the engine says beforehand what would come of it. */
export function CommandForm(p: Props) {
  const { t, word } = useWords();
  const [input, setInput] = useState<Values>(() => ({ ...p.suggestion }));
  const [recorded, setRecorded] = useState<Values>(() => ({
    ...(p.decidedBy ? { decidedBy: p.decidedBy } : {}),
    ...(p.today ? { on: p.today } : {}),
  }));
  // The paper that shows a recorded decision is its minutes or signed sheet: it is asked for once.
  const shown = Object.entries(p.fields).filter(
    ([field]) =>
      isAsked({ command: p.command, field, input, recorded: p.recorded }) &&
      !(p.recorded && sameAsPaper.has(field)) &&
      p.choices?.[field]?.length !== 0,
  );
  const ask = {
    ...(p.caseId ? { case: p.caseId } : {}),
    input: clean(filledIn(p, input, recorded.paper)),
    ...(p.recorded ? { recorded: clean(recorded) } : {}),
  };
  const { form, send, said } = useSending(p, ask);
  const submit = (e: FormEvent): void => {
    e.preventDefault();
    send.mutate();
  };
  const face = { command: p.command, caseId: p.caseId, people: p.people ?? [], choices: p.choices ?? {}, faults: said };
  const atFields = said.filter((r) => (r.at[0] === 'recorded' ? p.recorded : shown.some(([field]) => field === String(r.at[0]))));
  return (
    <form ref={form} onSubmit={submit} noValidate aria-label={word(`command:${p.command}`)}>
      {p.recorded ? (
        <fieldset className="group">
          <legend>{t('form.recorded')}</legend>
          <p className="soft">{t('form.recordedHint')}</p>
          {Object.entries(recordedShape).map(([name, shape]) => (
            <FieldFace
              key={name}
              {...face}
              name={name}
              shape={shape}
              value={recorded[name]}
              at={['recorded', name]}
              onChange={(v) => setRecorded((r) => ({ ...r, [name]: v }))}
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
          onChange={(v) => setInput((i) => ({ ...i, [name]: v }))}
        />
      ))}
      {shown.length === 0 && !p.recorded ? <p className="soft">{t('form.nothing')}</p> : null}
      <Foreseen command={p.command} ask={ask} />
      {send.error ? (
        <div className="notice-box bad" role="alert">
          <strong>{t('form.refused')}</strong>
          <Refusals refusals={said.filter((r) => !atFields.includes(r))} />
          {atFields.length > 0 ? <div>{t('form.atFields', { n: atFields.length })}</div> : null}
          {said.length === 0 ? <div>{send.error.message}</div> : null}
        </div>
      ) : null}
      <Button type="primary" htmlType="submit" loading={send.isPending}>
        {t('submit')}
      </Button>
    </form>
  );
}

/** Sends the command once whatever is pressed how often; where it is refused, what was typed stays and the first field at fault is gone to. */
function useSending(p: Props, ask: { readonly input: unknown }) {
  const { t } = useWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const key = useRef(crypto.randomUUID());
  const send = useMutation({
    mutationFn: () => sendCommand(p.command, { ...ask, key: key.current }),
    onSuccess: async (accepted) => {
      await queries.invalidateQueries({ predicate: (q) => q.queryKey[0] !== 'session' && q.queryKey[0] !== 'demonstration' });
      void message.success(accepted.findings.length > 0 ? t('form.opened', { n: accepted.findings.length }) : t('form.accepted'));
      p.onDone(accepted);
    },
  });
  const said: readonly Refusal[] = send.error instanceof Problem ? send.error.refusals : [];
  useEffect(() => {
    if (!send.error) return;
    const control = ':is(input:not(.behind), textarea, button)';
    const first = form.current?.querySelector<HTMLElement>(`[aria-invalid=true], [data-fault] ${control}`);
    first?.scrollIntoView({ block: 'center' });
    first?.focus({ preventScroll: true });
  }, [send.error]);
  return { form, send, said };
}

/** What would come of it: refusals that no field still empty explains, findings that a recorded fact would open, warnings. */
function Foreseen({ command, ask }: { readonly command: string; readonly ask: { readonly input: unknown } }) {
  const { t } = useWords();
  const asked = useDeferredValue(JSON.stringify(ask));
  const { data } = useQuery({
    queryKey: ['preview', command, asked],
    queryFn: () => previewCommand(command, JSON.parse(asked)),
    staleTime: 10_000,
    placeholderData: (before) => before,
  });
  const refusals = (data?.refusals ?? []).filter((r) => r.at.length === 0 || r.clauses.length > 0);
  const boxes = [
    { title: t('form.findings'), tone: 'warn', said: data?.findings ?? [] },
    { title: t('form.warnings'), tone: 'warn', said: data?.warnings ?? [] },
    { title: t('case.may.not'), tone: 'bad', said: refusals },
  ];
  return (
    <div role="status">
      {boxes.map(({ title, tone, said }) =>
        said.length === 0 ? null : (
          <div key={title} className={`notice-box ${tone}`}>
            <strong>{title}</strong>
            <Refusals refusals={said} />
          </div>
        ),
      )}
    </div>
  );
}

/** The input as it is sent: without fields that were not asked, and the recorded paper in its field. */
function filledIn(p: Props, input: Values, paper: unknown): Values {
  const asked = Object.entries(input).filter(
    ([field]) => !(field in p.fields) || isAsked({ command: p.command, field, input, recorded: p.recorded }),
  );
  const same = p.recorded ? Object.keys(p.fields).filter((n) => sameAsPaper.has(n)) : [];
  return { ...Object.fromEntries(asked), ...Object.fromEntries(same.map((n) => [n, paper])) };
}

/** Empty values are left out, so that what is not filled in is not there. */
function clean(value: Values): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined && v !== null && v !== ''));
}
