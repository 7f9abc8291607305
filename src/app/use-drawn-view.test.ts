import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { canDrawAtOnce } from '@/app/use-drawn-view'
import { block, edition } from '../../tests/fixtures/rows'
import { editionsQuery, rankingQuery, summaryQuery } from '@/queries/first-view'
import { packagesQuery } from '@/queries/packages'
import { DEFAULT_VIEW } from '@/view/view-state'

const key = { index: 'par', period: '2023', block: 'departments', set: 'main' }
const before = { ...DEFAULT_VIEW, period: '2023' }

function clientWithAnswers() {
  const client = new QueryClient()
  const texts = { name_vi: '', name_en: '', description_vi: '', description_en: '', version: '1', folder: 'a' }
  client.setQueryData(packagesQuery.queryKey, {
    defaultId: 'a',
    packages: [{ ...texts, id: 'a', status: 'official', origin: 'shipped' }],
  })
  client.setQueryData(editionsQuery('a').queryKey, [edition(), edition({ period: '2023' })])
  client.setQueryData(rankingQuery('a', key).queryKey, [])
  return client
}

describe('a ranking', () => {
  it('is drawn at once when all its answers have been asked before', () => {
    const client = clientWithAnswers()
    expect(canDrawAtOnce(client, before, DEFAULT_VIEW)).toBe(false)
    client.setQueryData(summaryQuery('a', key).queryKey, [block()])
    expect(canDrawAtOnce(client, before, DEFAULT_VIEW)).toBe(true)
    expect(canDrawAtOnce(client, DEFAULT_VIEW, before)).toBe(false)
  })

  it('follows the letters of a search when there is time', () => {
    const client = clientWithAnswers()
    client.setQueryData(summaryQuery('a', key).queryKey, [block()])
    expect(canDrawAtOnce(client, { ...before, q: 'y' }, before)).toBe(false)
  })
})
