import type { Params, Question } from '@/db/define-question'
import { MAIN_SET } from '@/domain/vocabulary'

/**
 * Path of a static answer, relative to the site: `answers/tp-hcm-mau/ranking/par/2024/districts.json`.
 * A result set other than the main one is a folder more: `…/dti/2024/departments/with-public-services.json`.
 * Part of the public read-only API (see README): ids are plain ASCII, so no escaping is needed
 * for shipped packages; whatever a link carries is escaped all the same.
 */
export function answerPath<P extends string>(packageId: string, question: Question<P>, params: Params<P>): string {
  const parts = question.params
    .filter((name) => !(name === 'set' && params[name] === MAIN_SET))
    .map((name) => params[name])
  return `answers/${[packageId, question.name, ...parts].map(encodeURIComponent).join('/')}.json`
}
