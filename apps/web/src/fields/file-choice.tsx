import { useId, useState } from 'react';
import { useWords } from '../words/words.ts';

type Props = {
  readonly id?: string;
  readonly label: string;
  readonly disabled?: boolean;
  readonly described?: string;
  /** Shown beside the button; without it, the chosen file's name. */
  readonly said?: string;
  readonly onChoose: (file: File | undefined) => void;
};

/** Chooses one file; says in words of the page which. */
export function FileChoice({ id, label, disabled = false, described, said, onChoose }: Props) {
  const { t } = useWords();
  const own = useId();
  const [name, setName] = useState('');
  return (
    <div className="row file-choice">
      <label className={`plain-button${disabled ? ' off' : ''}`} htmlFor={id ?? own}>
        {t('file.choose')}
        <input
          id={id ?? own}
          type="file"
          aria-label={label}
          className="unseen"
          disabled={disabled}
          {...(described ? { 'aria-describedby': described, 'aria-invalid': true } : {})}
          onChange={(e) => {
            const file = e.target.files?.[0];
            setName(file?.name ?? '');
            onChoose(file);
          }}
        />
      </label>
      <span role="status" className="soft">
        {said || name || t('file.none')}
      </span>
    </div>
  );
}
