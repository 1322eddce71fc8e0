import { Radio } from 'antd';
import { useWords } from '../words/words.ts';
import type { ControlProps } from './face.tsx';
import { Picker } from './picker.tsx';

/** One of a closed list: all of them side by side where they are few. */
export function ChoiceFace({ shape, name, value, onChange, id, label, choices, described }: ControlProps) {
  const { t, word } = useWords();
  const options =
    choices[name] ??
    (shape.options ?? []).map((o) => ({ value: o, label: name === 'reviewer' ? word(`role:${o}`) : word(`option:${name}.${o}`) }));
  const aria = described ? { 'aria-describedby': described } : {};
  if (shape.kind === 'choice' && options.length <= 4)
    return (
      <Radio.Group
        aria-labelledby={`${id}-label`}
        {...aria}
        value={value}
        options={[...options]}
        onChange={(e) => onChange(e.target.value)}
      />
    );
  return (
    <Picker
      id={id}
      aria-label={label}
      {...aria}
      {...(described ? { status: 'error' as const } : {})}
      value={value as string | undefined}
      options={[...options]}
      placeholder={t('choose')}
      onChange={(v) => onChange(v)}
    />
  );
}
