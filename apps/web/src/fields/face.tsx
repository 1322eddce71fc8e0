import { Button, Input, type InputProps, Radio } from 'antd';
import { useId } from 'react';
import type { FieldShape } from '../../../../packages/kernel/field.ts';
import type { Refusal } from '../api/client.ts';
import { useWords, type Words } from '../words/words.ts';
import { ChoiceFace } from './choice.tsx';
import { DayFace } from './day.tsx';
import { PaperFace } from './paper.tsx';
import { RecordFace } from './record.tsx';
import { ScoresFace } from './scores.tsx';
import { SharesFace } from './shares.tsx';

/** What a field is told: its shape and value, where it stands, the faults found, and the case it belongs to. */
export type FaceProps = {
  readonly command: string;
  readonly name: string;
  readonly shape: FieldShape;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly at: readonly (string | number)[];
  readonly faults: readonly Refusal[];
  readonly caseId: string | undefined;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** What a field can be in this case, where its declaration alone does not say: the steps of the route, the open objections. */
  readonly choices: Choices;
};
export type Choices = Readonly<Record<string, readonly { readonly value: string; readonly label: string }[]>>;

const startsWith = (at: Refusal['at'], path: FaceProps['at']): boolean => path.every((p, i) => String(at[i]) === String(p));

/** One field with its name, its control and its fault. Every form is made of these and nothing else. */
export function FieldFace(p: FaceProps) {
  const { t, field, refusal } = useWords();
  const id = useId();
  // a list of lines shows its lines' faults at the lines; a list of records is one control
  const lined = p.shape.of !== undefined && (p.shape.of.register === undefined || p.shape.of.kind === 'paper');
  const own = p.faults.filter(
    (f) => startsWith(f.at, p.at) && (f.at.length === p.at.length || !lined) && !(p.shape.fields && f.at.length > p.at.length),
  );
  const label = field(p.command, p.at.filter((x) => typeof x === 'string').join('.'));
  const grouped =
    ['list', 'shares', 'scores', 'group', 'yes-no', 'paper'].includes(p.shape.kind) ||
    (p.shape.kind === 'choice' && (p.choices[p.name] ?? p.shape.options ?? []).length <= 4);
  const described = own.length > 0 ? `${id}-fault` : undefined;
  const control = <Control {...p} id={id} label={label} {...(described ? { described } : {})} />;
  const optional = p.shape.required || p.shape.kind === 'list' ? null : <span className="optional">{t('field.optional')}</span>;
  return (
    <div className="field" data-fault={own.length > 0 || undefined}>
      {grouped ? (
        <div className="label" id={`${id}-label`}>
          {label}
          {optional}
        </div>
      ) : (
        <label htmlFor={id}>
          {label}
          {optional}
        </label>
      )}
      {control}
      {own.length > 0 ? (
        <div className="fault" id={`${id}-fault`} role="alert">
          {own.map((f) => refusal(f.code, f.facts)).join(' ')}
        </div>
      ) : null}
    </div>
  );
}

export type ControlProps = FaceProps & { readonly id: string; readonly label: string; readonly described?: string };

function Control(p: ControlProps) {
  const { shape, value, onChange, id, described } = p;
  const words = useWords();
  const text = typeof value === 'string' ? value : '';
  const status = described ? ({ status: 'error' } as const) : {};
  const aria = { 'aria-required': shape.required, ...(described ? { 'aria-describedby': described, 'aria-invalid': true } : {}) };
  switch (shape.kind) {
    case 'note':
      return (
        <Input.TextArea
          id={id}
          value={text}
          autoSize={{ minRows: 3, maxRows: 12 }}
          onChange={(e) => onChange(e.target.value)}
          {...status}
          {...aria}
        />
      );
    case 'count':
      return (
        <Input
          id={id}
          value={value === undefined || value === null ? '' : String(value)}
          inputMode="numeric"
          onChange={(e) =>
            onChange(e.target.value === '' ? undefined : /^\d+$/.test(e.target.value) ? Number(e.target.value) : e.target.value)
          }
          {...status}
          {...aria}
        />
      );
    case 'day':
      return <DayFace id={id} label={p.label} value={text} onChange={onChange} status={status} aria={aria} />;
    case 'yes-no':
      return (
        <Radio.Group
          aria-labelledby={`${id}-label`}
          {...(described ? { 'aria-describedby': described } : {})}
          value={value}
          onChange={(e) => onChange(e.target.value)}
        >
          <Radio value={true}>{words.t('yes')}</Radio>
          <Radio value={false}>{words.t('no')}</Radio>
        </Radio.Group>
      );
    case 'choice':
      return <ChoiceFace {...p} />;
    case 'paper':
      return <PaperFace {...p} />;
    case 'person':
    case 'party':
    case 'body':
    case 'record':
      if (p.choices[p.name]) return <ChoiceFace {...p} />;
      return <RecordFace {...p} multiple={false} />;
    case 'shares':
      return <SharesFace {...p} />;
    case 'scores':
      return <ScoresFace {...p} />;
    case 'group':
      return <GroupFace {...p} />;
    case 'list':
      return shape.of?.register && shape.of.kind !== 'paper' ? <RecordFace {...p} shape={shape.of} multiple={true} /> : <ListFace {...p} />;
    default:
      if (p.choices[p.name]) return <ChoiceFace {...p} />;
      return <Input id={id} value={text} onChange={(e) => onChange(e.target.value)} {...hintOf(shape.kind, words)} {...status} {...aria} />;
  }
}

/** What shows in a line of text how it is filled in. */
function hintOf(kind: string, { t }: Words): Pick<InputProps, 'inputMode' | 'suffix' | 'placeholder'> {
  if (kind === 'money') return { inputMode: 'decimal', suffix: t('yuan') };
  if (kind === 'share') return { inputMode: 'decimal', placeholder: '95%' };
  return kind === 'period' ? { placeholder: t('period.placeholder') } : {};
}

function GroupFace({ shape, value, onChange, at, label: _, ...rest }: ControlProps) {
  const record = (value ?? {}) as Record<string, unknown>;
  return (
    <div className="group">
      {Object.entries(shape.fields ?? {}).map(([key, inner]) => (
        <FieldFace
          key={key}
          {...rest}
          name={key}
          shape={inner}
          value={record[key]}
          at={[...at, key]}
          onChange={(v) => onChange({ ...record, [key]: v })}
        />
      ))}
    </div>
  );
}

function ListFace({ shape, value, onChange, at, label, ...rest }: ControlProps) {
  const { t } = useWords();
  const items = Array.isArray(value) ? value : [];
  const of = shape.of!;
  const set = (i: number, v: unknown): void => onChange(items.map((x, n) => (n === i ? v : x)));
  return (
    <fieldset className="bare" aria-label={label}>
      {items.map((item, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
        <div key={i} className="group">
          {of.fields ? (
            Object.entries(of.fields).map(([key, inner]) => (
              <FieldFace
                key={key}
                {...rest}
                name={key}
                shape={inner}
                value={(item as Record<string, unknown> | undefined)?.[key]}
                at={[...at, i, key]}
                onChange={(v) => set(i, { ...(item as object), [key]: v })}
              />
            ))
          ) : (
            <FieldFace {...rest} shape={of} value={item} at={[...at, i]} onChange={(v) => set(i, v)} />
          )}
          <Button size="small" onClick={() => onChange(items.filter((_, n) => n !== i))}>
            {t('remove')}
          </Button>
        </div>
      ))}
      <Button size="small" onClick={() => onChange([...items, of.fields ? {} : undefined])}>
        {t('add')}
      </Button>
    </fieldset>
  );
}
