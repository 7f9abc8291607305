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

describe('the figures of a file', () => {
  const data = { ...DEFAULT_VIEW, screen: 'data' as const }
  const ofFile = { ...DEFAULT_VIEW, package: 'file-1' }

  it('are waited for under their own name, and left at once: they may take half a minute', () => {
    const client = clientWithAnswers()
    expect(canDrawAtOnce(client, ofFile, data)).toBe(true)
    expect(canDrawAtOnce(client, data, ofFile)).toBe(true)
  })

  it('follow a choice among them as those of other packages do', () => {
    expect(canDrawAtOnce(clientWithAnswers(), { ...ofFile, period: '2023' }, ofFile)).toBe(false)
    expect(canDrawAtOnce(clientWithAnswers(), { ...data, package: 'b' }, data)).toBe(false)
  })
})
