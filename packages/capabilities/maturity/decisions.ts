import { opening } from '../../instruments/scorecard/decisions.ts';
import { commandsOf, facts, happened } from '../../kernel/command.ts';
import { duplicateAt } from '../../kernel/duplicate.ts';
import { fields, group, list, optional } from '../../kernel/field.ts';
import { note, person, record } from '../../kernel/field-kinds.ts';
import { refuse } from '../../kernel/refusal.ts';
import { maturity } from './procedure.ts';
import { appraisalAspects } from './rules.ts';

export type Appraised = {
  readonly issuer: string;
  readonly achievement: { readonly id: string; readonly title: string } | null;
  readonly contributors: readonly string[];
};
const command = commandsOf(maturity);

/** Opens an appraisal of an achievement and its round of scoring. Whoever contributed to the achievement cannot judge it. */
export const openMaturity = command('maturity.open', {
  action: 'T32:P',
  brings: ['maturity.opened'],
  asks: [appraisalAspects],
  refuses: ['expert.twice'],
  input: fields({
    achievement: record('achievements'),
    experts: list(group({ person: person(), conflict: optional(note(500)) }), { least: 1, most: 50 }),
  }),
  facts: facts<Appraised>(),
  ground: ({ on }) => ({ given: {}, dates: { openedOn: on } }),
  decide: ({ input: i, facts: f, law }) => {
    const twice = duplicateAt(i.experts, (e) => e.person);
    if (twice >= 0) return [refuse('expert.twice', {}, { at: ['experts', twice, 'person'] })];
    const experts = i.experts.map((e) => {
      const conflict = f.contributors.includes(e.person) ? '成果完成人' : e.conflict;
      return { person: e.person, ...(conflict === undefined ? {} : { conflict }) };
    });
    const { id, title } = f.achievement!; // whatever the input names, the institution has
    const members = experts.map((e) => ({ person: e.person, role: 'XP' }));
    const aspects = law['appraisal-aspects']?.value.map((a) => a.title) ?? [];
    return [
      happened(
        'maturity.opened',
        { achievement: id, title, issuer: f.issuer, aspects },
        {
          subjects: [{ register: 'achievements', record: id, role: 'appraised' }],
          members,
          raises: [
            {
              procedure: 'scorecard',
              title: '专家评分',
              data: opening({ about: 'maturity', terms: { title, issuer: f.issuer }, experts }),
              members,
            },
          ],
        },
      ),
    ];
  },
});
