/** Signs that say nothing by themselves: what they are beside has words. */
const sign = {
  width: 14,
  height: 14,
  viewBox: '0 0 16 16',
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.5,
} as const;

export const CloseIcon = () => (
  <svg aria-hidden="true" {...sign}>
    <path d="M3.5 3.5l9 9M12.5 3.5l-9 9" />
  </svg>
);
export const DownIcon = () => (
  <svg aria-hidden="true" {...sign} width={12} height={12}>
    <path d="M3 6l5 5 5-5" />
  </svg>
);
export const SearchIcon = () => (
  <svg aria-hidden="true" {...sign}>
    <circle cx="7" cy="7" r="4.5" />
    <path d="M10.5 10.5L14 14" />
  </svg>
);
export const CalendarIcon = () => (
  <svg aria-hidden="true" {...sign}>
    <rect x="2" y="3" width="12" height="11" rx="1.5" />
    <path d="M2 6.5h12M5.5 1.5v3M10.5 1.5v3" />
  </svg>
);
/** Which way a column is sorted. */
export const SortIcon = ({ order }: { readonly order: 'ascend' | 'descend' | null | undefined }) => (
  <svg aria-hidden="true" {...sign} width={10} height={14} viewBox="0 0 10 16" stroke="none">
    <path d="M5 2l4 5H1z" fill={order === 'ascend' ? 'var(--primary)' : '#a0a8b4'} />
    <path d="M5 14l4-5H1z" fill={order === 'descend' ? 'var(--primary)' : '#a0a8b4'} />
  </svg>
);
