import type { Question } from '@/db/define-question'
import { editions, ranking, summary } from '@/db/questions/first-view'

const byName = (questions: readonly Question[]): ReadonlyMap<string, Question> =>
  new Map(questions.map((question) => [question.name, question]))

const FIRST_VIEW = byName([editions, ranking, summary])

/** The questions of the first view are at hand, the others are fetched with the first of them. Throws for a name that no question has. */
export async function questionNamed(name: string): Promise<Question> {
  const question = FIRST_VIEW.get(name) ?? byName((await import('@/db/questions/further')).FURTHER).get(name)
  if (!question) throw new Error(`No question is named ${name}`)
  return question
}
