import type { Edition, RankedUnit, Summary } from '@/db/questions'

/** Rows small enough to check by hand; only what a test is about is given. */

export function unit(nameVi: string, given: Partial<RankedUnit> = {}): RankedUnit {
  return {
    unitId: nameVi.toLowerCase().replaceAll(' ', '-'),
    nameVi,
    nameEn: nameVi,
    shortVi: null,
    shortEn: null,
    rank: null,
    rankOrigin: null,
    tied: false,
    ranked: true,
    points: null,
    totalOrigin: null,
    maxScore: null,
    share: null,
    bandId: null,
    bandOrigin: null,
    previousRank: null,
    placesGained: null,
    shareChange: null,
    trend: [],
    scoredCount: 0,
    weakCount: null,
    refusedCount: 0,
    missingReason: null,
    sourceId: null,
    tableRow: 2,
    sourceRow: null,
    gridColumn: null,
    gridRow: null,
    formerUnits: [],
    ...given,
  }
}

export const named = (nameVi: string) => ({ unitId: nameVi, nameVi, nameEn: nameVi, shortVi: null, shortEn: null })

export const former = (nameVi: string, gridColumn: number | null, gridRow: number | null) => ({
  unitId: nameVi,
  nameVi,
  nameEn: nameVi,
  gridColumn,
  gridRow,
})

/** Eighteen ranked units, 83,21 % on average, compared with 2023. */
export function block(given: Partial<Summary> = {}): Summary {
  return {
    unitCount: 18,
    rankedCount: 18,
    scoredCount: 18,
    leaders: [named('Sở Tư pháp')],
    mean: 0.8321,
    median: 0.834,
    best: 0.9498,
    lowest: 0.7368,
    gap: 0.213,
    meanChange: 0.0142,
    gapChange: -0.03,
    previousPeriod: '2023',
    previousUnitCount: 18,
    comparedCount: 18,
    roseCount: 11,
    fellCount: 7,
    changeBasis: 'total',
    coreCoverage: null,
    biggestRise: { ...named('Sở Du lịch'), fromRank: 10, toRank: 6, placesGained: 4 },
    biggestFall: null,
    bands: [],
    unclassedCount: 0,
    weakest: { subIndexId: 'x', nameVi: 'Chính quyền số', nameEn: 'Digital government', mean: 0.718, unitCount: 18 },
    refusedCount: 0,
    ...given,
  }
}

export function edition(given: Partial<Edition> = {}): Edition {
  return {
    indexId: 'par',
    indexNameVi: 'Chỉ số cải cách hành chính',
    indexNameEn: 'Public Administration Reform Index',
    indexShortName: 'PAR Index',
    period: '2024',
    periodEnd: '2024-12-31',
    blockId: 'departments',
    blockNameVi: 'Sở, ban, ngành',
    blockNameEn: 'Departments',
    resultSet: 'main',
    resultSetNameVi: null,
    resultSetNameEn: null,
    versionId: 'v1',
    decision: null,
    issuedOn: null,
    versionNoteVi: null,
    versionNoteEn: null,
    status: 'official',
    publishedOn: null,
    sourceId: null,
    sourceNumber: null,
    sourceTitle: null,
    sourceIssuer: null,
    sourceUrl: null,
    decimals: 2,
    surveyInvited: null,
    surveyReturned: null,
    surveyValid: null,
    unitCount: 18,
    bands: [],
    ...given,
  }
}
