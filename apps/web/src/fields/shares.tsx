import { Input } from 'antd';
import { add, asShare, compare, one, readRatio, showPercent, zero } from '../../../../packages/kernel/ratio.ts';
import { useWords } from '../words/words.ts';
import type { FaceProps } from './face.tsx';

type Row = { readonly person: string; readonly share: string };

/** Who gets which share: one line each, and the exact sum below. Nothing is filled in or adjusted. */
export function SharesFace({
  value,
  onChange,
  people,
  label,
  id,
  at,
  faults,
}: FaceProps & { readonly id: string; readonly label: string }) {
  const { t, field, refusal } = useWords();
  const faultOf = (i: number): string =>
    faults
      .filter((f) => String(f.at[0]) === String(at[0]) && f.at[1] === i)
      .map((f) => refusal(f.code, f.facts))
      .join(' ');
  const rows = (Array.isArray(value) ? value : []) as Row[];
  const sum = rows.reduce((total, r) => add(total, readRatio(asShare(r.share)) ?? zero), zero);
  const whole = compare(sum, one) === 0;
  const nameOf = (person: string): string => people.find((p) => p.id === person)?.name ?? '';
  const set = (i: number, share: string): void => onChange(rows.map((r, n) => (n === i ? { ...r, share } : r)));
  // Only a change is passed on: leaving a field must not mark the form as edited.
  const settle = (i: number): void => {
    const { share } = rows[i]!;
    if (asShare(share) !== share) set(i, asShare(share));
  };
  return (
    <fieldset className="bare" aria-label={label}>
      <table className="plain">
        <thead>
          <tr>
            <th>{field('', 'person')}</th>
            <th>{field('', 'share')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((r, i) => (
            <tr key={r.person}>
              <td>{nameOf(r.person)}</td>
              <td style={{ width: 140 }}>
                <Input
                  id={i === 0 ? id : `${id}-${i}`}
                  aria-label={`${nameOf(r.person)} ${field('', 'share')}`}
                  value={r.share}
                  inputMode="decimal"
                  placeholder="%"
                  onChange={(e) => set(i, e.target.value)}
                  onBlur={() => settle(i)}
                  {...(faultOf(i) ? { status: 'error' as const, 'aria-invalid': true, 'aria-describedby': `${id}-${i}-fault` } : {})}
                />
                {faultOf(i) ? (
                  <div className="fault" id={`${id}-${i}-fault`} role="alert">
                    {faultOf(i)}
                  </div>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={`notice-box ${whole ? 'good' : 'warn'}`} role="status">
        {t('form.total', { sum: showPercent(sum) })}
      </div>
    </fieldset>
  );
}
