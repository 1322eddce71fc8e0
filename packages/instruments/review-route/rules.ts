import { readReviewPlan } from '../../kernel/review-plan.ts';
import type { Doing } from '../../kernel/route.ts';

/** Roles that can be asked for an opinion: those that decide in row T04 of the permission matrix. */
export const reviewerRoles = ['LD', 'RM', 'LF', 'FA', 'TT', 'DM', 'DI', 'SR', 'XP', 'MC'] as const;

/** A step that asks for opinions; `packs check` reads its reviewers, quorum and stages. */
export const reviewStep: Doing = { does: 'review-route', reads: (settings) => readReviewPlan(settings, reviewerRoles) };
