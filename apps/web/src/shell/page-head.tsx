import { type ReactNode, useEffect } from 'react';
import { useWords } from '../words/words.ts';

type Props = {
  readonly title: string;
  /** Where it stands, beside the title. */
  readonly badge?: ReactNode;
  /** One line below: number, kind, day. */
  readonly sub?: ReactNode;
  /** What can be begun or where it belongs, at the right. */
  readonly children?: ReactNode;
};

/** The head of a page; its title is the window's too. */
export function PageHead({ title, badge, sub, children }: Props) {
  const { t } = useWords();
  useEffect(() => {
    document.title = `${title} · ${t('app.name')}`;
  }, [title, t]);
  return (
    <div className="page-head">
      <div>
        <h1>
          {title} {badge}
        </h1>
        {sub ? <p className="soft">{sub}</p> : null}
      </div>
      {children ? <div className="row">{children}</div> : null}
    </div>
  );
}
