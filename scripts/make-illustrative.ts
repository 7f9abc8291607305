import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PackageTables, Row } from '@/domain/tables'
import { MAIN_SET } from '@/domain/vocabulary'
import type { PackageMeta } from '@/import/package/write-package'
import { writePackage } from '@/import/package/write-package'
import { readRegistry } from './units'
import type { Registry } from './units'

/**
 * Makes the illustrative package: real units, names of fields as published,
 * every maximum and every score invented. The same registry gives the same
 * bytes on every machine: only additions, multiplications and comparisons of
 * doubles are used, and each figure has a random stream of its own, named
 * after what it stands for, so that a change in one place moves nothing else.
 */

const SEED = 20260101
const YEARS = [2021, 2022, 2023, 2024, 2025] as const
type Year = (typeof YEARS)[number]

type Index = 'par' | 'dti' | 'ddci'
const BLOCKS = ['departments', 'districts', 'communes', 'vertical'] as const
type Block = (typeof BLOCKS)[number]

// ---------------------------------------------------------------- randomness

function hash(text: string): number {
  // FNV-1a, 32 bits.
  let state = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193)
  return state >>> 0
}

/** Mulberry32: uniform numbers in [0, 1). */
function stream(name: string): () => number {
  let state = (hash(name) ^ SEED) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function uniform(name: string): number {
  return stream(name)()
}

/** Nearly normal, mean 0 and deviation 1: Math.log and Math.cos may differ in their last bit between engines. */
function normal(name: string): number {
  const next = stream(name)
  let sum = -6
  for (let i = 0; i < 12; i += 1) sum += next()
  return sum
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}

// ------------------------------------------------------------------- criteria

interface Part {
  readonly id: string
  readonly vi: string
  readonly en: string
  readonly theme: string
  readonly max: number
  readonly weight?: number
  /** Points of the maximum that come from the survey (departments' PAR only). */
  readonly survey?: number
  readonly lead?: string
}

interface Names {
  readonly vi: string
  readonly en: string
  readonly theme: string
}

const field = (names: Names, id: string, max: number, more: Partial<Part> = {}): Part => ({
  id,
  ...names,
  max,
  ...more,
})

const THEMES: readonly (readonly [id: string, vi: string, en: string])[] = [
  ['leadership', 'Chỉ đạo, điều hành', 'Leadership and direction'],
  ['institutions', 'Thể chế, pháp lý', 'Institutions and law'],
  ['procedures', 'Thủ tục hành chính', 'Administrative procedures'],
  ['apparatus', 'Tổ chức bộ máy', 'Organisation'],
  ['civil-service', 'Công vụ, nhân lực', 'Civil service and people'],
  ['public-finance', 'Tài chính công', 'Public finance'],
  ['digital-government', 'Chính quyền số', 'Digital government'],
  ['digital-infrastructure', 'Hạ tầng số', 'Digital infrastructure'],
  ['information-security', 'An toàn thông tin', 'Information security'],
  ['digital-economy', 'Kinh tế số', 'Digital economy'],
  ['digital-society', 'Xã hội số', 'Digital society'],
  ['smart-city', 'Đô thị thông minh', 'Smart city'],
  ['impact', 'Tác động đến kinh tế - xã hội', 'Socio-economic impact'],
  ['transparency', 'Minh bạch thông tin', 'Transparency'],
  ['informal-costs', 'Chi phí không chính thức', 'Informal costs'],
  ['fair-competition', 'Cạnh tranh bình đẳng', 'Fair competition'],
  ['business-support', 'Hỗ trợ doanh nghiệp', 'Business support'],
  ['dynamism', 'Năng động, sáng tạo', 'Dynamism'],
  ['land', 'Đất đai', 'Land'],
  ['environment', 'Môi trường, sức khỏe', 'Environment and health'],
]

const PAR = {
  direction: {
    vi: 'Công tác chỉ đạo, điều hành cải cách hành chính',
    en: 'Direction and administration of PAR',
    theme: 'leadership',
  },
  institutions: { vi: 'Cải cách thể chế', en: 'Institutional reform', theme: 'institutions' },
  procedures: { vi: 'Cải cách thủ tục hành chính', en: 'Administrative procedure reform', theme: 'procedures' },
  apparatus: { vi: 'Cải cách tổ chức bộ máy hành chính', en: 'Organisational apparatus reform', theme: 'apparatus' },
  staff: {
    vi: 'Xây dựng và nâng cao chất lượng đội ngũ cán bộ, công chức, viên chức',
    en: 'Building and improving the quality of cadres and civil servants',
    theme: 'civil-service',
  },
  service: { vi: 'Cải cách chế độ công vụ', en: 'Civil service regime reform', theme: 'civil-service' },
  finance: { vi: 'Cải cách tài chính công', en: 'Public finance reform', theme: 'public-finance' },
  modernisation: { vi: 'Hiện đại hóa hành chính', en: 'Administrative modernisation', theme: 'digital-government' },
  digital: {
    vi: 'Xây dựng và phát triển chính quyền điện tử, chính quyền số',
    en: 'E-government and digital government',
    theme: 'digital-government',
  },
  impact: {
    vi: 'Tác động của cải cách hành chính đến phát triển kinh tế - xã hội',
    en: 'Impact of PAR on socio-economic development',
    theme: 'impact',
  },
} as const satisfies Record<string, Names>

interface Leads {
  readonly homeAffairs: string
  readonly justice: string
  readonly office: string
  readonly finance: string
  readonly digital: string
}
const LEADS_TO_2024: Leads = { homeAffairs: 'snv', justice: 'stp', office: 'vpub', finance: 'stc', digital: 'stttt' }
const LEADS_2025: Leads = {
  homeAffairs: 'snv-2025',
  justice: 'stp',
  office: 'vpub',
  finance: 'stc-2025',
  digital: 'skhcn-2025',
}

function par2021(lead: Leads): readonly Part[] {
  return [
    field(PAR.direction, 'chi-dao-dieu-hanh', 12, { survey: 2 }),
    field(PAR.institutions, 'the-che', 12, { survey: 2, lead: lead.justice }),
    field(PAR.procedures, 'thu-tuc-hanh-chinh', 16, { survey: 5, lead: lead.office }),
    field(PAR.apparatus, 'to-chuc-bo-may', 13, { survey: 2, lead: lead.homeAffairs }),
    field(PAR.staff, 'cong-vu', 17, { survey: 4, lead: lead.homeAffairs }),
    field(PAR.finance, 'tai-chinh-cong', 12, { survey: 2, lead: lead.finance }),
    field(PAR.modernisation, 'hien-dai-hoa', 18, { survey: 3, lead: lead.digital }),
  ]
}

function par2023(lead: Leads): readonly Part[] {
  return [
    field(PAR.direction, 'chi-dao-dieu-hanh', 12, { survey: 2 }),
    field(PAR.institutions, 'the-che', 11, { survey: 2, lead: lead.justice }),
    field(PAR.procedures, 'thu-tuc-hanh-chinh', 16, { survey: 5, lead: lead.office }),
    field(PAR.apparatus, 'to-chuc-bo-may', 12, { survey: 2, lead: lead.homeAffairs }),
    field(PAR.service, 'cong-vu', 15, { survey: 4, lead: lead.homeAffairs }),
    field(PAR.finance, 'tai-chinh-cong', 11, { survey: 2, lead: lead.finance }),
    field(PAR.digital, 'chinh-quyen-so', 15, { survey: 3, lead: lead.digital }),
    field(PAR.impact, 'tac-dong', 8, { survey: 4 }),
  ]
}

const DTI = {
  awareness: { vi: 'Nhận thức số', en: 'Digital awareness', theme: 'leadership' },
  institutions: { vi: 'Thể chế số', en: 'Digital institutions', theme: 'institutions' },
  infrastructure: { vi: 'Hạ tầng số', en: 'Digital infrastructure', theme: 'digital-infrastructure' },
  people: { vi: 'Nhân lực số', en: 'Digital human resources', theme: 'civil-service' },
  security: { vi: 'An toàn thông tin mạng', en: 'Network information security', theme: 'information-security' },
  transformation: {
    vi: 'Hoạt động chuyển đổi số',
    en: 'Digital transformation activities',
    theme: 'digital-government',
  },
  government: { vi: 'Hoạt động chính quyền số', en: 'Digital government activities', theme: 'digital-government' },
  economy: { vi: 'Hoạt động kinh tế số', en: 'Digital economy activities', theme: 'digital-economy' },
  society: { vi: 'Hoạt động xã hội số', en: 'Digital society activities', theme: 'digital-society' },
  smartCity: { vi: 'Đô thị thông minh', en: 'Smart city', theme: 'smart-city' },
} as const satisfies Record<string, Names>

function dti(maxima: Partial<Record<keyof typeof DTI, number>>, lead: string): readonly Part[] {
  const ids: Record<keyof typeof DTI, string> = {
    awareness: 'nhan-thuc-so',
    institutions: 'the-che-so',
    infrastructure: 'ha-tang-so',
    people: 'nhan-luc-so',
    security: 'an-toan-thong-tin',
    transformation: 'hoat-dong-chuyen-doi-so',
    government: 'hoat-dong-chinh-quyen-so',
    economy: 'hoat-dong-kinh-te-so',
    society: 'hoat-dong-xa-hoi-so',
    smartCity: 'do-thi-thong-minh',
  }
  return (Object.keys(DTI) as (keyof typeof DTI)[]).flatMap((key) => {
    const max = maxima[key]
    return max === undefined ? [] : [field(DTI[key], ids[key], max, { lead })]
  })
}

const DDCI = {
  openness: {
    vi: 'Tính minh bạch và tiếp cận thông tin',
    en: 'Transparency and access to information',
    theme: 'transparency',
  },
  technology: {
    vi: 'Ứng dụng công nghệ thông tin và chuyển đổi số',
    en: 'IT application and digital transformation',
    theme: 'digital-government',
  },
  access: {
    vi: 'Tiếp cận minh bạch thông tin và chuyển đổi số',
    en: 'Access to transparent information and digital transformation',
    theme: 'transparency',
  },
  informal: { vi: 'Chi phí không chính thức', en: 'Informal costs', theme: 'informal-costs' },
  time: { vi: 'Chi phí thời gian', en: 'Time costs', theme: 'procedures' },
  competition: { vi: 'Cạnh tranh bình đẳng', en: 'Fair competition', theme: 'fair-competition' },
  support: { vi: 'Hỗ trợ doanh nghiệp', en: 'Business support', theme: 'business-support' },
  legal: { vi: 'Thiết chế pháp lý', en: 'Legal institutions', theme: 'institutions' },
  legalAndOrder: {
    vi: 'Thiết chế pháp lý và an ninh trật tự',
    en: 'Legal institutions, security and order',
    theme: 'institutions',
  },
  dynamism: {
    vi: 'Tính năng động, sáng tạo và hiệu quả hoạt động của đơn vị',
    en: 'Dynamism, creativity and unit performance',
    theme: 'dynamism',
  },
  head: { vi: 'Vai trò của người đứng đầu', en: 'Role of the head', theme: 'leadership' },
  green: { vi: 'Chỉ số Xanh', en: 'Green index', theme: 'environment' },
  health: {
    vi: 'Chỉ số Sức khỏe và Môi trường sống',
    en: 'Health and living environment index',
    theme: 'environment',
  },
  land: {
    vi: 'Khả năng tiếp cận đất đai và ổn định sử dụng đất',
    en: 'Land access and stability of land use',
    theme: 'land',
  },
} as const satisfies Record<string, Names>

/** A component index of 0–10 and the points that it adds to the 100 of the total. */
const component = (names: Names, id: string, weight: number): Part => field(names, id, 10, { weight })

function ddci2022(local: boolean): readonly Part[] {
  return [
    component(DDCI.openness, 'minh-bach', 10),
    component(DDCI.technology, 'cong-nghe-thong-tin', 15),
    component(DDCI.informal, 'chi-phi-khong-chinh-thuc', 10),
    component(DDCI.time, 'chi-phi-thoi-gian', 15),
    component(DDCI.competition, 'canh-tranh-binh-dang', 10),
    component(DDCI.support, 'ho-tro-doanh-nghiep', 10),
    component(local ? DDCI.legalAndOrder : DDCI.legal, 'thiet-che-phap-ly', local ? 5 : 10),
    component(DDCI.dynamism, 'nang-dong', local ? 5 : 10),
    component(DDCI.head, 'nguoi-dung-dau', 10),
    ...(local ? [component(DDCI.land, 'tiep-can-dat-dai', 10)] : []),
  ]
}

function ddci2023(local: boolean): readonly Part[] {
  return [
    component(DDCI.access, 'minh-bach-chuyen-doi-so', 20),
    component(DDCI.informal, 'chi-phi-khong-chinh-thuc', 10),
    component(DDCI.time, 'chi-phi-thoi-gian', 15),
    component(DDCI.competition, 'canh-tranh-binh-dang', 10),
    component(DDCI.support, 'ho-tro-doanh-nghiep', 10),
    component(local ? DDCI.legalAndOrder : DDCI.legal, 'thiet-che-phap-ly', local ? 5 : 10),
    component(DDCI.dynamism, 'nang-dong', local ? 5 : 10),
    component(DDCI.green, 'xanh', 7.5),
    component(DDCI.health, 'suc-khoe-moi-truong', 7.5),
    ...(local ? [component(DDCI.land, 'tiep-can-dat-dai', 10)] : []),
  ]
}

interface Version {
  readonly index: Index
  readonly id: string
  readonly years: readonly Year[]
  readonly noteVi: string
  readonly noteEn: string
  readonly criteria: Partial<Record<Block, readonly Part[]>>
}

const NOTE_VI = 'Bộ tiêu chí minh hoạ: tên lĩnh vực có thật, điểm tối đa và trọng số là giả định.'
const NOTE_EN = 'Illustrative criteria: names of fields are real, maxima and weights are assumed.'

const VERSIONS: readonly Version[] = [
  {
    index: 'par',
    id: 'par-2021',
    years: [2021, 2022],
    noteVi: NOTE_VI,
    noteEn: NOTE_EN,
    criteria: {
      departments: par2021(LEADS_TO_2024),
      districts: par2021(LEADS_TO_2024),
      vertical: [
        field(PAR.direction, 'chi-dao-dieu-hanh', 15),
        field(PAR.procedures, 'thu-tuc-hanh-chinh', 30, { lead: 'vpub' }),
        field(PAR.apparatus, 'to-chuc-bo-may', 10, { lead: 'snv' }),
        field(PAR.staff, 'cong-vu', 20, { lead: 'snv' }),
        field(PAR.modernisation, 'hien-dai-hoa', 25, { lead: 'stttt' }),
      ],
    },
  },
  {
    index: 'par',
    id: 'par-2023',
    years: [2023, 2024, 2025],
    noteVi: `${NOTE_VI} So với bộ trước: bỏ “Hiện đại hóa hành chính”, thêm “Chính quyền điện tử, chính quyền số” và “Tác động”; lĩnh vực công vụ đổi tên.`,
    noteEn: `${NOTE_EN} Against the version before: administrative modernisation left, digital government and impact entered; the civil service field was renamed.`,
    criteria: {
      departments: par2023(LEADS_2025),
      districts: par2023(LEADS_TO_2024),
      communes: par2023(LEADS_2025),
      vertical: [
        field(PAR.direction, 'chi-dao-dieu-hanh', 15),
        field(PAR.procedures, 'thu-tuc-hanh-chinh', 30, { lead: 'vpub' }),
        field(PAR.apparatus, 'to-chuc-bo-may', 9, { lead: 'snv-2025' }),
        field(PAR.service, 'cong-vu', 18, { lead: 'snv-2025' }),
        field(PAR.digital, 'chinh-quyen-so', 20, { lead: 'skhcn-2025' }),
        field(PAR.impact, 'tac-dong', 8),
      ],
    },
  },
  {
    index: 'dti',
    id: 'dti-2021',
    years: [2021, 2022, 2023, 2024],
    noteVi: `${NOTE_VI} Đô thị thông minh được nêu nhưng không tính điểm.`,
    noteEn: `${NOTE_EN} Smart city is shown but not scored.`,
    criteria: {
      departments: dti(
        { awareness: 40, institutions: 50, infrastructure: 50, people: 50, security: 50, transformation: 90 },
        'stttt',
      ),
      districts: dti(
        {
          awareness: 40,
          institutions: 40,
          infrastructure: 40,
          people: 40,
          security: 50,
          government: 90,
          economy: 50,
          society: 50,
          smartCity: 0,
        },
        'stttt',
      ),
      vertical: dti(
        { awareness: 40, institutions: 50, infrastructure: 50, people: 50, security: 50, transformation: 90 },
        'stttt',
      ),
    },
  },
  {
    index: 'dti',
    id: 'dti-2025',
    years: [2025],
    noteVi: `${NOTE_VI} Thang điểm 100; khối ngành dọc bỏ “Nhận thức số”, thêm “Hoạt động chính quyền số”.`,
    noteEn: `${NOTE_EN} Scale of 100; for vertical agencies digital awareness left and digital government activities entered.`,
    criteria: {
      departments: dti(
        { awareness: 10, institutions: 15, infrastructure: 15, people: 15, security: 15, transformation: 30 },
        'skhcn-2025',
      ),
      communes: [
        ...dti({ awareness: 10, institutions: 10, infrastructure: 12, people: 12, security: 12 }, 'skhcn-2025'),
        field({ ...DTI.government, vi: 'Chính quyền số', en: 'Digital government' }, 'hoat-dong-chinh-quyen-so', 20, {
          lead: 'skhcn-2025',
        }),
        field({ ...DTI.economy, vi: 'Kinh tế số', en: 'Digital economy' }, 'hoat-dong-kinh-te-so', 12, {
          lead: 'skhcn-2025',
        }),
        field({ ...DTI.society, vi: 'Xã hội số', en: 'Digital society' }, 'hoat-dong-xa-hoi-so', 12, {
          lead: 'skhcn-2025',
        }),
      ],
      vertical: dti(
        { institutions: 16, infrastructure: 16, people: 16, security: 16, transformation: 20, government: 16 },
        'skhcn-2025',
      ),
    },
  },
  {
    index: 'ddci',
    id: 'ddci-2022',
    years: [2021, 2022],
    noteVi: NOTE_VI,
    noteEn: NOTE_EN,
    criteria: { departments: ddci2022(false), districts: ddci2022(true), vertical: ddci2022(false) },
  },
  {
    index: 'ddci',
    id: 'ddci-2023',
    years: [2023, 2024, 2025],
    noteVi: `${NOTE_VI} So với bộ trước: bỏ “Vai trò của người đứng đầu”, gộp minh bạch với chuyển đổi số, thêm “Chỉ số Xanh” và “Sức khỏe và Môi trường sống”.`,
    noteEn: `${NOTE_EN} Against the version before: the role of the head left, transparency and digital transformation became one, the green and the health indices entered.`,
    criteria: {
      departments: ddci2023(false),
      districts: ddci2023(true),
      communes: ddci2023(true),
      vertical: ddci2023(false),
    },
  },
]

type Band = readonly [id: string, vi: string, en: string, minShare: number | null]
const BANDS: Readonly<Record<Index, readonly Band[]>> = {
  par: [
    ['xuat-sac', 'Xuất sắc', 'Excellent', 0.9],
    ['tot', 'Tốt', 'Good', 0.8],
    ['kha', 'Khá', 'Fair', 0.7],
    ['trung-binh', 'Trung bình', 'Average', 0.6],
    ['yeu', 'Yếu', 'Weak', 0],
  ],
  dti: [
    ['nang-cao', 'Nâng cao', 'Advanced', 0.8],
    ['hinh-thanh', 'Hình thành', 'Forming', 0.6],
    ['khoi-dong', 'Khởi động', 'Starting', 0],
  ],
  ddci: [
    ['rat-tot', 'Rất tốt', 'Very good', 0.85],
    ['tot', 'Tốt', 'Good', 0.75],
    ['kha', 'Khá', 'Fair', 0.65],
    ['trung-binh', 'Trung bình', 'Average', 0.55],
    ['thap', 'Thấp', 'Low', 0],
  ],
}

/** Criteria whose classes have names but no published limits. */
const bandsWithoutLimits = (version: Version, block: Block) => version.id === 'ddci-2022' && block === 'vertical'

// ---------------------------------------------------------------------- units

/** Assessed and classified, not ranked, as first-time units were in 2021. */
const UNRANKED: ReadonlySet<string> = new Set(['itpc', 'bqldaht', 'bqldadd'])

const DEPARTMENTS_TO_2024 = [
  'vpub',
  'tttp',
  'snv',
  'sldtbxh',
  'stc',
  'skhdt',
  'sxd',
  'sqhkt',
  'sgtvt',
  'skhcn',
  'stttt',
  'stnmt',
  'snnptnt',
  'bandt',
]
const DEPARTMENTS_2025 = [
  'vpub',
  'tttp',
  'snv-2025',
  'stc-2025',
  'sxd-202505',
  'sqhkt-2025',
  'skhcn-2025',
  'snnmt',
  'sdttg',
]
const LASTING_DEPARTMENTS = ['stp', 'sct', 'svhtt', 'sdl', 'sgddt', 'syt']
const BOARDS = ['shtp', 'ahtp', 'bqlkn']

function departments(year: Year): readonly string[] {
  if (year === 2025) return [...DEPARTMENTS_2025, 'sattp', ...LASTING_DEPARTMENTS, 'hepza-2025', ...BOARDS]
  return [...DEPARTMENTS_TO_2024, year === 2024 ? 'sattp' : 'bqlattp', ...LASTING_DEPARTMENTS, 'hepza', ...BOARDS]
}

/** Units that enterprises had no dealings with are outside DDCI; the office and home affairs joined in 2024. */
function ddciDepartments(year: Year): readonly string[] {
  const outside = new Set(['tttp', 'bandt', 'sdttg', 'bqlkn', 'sqhkt-2025', ...(year < 2024 ? ['vpub', 'snv'] : [])])
  return departments(year).filter((id) => !outside.has(id))
}

function verticalAgencies(index: Index, year: Year): readonly string[] {
  if (index === 'ddci') {
    if (year === 2025) return ['thue', 'cchq2', 'bhxh', 'nhnn2']
    return ['cthue', 'chq', 'bhxh', 'nhnn', ...(year === 2024 ? ['cqltt'] : [])]
  }
  return year === 2025
    ? ['catp', 'kbnn', 'sngv', 'thue', 'cchq2', 'nhnn2', 'bhxh']
    : ['catp', 'kbnn', 'sngv', 'cthue', 'chq', 'nhnn', 'bhxh']
}

function unitsOf(index: Index, year: Year, block: Block, registry: Registry): readonly string[] {
  switch (block) {
    case 'departments':
      if (index === 'ddci') return ddciDepartments(year)
      return index === 'par' ? [...departments(year), ...UNRANKED] : departments(year)
    case 'districts':
      return year === 2025 ? [] : districtsAfter2020(registry)
    case 'communes':
      return year === 2025 ? ['phuong', 'xa', 'dac_khu'].flatMap((name) => registry.idsByBlock.get(name) ?? []) : []
    case 'vertical':
      return verticalAgencies(index, year)
  }
}

function districtsAfter2020(registry: Registry): readonly string[] {
  const ended = new Map(registry.units.map((unit) => [unit.unit_id, unit.valid_to]))
  return (registry.idsByBlock.get('quan_huyen') ?? []).filter((id) => (ended.get(id) ?? '9999') > '2021')
}

// ---------------------------------------------------------------------- model

/** Mean and spread of the shares of an index. */
const LEVEL: Readonly<Record<Index, { readonly mean: number; readonly spread: number }>> = {
  par: { mean: 0.815, spread: 0.042 },
  dti: { mean: 0.7, spread: 0.062 },
  ddci: { mean: 0.735, spread: 0.05 },
}
const BLOCK_OFFSET: Readonly<Record<Block, number>> = {
  departments: 0.01,
  districts: 0.015,
  communes: -0.03,
  vertical: 0,
}

/** How far a theme lies above or below the unit's level, everywhere. */
const THEME_OFFSET: Readonly<Record<string, number>> = {
  leadership: 0.035,
  institutions: 0.03,
  procedures: 0.02,
  apparatus: 0.015,
  'civil-service': -0.01,
  'public-finance': 0,
  'digital-government': -0.085,
  'digital-infrastructure': 0.02,
  'information-security': 0.01,
  'digital-economy': -0.06,
  'digital-society': -0.03,
  impact: -0.02,
  transparency: 0.01,
  'informal-costs': 0.02,
  'fair-competition': -0.015,
  'business-support': -0.03,
  dynamism: 0,
  land: -0.055,
  environment: -0.035,
}

/** What a unit is like, apart from year and index; a successor is the mean of its predecessors and something new. */
function quality(unit: string, predecessors: ReadonlyMap<string, readonly string[]>): number {
  const before = predecessors.get(unit) ?? []
  const own = normal(`quality/${unit}`)
  if (before.length === 0) return own
  const mean = before.reduce((sum, id) => sum + quality(id, predecessors), 0) / before.length
  return 0.8 * mean + 0.5 * own
}

function drift(unit: string, year: Year): number {
  let walk = 0
  for (const at of YEARS) {
    if (at > year) break
    walk += 0.012 * normal(`drift/${unit}/${at}`)
  }
  return walk + 0.009 * (year - YEARS[0])
}

function shareOf(index: Index, year: Year, block: Block, unit: string, part: Part, unitQuality: number): number {
  const { mean, spread } = LEVEL[index]
  const level = mean + BLOCK_OFFSET[block] + drift(unit, year)
  const unitEffect = spread * (0.8 * unitQuality + 0.5 * normal(`index/${unit}/${index}`))
  const theme = THEME_OFFSET[part.theme] ?? 0
  const habit = 0.05 * normal(`habit/${unit}/${part.theme}`)
  const lapse = uniform(`lapse/${unit}/${index}/${part.id}/${year}`) < 0.035 ? -0.17 : 0
  const noise = 0.024 * normal(`noise/${unit}/${index}/${part.id}/${year}`)
  const share = level + unitEffect + theme + habit + lapse + noise
  // Bends what would pass the maximum instead of piling it up there.
  const bent = share > 0.94 ? 0.94 + (share - 0.94) * 0.35 : share
  return clamp(bent, 0.28, 0.995)
}

// ------------------------------------------------------------------- editions

/** Published without ranks: the ranks are computed by whoever reads the package. */
const withoutRanks = (index: Index, year: Year, block: Block) =>
  (index === 'ddci' && block === 'vertical') ||
  (index === 'dti' && block === 'districts' && year === 2023) ||
  (index === 'dti' && block === 'communes') ||
  (index === 'par' && block === 'vertical' && year === 2022)

/** Published without totals: they are computed from the sub-indices. */
const withoutTotals = (index: Index, year: Year, block: Block) =>
  (index === 'dti' && block === 'communes') || (index === 'ddci' && block === 'districts' && year === 2024)

/** Published with classes; elsewhere the class follows from the limits. */
const withClasses = (index: Index) => index === 'par'

/** Units of equal total that were nevertheless published with different ranks. */
const breaksTies = (index: Index, year: Year) => index === 'par' && year === 2023

/** Points are whole hundredths; contributions to a total are ten-thousandths. */
interface Scored {
  readonly part: Part
  cents: number
  missing: Row<'scores'>['missing_reason']
  self: number
  appraised: number
}

interface Standing {
  readonly unit: string
  readonly scores: Scored[]
  readonly bonus: { readonly part: Part; readonly cents: number }[]
  readonly penalty: { readonly part: Part; readonly cents: number }[]
  missing: Row<'results'>['missing_reason']
  /** A rank may be known where no score is. */
  rankOnly: boolean
}

const fullCents = (part: Part) => Math.round((part.weight ?? part.max) * 100)

/** What the publisher counted: also points that were not published or could not be read. */
function contribution({ part, cents, missing }: Scored): number {
  if (missing === 'not-applicable' || missing === 'not-assessed') return 0
  return part.weight === undefined ? cents * 100 : Math.round(cents * part.weight * 10)
}

function maxCents(standing: Standing): number {
  return standing.scores.reduce(
    (sum, { part, missing }) => sum + (missing === 'not-applicable' ? 0 : fullCents(part)),
    0,
  )
}

function totalCents(standing: Standing): number {
  let sum = standing.scores.reduce((before, scored) => before + contribution(scored), 0)
  for (const { cents } of standing.bonus) sum += cents * 100
  for (const { cents } of standing.penalty) sum -= cents * 100
  return Math.floor((sum + 50) / 100)
}

function scorePart(index: Index, year: Year, block: Block, unit: string, part: Part, unitQuality: number): Scored {
  const share = part.max === 0 ? 0 : shareOf(index, year, block, unit, part, unitQuality)
  const cents = Math.round(share * part.max * 100)
  const survey = Math.round((part.survey ?? 0) * 100)
  const opinion = 0.06 * normal(`survey/${unit}/${part.id}/${year}`)
  const surveyed = clamp(Math.round(survey * clamp(share + opinion, 0.25, 0.99)), 0, Math.min(survey, cents))
  const appraisedMax = Math.round(part.max * 100) - survey
  const appraised = Math.min(cents - surveyed, appraisedMax)
  const claim = Math.round(appraisedMax * clamp(0.035 + 0.03 * normal(`claim/${unit}/${part.id}/${year}`), -0.01, 0.15))
  return {
    part,
    cents: appraised + surveyed,
    missing: null,
    appraised,
    self: clamp(appraised + claim, 0, appraisedMax),
  }
}

function extras(index: Index, year: Year, block: Block, unit: string, criteria: readonly Part[]) {
  const bonus: Standing['bonus'] = []
  const penalty: Standing['penalty'] = []
  if (index === 'par' && block !== 'vertical') {
    const chance = uniform(`extra/${unit}/${year}`)
    const steps = 1 + Math.floor(uniform(`extra-size/${unit}/${year}`) * 4)
    const leading = criteria.find((part) => part.id === 'chi-dao-dieu-hanh')
    const procedures = criteria.find((part) => part.id === 'thu-tuc-hanh-chinh')
    if (chance < 0.14 && leading) bonus.push({ part: leading, cents: steps * 25 })
    if (chance > 0.86 && procedures) penalty.push({ part: procedures, cents: steps * 25 })
  }
  return { bonus, penalty }
}

/** The cases that every screen must be able to show; each is a fact of the package, listed in its tests. */
function applyCases(index: Index, year: Year, standings: ReadonlyMap<string, Standing>): void {
  const scoreOf = (unit: string, part: string) => standings.get(unit)?.scores.find((scored) => scored.part.id === part)
  const leaveOut = (unit: string, part: string, reason: NonNullable<Scored['missing']>) => {
    const scored = scoreOf(unit, part)
    if (scored) scored.missing = reason
  }
  const withoutFigures = (unit: string, reason: NonNullable<Standing['missing']>, rankOnly = false) => {
    const standing = standings.get(unit)
    if (!standing) return
    standing.missing = reason
    standing.rankOnly = rankOnly
  }
  if (index === 'par') {
    leaveOut('bandt', 'thu-tuc-hanh-chinh', 'not-applicable')
    // It was set up three months before the end of the year.
    withoutFigures('sqhkt-2025', 'not-assessed')
    if (year === 2022) withoutFigures('huyen-can-gio', 'not-published')
  }
  if (index === 'dti') {
    if (year === 2022) leaveOut('ahtp', 'nhan-luc-so', 'not-published')
    if (year === 2024) leaveOut('bqlkn', 'an-toan-thong-tin', 'refused')
    if (year === 2025) {
      withoutFigures('sqhkt-2025', 'not-assessed')
      leaveOut('dac-khu-con-dao', 'hoat-dong-kinh-te-so', 'not-assessed')
      leaveOut('shtp', 'nhan-luc-so', 'not-applicable')
    }
  }
  if (index === 'ddci' && year === 2023) {
    withoutFigures('quan-3', 'rank-only', true)
    withoutFigures('huyen-nha-be', 'rank-only', true)
  }
}

/** Rows of units that are listed without a figure. */
function listedOnly(
  index: Index,
  year: Year,
  block: Block,
): readonly (readonly [string, NonNullable<Standing['missing']>])[] {
  if (index !== 'ddci' || block !== 'departments' || year >= 2024) return []
  return [
    ['vpub', 'not-assessed'],
    ['snv', 'not-assessed'],
    ...(year === 2023 ? [['sattp', 'unit-did-not-exist'] as const] : []),
  ]
}

function isRankable(standing: Standing): boolean {
  return (standing.missing === null || standing.rankOnly) && !UNRANKED.has(standing.unit)
}

/** Makes the totals of the two neighbours that lie closest equal, by a few hundredths in one field. */
function makeTie(standings: readonly Standing[]): void {
  const ordered = standings
    .filter((standing) => isRankable(standing) && standing.scores.every((scored) => scored.missing === null))
    .toSorted((a, b) => totalCents(b) - totalCents(a))
  let best: { readonly low: Standing; readonly gap: number } | null = null
  // Not among the first: a leader alone is the more usual picture.
  for (let place = 3; place < ordered.length - 1; place += 1) {
    const [high, low] = [ordered[place], ordered[place + 1]]
    if (!high || !low) continue
    const gap = totalCents(high) - totalCents(low)
    if (gap > 0 && (!best || gap < best.gap)) best = { low, gap }
  }
  const scored = best?.low.scores.find(
    ({ part, appraised }) => appraised + (best?.gap ?? 0) <= (part.max - (part.survey ?? 0)) * 100,
  )
  if (!best || !scored) return
  scored.cents += best.gap
  scored.appraised += best.gap
  scored.self = Math.max(scored.self, scored.appraised)
}

/** Rank by unit; equal shares share a rank unless the edition broke its ties. */
function rankUnits(standings: readonly Standing[], tiesBroken: boolean): ReadonlyMap<string, number> {
  const byShare = (a: Standing, b: Standing) => totalCents(b) * maxCents(a) - totalCents(a) * maxCents(b)
  const ordered = standings.filter(isRankable).toSorted(byShare)
  const ranks = new Map<string, number>()
  for (const [position, standing] of ordered.entries()) {
    const before = ordered[position - 1]
    const tied = before !== undefined && byShare(before, standing) === 0
    const shared = before && ranks.get(before.unit)
    ranks.set(standing.unit, tied && !tiesBroken && shared !== undefined ? shared : position + 1)
  }
  return ranks
}

function bandOf(index: Index, cents: number, max: number): string | null {
  return BANDS[index].find(([, , , minShare]) => minShare !== null && cents >= minShare * max - 1e-6)?.[0] ?? null
}

interface Rows {
  readonly editions: Row<'editions'>[]
  readonly results: Row<'results'>[]
  readonly scores: Row<'scores'>[]
}

const SOURCE_ID = 'so-lieu-minh-hoa'

function survey(index: Index, year: Year, block: Block) {
  const none = { survey_invited: null, survey_returned: null, survey_valid: null }
  if (index === 'dti' || block === 'vertical') return none
  const base = { departments: 7000, districts: 8000, communes: 16_800, vertical: 0 }[block]
  const invited =
    base + (index === 'par' ? 4000 : 0) + 100 * Math.floor(uniform(`invited/${index}/${block}/${year}`) * 12)
  const rate = (index === 'par' ? 0.78 : 0.25) + 0.1 * uniform(`returned/${index}/${block}/${year}`)
  const returned = Math.floor(invited * rate)
  const valid = Math.floor(returned * (0.92 + 0.06 * uniform(`valid/${index}/${block}/${year}`)))
  return { survey_invited: invited, survey_returned: returned, survey_valid: valid }
}

function addEdition(
  rows: Rows,
  version: Version,
  year: Year,
  block: Block,
  registry: Registry,
  predecessors: ReadonlyMap<string, readonly string[]>,
): void {
  const { index } = version
  const criteria = version.criteria[block]
  const units = unitsOf(index, year, block, registry)
  if (!criteria || units.length === 0) return
  const key = { index_id: index, period: String(year), block_id: block, result_set: MAIN_SET }

  const standings = units.map((unit): Standing => {
    const unitQuality = quality(unit, predecessors)
    return {
      unit,
      scores: criteria.map((part) => scorePart(index, year, block, unit, part, unitQuality)),
      ...extras(index, year, block, unit, criteria),
      missing: null,
      rankOnly: false,
    }
  })
  applyCases(index, year, new Map(standings.map((standing) => [standing.unit, standing])))
  if (index === 'par' && year >= 2023) makeTie(standings)
  const ranks = withoutRanks(index, year, block)
    ? new Map<string, number>()
    : rankUnits(standings, breaksTies(index, year))

  rows.editions.push({
    ...key,
    period_end: `${year}-12-31`,
    result_set_name_vi: null,
    result_set_name_en: null,
    version_id: version.id,
    status: 'illustrative',
    published_on: null,
    source_id: SOURCE_ID,
    decimals: 2,
    ...survey(index, year, block),
  })
  const withParts = index === 'par' && block === 'departments'
  for (const standing of standings) {
    const total = totalCents(standing)
    const max = maxCents(standing)
    const figures = standing.missing === null
    const complete = standing.scores.every(({ missing }) => missing !== 'not-assessed')
    rows.results.push({
      ...key,
      unit_id: standing.unit,
      total_score: figures && complete && !withoutTotals(index, year, block) ? total / 100 : null,
      max_score: max / 100,
      rank: figures || standing.rankOnly ? (ranks.get(standing.unit) ?? null) : null,
      band_id: figures && withClasses(index) ? bandOf(index, total, max) : null,
      ranked: isRankable(standing),
      missing_reason: standing.missing,
      source_id: SOURCE_ID,
      source_row: null,
    })
    if (figures) addScores(rows, { ...key, unit_id: standing.unit }, standing, withParts)
  }
  for (const [unit, reason] of listedOnly(index, year, block)) {
    rows.results.push({
      ...key,
      unit_id: unit,
      total_score: null,
      max_score: null,
      rank: null,
      band_id: null,
      ranked: false,
      missing_reason: reason,
      source_id: SOURCE_ID,
      source_row: null,
    })
  }
}

function addScores(
  rows: Rows,
  key: Pick<Row<'scores'>, 'index_id' | 'period' | 'block_id' | 'result_set' | 'unit_id'>,
  standing: Standing,
  withParts: boolean,
): void {
  const add = (
    part: Part,
    kind: Row<'scores'>['part'],
    cents: number,
    maxOfPart: number | null = null,
    missing: Row<'scores'>['missing_reason'] = null,
  ) => {
    rows.scores.push({
      ...key,
      sub_index_id: part.id,
      part: kind,
      score: missing === null ? cents / 100 : null,
      max_score: maxOfPart,
      missing_reason: missing,
      source_row: null,
    })
  }
  for (const { part, cents, missing, self, appraised } of standing.scores) {
    add(part, 'final', cents, null, missing)
    if (!withParts || missing !== null || part.survey === undefined) continue
    add(part, 'self', self, part.max - part.survey)
    add(part, 'appraised', appraised, part.max - part.survey)
    add(part, 'survey', cents - appraised, part.survey)
  }
  for (const { part, cents } of standing.bonus) add(part, 'bonus', cents)
  for (const { part, cents } of standing.penalty) add(part, 'penalty', cents)
}

// -------------------------------------------------------------------- package

function definitions(registry: Registry): Omit<PackageTables, 'editions' | 'results' | 'scores'> {
  const subIndices: Row<'sub_indices'>[] = []
  const bands: Row<'bands'>[] = []
  for (const version of VERSIONS) {
    for (const block of BLOCKS) {
      const criteria = version.criteria[block]
      if (!criteria) continue
      const key = { index_id: version.index, version_id: version.id, block_id: block }
      for (const [index, part] of criteria.entries()) {
        subIndices.push({
          ...key,
          sub_index_id: part.id,
          parent_id: null,
          name_vi: part.vi,
          name_en: part.en,
          max_score: part.max,
          weight: part.weight ?? null,
          position: index + 1,
          theme_id: part.theme,
          lead_unit_id: part.lead ?? null,
        })
      }
      for (const [index, [id, vi, en, minShare]] of BANDS[version.index].entries()) {
        const limit = bandsWithoutLimits(version, block) ? null : minShare
        bands.push({ ...key, band_id: id, name_vi: vi, name_en: en, min_share: limit, position: index + 1 })
      }
    }
  }
  return {
    indices: [
      {
        index_id: 'par',
        name_vi: 'Chỉ số cải cách hành chính',
        name_en: 'Public Administration Reform Index',
        short_name: 'PAR Index',
        description_vi: 'Mức độ thực hiện cải cách hành chính của từng đơn vị theo các lĩnh vực, thang điểm 100.',
        description_en: 'How far each unit has carried out administrative reform, by field, on a scale of 100.',
        position: 1,
        direction: 'higher',
      },
      {
        index_id: 'dti',
        name_vi: 'Chỉ số chuyển đổi số',
        name_en: 'Digital Transformation Index',
        short_name: 'DTI',
        description_vi: 'Mức độ chuyển đổi số của từng đơn vị; thang điểm khác nhau theo khối và theo năm.',
        description_en: 'How far each unit has gone in digital transformation; the scale differs by block and year.',
        position: 2,
        direction: 'higher',
      },
      {
        index_id: 'ddci',
        name_vi: 'Chỉ số năng lực cạnh tranh cấp sở, ban, ngành và địa phương',
        name_en: 'Department and District Competitiveness Index',
        short_name: 'DDCI',
        description_vi:
          'Đánh giá của doanh nghiệp về chất lượng điều hành kinh tế của từng đơn vị; điểm mang tính tương đối trong khối.',
        description_en: 'How enterprises judge the economic governance of each unit; scores are relative to the block.',
        position: 3,
        direction: 'higher',
      },
    ],
    blocks: [
      { block_id: 'departments', name_vi: 'Sở, ban, ngành', name_en: 'Departments', position: 1 },
      { block_id: 'districts', name_vi: 'Thành phố Thủ Đức, quận, huyện', name_en: 'Districts', position: 2 },
      {
        block_id: 'communes',
        name_vi: 'Phường, xã, đặc khu',
        name_en: 'Wards, communes and special zone',
        position: 3,
      },
      { block_id: 'vertical', name_vi: 'Cơ quan ngành dọc', name_en: 'Vertical agencies', position: 4 },
    ],
    versions: VERSIONS.map((version) => ({
      index_id: version.index,
      version_id: version.id,
      decision: null,
      issued_on: null,
      note_vi: version.noteVi,
      note_en: version.noteEn,
    })),
    themes: THEMES.map(([id, vi, en]) => ({ theme_id: id, name_vi: vi, name_en: en })),
    sub_indices: subIndices,
    bands,
    units: registry.units,
    lineage: registry.lineage,
    sources: [
      {
        source_id: SOURCE_ID,
        number: null,
        title:
          'Số liệu minh hoạ do chương trình sinh ra, không phải kết quả đánh giá của bất kỳ đơn vị nào (Illustrative figures made by a program; not a result of any unit)',
        issuer: 'Bảng chỉ số cải cách',
        published_on: null,
        url: null,
      },
    ],
    rules: [
      { rule_id: 'weak-absolute-share', value: 0.65 },
      { rule_id: 'weak-relative-deviations', value: 1 },
      { rule_id: 'weak-bottom-quantile', value: 0.25 },
      { rule_id: 'weak-relative-min-units', value: 8 },
      { rule_id: 'weak-fall-share', value: 0.05 },
      { rule_id: 'comparable-core-share', value: 0.7 },
    ],
  }
}

/** All tables of the illustrative package, from the text of the unit registry. */
function illustrativeTables(registryText: string): PackageTables {
  const registry = readRegistry(registryText)
  const predecessors = new Map<string, string[]>()
  for (const { from_unit_id: from, to_unit_id: to } of registry.lineage) {
    predecessors.set(to, [...(predecessors.get(to) ?? []), from])
  }
  const rows: Rows = { editions: [], results: [], scores: [] }
  for (const version of VERSIONS) {
    for (const year of version.years) {
      for (const block of BLOCKS) addEdition(rows, version, year, block, registry, predecessors)
    }
  }
  return { ...definitions(registry), ...rows }
}

const META: PackageMeta = {
  name: 'tp-hcm-mau',
  title: 'TP.HCM: số liệu minh hoạ (Ho Chi Minh City: illustrative data)',
  description:
    'Real names of units and fields, invented scores: made by a program from a fixed seed to show every screen. Not a result of any unit.',
  version: '2026.11.22',
  licenses: [
    {
      name: 'CC0-1.0',
      title: 'Creative Commons Zero v1.0 Universal',
      path: 'https://creativecommons.org/publicdomain/zero/1.0/',
    },
  ],
  contributors: [{ title: 'Bảng chỉ số cải cách', roles: ['creator'] }],
}

/** Every generated file of the package by name. */
export function illustrativeFiles(registryText: string): ReadonlyMap<string, string> {
  return writePackage(illustrativeTables(registryText), META)
}

/** `scripts/make-illustrative.ts REGISTRY_CSV OUT_FOLDER` */
export async function main(args: string[]): Promise<number> {
  const [registryFile, folder] = args
  if (registryFile === undefined || folder === undefined) {
    console.error('Usage: make-illustrative.ts REGISTRY_CSV OUT_FOLDER')
    return 2
  }
  await mkdir(folder, { recursive: true })
  const files = illustrativeFiles(await readFile(registryFile, 'utf8'))
  for (const [name, text] of files) await writeFile(join(folder, name), text)
  console.log(`${files.size} files written to ${folder}`)
  return 0
}
