import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { type FormEvent, useId, useRef, useState } from 'react';
import { Problem, sendCommand } from '../api/client.ts';
import { DayFace } from '../fields/day.tsx';
import { Refusals } from '../parts/refusals.tsx';
import { useWords } from '../words/words.ts';

export type Change = {
  readonly files: readonly { readonly file: string; readonly content: string }[];
  readonly without: readonly string[];
};
type Props = { readonly text: string; readonly caseId: string; readonly change: Change; readonly onDone: () => void };

/** The day from which the checked change answers, and on what ground it was decided. */
export function AdoptForm({ text, caseId, change, onDone }: Props) {
  const words = useWords();
  const { t, word } = words;
  const { message } = App.useApp();
  const queries = useQueryClient();
  const id = useId();
  const [from, setFrom] = useState('');
  const [basis, setBasis] = useState('');
  const key = useRef(crypto.randomUUID());
  const send = useMutation({
    mutationFn: () => sendCommand('text.revise', { case: caseId, key: key.current, input: { text, from, basis, ...change } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ predicate: (q) => q.queryKey[0] !== 'session' && q.queryKey[0] !== 'demonstration' });
      void message.success(t('form.accepted'));
      onDone();
    },
    onError: () => {
      key.current = crypto.randomUUID();
    },
  });
  const refusals = send.error instanceof Problem ? send.error.refusals : [];
  const faulty = (field: string): object => (refusals.some((r) => r.at[0] === field) ? { 'aria-invalid': true } : {});
  const day = words.field('text.revise', 'from');
  const submit = (e: FormEvent): void => {
    e.preventDefault();
    send.mutate();
  };
  return (
    <form className="card" onSubmit={submit} noValidate aria-label={word('command:text.revise')}>
      <h2>{t('revise.adopt')}</h2>
      <p className="soft">{t('revise.adopt.lead')}</p>
      <div className="field">
        <label htmlFor={`${id}-from`}>{day}</label>
        <DayFace id={`${id}-from`} label={day} value={from} onChange={setFrom} status={{}} aria={faulty('from')} />
      </div>
      <div className="field">
        <label htmlFor={`${id}-basis`}>{words.field('text.revise', 'basis')}</label>
        <textarea
          id={`${id}-basis`}
          className="plain-box"
          rows={2}
          value={basis}
          onChange={(e) => setBasis(e.target.value)}
          {...faulty('basis')}
        />
      </div>
      {send.error ? (
        <div className="notice-box bad" role="alert">
          <strong>{t('form.refused')}</strong>
          <Refusals refusals={refusals} />
          {refusals.length === 0 ? <div>{send.error.message}</div> : null}
        </div>
      ) : null}
      <Button type="primary" htmlType="submit" loading={send.isPending}>
        {t('revise.adopt.do')}
      </Button>
    </form>
  );
}
