import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useSay } from './say.ts';

/** The address of this very question, to give to somebody else. */
export function ShareAddress({ address }: { readonly address: Record<string, unknown> }) {
  const { say } = useSay();
  const router = useRouter();
  const [said, setSaid] = useState<'' | 'shared' | 'copyBelow'>('');
  const href = `${window.location.origin}${router.buildLocation({ to: '/simulate', search: address }).href}`;
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(href);
      setSaid('shared');
    } catch {
      setSaid('copyBelow'); // without a secure address browsers give no clipboard
    }
  };
  return (
    <div>
      <button type="button" className="plain-button" onClick={() => void copy()}>
        {say('share')}
      </button>
      <span role="status" className="soft">
        {said === '' ? '' : ` ${say(said)}`}
      </span>
      {said === 'copyBelow' ? (
        <input className="plain-box" readOnly value={href} aria-label={say('share')} onFocus={(e) => e.target.select()} />
      ) : null}
    </div>
  );
}
