import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import type { ScorecardView } from '../../../../packages/instruments/scorecard/view.ts';
import { add, readRatio, showNumber, zero } from '../../../../packages/kernel/ratio.ts';
import { caseQuery } from '../api/queries.ts';
import { useWords } from '../words/words.ts';
import { type FaceProps, FieldFace } from './face.tsx';

type Line = {
  readonly item: string;
  readonly points?: string;
  readonly notes?: readonly { readonly note: string; readonly words?: string }[];
  readonly evidence?: readonly string[];
};

/** A score sheet: every item of the card with its maximum, the notes it asks for, and the exact sum below. */
export function ScoresFace(p: FaceProps & { readonly id: string; readonly label: string }) {
  const { t } = useWords();
  const { data } = useQuery({ ...caseQuery(p.caseId ?? ''), enabled: p.caseId !== undefined });
  const view = data?.panels[p.caseId ?? ''] as ScorecardView | undefined;
  const lines = (Array.isArray(p.value) ? p.value : []) as Line[];
  const items = new Map((view?.groups ?? []).flatMap((g) => g.items.map((i) => [i.item, i] as const)));
  const set = (n: number, more: Partial<Line>): void => p.onChange(lines.map((l, i) => (i === n ? { ...l, ...more } : l)));
  const sum = lines.reduce((total, l) => add(total, readRatio(l.points ?? '') ?? zero), zero);
  return (
    <fieldset className="bare" aria-label={p.label}>
      {lines.map((l, n) => (
        <ScoreLine key={l.item} {...p} line={l} item={items.get(l.item)} n={n} set={(more) => set(n, more)} />
      ))}
      <div className="notice-box" role="status">
        {t('score.total', { total: showNumber(sum) })}
      </div>
    </fieldset>
  );
}

type Item = ScorecardView['groups'][number]['items'][number];
type LineProps = FaceProps & {
  readonly id: string;
  readonly line: Line;
  readonly item: Item | undefined;
  readonly n: number;
  readonly set: (more: Partial<Line>) => void;
};

function ScoreLine({ line, item, n, set, id, shape, ...p }: LineProps) {
  const { t, refusal } = useWords();
  const title = item?.title ?? line.item;
  const own = p.faults.filter((f) => String(f.at[0]) === String(p.at[0]) && String(f.at[1]) === String(n));
  const described = own.length > 0 ? `${id}-${n}-fault` : undefined;
  const notes = line.notes ?? [];
  return (
    <div className="group">
      <div className="spread">
        <label htmlFor={`${id}-${n}`}>
          {title} <span className="soft">{t('score.outOf', { most: item?.most ?? '' })}</span>
        </label>
        <Input
          id={`${id}-${n}`}
          value={line.points ?? ''}
          inputMode="decimal"
          style={{ width: 110 }}
          onChange={(e) => set({ points: e.target.value })}
          {...(described ? { status: 'error' as const, 'aria-describedby': described, 'aria-invalid': true } : {})}
        />
      </div>
      {item?.looksAt ? <div className="soft">{item.looksAt}</div> : null}
      {(item?.notes ?? []).map((x) => (
        <div key={x.id} className="field">
          <label htmlFor={`${id}-${n}-${x.id}`}>{x.title}</label>
          <Input.TextArea
            id={`${id}-${n}-${x.id}`}
            value={notes.find((y) => y.note === x.id)?.words ?? ''}
            autoSize={{ minRows: 1, maxRows: 6 }}
            onChange={(e) => set({ notes: [...notes.filter((y) => y.note !== x.id), { note: x.id, words: e.target.value }] })}
          />
        </div>
      ))}
      {item && item.evidence.length > 0 ? (
        <FieldFace
          {...p}
          name="evidence"
          shape={shape.of!.fields!.evidence!}
          value={line.evidence ?? []}
          at={[...p.at, n, 'evidence']}
          onChange={(v) => set({ evidence: v as readonly string[] })}
        />
      ) : null}
      {own.length > 0 ? (
        <div className="fault" id={described} role="alert">
          {own.map((f) => refusal(f.code, f.facts)).join(' ')}
        </div>
      ) : null}
    </div>
  );
}
