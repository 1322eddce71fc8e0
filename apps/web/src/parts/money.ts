/** '282150.00' as it is shown: 282,150.00. Text in, text out: money is never a number in a page. */
export const showYuan = (yuan: string | null | undefined): string =>
  yuan ? yuan.replace(/\B(?=(\d{3})+(?!\d))/g, ',').replace(/\.(\d\d),?/, '.$1') : '—';
