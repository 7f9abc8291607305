import { expect, test } from 'vitest'
import { openPackage } from './fixture'

test('after loading, SQL reaches neither files nor the network, and no setting can be changed', async () => {
  const database = await openPackage({})
  await expect(database.query("FROM read_csv('https://example.org/a.csv')")).rejects.toThrow(/disabled/)
  await expect(database.query("FROM read_csv('scores.csv')")).rejects.toThrow(/disabled/)
  await expect(database.query("COPY scores TO 'a.csv'")).rejects.toThrow(/disabled/)
  await expect(database.run('LOAD icu')).rejects.toThrow(/extensions is disabled/)
  await expect(database.run('SET enable_external_access = true')).rejects.toThrow(/locked/)
  await database.close()
})

test('a function of an extension that is not there fails at once instead of asking the network', async () => {
  const database = await openPackage({})
  await expect(database.query("SELECT json_extract('{}', '$')")).rejects.toThrow(/json/)
  await database.close()
})
