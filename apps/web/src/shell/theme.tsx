import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { useWords } from '../words/words.ts';

/** Colours that keep enough contrast on white and on their own tints (WCAG AA), and Chinese or English for the controls. */
const token = {
  colorPrimary: '#0b57d0',
  colorLink: '#0b57d0',
  // the library lightens what the mouse lies on, below what can be read: here it darkens
  colorPrimaryHover: '#003cab',
  colorLinkHover: '#003cab',
  colorErrorHover: '#820014',
  colorTextPlaceholder: 'rgba(0,0,0,.6)',
  colorTextDescription: 'rgba(0,0,0,.65)',
  colorSuccess: '#237804',
  colorSuccessBg: '#f6ffed',
  colorSuccessBorder: '#b7eb8f',
  colorWarning: '#8a4b00',
  colorWarningBg: '#fff7e6',
  colorWarningBorder: '#ffd591',
  colorError: '#a8071a',
  colorErrorBg: '#fff1f0',
  colorErrorBorder: '#ffa39e',
  fontFamily: '"PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",system-ui,sans-serif',
};

/** What a page with controls stands in; fetched with the first such page. */
export function Themed({ children }: { readonly children: ReactNode }) {
  const { language } = useWords();
  const motion = !window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  return (
    <ConfigProvider locale={language === 'en' ? enUS : zhCN} theme={{ token: { ...token, motion } }} button={{ autoInsertSpace: false }}>
      <App component={false}>{children}</App>
    </ConfigProvider>
  );
}
