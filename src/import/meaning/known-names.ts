import { definitionNames } from '@/import/meaning/definition-names'
import { readHeader } from '@/import/meaning/header-text'
import { readPeriod } from '@/import/meaning/periods'
import { isTotalName, roleOf } from '@/import/meaning/role-names'
import { withoutNumber } from '@/import/meaning/match-sub-indices'
import type { BaseDefinitions } from '@/import/opening'
import type { KnownNames } from '@/import/table/known-names'
import { tidy } from '@/import/text-keys'

/** Each text once: the same few stand in a million cells. */
function remembered(is: (text: string) => boolean): (text: string) => boolean {
  const known = new Map<string, boolean>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const answer = is(tidy(text))
    known.set(text, answer)
    return answer
  }
}

/** What the shape of a table is recognised by, from the registry and the definitions of a package. */
export function knownNames(base: BaseDefinitions): KnownNames {
  const names = definitionNames(base)
  return {
    isHeader: remembered((text) => text !== '' && readHeader(text).role !== null),
    isUnit: remembered((text) => text !== '' && roleOf(text) === null && names.units.knows(text)),
    isSubIndex: remembered((text) => {
      const { name } = readHeader(text)
      return (
        name !== '' &&
        !isTotalName(name) &&
        (names.isSubIndex(name) || names.isSubIndex(withoutNumber(name)) || names.index(name) !== null)
      )
    }),
    isPeriod: remembered((text) => /\d{4}/.test(text) && readPeriod(text) !== null),
    isBlock: remembered((text) => text !== '' && names.block(text).id !== null),
  }
}
