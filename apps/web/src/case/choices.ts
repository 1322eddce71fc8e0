import type { StakeView } from '../../../../packages/capabilities/stake/view.ts';
import type { NoticeView } from '../../../../packages/instruments/public-notice/view.ts';
import { reviewerRoles } from '../../../../packages/instruments/review-route/rules.ts';
import type { OpinionView, ReviewView } from '../../../../packages/instruments/review-route/view.ts';
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
    case 'review.return':
    case 'counsel.ask':
    case 'opinion.hand-over':
    case 'reviewer.add':
    case 'reviewer.take-off':
    case 'review.remind':
      return reviewChoices(view as ReviewView, command, word);
    case 'stake.propose': {
      const { parts, contributors, asksApprovalBody, bodies } = view as StakeView;
      return {
        part: parts.filter((p) => !p.remainder).map((p) => ({ value: p.part, label: p.title })),
        approvalBody: (asksApprovalBody ? bodies : []).map((b) => ({ value: b.code, label: b.title })),
        ...(contributors.some((c) => c.barred) ? {} : { apart: [] }),
      };
    }
    case 'share.confirm':
      return {
        member: (view as SplitAgreementView).lines.filter((l) => l.confirmedOn === null).map((l) => ({ value: l.person, label: l.name })),
      };
    default:
      return {};
  }
}

/** Of a review: who is asked, in which stage, and where it can go back to. A list of nothing is a question that is not put. */
function reviewChoices(view: ReviewView, command: string, word: Asked['word']): Choices {
  const all = view.stages.flatMap((s) => s.opinions);
  const called = (o: OpinionView) => ({ value: o.reviewer, label: o.title ?? word(`role:${o.reviewer}`) });
  const once = (opinions: readonly OpinionView[]) => [...new Map(opinions.map((o) => [o.reviewer, called(o)])).values()];
  const now = all.filter((o) => o.state === 'now');
  const still = all.filter((o) => o.state === 'now' || o.state === 'coming');
  const stages = view.stages.length > 1 ? view.stages.map((s) => ({ value: s.id, label: s.title })) : [];
  const passed = view.stages.filter((s) => s.state === 'passed').map((s) => ({ value: s.id, label: s.title }));
  const back = { toStage: passed, toStep: view.steps.map((s) => ({ value: s.step, label: s.title })) };
  switch (command) {
    case 'reviewer.add':
      return { reviewer: reviewerRoles.map((r) => ({ value: r, label: word(`role:${r}`) })), to: once(still), stage: stages };
    case 'reviewer.take-off':
      return { reviewer: once(still.filter((o) => o.added)), stage: stages };
    case 'opinion.hand-over':
      return { reviewer: once(still), stage: stages };
    default:
      return { reviewer: once(now), stage: stages, ...back };
  }
}
