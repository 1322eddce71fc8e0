import { Drawer } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useWords } from '../words/words.ts';
import { CloseIcon } from './icons.tsx';

type Props = {
  readonly title: string;
  readonly width?: number;
  /** Told once it is out of sight: whoever put it on the page takes it off. */
  readonly onClosed: () => void;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
};

/**
 * What opens at the side: a form, a clause, a trace. It takes the focus, and gives it back to what opened it; where that is gone,
 * because the command made it so, to the page.
 */
export function Sheet({ title, width = 560, onClosed, children }: Props) {
  const { t } = useWords();
  const [open, setOpen] = useState(true);
  const close = (): void => setOpen(false);
  // once it is off the page
  useEffect(() => () => void setTimeout(findFocus), []);
  return (
    <Drawer
      open={open}
      title={title}
      onClose={close}
      closable={{ 'aria-label': t('close'), closeIcon: <CloseIcon /> }}
      size={Math.min(width, window.innerWidth)}
      afterOpenChange={(visible) => (visible ? undefined : onClosed())}
    >
      {typeof children === 'function' ? children(close) : children}
    </Drawer>
  );
}

/** A focus that is nowhere goes to the page. */
function findFocus(): void {
  if (document.activeElement === null || document.activeElement === document.body) document.getElementById('content')?.focus();
}
