import { Drawer } from 'antd';
import { type ReactNode, useState } from 'react';
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
  const settle = (visible: boolean): void => {
    if (visible) return;
    onClosed();
    requestAnimationFrame(() => {
      if (document.activeElement === null || document.activeElement === document.body) document.getElementById('content')?.focus();
    });
  };
  return (
    <Drawer
      open={open}
      title={title}
      onClose={close}
      closable={{ 'aria-label': t('close'), closeIcon: <CloseIcon /> }}
      size={Math.min(width, window.innerWidth)}
      afterOpenChange={settle}
    >
      {typeof children === 'function' ? children(close) : children}
    </Drawer>
  );
}
