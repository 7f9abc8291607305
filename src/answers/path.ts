import type { Params, Question } from '@/db/define-question'
import { MAIN_SET } from '@/domain/vocabulary'
import { PACKAGE_LIMITS } from '@/domain/weak-limits'

/** What a parameter is when nothing else is asked for, and is left out of the path then. */
const DEFAULTS: Readonly<Record<string, string>> = { set: MAIN_SET, limits: PACKAGE_LIMITS }

/** Answers under a viewer's own thresholds are computed when they are asked for. */
export const isPrecomputed = (params: Params): boolean => (params['limits'] ?? PACKAGE_LIMITS) === PACKAGE_LIMITS

/**
 * Path of a static answer, relative to the site: `answers/tp-hcm-mau/ranking/par/2024/districts.json`.
 * A result set other than the main one is a folder more: `…/dti/2024/departments/with-public-services.json`.
 * Part of the public read-only API (see README): ids are plain ASCII, so no escaping is needed
 * for shipped packages; whatever a link carries is escaped all the same.
 */
export function answerPath<P extends string>(packageId: string, question: Question<P>, params: Params<P>): string {
  const parts = question.params.filter((name) => params[name] !== DEFAULTS[name]).map((name) => params[name])
  return `answers/${[packageId, question.name, ...parts].map(encodeURIComponent).join('/')}.json`
}
