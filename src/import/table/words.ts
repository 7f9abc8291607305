import { fold } from '@/import/text-keys'

/** Words by which a row shows what it is for, in every table of scores; names of units and sub-indices come from the package. */

const SUMMARY_HEAD =
  /^(?:(?:diem|gia tri|muc|so)(?: diem)? )?(?:trung binh(?: cong| chung)?|tb|tbc|binh quan|cao nhat|thap nhat|lon nhat|nho nhat|trung vi|do lech chuan|min|max|mean|average|avg|median|highest|lowest|maximum|minimum|std|stdev|standard deviation)(?= |$)/
const TOTAL_HEAD =
  /^(?:tong(?: cong| so| diem| chung| hop)*|cong|total|sub ?total|grand total|sum|toan (?:tinh|thanh pho|quoc|nganh|khoi)|ca nuoc|chung)(?= |$)/
// What may follow without making the label doubtful: «Trung bình khối sở, ngành năm 2023».
const SUMMARY_TAIL =
  /^(?:(?:cua|cac|toan|khoi|nhom|chung|cong|diem|chi so|thanh pho|tp|tinh|so|ban|nganh|co quan|don vi|quan|huyen|thi xa|xa|phuong|dac khu|dia phuong|ca nuoc|vung|nam|ky|theo|va|hcm|i{1,3}|iv|v|a|b|c|par|pci|papi|dti|ddci|score|of|all|\d+)(?: |$))*$/
// Units whose names begin like a total.
const TOTAL_UNITS =
  /^(?:tong (?:cuc|cong ty|kho|lanh su|lien doan|hop tac)|cong (?:an|doan|ty|thuong|vien|chung))(?= |$)/

// «Công khai», «Chứng thực» are no «cộng», no «chung».
const TONED = /^\s*(?:công|chứng|chúng|chừng|chủng)(?= |$)/iu
/** A sum as pivot tables name it, beside the name that it is of. */
const PIVOT_TOTAL = /^\S.* total$/

/** Whether a text names a figure over several units: surely, by its first words only, or not. */
export function summaryOf(text: string): 'sure' | 'doubtful' | null {
  if (text.length > 120 || TONED.test(text.normalize('NFC'))) return null
  const folded = fold(text)
  if (PIVOT_TOTAL.test(folded)) return 'sure'
  const head = SUMMARY_HEAD.exec(folded)?.[0] ?? (TOTAL_UNITS.test(folded) ? undefined : TOTAL_HEAD.exec(folded)?.[0])
  if (head === undefined) return null
  return SUMMARY_TAIL.test(folded.slice(head.length).trim()) ? 'sure' : 'doubtful'
}

/** The total among sub-indices, which is a figure of the unit itself. */
export const isTotal = (text: string) => TOTAL_HEAD.test(fold(text)) && !TONED.test(text.normalize('NFC'))

const MAXIMA = /^(?:(?:so |muc )?diem (?:toi da|chuan)|thang diem|toi da|max(?:imum)? (?:score|points?))(?= |$)/
export const isMaximaLabel = (text: string) => MAXIMA.test(fold(text))
export const isBareMax = (text: string) => /^max(?:imum)?$/.test(fold(text))

const MAXIMUM =
  /^(?:[([]\s*%\s*[)\]]|[([]?\s*(?:(?:điểm )?tối đa|thang(?: điểm)?|điểm chuẩn|max(?:imum)?)?\s*:?\s*\d+(?:[.,]\d+)?\s*(?:điểm|đ|points?|%)?\s*[)\]]?)$/iu
/** A maximum in a cell of its own below the header that it is of: `(40 điểm)`, `thang 10`. */
export const isMaximumCell = (text: string) => text.length <= 80 && MAXIMUM.test(text.trim())

const NOTE =
  /^(?:ghi chu|chu thich|chu giai|luu y|nguon|note|notes|source|sources|noi nhan|nguoi (?:lap|ky|kiem)|ky ten|da ky|kt |tm |tl |tuq |q chu tich|chu tich|pho chu tich|giam doc|pho giam doc|thu truong|lap bieu|nguoi duyet|trang \d|page \d|(?:tp |thanh pho )?[\p{L} ]{0,40}ngay \d* ?thang \d* ?nam)(?= |$|\d)/u
/** A footnote, a source, a signature. */
export const isNote = (text: string) => {
  const trimmed = text.trim()
  return /^(?:\*|\(\*|†|‡|\[\d+\] |\(\d+\) \p{L})/u.test(trimmed) || NOTE.test(fold(trimmed.slice(0, 120)))
}

const TITLE =
  /^(?:phu luc|bang (?:\d|tong|ket|xep|diem)|bieu|danh sach|cong hoa xa hoi|doc lap tu do|\(?kem theo|ban hanh kem|(?:uy ban nhan dan|ubnd) (?:tinh|thanh pho|tp)|so \d+ ?(?:qd|kh|bc|tb|ubnd)|don vi tinh|dvt)(?= |$)/
export const isTitle = (text: string) => TITLE.test(fold(text))

const PARENT = /^(?:diem|cac |chi so|linh vuc|thang diem|ket qua|nam|tieu chi|noi dung|xep |thanh phan|ky |quy )/
/** Whether one cell alone in its row can head the columns below it. */
export const isParentHeader = (text: string) => text.length <= 80 && PARENT.test(fold(text))

// Prefixes that only names of units have. «Sở, ban, ngành» and «các quận» are blocks.
const UNIT =
  /^(?:(?:ubnd|uy ban nhan dan) (?:tinh|thanh pho|tp|quan|huyen|thi xa|thi tran|xa|phuong|dac khu|[qhpx]) (?!huyen|xa|phuong|va |thi xa)|so (?!luong|lieu|thu|phieu|tt|diem|ban nganh|nganh|don|nguoi|ho so|huyen|va |quyet|cau|tien|\d)|quan (?!huyen|va |ly|he|diem|tri)|huyen (?!thi|va |xa|quan)|phuong (?!xa|va |phap|an |thuc|huong|tien)|xa (?!phuong|va |hoi)|(?:thi xa|thi tran|dac khu) \w|thanh pho (?!truc|va |quan|thuoc)|tp [a-z]|tinh (?!thanh|minh|trang|nang|hinh|den|tu|kha|hieu|huyen|va )|(?:cuc|chi cuc|tong cuc|thanh tra|van phong|cong an|kho bac|bao hiem xa hoi|ban quan ly|ban dan toc)(?: |$)|bo (?!chi so|phan|tieu|may)|[qp] \d|department of |ward )/
const UNIT_LIST = /^(?:(?:ubnd|các) )*(?:sở|quận|huyện|phường|xã|thị xã) ?(?:,|-|–|\/|và ) ?\p{L}/iu
/** Whether a text that no package knows can be a unit's name. */
export const isUnitLike = (text: string) => text.length <= 120 && UNIT.test(fold(text)) && !UNIT_LIST.test(text)

const SUB_INDEX_HEADER = /^(?:ten )?(?:chi so thanh phan|linh vuc|tieu chi|chi tieu|noi dung|cstp|sub ?index|component)/
/** A header under which names of sub-indices stand. */
export const isSubIndexHeader = (text: string) => SUB_INDEX_HEADER.test(fold(text))

export const isRankHeader = (text: string) => /^(?:xep hang|thu hang|hang|vi tri|vi thu|rank)(?= |$)/.test(fold(text))
export const isScoreHeader = (text: string) => /^(?:diem|so diem|score|points?|gia tri)(?= |$)/.test(fold(text))
export const isMeasureHeader = (text: string) => /^(?:don vi tinh|dvt|unit of measure)$/.test(fold(text))

/** A header of what is said about sub-indices beside their scores: weights, differences. */
export const isBesideHeader = (text: string) =>
  /^(?:trong so|he so|ty trong|weight|chenh lech|tang giam|so sanh|so voi)(?= |$)/.test(fold(text))

const MARKER = /^\s*(?:(?<roman>[IVX]{1,5})|(?<letter>[A-H])|(?<number>\d{1,2}))\s*(?:[.)\-–:/]|$)\s*/u
export type Marker = 'roman' | 'letter' | 'number'
/** The number in front of a section's name, and the name without it. */
export function splitMarker(text: string): { readonly marker: Marker | null; readonly name: string } {
  const match = MARKER.exec(text)
  if (match === null) return { marker: null, name: text.trim() }
  const marker =
    match.groups?.['roman'] !== undefined ? 'roman' : match.groups?.['letter'] !== undefined ? 'letter' : 'number'
  return { marker, name: text.slice(match[0].length).trim() }
}

const CLASS =
  /^(?:(?:nhom|xep loai|loai|muc|hang) )*(?:xuat sac|rat tot|tot|kha|trung binh kha|trung binh|tuong doi thap|thap|rat thap|yeu|kem)$/
/** A heading that groups units by their class, which makes no block of them. */
export const isClassHeading = (text: string) => CLASS.test(fold(text))

/** The block that a line above a table names: `PHỤ LỤC II: KẾT QUẢ KHỐI QUẬN, HUYỆN NĂM 2024`. */
export function blockIn(line: string, isBlock: (text: string) => boolean): string | null {
  const words = line.split(/\s+/u).slice(0, 40)
  for (let length = Math.min(8, words.length); length >= 2; length--) {
    for (let start = 0; start + length <= words.length; start++) {
      const run = words.slice(start, start + length).join(' ')
      if (isBlock(run)) return run
    }
  }
  return null
}

const SECTION =
  /^(?:khoi|nhom|cum|cac (?:so|quan|huyen|phuong|xa|don vi|co quan|dia phuong)|so ban nganh|quan huyen|phuong xa|xa phuong|vung|dong bang|mien|phan)(?= |$)/
export const isSectionLike = (text: string) => text.length <= 120 && SECTION.test(fold(text))

/** The numbers that some tables have below their header: `(1) (2) (3)`, `A B 1 2 3=1+2`. */
export function isNumbering(texts: readonly string[]): boolean {
  if (texts.length < 2 || texts.some((text) => text.length > 80)) return false
  let last = 0
  let letters = 0
  for (const text of texts) {
    const bare = /^[([]?\s*([A-H]|\d{1,3})\s*[)\]]?\s*(?:=.*)?$/iu.exec(text.trim())?.[1]
    if (bare === undefined) return false
    if (/\d/.test(bare)) {
      if (Number(bare) !== last + 1) return false
      last = Number(bare)
    } else {
      if (last > 0 || bare.toUpperCase() !== String.fromCodePoint(65 + letters)) return false
      letters++
    }
  }
  return letters + last >= 2 && (last >= 2 || letters >= 2)
}

const UNIT_HEADER =
  /^(?:ten )?(?:don vi(?! tinh)|co quan|dia phuong|so(?! luong| lieu| phieu| diem| thu tu| tt)|quan|huyen|tinh|thanh pho|phuong|xa|ubnd|units?|province|department|district|ten|name)(?= |$)/
/** A header under which names of units stand. */
export const isUnitHeader = (text: string) => UNIT_HEADER.test(fold(text))
