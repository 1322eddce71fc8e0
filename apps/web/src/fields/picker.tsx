import { Select, type SelectProps } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { CloseIcon, DownIcon } from '../parts/icons.tsx';

type Props<V> = Omit<SelectProps<V>, 'open' | 'onOpenChange' | 'style'> & { readonly width?: number };

/**
 * A list to choose from. Tab leaves it with what was chosen: left to itself the control takes Tab for a choice, and where several may
 * be chosen it never lets go.
 */
export function Picker<V>({ width, ...select }: Props<V>) {
  const [open, setOpen] = useState(false);
  const leave = (e: KeyboardEvent): void => {
    if (e.key !== 'Tab' || !open) return;
    e.stopPropagation();
    setOpen(false);
  };
  return (
    <div onKeyDownCapture={leave}>
      <Select<V>
        suffixIcon={<DownIcon />}
        removeIcon={<CloseIcon />}
        menuItemSelectedIcon={null}
        {...select}
        open={open}
        onOpenChange={setOpen}
        style={{ width: width ?? '100%', display: 'flex' }}
      />
    </div>
  );
}
