import { queryOptions } from '@tanstack/react-query'

/** Markdown text of a shipped package's CHANGELOG.md. */
export const changeLogQuery = (packageId: string) => queryOptions<string>({ queryKey: ['change-log', packageId] })
