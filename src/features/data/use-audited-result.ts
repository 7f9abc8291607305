import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { fileOfEdition } from '@/domain/file-of-edition'
import type { Problem } from '@/domain/problem'
import { auditQuery } from '@/queries/audit'
import { findingProblem } from '@/queries/finding-problem'
import type { OpenFileResult } from '@/queries/open-file'
import { packagesQuery } from '@/queries/packages'

/** `none`: nothing was opened; `failed`: the engine could not hold the figures against each other. */
export type AuditState = 'none' | 'working' | 'failed' | 'done'

interface AuditedResult {
  readonly result: OpenFileResult
  readonly audit: AuditState
}

/** An opened file with what its own figures contradict among its problems, as soon as the engine has held them against each other. */
export function useAuditedResult(result: OpenFileResult, fileName: string): AuditedResult {
  const packageId = result.outcome === 'opened' ? result.packageId : null
  const { data: list } = useSuspenseQuery(packagesQuery)
  const { data: findings, isError } = useQuery({ ...auditQuery(packageId ?? ''), enabled: packageId !== null })
  const pack = list.packages.find(({ id }) => id === packageId)
  return useMemo(() => {
    if (packageId === null || pack === undefined) return { result, audit: 'none' }
    if (findings === undefined) return { result, audit: isError ? 'failed' : 'working' }
    const found = findings
      .filter((finding) => fileOfEdition(pack, finding) === fileName)
      .flatMap((finding) => findingProblem(finding, fileName, result.reading.columns ?? []) ?? [])
    return { result: withProblems(result, found), audit: 'done' }
  }, [packageId, pack, findings, isError, result, fileName])
}

function withProblems(result: OpenFileResult, found: readonly Problem[]): OpenFileResult {
  const problemCounts = { ...result.problemCounts }
  for (const { kind } of found) problemCounts[kind] = (problemCounts[kind] ?? 0) + 1
  return { ...result, problems: [...result.problems, ...found], problemCounts }
}
