import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PackageTables, Row } from '@/domain/tables'
import { MAIN_SET } from '@/domain/vocabulary'
import type { PackageMeta } from '@/import/package/write-package'
import { writePackage } from '@/import/package/write-package'
import { ascii, cell, parseSource, readRegistry, slug } from './units'
import type { Registry, SourceRow } from './units'

/**
 * Makes the two packages of published figures from the collected source
 * tables. Nothing is computed, guessed or filled in: a figure that a source
 * does not give stays empty.
 */

const VERSION = '2026.11.22'

const RULES: readonly Row<'rules'>[] = [
  { rule_id: 'weak-absolute-share', value: 0.65 },
  { rule_id: 'weak-relative-deviations', value: 1 },
  { rule_id: 'weak-bottom-quantile', value: 0.25 },
  { rule_id: 'weak-relative-min-units', value: 8 },
  { rule_id: 'weak-fall-share', value: 0.05 },
  { rule_id: 'comparable-core-share', value: 0.7 },
]

const numberOrNull = (row: SourceRow, column: string) => (cell(row, column) === '' ? null : Number(cell(row, column)))

function known<V>(map: ReadonlyMap<string, V>, key: string, what: string): V {
  const value = map.get(key)
  if (value === undefined) throw new Error(`Unknown ${what}: ${key}`)
  return value
}

// ------------------------------------------------------------ Ho Chi Minh City

const HCMC_INDICES: readonly Row<'indices'>[] = [
  {
    index_id: 'par',
    name_vi: 'Chỉ số cải cách hành chính',
    name_en: 'Public Administration Reform Index',
    short_name: 'PAR Index',
    description_vi:
      'Khối sở ngành, quận huyện và ngành dọc: do TP.HCM công bố; khối tỉnh, thành phố: do Bộ Nội vụ công bố. Phần lớn chỉ có thứ hạng.',
    description_en:
      'Departments, districts and vertical agencies: published by HCMC; provinces: by the Ministry of Home Affairs. Mostly ranks only.',
    position: 1,
    direction: 'higher',
  },
  {
    index_id: 'dti',
    name_vi: 'Chỉ số chuyển đổi số',
    name_en: 'Digital Transformation Index',
    short_name: 'DTI',
    description_vi: 'Chỉ số chuyển đổi số của các đơn vị thuộc TP.HCM; chỉ tìm thấy thứ hạng.',
    description_en: 'Digital transformation of the units of HCMC; only ranks were found.',
    position: 2,
    direction: 'higher',
  },
  {
    index_id: 'ddci',
    name_vi: 'Chỉ số năng lực cạnh tranh cấp sở, ban, ngành và địa phương',
    name_en: 'Department and District Competitiveness Index',
    short_name: 'DDCI',
    description_vi: 'Đánh giá của doanh nghiệp; điểm mang tính tương đối giữa các đơn vị được đánh giá trong năm.',
    description_en: 'As judged by enterprises; scores are relative to the units assessed in the year.',
    position: 3,
    direction: 'higher',
  },
]

const HCMC_BLOCKS: readonly Row<'blocks'>[] = [
  { block_id: 'departments', name_vi: 'Sở, ban, ngành', name_en: 'Departments', position: 1 },
  { block_id: 'districts', name_vi: 'Thành phố Thủ Đức, quận, huyện', name_en: 'Districts', position: 2 },
  { block_id: 'vertical', name_vi: 'Cơ quan ngành dọc', name_en: 'Vertical agencies', position: 3 },
  { block_id: 'provinces', name_vi: 'Tỉnh, thành phố', name_en: 'Provinces', position: 4 },
]

const version = (
  index: string,
  id: string,
  decision: string | null,
  issuedOn: string | null,
  noteVi: string,
  noteEn: string,
): Row<'versions'> => ({
  index_id: index,
  version_id: id,
  decision,
  issued_on: issuedOn,
  note_vi: noteVi,
  note_en: noteEn,
})

const MAXIMA_UNKNOWN_VI = 'Chưa tìm thấy điểm tối đa của từng lĩnh vực.'
const MAXIMA_UNKNOWN_EN = 'The maxima of the fields were not found.'

const HCMC_VERSIONS: readonly Row<'versions'>[] = [
  version(
    'par',
    'tphcm-2020',
    null,
    null,
    `Đề án xác định Chỉ số CCHC của TP.HCM, phê duyệt tháng 10/2020: 7 lĩnh vực, thang điểm 100. ${MAXIMA_UNKNOWN_VI}`,
    `HCMC scheme approved in October 2020: 7 fields, scale of 100. ${MAXIMA_UNKNOWN_EN}`,
  ),
  version(
    'par',
    'bnv-2012',
    '1294/QĐ-BNV',
    '2012-12-03',
    'Bộ Nội vụ, từ năm 2012.',
    'Ministry of Home Affairs, from 2012.',
  ),
  version(
    'par',
    'bnv-2016',
    null,
    null,
    'Bộ Nội vụ, áp dụng năm 2016; chưa tìm thấy quyết định.',
    'Ministry of Home Affairs, used for 2016; the decision was not found.',
  ),
  version(
    'par',
    'bnv-2020',
    '1149, 1150/QĐ-BNV',
    '2020-12-30',
    'Bộ Nội vụ, năm 2020–2021.',
    'Ministry of Home Affairs, 2020–2021.',
  ),
  version(
    'par',
    'bnv-2022',
    '876/QĐ-BNV',
    '2022-11-10',
    `Bộ Nội vụ, năm 2022–2023: 8 lĩnh vực, 100 điểm gồm 32 điểm điều tra xã hội học. ${MAXIMA_UNKNOWN_VI}`,
    `Ministry of Home Affairs, 2022–2023: 8 fields, 100 points of which 32 by survey. ${MAXIMA_UNKNOWN_EN}`,
  ),
  version(
    'dti',
    'tphcm-2023',
    '79/QĐ-UBND',
    '2023-01-10',
    `Sở, ngành: 6 chỉ số chính, tối đa 330 điểm; quận, huyện: 9 chỉ số chính. ${MAXIMA_UNKNOWN_VI}`,
    `Departments: 6 main indices, at most 330 points; districts: 9 main indices. ${MAXIMA_UNKNOWN_EN}`,
  ),
  version(
    'ddci',
    'tphcm-2022',
    null,
    null,
    'Sở, ngành: 9 chỉ số thành phần; địa phương: 10. Chưa tìm thấy điểm thành phần.',
    'Departments: 9 component indices; localities: 10. Component scores were not found.',
  ),
  version(
    'ddci',
    'tphcm-2023',
    null,
    null,
    'Bỏ “Vai trò của người đứng đầu”; thêm “Chỉ số Xanh” và “Sức khỏe và Môi trường sống”.',
    'The role of the head left; the green and the health and living environment indices entered.',
  ),
]

/** Criteria of the shared list (index, version, block there) → those of the package. */
const HCMC_CRITERIA = [
  ['PAR', 'HCMC-2021-2024', 'so_nganh', 'par', 'tphcm-2020', 'departments'],
  ['PAR', 'HCMC-2021-2024', 'quan_huyen', 'par', 'tphcm-2020', 'districts'],
  ['PAR', 'QD-876-BNV-2022', 'province', 'par', 'bnv-2022', 'provinces'],
  ['DTI', 'HCMC-QD-79-2023', 'so_nganh', 'dti', 'tphcm-2023', 'departments'],
  ['DTI', 'HCMC-QD-79-2023', 'quan_huyen', 'dti', 'tphcm-2023', 'districts'],
  ['DDCI', 'HCMC-2022', 'so_nganh', 'ddci', 'tphcm-2022', 'departments'],
  ['DDCI', 'HCMC-2022', 'quan_huyen', 'ddci', 'tphcm-2022', 'districts'],
  ['DDCI', 'HCMC-2023', 'so_nganh', 'ddci', 'tphcm-2023', 'departments'],
  ['DDCI', 'HCMC-2023', 'quan_huyen', 'ddci', 'tphcm-2023', 'districts'],
] as const

/**
 * The one rank that is left out: nobody published it. It was derived from "last" and 26 departments, but another
 * paper gives 23 ranked units.
 */
const isDoubtful = (row: SourceRow) =>
  cell(row, 'index').startsWith('PAR') && cell(row, 'year') === '2021' && cell(row, 'rank') === '26'

/** DTI 2023 of departments: under 198, 199 to under 264, 264 and more of 330 points. */
const DTI_BANDS: readonly Row<'bands'>[] = (
  [
    ['nang-cao', 'Nâng cao', 'Advanced', 0.8],
    ['hinh-thanh', 'Hình thành', 'Forming', 0.6],
    ['khoi-dong', 'Khởi động', 'Starting', 0],
  ] as const
).map(([id, vi, en, share], index) => ({
  index_id: 'dti',
  version_id: 'tphcm-2023',
  block_id: 'departments',
  band_id: id,
  name_vi: vi,
  name_en: en,
  min_share: share,
  position: index + 1,
}))

/** PAR classes of HCMC by name; their limits were not found. */
const PAR_BANDS: readonly Row<'bands'>[] = ['departments', 'districts'].flatMap((block) =>
  (
    [
      ['xuat-sac', 'Xuất sắc', 'Excellent'],
      ['tot', 'Tốt', 'Good'],
      ['kha', 'Khá', 'Fair'],
      ['trung-binh', 'Trung bình', 'Average'],
      ['yeu', 'Yếu', 'Weak'],
    ] as const
  ).map(([id, vi, en], index) => ({
    index_id: 'par',
    version_id: 'tphcm-2020',
    block_id: block,
    band_id: id,
    name_vi: vi,
    name_en: en,
    min_share: null,
    position: index + 1,
  })),
)

const source = (
  id: string,
  title: string,
  issuer: string,
  publishedOn: string | null,
  url: string,
): Row<'sources'> => ({
  source_id: id,
  number: null,
  title,
  issuer,
  published_on: publishedOn,
  url,
})

const HCMC_SOURCES: readonly Row<'sources'>[] = [
  source(
    'vietjo-2022-03-28',
    'PAR Index 2021 của TP.HCM (bài báo)',
    'VIETJO',
    '2022-03-28',
    'https://viet-jo.com/news/social/220328193205.html',
  ),
  source(
    'blogtuan-2022-03-22',
    'PAR Index 2021 của TP.HCM: đơn vị cuối bảng (bản dịch máy của một tin báo)',
    'blogtuan.info',
    '2022-03-22',
    'https://blogtuan.info/2022/03/22/binh-tan-topped-the-par-rankings/',
  ),
  source(
    'vietjo-2023-05-15',
    'DDCI 2022 của TP.HCM: 10 đơn vị đầu mỗi khối (bài báo)',
    'VIETJO',
    '2023-05-15',
    'https://viet-jo.com/news/social/230515140043.html',
  ),
  source(
    'vietnam-vn-ddci-2022',
    'DDCI 2022 của TP.HCM: đơn vị cuối bảng (bài báo)',
    'Vietnam.vn',
    null,
    'https://vietnam.vn/en/tp-thu-duc-xep-cuoi-bang-nang-luc-canh-tranh-noi-bo',
  ),
  source(
    'vns-2024-03-07',
    'Hội nghị ngày 07/3/2024: PAR Index, DDCI, DTI 2023 của TP.HCM (bản chép tin TTXVN)',
    'tothethao.com',
    null,
    'http://tothethao.com/bong-da_en/hcm-city-announces-outcomes-of-administrative-reforms-2257788.html',
  ),
  source(
    'nhan-dan-2025-02-27',
    'Công bố PAR Index, DTI, DDCI 2024 của TP.HCM (báo Nhân Dân, bản dịch máy)',
    'Nhân Dân, Vietnam.vn',
    '2025-02-27',
    'https://vietnam.vn/ko/thanh-pho-ho-chi-minh-cong-bo-cac-chi-so-cai-cach-hanh-chinh-chuyen-doi-so-va-nang-luc-canh-tranh',
  ),
  source(
    'vietnamplus-par-2012',
    'PAR Index 2012 của các tỉnh, thành phố (bài báo)',
    'VietnamPlus',
    null,
    'https://en.vietnamplus.vn/da-nang-tops-nation-in-administrative-reforms/56332.vnp',
  ),
  source(
    'vietjo-par-2016',
    'PAR Index 2016 của các tỉnh, thành phố (bài báo)',
    'VIETJO',
    null,
    'https://viet-jo.com/news/social/170601060759.html',
  ),
  source(
    'vietjo-par-2021',
    'PAR Index 2021 của các tỉnh, thành phố (bài báo)',
    'VIETJO',
    null,
    'https://viet-jo.com/news/social/220525193654-pic1.html',
  ),
  source(
    'vietjo-par-2023',
    'PAR Index 2023 của các tỉnh, thành phố (bài báo)',
    'VIETJO',
    null,
    'https://viet-jo.com/news/social/240417214326.html',
  ),
]

const HCMC_INDEX_IDS: ReadonlyMap<string, string> = new Map([
  ['PAR INDEX TP.HCM', 'par'],
  ['PAR INDEX', 'par'],
  ['DTI TP.HCM', 'dti'],
  ['DDCI TP.HCM', 'ddci'],
])

interface BlockAndSet {
  readonly block: string
  readonly set: string
  readonly nameVi: string | null
  readonly nameEn: string | null
  /** Block of the registry in which the names of units are looked up. */
  readonly registryBlock: string
}
const onlySet = (block: string, registryBlock: string): BlockAndSet => ({
  block,
  set: MAIN_SET,
  nameVi: null,
  nameEn: null,
  registryBlock,
})
const HCMC_BLOCK_IDS: ReadonlyMap<string, BlockAndSet> = new Map([
  ['Sở, ban, ngành', onlySet('departments', 'so_nganh')],
  ['UBND TP Thủ Đức, quận, huyện', onlySet('districts', 'quan_huyen')],
  ['Ngành dọc', onlySet('vertical', 'nganh_doc')],
  ['tỉnh/thành phố', onlySet('provinces', 'province')],
  [
    'Sở, ban, ngành có cung cấp dịch vụ công',
    {
      block: 'departments',
      set: 'with-public-services',
      nameVi: 'Đơn vị có cung cấp dịch vụ công',
      nameEn: 'Units with public services',
      registryBlock: 'so_nganh',
    },
  ],
  [
    'Sở, ban, ngành không cung cấp dịch vụ công',
    {
      block: 'departments',
      set: 'without-public-services',
      nameVi: 'Đơn vị không cung cấp dịch vụ công',
      nameEn: 'Units without public services',
      registryBlock: 'so_nganh',
    },
  ],
])

/** Version in force, by index, block of provinces or not, and year. */
function versionOf(index: string, block: string, year: string): string {
  if (index === 'dti') return 'tphcm-2023'
  if (index === 'ddci') return year === '2022' ? 'tphcm-2022' : 'tphcm-2023'
  if (block !== 'provinces') return 'tphcm-2020'
  const byYear: ReadonlyMap<string, string> = new Map([
    ['2012', 'bnv-2012'],
    ['2016', 'bnv-2016'],
    ['2021', 'bnv-2020'],
    ['2023', 'bnv-2022'],
  ])
  return known(byYear, year, 'year of the national PAR Index')
}

/** Days of publication that are documented. */
const PUBLISHED_ON: ReadonlyMap<string, string> = new Map([
  ['par 2021', '2022-03-22'],
  ['par 2023', '2024-03-05'],
  ['par 2024', '2025-02-27'],
  ['dti 2023', '2024-03-07'],
  ['dti 2024', '2025-02-27'],
  ['ddci 2022', '2023-05-11'],
])

/** Finds the unit that bore a name in a year, in one block of the registry. */
function unitFinder(registry: Registry) {
  const units = new Map(registry.units.map((unit) => [unit.unit_id, unit]))
  const alive = (id: string, year: string) => {
    const unit = units.get(id)
    return (unit?.valid_from ?? '0') <= `${year}-12-31` && (unit?.valid_to ?? '9999') >= `${year}-01-01`
  }
  return (name: string, registryBlock: string, year: string): string => {
    const plain = name.replace(/ \([A-Z]+\)$/, '').toLowerCase()
    const named = (registry.idsByBlock.get(registryBlock) ?? []).filter((id) => {
      const unit = units.get(id)
      return `${unit?.name_vi}|${unit?.aliases ?? ''}`.toLowerCase().split('|').includes(plain)
    })
    const living = named.filter((id) => alive(id, year))
    // Results come out in the next year: a unit renamed in between is named as it was then called.
    const former = registry.lineage
      .filter((row) => row.kind === 'rename' && named.includes(row.to_unit_id) && alive(row.from_unit_id, year))
      .map((row) => row.from_unit_id)
    const [id, ...others] = living.length > 0 ? living : former
    if (id === undefined) throw new Error(`${name} (${year}) is no unit of the registry.`)
    if (others.length > 0) throw new Error(`${name} (${year}) may be ${id} or ${others.join(', ')}.`)
    return id
  }
}

function subIndicesOf(text: string): readonly Row<'sub_indices'>[] {
  const rows = parseSource(text)
  return HCMC_CRITERIA.flatMap(([index, versionThere, blockThere, indexId, versionId, block]) =>
    rows
      .filter(
        (row) =>
          cell(row, 'index') === index &&
          cell(row, 'version') === versionThere &&
          cell(row, 'block') === blockThere &&
          cell(row, 'code') !== 'TOTAL',
      )
      .map((row) => ({
        index_id: indexId,
        version_id: versionId,
        block_id: block,
        // Numbers name different fields in different versions.
        sub_index_id: /^\d+$/.test(cell(row, 'code')) ? slug(cell(row, 'name_vi')) : cell(row, 'code').toLowerCase(),
        parent_id: null,
        name_vi: cell(row, 'name_vi'),
        name_en: cell(row, 'name_en'),
        max_score: numberOrNull(row, 'max_score'),
        weight: null,
        position: Number(cell(row, 'order')),
        theme_id: null,
        lead_unit_id: null,
      })),
  )
}

/** The package `tp-hcm`: what was published of the units of Ho Chi Minh City. */
function hcmcTables(registryText: string, criteriaText: string, figures: readonly string[]): PackageTables {
  const registry = readRegistry(registryText)
  const findUnit = unitFinder(registry)
  const sourceIds = new Map(HCMC_SOURCES.map((row) => [row.url ?? '', row.source_id]))
  const rows = figures
    .flatMap(parseSource)
    .filter((row) => cell(row, 'index').endsWith('TP.HCM') || cell(row, 'unit') === 'TP. Hồ Chí Minh')
  const editions = new Map<string, Row<'editions'>>()
  const results: Row<'results'>[] = []
  for (const row of rows) {
    const index = known(HCMC_INDEX_IDS, cell(row, 'index'), 'index')
    const { block, set, nameVi, nameEn, registryBlock } = known(HCMC_BLOCK_IDS, cell(row, 'block'), 'block')
    const year = cell(row, 'year')
    const sourceId = known(sourceIds, cell(row, 'source'), 'source')
    const key = { index_id: index, period: year, block_id: block, result_set: set }
    const editionKey = Object.values(key).join(' ')
    if (!editions.has(editionKey)) {
      editions.set(editionKey, {
        ...key,
        period_end: `${year}-12-31`,
        result_set_name_vi: nameVi,
        result_set_name_en: nameEn,
        version_id: versionOf(index, block, year),
        // Taken from the press, not from the decision of the publisher.
        status: 'provisional',
        published_on: block === 'provinces' ? null : (PUBLISHED_ON.get(`${index} ${year}`) ?? null),
        source_id: sourceId,
        decimals: 2,
        survey_invited: null,
        survey_returned: null,
        survey_valid: null,
      })
    }
    const total = numberOrNull(row, 'score')
    results.push({
      ...key,
      unit_id: block === 'provinces' ? 'tp-ho-chi-minh' : findUnit(cell(row, 'unit'), registryBlock, year),
      total_score: total,
      max_score: numberOrNull(row, 'max_score'),
      rank: isDoubtful(row) ? null : numberOrNull(row, 'rank'),
      band_id: null,
      ranked: true,
      missing_reason: total === null ? 'rank-only' : null,
      source_id: sourceId,
      source_row: null,
    })
  }
  return {
    indices: HCMC_INDICES,
    blocks: HCMC_BLOCKS,
    versions: HCMC_VERSIONS,
    themes: [],
    sub_indices: subIndicesOf(criteriaText),
    bands: [...PAR_BANDS, ...DTI_BANDS],
    units: registry.units,
    lineage: registry.lineage,
    sources: HCMC_SOURCES,
    editions: [...editions.values()],
    results,
    scores: [],
    rules: RULES,
  }
}

const HCMC_META: PackageMeta = {
  name: 'tp-hcm',
  title: 'TP.HCM: kết quả đã công bố (Ho Chi Minh City: published results)',
  description:
    'PAR Index, DTI and DDCI results of Ho Chi Minh City and its units, as found in the press and public pages. Incomplete; nothing filled in.',
  version: VERSION,
  contributors: [{ title: 'Bảng chỉ số cải cách', roles: ['contributor'] }],
  sources: HCMC_SOURCES.map(({ title, url }) => ({ title, path: url ?? '' })),
}

// ---------------------------------------------------------------- Index set 766

const SNAPSHOT = '2026-10-10'
const INDEX_766 = { index_id: 'bo-766', version_id: 'qd-766-2022' } as const
const PORTAL = 'Cổng Dịch vụ công quốc gia, Văn phòng Chính phủ'
const MIRROR = 'https://github.com/duynghiaqn/Crawler-766'

/**
 * Maxima: Quyết định 766/QĐ-TTg gives 18, 20, 22, 22 and 18 points to five
 * groups; the portal shows the group of online services (22) as two, 12 for
 * the services and 10 for payment.
 */
const GROUPS_766 = [
  ['ckmb', 'Công khai, minh bạch', 'Openness and transparency', 18],
  ['tdgq', 'Tiến độ giải quyết', 'Progress of processing', 20],
  ['online', 'Dịch vụ công trực tuyến', 'Online public services', 12],
  ['tttt', 'Thanh toán trực tuyến', 'Online payment', 10],
  ['mdsh', 'Mức độ số hóa', 'Digitisation of files', 22],
  ['mdhl', 'Mức độ hài lòng', 'Satisfaction', 18],
] as const

const source766 = (id: string, what: string, path: string): Row<'sources'> => ({
  source_id: id,
  number: null,
  title: `Điểm Bộ chỉ số 766 trên Cổng Dịch vụ công quốc gia, trích ngày 10/10/2026: ${what} (${path})`,
  issuer: PORTAL,
  published_on: SNAPSHOT,
  url: MIRROR,
})

interface Block766 {
  readonly block: Row<'blocks'>
  readonly source: Row<'sources'>
}
const BLOCKS_766: ReadonlyMap<string, Block766> = new Map([
  [
    'Sở, ban, ngành',
    {
      block: {
        block_id: 'departments',
        name_vi: 'Sở, ban, ngành tỉnh Gia Lai',
        name_en: 'Departments of Gia Lai',
        position: 1,
      },
      source: source766('dvcqg-gia-lai-so', '14 sở, ban, ngành Gia Lai', 'data/gia_lai/agencies_GiaLai_10102026.json'),
    },
  ],
  [
    'UBND xã, phường',
    {
      block: {
        block_id: 'communes',
        name_vi: 'Xã, phường tỉnh Gia Lai',
        name_en: 'Communes and wards of Gia Lai',
        position: 2,
      },
      source: source766('dvcqg-gia-lai-xa', '135 xã, phường Gia Lai', 'data/gia_lai/communes_GiaLai_10102026.json'),
    },
  ],
  [
    'tỉnh/thành phố (34)',
    {
      block: { block_id: 'provinces', name_vi: 'Tỉnh, thành phố', name_en: 'Provinces and cities', position: 3 },
      source: source766('dvcqg-tinh', '34 tỉnh, thành phố', 'data/provinces/scores_Provinces_10102026.json'),
    },
  ],
])

const DEPARTMENT_NAMES_EN: ReadonlyMap<string, string> = new Map([
  ['Sở Văn hóa, Thể thao và Du lịch', 'Department of Culture, Sports and Tourism'],
  ['Sở Khoa học và Công nghệ', 'Department of Science and Technology'],
  ['Ban Quản lý Khu kinh tế', 'Economic Zone Management Board'],
  ['Sở Y tế', 'Department of Health'],
  ['Sở Nội vụ', 'Department of Home Affairs'],
  ['Sở Dân tộc và Tôn giáo', 'Department of Ethnic and Religious Affairs'],
  ['Sở Công Thương', 'Department of Industry and Trade'],
  ['Sở Tư pháp', 'Department of Justice'],
  ['Sở Giáo dục và Đào tạo', 'Department of Education and Training'],
  ['Sở Xây dựng', 'Department of Construction'],
  ['Sở Nông nghiệp và Môi trường', 'Department of Agriculture and Environment'],
  ['Sở Ngoại vụ', 'Department of Foreign Affairs'],
  ['Sở Tài chính', 'Department of Finance'],
  ['Thanh tra tỉnh', 'Provincial Inspectorate'],
])

const TYPES_EN: ReadonlyMap<string, string> = new Map([
  ['Xã', 'Commune'],
  ['Phường', 'Ward'],
  ['Tỉnh', 'Province'],
  ['Thành phố', 'City'],
])

/** A unit from the name that the portal writes (`UBND Xã Chơ Long`, `Sở Y tế - tỉnh Gia Lai`). */
function unit766(written: string, block: string): Row<'units'> {
  const plain = written.replace(/^UBND /, '').replace(/ - (tỉnh )?Gia Lai$/, '')
  const name = plain.charAt(0).toUpperCase() + plain.slice(1)
  const [, type = '', proper = ''] = /^(Xã|Phường|Tỉnh|Thành phố) (.+)$/.exec(name) ?? []
  const department = block === 'departments'
  return {
    unit_id: department ? `gl-${slug(name)}` : slug(name.replace(/^Thành phố /, 'TP ')),
    name_vi: name,
    name_en: department
      ? known(DEPARTMENT_NAMES_EN, name, 'department')
      : `${ascii(proper)} ${known(TYPES_EN, type, 'type of unit')}`,
    short_vi: null,
    short_en: null,
    valid_from: null,
    valid_to: null,
    official_code: null,
    grid_column: null,
    grid_row: null,
    aliases: written === name ? null : written,
  }
}

/** The package `bo-766-2026`: Gia Lai's units and all provinces. */
function index766Tables(figures: readonly string[]): PackageTables {
  const units = new Map<string, Row<'units'>>()
  const results: Row<'results'>[] = []
  const scores: Row<'scores'>[] = []
  for (const row of figures.flatMap(parseSource)) {
    const { block, source: from } = known(BLOCKS_766, cell(row, 'block'), 'block')
    const unit = unit766(cell(row, 'unit'), block.block_id)
    const before = units.get(unit.unit_id)
    if (before && before.aliases !== unit.aliases) throw new Error(`Two units share the id ${unit.unit_id}.`)
    units.set(unit.unit_id, unit)
    const key = {
      index_id: INDEX_766.index_id,
      period: SNAPSHOT,
      block_id: block.block_id,
      result_set: MAIN_SET,
      unit_id: unit.unit_id,
    }
    const subIndex = cell(row, 'sub_index')
    if (subIndex === 'total') {
      results.push({
        ...key,
        total_score: numberOrNull(row, 'score'),
        max_score: numberOrNull(row, 'max_score'),
        rank: numberOrNull(row, 'rank'),
        band_id: null,
        ranked: true,
        missing_reason: null,
        source_id: from.source_id,
        source_row: null,
      })
    } else {
      const id = /\(([A-Z]+)\)$/.exec(subIndex)?.[1]?.toLowerCase()
      const group = GROUPS_766.find(([groupId]) => groupId === id)
      if (!group) throw new Error(`Unknown group: ${subIndex}`)
      scores.push({
        ...key,
        sub_index_id: group[0],
        part: 'final',
        score: numberOrNull(row, 'score'),
        max_score: null,
        missing_reason: null,
        source_row: null,
      })
    }
  }
  const blocks = [...BLOCKS_766.values()]
  return {
    indices: [
      {
        index_id: INDEX_766.index_id,
        name_vi: 'Bộ chỉ số 766',
        name_en: 'Index set 766',
        short_name: 'Bộ chỉ số 766',
        description_vi:
          'Bộ chỉ số chỉ đạo, điều hành và đánh giá chất lượng phục vụ người dân, doanh nghiệp trong thực hiện thủ tục hành chính, dịch vụ công theo thời gian thực trên môi trường điện tử (Quyết định 766/QĐ-TTg). Số liệu tính từ đầu năm đến ngày trích; không phải PAR Index, DTI hay DDCI.',
        description_en:
          'Indicators of direction and of the quality of service to citizens and enterprises in administrative procedures and public services, in real time (Decision 766/QĐ-TTg). Year to date; not the PAR Index, DTI or DDCI.',
        position: 1,
        direction: 'higher',
      },
    ],
    blocks: blocks.map(({ block }) => block),
    versions: [
      version(
        INDEX_766.index_id,
        INDEX_766.version_id,
        '766/QĐ-TTg',
        '2022-06-23',
        'Năm nhóm 18, 20, 22, 22 và 18 điểm; trên Cổng, nhóm cung cấp dịch vụ trực tuyến (22 điểm) được tách thành dịch vụ trực tuyến (12) và thanh toán trực tuyến (10).',
        'Five groups of 18, 20, 22, 22 and 18 points; the portal shows the group of online services (22) as online services (12) and online payment (10).',
      ),
    ],
    themes: [],
    sub_indices: blocks.flatMap(({ block }) =>
      GROUPS_766.map(([id, vi, en, max], index) => ({
        ...INDEX_766,
        block_id: block.block_id,
        sub_index_id: id,
        parent_id: null,
        name_vi: vi,
        name_en: en,
        max_score: max,
        weight: null,
        position: index + 1,
        theme_id: null,
        lead_unit_id: null,
      })),
    ),
    bands: [],
    units: [...units.values()],
    lineage: [],
    sources: blocks.map(({ source: row }) => row),
    editions: blocks.map(({ block, source: row }) => ({
      index_id: INDEX_766.index_id,
      period: SNAPSHOT,
      period_end: SNAPSHOT,
      block_id: block.block_id,
      result_set: MAIN_SET,
      result_set_name_vi: null,
      result_set_name_en: null,
      version_id: INDEX_766.version_id,
      status: 'official',
      published_on: SNAPSHOT,
      source_id: row.source_id,
      decimals: 2,
      survey_invited: null,
      survey_returned: null,
      survey_valid: null,
    })),
    results,
    scores,
    rules: RULES,
  }
}

const META_766: PackageMeta = {
  name: 'bo-766-2026',
  title: 'Bộ chỉ số 766, 10/10/2026: Gia Lai và 34 tỉnh, thành phố (Index set 766, 10 October 2026)',
  description:
    'Scores of the National Public Service Portal, year to date on 10 October 2026: all 149 units of Gia Lai and all 34 provinces.',
  version: VERSION,
  contributors: [{ title: 'Bảng chỉ số cải cách', roles: ['contributor'] }],
  sources: [
    { title: PORTAL, path: 'https://dichvucong.gov.vn' },
    { title: 'Crawler-766', path: MIRROR },
  ],
}

// ---------------------------------------------------------------------- script

/** Every generated file of both packages, by package and name; `shared` holds `data/` and `domain/`. */
export async function publishedFiles(shared: string): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const read = (...path: readonly string[]) => readFile(join(shared, ...path), 'utf8')
  const names = (await readdir(join(shared, 'data'))).toSorted()
  const figures = (pattern: RegExp) =>
    Promise.all(names.filter((name) => pattern.test(name)).map((name) => read('data', name)))
  const hcmc = hcmcTables(
    await read('domain', 'units.csv'),
    await read('domain', 'sub_indices.csv'),
    await figures(/^(hcmc|national)_.*\.csv$/),
  )
  return new Map([
    ['tp-hcm', writePackage(hcmc, HCMC_META)],
    ['bo-766-2026', writePackage(index766Tables(await figures(/^bocs766_.*\.csv$/)), META_766)],
  ])
}

/** `scripts/make-published.ts SHARED_FOLDER OUT_FOLDER` */
export async function main(args: string[]): Promise<number> {
  const [shared, out] = args
  if (shared === undefined || out === undefined) {
    console.error('Usage: make-published.ts SHARED_FOLDER OUT_FOLDER')
    return 2
  }
  for (const [name, files] of await publishedFiles(shared)) {
    await mkdir(join(out, name), { recursive: true })
    for (const [file, text] of files) await writeFile(join(out, name, file), text)
    console.log(`${files.size} files written to ${join(out, name)}`)
  }
  return 0
}
