import { type ReactNode, useId } from 'react';

type Box = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What was typed here is refused; the sentence stands with the result. */
  readonly bad?: boolean;
  readonly hint?: string;
};
const faulty = (bad: boolean | undefined) => (bad ? { 'aria-invalid': true, 'aria-describedby': 'simulator-result' } : {});

/** A line of text, an amount, a share. */
export function TextBox({ label, value, onChange, bad, hint, settle }: Box & { readonly settle?: (value: string) => string }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="plain-box"
        value={value}
        placeholder={hint}
        autoComplete="off"
        onChange={(e) => onChange(e.target.value)}
        onBlur={(e) => {
          const settled = settle?.(e.target.value) ?? e.target.value;
          if (settled !== e.target.value) onChange(settled);
        }}
        {...faulty(bad)}
      />
    </div>
  );
}

export function DayBox({ label, value, onChange, bad }: Box) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} className="plain-box" type="date" value={value} onChange={(e) => onChange(e.target.value)} {...faulty(bad)} />
    </div>
  );
}

type Choice = { readonly value: string; readonly label: string };
export function ChoiceBox({ label, value, onChange, bad, options }: Box & { readonly options: readonly Choice[] }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="plain-box" value={value} onChange={(e) => onChange(e.target.value)} {...faulty(bad)}>
        {options.map((o) => (
          <option key={o.value} value={o.value}>
            {o.label}
          </option>
        ))}
      </select>
    </div>
  );
}

type Tick = { readonly label: ReactNode; readonly checked: boolean; readonly onChange: (checked: boolean) => void };
export function TickBox({ label, checked, onChange }: Tick) {
  const id = useId();
  return (
    <div className="sim-tick">
      <input id={id} type="checkbox" checked={checked} onChange={(e) => onChange(e.target.checked)} />
      <label htmlFor={id}>{label}</label>
    </div>
  );
}
