import type { NoticeView } from '../../../../packages/instruments/public-notice/view.ts';
import type { ReviewView } from '../../../../packages/instruments/review-route/view.ts';
import type { SplitAgreementView } from '../../../../packages/instruments/split-agreement/view.ts';
import type { CasePage } from '../api/queries.ts';
import type { Choices } from '../fields/face.tsx';

type Asked = { readonly caseId: string; readonly command: string; readonly word: (key: string) => string };

/** What a command's fields can be in this very case: what the page shows already, offered where it is asked for. */
export function choicesIn(page: CasePage, { caseId, command, word }: Asked): Choices {
  const view = page.panels[caseId];
  switch (command) {
    case 'conversion.return':
      return {
        step: page.steps
          .filter((s) => s.case_id === caseId && s.does !== 'disclosure')
          .map((s) => ({ value: s.step, label: `${s.ordinal + 1}. ${s.title}` })),
      };
    case 'objection.answer':
      return {
        objection: (view as NoticeView).objections
          .filter((o) => o.answeredOn === null)
          .map((o) => ({ value: o.id, label: `${o.receivedOn} ${o.content}` })),
      };
    case 'opinion.give':
      return {
        reviewer: (view as ReviewView).opinions
          .filter((o) => !o.given)
          .map((o) => ({ value: o.reviewer, label: word(`role:${o.reviewer}`) })),
      };
    case 'share.confirm':
      return {
        member: (view as SplitAgreementView).lines.filter((l) => l.confirmedOn === null).map((l) => ({ value: l.person, label: l.name })),
      };
    default:
      return {};
  }
}
