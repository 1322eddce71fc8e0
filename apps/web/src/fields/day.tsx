import { Button, Input } from 'antd';
import { useRef } from 'react';
import { CalendarIcon } from '../parts/icons.tsx';
import { useWords } from '../words/words.ts';

type Props = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly status: { readonly status?: 'error' };
  readonly aria: object;
};

/** 2026/11/21 and 2026年11月21日 are the same day; anything else stays as it was typed, for the engine to judge. */
const asDay = (typed: string): string => {
  const found = /^\s*(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?\s*$/.exec(typed);
  return found ? `${found[1]}-${found[2]!.padStart(2, '0')}-${found[3]!.padStart(2, '0')}` : typed;
};

/** A day is typed, or picked from the browser's own calendar. What was typed is never thrown away, also where there is no such day. */
export function DayFace({ id, label, value, onChange, status, aria }: Props) {
  const { t } = useWords();
  const calendar = useRef<HTMLInputElement>(null);
  return (
    <div className="day-face">
      <Input
        id={id}
        value={value}
        placeholder={t('day.placeholder')}
        onChange={(e) => onChange(e.target.value)}
        onBlur={(e) => onChange(asDay(e.target.value))}
        {...status}
        {...aria}
      />
      <Button aria-label={t('day.pick', { field: label })} onClick={() => calendar.current?.showPicker()}>
        <CalendarIcon />
      </Button>
      <input
        ref={calendar}
        type="date"
        className="behind"
        tabIndex={-1}
        aria-hidden="true"
        value={/^\d{4}-\d\d-\d\d$/.test(value) ? value : ''}
        onChange={(e) => onChange(e.target.value)}
      />
    </div>
  );
}
