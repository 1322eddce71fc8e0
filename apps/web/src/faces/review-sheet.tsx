import { Radio } from 'antd';
import { useId, useState } from 'react';
import { reviewerRoles } from '../../../../packages/instruments/review-route/rules.ts';
import type { OpinionView, ReviewView } from '../../../../packages/instruments/review-route/view.ts';
import type { FieldShape } from '../../../../packages/kernel/field.ts';
import { before } from '../../../../packages/kernel/route.ts';
import type { CasePage, FieldShapes, MayDo } from '../api/queries.ts';
import { CommandForm } from '../fields/command-form.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { useWords, type Words } from '../words/words.ts';

/** What somebody has begun: a command, what the picture has already said of it, and the opinion it is about. */
export type Acting = {
  readonly may: MayDo;
  readonly record: boolean;
  readonly fixed: Readonly<Record<string, unknown>>;
  readonly about?: OpinionView;
  readonly says?: 'agree' | 'disagree';
};
export const reviewerOf = (o: OpinionView, { word }: Words): string => o.title ?? word(`role:${o.reviewer}`);
export const verbOf = ({ may, record, says }: Acting, { t, word }: Words): string => {
  if (record) return t('case.record');
  return says ? t(`review.${says}`) : word(`command:${may.command}`);
};
/** 法务部门：转办, said in the reader's language wherever it is shown. */
export const titleOf = (acting: Acting, words: Words): string =>
  acting.about ? words.pair(reviewerOf(acting.about, words), verbOf(acting, words)) : verbOf(acting, words);

type Props = {
  readonly acting: Acting;
  readonly view: ReviewView;
  readonly page: CasePage;
  readonly caseId: string;
  readonly onClosed: () => void;
};

const roles: FieldShape = { kind: 'choice', required: false, options: reviewerRoles };

/** The form of a verb: what the picture says already is not asked again. */
export function ReviewSheet({ acting, view, page, caseId, onClosed }: Props) {
  const words = useWords();
  const { may, record, fixed, about } = acting;
  const [where, setWhere] = useState<Where | undefined>();
  const returning = may.command === 'review.return';
  const handing = may.command === 'opinion.hand-over' && about;
  const known = { ...fixed, ...(where ? { [where.kind]: where.id } : {}) };
  const all = may.fields as FieldShapes;
  const aspects = may.command === 'opinion.give' ? (about?.aspects ?? []).map(({ aspect }) => ({ aspect, words: '' })) : [];
  const unasked = ['stage', 'toStage', 'toStep', ...(aspects.length === 0 ? ['aspects'] : [])];
  const asked = Object.entries(all).filter(([name]) => !(name in known) && !unasked.includes(name));
  const shapes = asked.map(([name, shape]) => [name, may.command === 'reviewer.add' && name === 'reviewer' ? roles : shape]);
  const { reviewer: _, aspects: __, ...rest } = may.suggestion;
  const suggested = aspects.length > 0 ? { ...rest, aspects } : rest;
  return (
    <Sheet title={titleOf(acting, words)} onClosed={onClosed}>
      {(close) => (
        <>
          {returning ? <Targets view={view} from={about?.stage ?? ''} chosen={where} onChoose={setWhere} /> : null}
          {returning && !where ? null : (
            <CommandForm
              key={`${where?.kind}${where?.id}`}
              command={may.command}
              fields={Object.fromEntries(shapes)}
              suggestion={{ ...suggested, ...known }}
              caseId={caseId}
              recorded={record}
              people={page.people}
              choices={handing && about.successors.length > 0 ? { to: about.successors.map((p) => ({ value: p.id, label: p.name })) } : {}}
              today={page.today}
              onDone={close}
            />
          )}
        </>
      )}
    </Sheet>
  );
}

type Where = { readonly kind: 'toStage' | 'toStep'; readonly id: string };
type TargetsProps = {
  readonly view: ReviewView;
  readonly from: string;
  readonly chosen: Where | undefined;
  readonly onChoose: (where: Where) => void;
};
/** Everything a paper can be sent back to: the stages before this one, and the steps before the review. */
function Targets({ view, from, chosen, onChoose }: TargetsProps) {
  const { t, pair } = useWords();
  const id = useId();
  const earlier = before(view.stages, from);
  const targets: (Where & { readonly label: string })[] = [
    ...view.stages
      .filter((s) => earlier.has(s.id))
      .map((s) => ({ kind: 'toStage' as const, id: s.id, label: pair(t('review.toStage'), s.title) })),
    ...view.steps.map((s) => ({ kind: 'toStep' as const, id: s.step, label: pair(t('review.toStep'), s.title) })),
  ];
  return (
    <div className="field">
      <div className="label" id={id}>
        {t('review.where')}
      </div>
      <Radio.Group
        vertical
        aria-labelledby={id}
        value={chosen ? `${chosen.kind} ${chosen.id}` : undefined}
        options={targets.map((x) => ({ value: `${x.kind} ${x.id}`, label: x.label }))}
        onChange={(e) => {
          const target = targets.find((x) => `${x.kind} ${x.id}` === e.target.value)!;
          onChoose({ kind: target.kind, id: target.id });
        }}
      />
    </div>
  );
}
