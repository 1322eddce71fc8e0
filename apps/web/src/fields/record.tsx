import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { registerQuery } from '../api/queries.ts';
import { useWords } from '../words/words.ts';
import type { FaceProps } from './face.tsx';
import { Picker } from './picker.tsx';

const nameOf = (row: Readonly<Record<string, unknown>>, aside: (said: string) => string): string => {
  const main = String(row.name ?? row.title ?? '');
  const more = row.unit ?? row.number ?? row.staff_no;
  return more ? `${main}${aside(String(more))}` : main;
};

/** Chooses records of a register by typing part of a name. */
export function RecordFace({
  shape,
  value,
  onChange,
  id,
  label,
  multiple,
  described,
}: FaceProps & { readonly id: string; readonly label: string; readonly multiple: boolean; readonly described?: string }) {
  const { t, aside } = useWords();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed);
  const register = shape.register ?? 'people';
  const chosen = (multiple ? ((value as string[] | undefined) ?? []) : value ? [value as string] : []).filter(Boolean);
  const found = useQuery(registerQuery(register, { size: 30, ...(q ? { q } : {}) }));
  const known = useQuery({ ...registerQuery(register, { size: 100, id: chosen.join(',') }), enabled: chosen.length > 0 });
  const rows = new Map([...(known.data?.rows ?? []), ...(found.data?.rows ?? [])].map((r) => [String(r.id), nameOf(r, aside)]));
  const options = [...rows].map(([key, name]) => ({ value: key, label: name }));
  const common = {
    id,
    'aria-label': label,
    showSearch: { filterOption: false, onSearch: setTyped },
    options,
    loading: found.isFetching,
    placeholder: t('choose'),
    notFoundContent: found.isFetching ? t('loading') : t('record.none'),
    ...(described ? { status: 'error' as const, 'aria-describedby': described, 'aria-invalid': true } : {}),
  };
  return multiple ? (
    <Picker mode="multiple" {...common} value={chosen} onChange={(v: string[]) => onChange(v)} />
  ) : (
    <Picker {...common} value={chosen[0]} onChange={(v: string | undefined) => onChange(v)} />
  );
}
